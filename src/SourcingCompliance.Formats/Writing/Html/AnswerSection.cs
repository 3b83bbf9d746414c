using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>The head of the page: what was checked, the answer, the counts of each period, what to do today, and the evidence on file.</summary>
internal static class AnswerSection
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlPage page, ComplianceReport report, string name)
    {
        RunParameters run = report.Run;
        string marking = ReportMarking.Format(report);
        page.AddTrusted("<header>\n");
        if (marking.Length > 0)
        {
            page.Add($"<p class=\"marking\">{marking}</p>\n");
        }

        page.Add(
            $"<p class=\"kicker\">{string.Join(" · ", new[] { report.Settings.Company, "Sourcing check", "10 U.S.C. 4872, DFARS 252.225-7052" }.Where(part => part.Length > 0))}</p>\n<h1>{name}</h1>\n<dl class=\"run\">\n");
        WriteFact(page, "BOM", report.Files is [{ } only] ? only.Identity.NameOr("") : "");
        WriteFact(page, "Title", report.Files is [{ } titled] ? titled.Identity.Subtitle : "");
        WriteFact(page, "Contract", run.ContractNumber ?? run.Contract ?? "not given");
        WriteFact(page, "Delivery", run.Delivery is { } delivery ? Wording.FormatDate(delivery) : "no date given: both periods shown");
        WriteFact(page, "Check date", Wording.FormatDate(run.AsOf));
        WriteFact(page, "Line items read",
            $"{Wording.GetNumber(report.Summary.Lines)}{(report.Summary.Files > 1 ? $" in {Wording.FormatCount(report.Summary.Files, "file")}" : "")}");
        WriteFact(page, "Prepared by", report.Settings.PreparedBy);
        WriteFact(page, "Contact", report.Settings.Contact);
        page.AddTrusted("</dl>\n");
        WriteContents(page, report);
        page.AddTrusted("</header>\n<main id=\"main\">\n<div class=\"top\">\n");
        page.Add($"<section class=\"answer\" aria-label=\"Answer\">\n<p class=\"lead\">{Answer.Compose(report)}</p>\n");
        if (FilesNotRead.GetDetails(report) is { } notRead)
        {
            page.Add($"<p class=\"warn\">▲ {notRead}</p>\n");
        }

        foreach (RegimeSummary regime in report.Summary.Regimes.OrderBy(regime => regime.Regime.Id != run.GateRegime))
        {
            WriteRegime(page, regime, regime.Regime.Id == run.GateRegime);
        }

        NamedParts.Write(page, report);
        page.AddTrusted("</section>\n<div class=\"side\">\n");
        TodaySection.WriteShort(page, report.Plan);
        EvidencePanel.Write(page, report.Summary.Coverage);
        page.AddTrusted("</div>\n</div>\n");
    }

    private static void WriteFact(HtmlPage page, string term, string text)
    {
        if (text.Length > 0)
        {
            page.Add($"<div><dt>{term}</dt><dd>{text}</dd></div>\n");
        }
    }

    private static void WriteContents(HtmlPage page, ComplianceReport report)
    {
        Diagnostic[] doubts = [.. report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics))
            .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note)];
        int errors = doubts.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        page.Add($"<nav aria-label=\"Contents\"><a href=\"#findings\">Findings ({Wording.GetNumber(report.Findings.Count())})</a>");
        page.AddTrusted(report.Actions.IsEmpty ? "" : "<a href=\"#plan\">Plan</a>");
        page.Add($"<a href=\"#lines\">Line items</a><a href=\"#inputs\">How the files were read");
        page.Add(
            $"{(doubts.Length == 0 ? "" : errors == 0 ? $" ({Wording.FormatCount(doubts.Length, "warning")})" : $" ({Wording.FormatCount(errors, "error")}, {Wording.FormatCount(doubts.Length - errors, "warning")})")}</a></nav>\n");
    }

    /// <summary>Writes the bar and the counts of one regime.</summary>
    internal static void WriteRegime(HtmlPage page, RegimeSummary regime, bool isGate)
    {
        page.Add($"<div class=\"regime\">\n<h2 class=\"label\">{RegimeWords.GetTitle(regime.Regime)}{(isGate ? " · used for the overall result" : "")}</h2>\n");
        if (regime.Total > regime.NotCovered && isGate)
        {
            WriteBar(page, regime);
        }

        page.AddTrusted("<ul class=\"counts\">\n");
        foreach (Verdict verdict in Verdicts)
        {
            page.AddTrusted("<li>");
            HtmlReportWriter.AddMark(page, verdict);
            page.Add($" <b>{Wording.GetNumber(regime[verdict])}</b></li>\n");
        }

        page.AddTrusted("</ul>\n</div>\n");
    }

    // Every part is wide enough for its number on a telephone, also where nearly all lines are without a covered material; the rest of the bar is
    // shared in proportion.
    private static void WriteBar(HtmlPage page, RegimeSummary regime)
    {
        page.AddTrusted("<svg class=\"bar\" width=\"100%\" height=\"26\" aria-hidden=\"true\" focusable=\"false\">\n");
        (Verdict Verdict, string Number, decimal Least)[] parts = [.. Verdicts.Where(verdict => regime[verdict] > 0)
            .Select(verdict => (verdict, Wording.GetNumber(regime[verdict]))).Select(part => (part.verdict, part.Item2, 7 + (2.5m * part.Item2.Length)))];
        decimal scale = Math.Min(1, 100 / parts.Sum(part => part.Least));
        decimal free = 100 - (scale * parts.Sum(part => part.Least));
        decimal at = 0;
        foreach ((Verdict verdict, string number, decimal least) in parts)
        {
            decimal width = decimal.Round((scale * least) + (free * regime[verdict] / regime.Total), 3);
            VerdictLook look = VerdictLook.From(verdict);
            page.Add($"<g class=\"{ReportTokens.Format(verdict)}\"><rect x=\"{at}%\" y=\"0\" width=\"{width}%\" height=\"26\"></rect>");
            page.Add($"<text x=\"{at + (width / 2)}%\" y=\"17.5\" text-anchor=\"middle\">{look.Shape} {number}</text></g>\n");
            at += width;
        }

        page.AddTrusted("</svg>\n");
    }
}
