using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports;

/// <summary>The lines of a report under an established exception, for formats that list findings only.</summary>
public static class ExemptLines
{
    /// <summary>Each exempt line of the gate's regime with the determinations that exempt it, in document order.</summary>
    public static IEnumerable<(LineReport Line, Determination Determination)> Of(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Files.SelectMany(file => file.Lines).SelectMany(line => line.Determinations
            .Where(determination => determination.Verdict == Verdict.Exempt && determination.Regime == report.Run.GateRegime)
            .Select(determination => (line, determination)));
    }
}
