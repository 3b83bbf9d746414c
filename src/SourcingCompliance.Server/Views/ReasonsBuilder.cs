using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Explanations;

namespace SourcingCompliance.Server.Views;

/// <summary>Puts the reasons of a line item into words.</summary>
internal static class ReasonsBuilder
{
    /// <summary>The reasons.</summary>
    /// <param name="report">The report, which names the periods.</param>
    /// <param name="line">The line item.</param>
    public static LineReasons Get(ComplianceReport report, LineReport line)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(line);
        return new LineReasons(
            [.. line.Materials.SelectMany(material => material.Signals.Select(signal => $"{FieldNames.Format(signal.Field)} “{signal.Text}”: {signal.Why}"))],
            [.. line.Determinations.Select(determination => Get(report, determination))]);
    }

    private static PeriodReasons Get(ComplianceReport report, Determination determination)
    {
        string period = report.Summary.Regimes.FirstOrDefault(counts => counts.Regime.Id == determination.Regime) is { } found
            ? RegimeWords.GetTitle(found.Regime) : determination.Regime;
        return new PeriodReasons(
            period, ReportTokens.Format(determination.Verdict), determination.Material is { } material ? HtmlWords.OfMaterial(material)
                : "", determination.Basis, determination.Citation, determination.Rule,
            [.. determination.Steps.Select(GetStep)],
            [.. determination.Missing.Select(fact => fact.Question)],
            [.. determination.Exceptions.Select(GetException)],
            [.. determination.Notes, .. determination.NewerText is { } newer
                ? [$"Under the {newer.Clause} text: {ReportTokens.Format(newer.Verdict)}, {newer.Reason}."] : Array.Empty<string>()],
            EvidenceOutlook.From(determination).Sentences,
            [.. determination.Trace.Select(trace => $"{trace.Rule}: {trace.Condition} is "
                + $"{ReportTokens.Format(trace.Truth)}{(trace.Facts.IsEmpty ? "" : $" ({string.Join(", ", trace.Facts)})")}")]);
    }

    private static StepReason GetStep(StepDetermination step) => new(
        Wording.DoneAt(step.Stages) + (step.Element is { } element ? $" ({Wording.GetElement(element)})" : ""),
        step.Countries.IsEmpty ? "not stated" : string.Join(", ", step.Countries.Select(country => country.Code)),
        step.Statement is { } statement ? $"{statement.Cell.Address} “{statement.Raw}”" : "",
        step.InCoveredCountry switch
        {
            Truth.True => "in a covered country",
            Truth.False => "outside the covered countries",
            Truth.Unknown => "not established",
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        step.Citation);

    private static string GetException(ExceptionDetermination exception)
    {
        string established = exception.Established switch
        {
            Truth.True => "established",
            Truth.False => "does not apply",
            Truth.Unknown => "not established yet",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        string questions = string.Concat(exception.Missing.Select(fact => " " + fact.Question));
        return $"{exception.Title}: {established}{(exception.IsClaimed ? ", claimed by the contract file" : "")}, {exception.Citation}.{questions}";
    }
}
