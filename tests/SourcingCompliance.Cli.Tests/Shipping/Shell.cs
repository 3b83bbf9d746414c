using System.Diagnostics;

namespace SourcingCompliance.Cli.Shipping;

/// <summary>Runs a bash script in a process of its own, with the program built beside the tests as SOURCING.</summary>
internal static class Shell
{
    /// <summary>Whether the machine has bash; Windows may not.</summary>
    public static bool IsThere => File.Exists("/bin/bash") || File.Exists("/usr/bin/bash");

    /// <summary>Whether a program is on the path, and bash to run it from.</summary>
    public static bool Has(string program) => IsThere
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));

    public static (int ExitCode, string Output) Run(string script, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("bash", ["-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true, WorkingDirectory = Repository.Root
        };
        start.Environment["SOURCING"] = "dotnet " + typeof(SourcingCommand).Assembly.Location;
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start).ShouldNotBeNull();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
