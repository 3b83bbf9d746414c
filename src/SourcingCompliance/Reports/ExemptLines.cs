using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports;

/// <summary>The lines of a report under an established exception, for formats that list findings only.</summary>
public static class ExemptLines
{
    /// <summary>Each exempt line of the gate's regime with the determinations that exempt it, in document order.</summary>
    public static IEnumerable<(LineReport Line, Determination Determination)> Get(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Files.SelectMany(file => file.Lines).Where(line => line.DeterminationsInAnyRow.Any(IsExempt))
            .SelectMany(line => line.Determinations.Where(IsExempt).Select(determination => (line, determination)));

        bool IsExempt(Determination determination) => determination.Verdict == Verdict.Exempt && determination.Regime == report.Run.GateRegime;
    }
}
