using SourcingCompliance.Server;
using SourcingCompliance.Server.Settings;

var commandLine = CommandLine.Read(args);
if (commandLine.AsksHelp)
{
    Console.Write(CommandLine.Help);
    return 0;
}

try
{
    await using WebApplication server = SourcingServer.Create(commandLine.Options, TimeProvider.System);
    if (commandLine.OpensBrowser)
    {
        server.Lifetime.ApplicationStarted.Register(() => BrowserLaunch.Open(SourcingServer.GetAddress(server)));
    }

    await server.RunAsync();
    return 0;
}
catch (FormatException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 64;
}
catch (Exception failure) when (StartFailure.GetSentence(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return StartFailure.ExitCode;
}
