using System.Globalization;
using SourcingCompliance.Benchmarks.Inputs;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>What joining evidence costs: the same list with and without a ledger that changes no verdict.</summary>
public static class EvidenceRatios
{
    private const int Lines = 10_000;
    private const int Statements = 2_000;

    /// <summary>Measures and prints.</summary>
    public static void Run(RatioReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var files = new BomFiles(motorsOneIn: 1000, magnetsOneIn: 2);
        using var evidence = new EvidenceFiles();
        string list = files.Csv(Lines);
        string ledger = evidence.Ledger(Statements, oneIn: 4);
        report.Say(string.Create(CultureInfo.InvariantCulture,
            $"{Lines:N0} lines, half of them covered, json and sarif written; {Statements:N0} statements, one file each:"));
        IReadOnlyList<(double Processor, double Wall)> times = report.Times(
            9,
            3,
            ("without evidence", () => CheckWorks.Check(list)),
            ("with evidence", () => CheckWorks.Check(list, ledger)));
        report.AtMost("with evidence, times without, by the clock", times[1].Wall / times[0].Wall, 1.1, "x");
        report.SayProcessor(times[1].Processor / times[0].Processor);
    }
}
