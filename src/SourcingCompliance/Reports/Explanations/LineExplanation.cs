using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports.Explanations;

/// <summary>Everything that can be told of one line: what was read, what was asked, what came of it, and what would change it.</summary>
/// <param name="Line">The line, with every condition traced.</param>
/// <param name="Looked">The columns in which materials were looked for.</param>
/// <param name="Outlooks">What evidence would change each answer, in the order of the line's determinations.</param>
public sealed record LineExplanation(LineReport Line, ImmutableArray<MappedColumn> Looked, ImmutableArray<EvidenceOutlook> Outlooks)
{
    /// <summary>The company policies that the line does not meet; they do not change its verdict.</summary>
    public ImmutableArray<PolicyFinding> Policies { get; init; } = [];

    /// <summary>The explanations of the lines that a user means, in document order.</summary>
    /// <param name="report">A report of every line, made with every condition traced.</param>
    /// <param name="address">Which sheet and row; the file is the report's.</param>
    /// <param name="partNumber">Which part; null = any.</param>
    public static ImmutableArray<LineExplanation> From(ComplianceReport report, LineAddress address, string? partNumber)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(address);
        ILookup<CellRef, PolicyFinding> policies = report.PolicyFindings.ToLookup(finding => finding.Row);
        return
        [
            .. from file in report.Files
               from line in file.Lines
               where address.Names(line) && (partNumber is null || PartNumbers.AreSame(line.PartNumber, partNumber))
               select new LineExplanation(line, LookedAt(file, line), GetOutlooks(report, line)) { Policies = [.. policies[line.Row]] },
        ];
    }

    private static ImmutableArray<MappedColumn> LookedAt(FileReport file, LineReport line) =>
        [.. file.Sheets.Where(sheet => sheet.Name == line.Row.Sheet).SelectMany(sheet => sheet.Columns)
            .Where(column => MaterialFields.All.Contains(column.Field))];

    private static ImmutableArray<EvidenceOutlook> GetOutlooks(ComplianceReport report, LineReport line) => line.Determinations.IsEmpty
        ? [.. report.Summary.Regimes.Take(1).Select(regime => EvidenceOutlook.OfNothing(regime.Regime.Id))]
        : [.. line.Determinations.Select(EvidenceOutlook.From)];
}
