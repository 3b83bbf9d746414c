using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SourcingCompliance.Formats.Tests.Pdf;

/// <summary>A test that runs a program of the machine; skipped where it is not installed, but never where CI is set, which must have it.</summary>
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(string tool, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        bool isCi = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        if (!isCi && InstalledTool.Find(tool) is null)
        {
            Skip = $"'{tool}' is not installed here. On a build machine (CI=true) this test fails instead: install qpdf, poppler-utils and ghostscript.";
        }
    }
}

/// <summary>Runs programs of the machine on files.</summary>
internal static class InstalledTool
{
    public static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? tool + ".exe" : tool)).FirstOrDefault(File.Exists);

    /// <summary>Exit code and output of the program; in the arguments {0} stands for the file.</summary>
    public static (int ExitCode, string Output) Run(string tool, byte[] file, params string[] arguments)
    {
        string program = Find(tool) ?? throw new InvalidOperationException($"'{tool}' is not installed, and CI=true says that it must be.");
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            var start = new ProcessStartInfo(program)
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8
            };
            foreach (string argument in arguments)
            {
                start.ArgumentList.Add(argument.Replace("{0}", path, StringComparison.Ordinal));
            }

            using Process process = Process.Start(start).ShouldNotBeNull();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
