using System.Diagnostics;
using System.Globalization;
using System.Text;
using SourcingCompliance.Formats.Checking;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Benchmarks.Inputs;

/// <summary>The whole check as a work, and what it is measured against.</summary>
public static class CheckWorks
{
    /// <summary>Checks a path and writes json and sarif; gives the number of lines.</summary>
    public static long Check(string path)
    {
        string folder = Directory.CreateTempSubdirectory("check-benchmarks-").FullName;
        try
        {
            var job = new CheckJob { Paths = [path], AsOf = new DateOnly(2026, 11, 22), OutputFolder = folder };
            ComplianceReport report = CheckRunner.Run(job, null, CancellationToken.None);
            ReportFiles.Write(report, ["json", "sarif"], folder, CancellationToken.None);
            return report.Summary.Lines > 0 ? report.Summary.Lines : throw new InvalidOperationException("Nothing was checked.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The floor of csv: lines, split at commas, nothing else.</summary>
    public static long BareSplit(string path)
    {
        long cells = 0;
        using var reader = new StreamReader(path, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            cells += line.Split(',').Length;
        }

        return cells;
    }

    /// <summary>Seconds by the wall clock of a check in a process of its own that may use so many cores.</summary>
    public static double WallOfCores(string folder, int cores)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is unknown.");
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [typeof(CheckWorks).Assembly.Location, "child", "check", folder]
            : ["child", "check", folder];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = cores.ToString("X", CultureInfo.InvariantCulture);
        var watch = Stopwatch.StartNew();
        using Process child = Process.Start(start) ?? throw new InvalidOperationException("The child process did not start.");
        child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return watch.Elapsed.TotalSeconds;
    }
}
