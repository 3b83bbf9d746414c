using System.Diagnostics;
using System.Globalization;
using SourcingCompliance.Benchmarks.Inputs;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>Runs one work in a process of its own, to see what memory it needs at its peak, or what it gains from a second core.</summary>
public static class ChildWork
{
    /// <summary>
    /// The child's side: does the work and prints its peak working set in bytes, what the work counts, and its processor time in milliseconds.
    /// </summary>
    public static int Run(string work, string path)
    {
        using var self = Process.GetCurrentProcess();
        if (Environment.ProcessorCount == 1 && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            // The runtime was told to count one core; without this it would compile on the other.
            self.ProcessorAffinity = 1;
        }

        long cells = work switch
        {
            "read" => ReadingWorks.Read(path),
            "bare" => ReadingWorks.BareXmlPass(path),
            "check" => CheckWorks.Check(path),
            "check-pdf" => CheckWorks.Write(path, "pdf"),
            "check-xlsx" => CheckWorks.Write(path, "xlsx"),
            "check-first" => CheckWorks.FirstMilliseconds(path),
            "check-warm" => CheckWorks.WarmMilliseconds(path),
            "nothing" => 0,
            "first-rule" => RuleWorks.FirstEvaluation(),
            _ => throw new ArgumentException($"No child work '{work}'.", nameof(work)),
        };
        self.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{self.PeakWorkingSet64} {cells} {Environment.CpuUsage.TotalTime.TotalMilliseconds:0}"));
        return 0;
    }

    /// <summary>The parent's side: the peak working set of the child in mebibytes.</summary>
    public static double PeakMebibytes(string work, string path) => AnswerOf(work, path)[0] / (double)(1 << 20);

    /// <summary>The parent's side: the number that a work without a path gives.</summary>
    public static long CountOf(string work) => AnswerOf(work, "-")[1];

    /// <summary>The parent's side: the number that a work gives in a process that may use so many cores.</summary>
    public static long CountOf(string work, string path, int cores) => AnswerOf(work, path, cores)[1];

    /// <summary>The parent's side: the milliseconds of processor time that a work takes in a process that may use so many cores.</summary>
    public static long ProcessorOf(string work, string path, int cores) => AnswerOf(work, path, cores)[2];

    private static long[] AnswerOf(string work, string path, int? cores = null)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is unknown.");
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [typeof(ChildWork).Assembly.Location, "child", work, path]
            : ["child", work, path];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        if (cores is { } count)
        {
            start.Environment["DOTNET_PROCESSOR_COUNT"] = count.ToString("X", CultureInfo.InvariantCulture);
        }

        using Process child = Process.Start(start)
            ?? throw new InvalidOperationException("The child process did not start.");
        string answer = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return [.. answer.Split(' ').Select(figure => long.Parse(figure, CultureInfo.InvariantCulture))];
    }
}
