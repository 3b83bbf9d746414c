using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>sourcing serve</c>: starts the server for the browser, which is a program of its own next to this one.</summary>
internal static class ServeCommand
{
    private const int Unavailable = 69;

    /// <summary>The command.</summary>
    /// <param name="errors">Receives what to do when the server is not there.</param>
    public static Command Create(TextWriter errors)
    {
        var rest = new Argument<string[]>("OPTIONS")
        {
            Description = "Options of the server, such as --port 8080 or --no-browser; --help after -- lists them.",
            Arity = ArgumentArity.ZeroOrMore
        };
        var command = new Command("serve", "Check BOMs in the browser: start the server and open it.") { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => Run([.. parsed.GetValue(rest) ?? [], .. parsed.UnmatchedTokens], errors, cancellation));
        return command;
    }

    private static async Task<int> Run(string[] options, TextWriter errors, CancellationToken cancellation)
    {
        string server = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "sourcing-server.exe" : "sourcing-server");
        if (!File.Exists(server))
        {
            await errors.WriteLineAsync($"The server is not installed: {server} does not exist. Put sourcing-server of the same release next to sourcing, "
                + $"or build it with 'dotnet publish src/SourcingCompliance.Server -p:PublishProfile=linux-x64' (win-x64, osx-arm64).");
            return Unavailable;
        }

        try
        {
            using Process process = Process.Start(new ProcessStartInfo(server, options)) ?? throw new InvalidOperationException("No process was started.");
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode;
        }
        catch (Win32Exception failure)
        {
            await errors.WriteLineAsync($"The server cannot be started: {failure.Message}");
            return Unavailable;
        }
    }
}
