using System.CommandLine;
using SourcingCompliance.Findings;

namespace SourcingCompliance.Cli.Commands;

/// <summary><c>--exit-zero</c>: the exit code is 0 whatever was found, and the true one is printed, so that nobody takes a soft run for a clean one.</summary>
internal static class ExitZero
{
    public static Option<bool> Create() => new("--exit-zero") { Description = "Exit with 0 whatever is found, and print the code that it would have been." };

    /// <summary>The code to exit with.</summary>
    /// <param name="isAsked">Whether the option was given.</param>
    /// <param name="exitCode">The true code.</param>
    /// <param name="errors">Receives the true code, also in a quiet run.</param>
    public static int Apply(bool isAsked, int exitCode, TextWriter errors)
    {
        if (!isAsked || exitCode == ExitCodes.Clean)
        {
            return exitCode;
        }

        errors.WriteLine($"--exit-zero: would have exited {exitCode}.");
        return ExitCodes.Clean;
    }
}
