using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports;

/// <summary>
/// The numbers of a report, counted by one rule that every format uses: headline, bars, filters and tables print these and count nothing themselves.
/// </summary>
public sealed record ReportCounts
{
    /// <summary>The rule in words.</summary>
    public const string Rule =
        "Each line item counts once, by its worst verdict. A finding is one covered material of one line item, so a line item can have several findings.";

    /// <summary>Line items read, in the period that the result is taken from.</summary>
    public required int LineItems { get; init; }

    /// <summary>Line items with a finding in that period, by worst verdict. They are the numbers of the headline.</summary>
    public required FindingCounts Lines { get; init; }

    /// <summary>Line items under an exception in that period.</summary>
    public required int Exempt { get; init; }

    /// <summary>Line items with every required step on file outside the covered countries in that period.</summary>
    public required int Pass { get; init; }

    /// <summary>Line items without a covered material.</summary>
    public required int NotCovered { get; init; }

    /// <summary>Findings in that period, by verdict.</summary>
    public required FindingCounts Findings { get; init; }

    /// <summary>Findings that hold in other periods only.</summary>
    public required int FindingsOfOtherPeriods { get; init; }

    /// <summary>All findings of the report.</summary>
    public int AllFindings => Findings.Total + FindingsOfOtherPeriods;

    /// <summary>Findings and line items in words: <c>25 findings on 24 of 62 line items</c>.</summary>
    public string Words =>
        $"{Wording.FormatCount(Findings.Total, "finding")} on {Wording.GetNumber(Lines.Total)} of {Wording.FormatCount(LineItems, "line item")}";

    /// <summary>Counts a report.</summary>
    /// <param name="report">The report.</param>
    public static ReportCounts From(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return From(report.Files, report.Summary.Regimes, report.Run);
    }

    /// <summary>Counts one file of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="file">The file.</param>
    public static ReportCounts From(ComplianceReport report, FileReport file)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(file);
        return From([file], file.Regimes, report.Run);
    }

    private static ReportCounts From(IEnumerable<FileReport> files, IEnumerable<RegimeSummary> regimes, RunParameters run)
    {
        int violations = 0, suspects = 0, open = 0, others = 0;
        foreach (Finding finding in files.SelectMany(file => file.Findings))
        {
            bool counts = finding.Regimes.IsEmpty || finding.Regimes.Contains(run.GateRegime, StringComparer.Ordinal);
            others += counts ? 0 : 1;
            violations += counts && finding.Verdict == Verdict.Violation ? 1 : 0;
            suspects += counts && finding.Verdict == Verdict.Suspect ? 1 : 0;
            open += counts && finding.Verdict == Verdict.Open ? 1 : 0;
        }

        RegimeSummary? gate = regimes.FirstOrDefault(regime => regime.Regime.Id == run.GateRegime);
        return new ReportCounts
        {
            LineItems = gate?.Total ?? 0,
            Lines = gate is null ? FindingCounts.None : new FindingCounts(gate.Violation, gate.Suspect, gate.Open),
            Exempt = gate?.Exempt ?? 0,
            Pass = gate?.Pass ?? 0,
            NotCovered = gate?.NotCovered ?? 0,
            Findings = new FindingCounts(violations, suspects, open),
            FindingsOfOtherPeriods = others,
        };
    }
}
