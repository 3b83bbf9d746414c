using SourcingCompliance.Cli;

return SourcingCommand.Run(args, Console.Out, Console.Error, TimeProvider.System);
