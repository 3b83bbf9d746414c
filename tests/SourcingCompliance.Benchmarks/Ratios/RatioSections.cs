namespace SourcingCompliance.Benchmarks.Ratios;

/// <summary>One section of the ratio report.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Run">Measures and prints it.</param>
/// <param name="IsOnRequest">Whether it runs only when it is named, because it takes minutes.</param>
public sealed record RatioSection(string Name, Action<RatioReport> Run, bool IsOnRequest = false);

/// <summary>The sections of <c>-- ratios</c>. To add one: a class of your own in this folder and a line below.</summary>
public static class RatioSections
{
    private static readonly RatioSection[] All =
    [
        new("reading", ReadingRatios.Run),
        new("recognition", _ => RecognitionRatios.Run(Console.Out)),
        new("rules", RuleRatios.Run),
        new("check", CheckRatios.Run),
        new("pdf", PdfRatios.Run),
        new("dense", DenseRatios.Run),
        new("evidence", EvidenceRatios.Run),
        new("start", StartRatios.Run, IsOnRequest: true),
    ];

    /// <summary>Runs the named sections, all but those on request when none is named; 0 = every ratio is within its bound.</summary>
    public static int Run(IReadOnlyList<string> names)
    {
        var report = new RatioReport(Console.Out);
        foreach (RatioSection section in All.Where(section => names.Count == 0 ? !section.IsOnRequest : names.Contains(section.Name, StringComparer.Ordinal)))
        {
            report.Heading(section.Name);
            section.Run(report);
        }

        return report.AllWithin ? 0 : 1;
    }
}
