using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>The head of the page: what was checked, the answer, what to do first, and a bar for each regime.</summary>
internal static class AnswerSection
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlPage page, ComplianceReport report, string name)
    {
        RunParameters run = report.Run;
        page.Add($"<header>\n<p class=\"kicker\">Sourcing check · 10 U.S.C. 4872, DFARS 252.225-7052</p>\n<h1>{name}</h1>\n<dl class=\"run\">\n");
        page.Add($"<div><dt>As of</dt><dd>{Wording.DateOf(run.AsOf)}</dd></div>\n");
        page.Add($"<div><dt>Delivery</dt><dd>{(run.Delivery is { } delivery ? Wording.DateOf(delivery) : "not given")}</dd></div>\n");
        page.Add($"<div><dt>Contract</dt><dd>{run.Contract ?? "not given"}</dd></div>\n");
        page.Add($"<div><dt>Lines read</dt><dd>{Wording.CountOf(report.Summary.Lines, "line")} in {Wording.CountOf(report.Summary.Files, "file")}</dd></div>\n</dl>\n");
        WriteContents(page, report);
        page.AddTrusted("</header>\n<main id=\"main\">\n");
        page.Add($"<section class=\"answer\" aria-label=\"Answer\">\n<p class=\"lead\">{Answer.Of(report)}</p>\n");
        if (Answer.FirstStep(report) is { } first)
        {
            page.Add($"<p class=\"first\">{first} <a href=\"#plan\">The whole plan</a></p>\n");
        }

        if (FilesNotRead.DetailsOf(report) is { } notRead)
        {
            page.Add($"<p class=\"note\">{notRead}</p>\n");
        }

        foreach (RegimeSummary regime in report.Summary.Regimes)
        {
            WriteRegime(page, regime, regime.Regime.Id == run.GateRegime);
        }

        WriteCoverage(page, report.Summary.Coverage);
        page.AddTrusted("</section>\n");
    }

    /// <summary>Writes how much the answer rests on.</summary>
    internal static void WriteCoverage(HtmlPage page, Coverage coverage)
    {
        page.Add($"<p class=\"note\">Coverage: {ReportWords.CoverageOf(coverage)} A required step that is not on file is never a pass.</p>\n");
    }

    private static void WriteContents(HtmlPage page, ComplianceReport report)
    {
        Diagnostic[] doubts = [.. report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics)).Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note)];
        int errors = doubts.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        page.AddTrusted("<nav aria-label=\"Contents\">");
        if (!report.Actions.IsEmpty)
        {
            page.Add($"<a href=\"#plan\">What to do ({report.Actions.Length})</a>");
        }

        page.Add($"<a href=\"#findings\">Findings ({report.Findings.Count()})</a><a href=\"#lines\">Lines</a><a href=\"#inputs\">How the files were read");
        page.Add($"{(doubts.Length == 0 ? "" : errors == 0 ? $" ({Wording.CountOf(doubts.Length, "warning")})" : $" ({Wording.CountOf(errors, "error")}, {Wording.CountOf(doubts.Length - errors, "warning")})")}</a></nav>\n");
    }

    /// <summary>Writes the bar and the counts of one regime.</summary>
    internal static void WriteRegime(HtmlPage page, RegimeSummary regime, bool isGate)
    {
        page.Add($"<div class=\"regime\">\n<h2 class=\"label\">{RegimeWords.TitleOf(regime.Regime)}{(isGate ? " · decides this answer" : "")}</h2>\n");
        int covered = regime.Total - regime.NotCovered;
        if (covered > 0)
        {
            WriteBar(page, regime, covered);
        }

        page.AddTrusted("<ul class=\"counts\">\n");
        foreach (Verdict verdict in Verdicts)
        {
            page.AddTrusted("<li>");
            HtmlReportWriter.AddMark(page, verdict);
            page.Add($" <b>{regime[verdict].ToString("N0", CultureInfo.InvariantCulture)}</b></li>\n");
        }

        page.AddTrusted("</ul>\n</div>\n");
    }

    // Lines without covered material are nearly all lines of a list; a bar with them in would show nothing else.
    private static void WriteBar(HtmlPage page, RegimeSummary regime, int covered)
    {
        page.AddTrusted("<svg class=\"bar\" width=\"100%\" height=\"26\" aria-hidden=\"true\" focusable=\"false\">\n");
        decimal at = 0;
        foreach (Verdict verdict in Verdicts.Where(verdict => verdict != Verdict.NotCovered && regime[verdict] > 0))
        {
            decimal width = decimal.Round(100m * regime[verdict] / covered, 3);
            VerdictLook look = VerdictLook.Of(verdict);
            page.Add($"<g class=\"{ReportTokens.Of(verdict)}\"><rect x=\"{at}%\" y=\"0\" width=\"{width}%\" height=\"26\"></rect>");
            if (width >= 4)
            {
                page.Add($"<text x=\"{at + (width / 2)}%\" y=\"17.5\" text-anchor=\"middle\">{look.Shape} {regime[verdict]}</text>");
            }

            page.AddTrusted("</g>\n");
            at += width;
        }

        page.AddTrusted("</svg>\n");
    }
}
