using System.Diagnostics;
using System.Text;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Reports;
using SourcingCompliance.Running;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Benchmarks.Inputs;

/// <summary>The whole check as a work, and what it is measured against.</summary>
public static class CheckWorks
{
    private const int WarmTurns = 16;

    /// <summary>Checks a path and writes json and sarif; gives the number of lines.</summary>
    /// <param name="path">The path.</param>
    /// <param name="evidence">Folder of the evidence; null = none.</param>
    public static long Check(string path, string? evidence = null)
    {
        string folder = Directory.CreateTempSubdirectory("check-benchmarks-").FullName;
        try
        {
            var job = new CheckJob { Paths = [path], AsOf = new DateOnly(2026, 11, 22), OutputFolder = folder, EvidenceFolder = evidence };
            ComplianceReport report = CheckRunner.Run(job, null, CancellationToken.None);
            ReportFiles.Write(report, ["json", "sarif"], folder, CancellationToken.None);
            return report.Summary.Lines > 0 ? report.Summary.Lines : throw new InvalidOperationException("Nothing was checked.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Checks a list and writes one format; gives the bytes of the report.</summary>
    public static long Write(string path, string format)
    {
        using var output = new MemoryStream();
        Write(CheckRunner.Check(new CheckJob { Paths = [path], AsOf = new DateOnly(2026, 11, 22) }, null, CancellationToken.None), path, format, output);
        return output.Length;
    }

    /// <summary>Writes one format of a check.</summary>
    public static void Write(CheckResult result, string path, string format, Stream output)
    {
        if (!ReportFiles.Write(result, [new CheckInput(path, path)], format, output))
        {
            throw new InvalidOperationException($"No {format} was written.");
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

    /// <summary>The milliseconds by the clock that the first check of a process takes: as a user runs it, code being compiled beside it.</summary>
    public static long FirstMilliseconds(string path)
    {
        var watch = Stopwatch.StartNew();
        Check(path);
        return watch.ElapsedMilliseconds;
    }

    /// <summary>The least milliseconds by the clock that a check takes of several: the first compile the code.</summary>
    public static long WarmMilliseconds(string path) => Enumerable.Range(0, WarmTurns).Min(_ => FirstMilliseconds(path));
}
