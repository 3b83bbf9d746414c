using SourcingCompliance.Server;

try
{
    await using WebApplication server = SourcingServer.Create(args, TimeProvider.System);
    await server.RunAsync();
    return 0;
}
catch (FormatException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 64;
}
