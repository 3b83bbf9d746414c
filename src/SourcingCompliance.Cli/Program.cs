using SourcingCompliance.Cli;
using SourcingCompliance.Cli.Display;

return SourcingCommand.Run(args, Console.Out, Console.Error, TimeProvider.System, ConsoleWriter.NewStopToken());
