using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Explanations;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>Why a line has its verdicts: steps, exceptions, open questions, and the conditions as they were asked.</summary>
internal static class LineReasons
{
    /// <summary>Writes a disclosure with the reasons.</summary>
    public static void Write(HtmlPage page, ComplianceReport report, LineReport line)
    {
        page.AddTrusted("<details class=\"reasons\"><summary>Reasons</summary>\n");
        PlanSection.AddList(page, "Words that were read",
            [.. line.Materials.SelectMany(material => material.Signals.Select(signal => $"{FieldNames.Format(signal.Field)} “{signal.Text}”: {signal.Why}"))]);
        foreach (Determination determination in line.Determinations)
        {
            string regime = report.Summary.Regimes.FirstOrDefault(counts => counts.Regime.Id == determination.Regime) is { } found
                ? RegimeWords.GetTitle(found.Regime) : determination.Regime;
            page.Seam();
            page.Add($"<h3>{regime} ");
            HtmlReportWriter.AddMark(page, determination.Verdict);
            page.Add($"</h3>\n<p>{determination.Basis} <span class=\"muted\">{determination.Citation}, {determination.Rule}</span></p>\n");
            page.Seam();
            PlanSection.AddList(page, "Steps", [.. determination.Steps.Select(GetStep)]);
            PlanSection.AddList(page, "To be answered", [.. determination.Missing.Select(fact => fact.Question)]);
            PlanSection.AddList(page, "Exceptions", [.. determination.Exceptions.Select(GetException)]);
            PlanSection.AddList(page, "Notes", [.. determination.Notes, .. determination.NewerText is { } newer ? [$"Under the {newer.Clause} text: "
                + $"{ReportTokens.Format(newer.Verdict)}, {newer.Reason}."] : Array.Empty<string>()]);
            PlanSection.AddList(page, "What would change it", EvidenceOutlook.From(determination).Sentences);
            PlanSection.AddList(page, "Conditions", [.. determination.Trace.Select(trace => $"{trace.Rule}: {trace.Condition} is "
                + $"{ReportTokens.Format(trace.Truth)}{(trace.Facts.IsEmpty ? "" : $" ({string.Join(", ", trace.Facts)})")}")]);
        }

        page.AddTrusted("</details>");
    }

    private static string GetStep(StepDetermination step)
    {
        string what = Wording.DoneAt(step.Stages) + (step.Element is { } element ? $" ({Wording.GetElement(element)})" : "");
        string where = step.Countries.IsEmpty ? "not on file" : string.Join(", ", step.Countries.Select(country => country.Code));
        string source = step.Statement is { } statement ? $", {statement.Place} “{statement.Raw}”" : "";
        string covered = step.InCoveredCountry switch
        {
            Truth.True => "in a covered country",
            Truth.False => "outside the covered countries",
            Truth.Unknown => "not established",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return $"{what}: {where}{source}; {covered}, {step.Citation}";
    }

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
