using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Reports;

/// <summary>The overview of a run over several files: which to open first, and which parts stand behind the findings.</summary>
/// <param name="Files">The files, worst first.</param>
/// <param name="Parts">The parts with a finding, worst first, then those in most files.</param>
public sealed record BatchIndex(ImmutableArray<IndexedFile> Files, ImmutableArray<PartUse> Parts)
{
    /// <summary>The overview of a report.</summary>
    public static BatchIndex From(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new BatchIndex(
            [.. report.Files.Select(file => IndexedFile.From(report, file)).OrderBy(file => file.Rank)
                .ThenByDescending(file => file.Counts?.Violation ?? 0).ThenByDescending(file => file.Counts?.Suspect ?? 0)
                .ThenByDescending(file => file.Counts?.Open ?? 0)
                .ThenBy(file => file.Report.Path, StringComparer.Ordinal)],
            [.. report.Findings.GroupBy(finding => (Part: NameKey.OfPart(finding.PartNumber), Maker: NameKey.Compute(finding.Manufacturer)))
                .Select(PartUse.From)
                .OrderBy(part => part.Worst).ThenByDescending(part => part.Files.Length)
                .ThenBy(part => part.PartNumber, StringComparer.Ordinal).ThenBy(part => part.Manufacturer, StringComparer.Ordinal)]);
    }
}

/// <summary>One file of the overview.</summary>
/// <param name="Report">The file.</param>
/// <param name="Counts">Its counts under the regime that the gate looks at; null = nothing was counted.</param>
public sealed record IndexedFile(FileReport Report, RegimeSummary? Counts)
{
    /// <summary>The worst verdict of its lines; null when the file could not be read, so nobody knows.</summary>
    public Verdict? Worst => IsUnreadable || Counts is null
        ? null
        : Enum.GetValues<Verdict>().Cast<Verdict?>().FirstOrDefault(verdict => verdict is { } some && Counts[some] > 0) ?? Verdict.NotCovered;

    /// <summary>Whether the file, or a part of it, could not be read.</summary>
    public bool IsUnreadable => Report.ExitCode == ExitCodes.Input;

    // A violation that was found is certain; what could not be read may hold another, so it stands before a suspicion.
    internal int Rank => Counts is { Violation: > 0 } ? -2 : IsUnreadable ? -1 : (int)(Worst ?? Verdict.NotCovered);

    internal static IndexedFile From(ComplianceReport report, FileReport file) =>
        new(file, file.Regimes.FirstOrDefault(regime => regime.Regime.Id == report.Run.GateRegime) ?? file.Regimes.LastOrDefault());
}

/// <summary>A part with findings, and the files that use it.</summary>
/// <param name="PartNumber">The part, as it is spelt first.</param>
/// <param name="Manufacturer">Who makes it; empty when not stated.</param>
/// <param name="Worst">The worst verdict of its findings.</param>
/// <param name="Findings">Number of findings.</param>
/// <param name="Files">Paths of the files, in ordinal order.</param>
public sealed record PartUse(string PartNumber, string Manufacturer, Verdict Worst, int Findings, ImmutableArray<string> Files)
{
    internal static PartUse From(IEnumerable<Finding> findings)
    {
        Finding[] all = [.. findings];
        return new PartUse(
            all.Select(finding => finding.PartNumber.Trim()).Order(StringComparer.Ordinal).First(),
            all.Select(finding => finding.Manufacturer.Trim()).Order(StringComparer.Ordinal).First(),
            all.Min(finding => finding.Verdict), all.Length,
            [.. all.Select(finding => finding.Cell.File).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
