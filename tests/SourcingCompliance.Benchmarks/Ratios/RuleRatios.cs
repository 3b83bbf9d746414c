using System.Globalization;
using SourcingCompliance.Benchmarks.Inputs;

namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>How fast conditions are evaluated, and how soon the first answer is there in a process that has just begun.</summary>
public static class RuleRatios
{
    private const int Rounds = 100_000;
    private const int Processes = 5;

    /// <summary>Measures and prints.</summary>
    public static void Run(RatioReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        long evaluations = 0;
        IReadOnlyList<double> seconds =
            report.Medians(5, ("every rule of the clause over facts of every material", () => evaluations = RuleWorks.Evaluate(Rounds)));
        report.AtLeast("rule evaluations a second on one core", evaluations / seconds[0] / 1e6, 10, "million");

        double[] first = [.. Enumerable.Range(0, Processes).Select(_ => ChildWork.CountOf("first-rule") / 1000.0).Order()];
        report.Say(string.Create(CultureInfo.InvariantCulture, $"  first answer in {Processes} new processes: "
            + $"{string.Join(", ", first.Select(time => time.ToString("0.0", CultureInfo.InvariantCulture)))} ms"));
        report.AtMost("first answer of a new process, median", first[Processes / 2], 20, "ms");
    }
}
