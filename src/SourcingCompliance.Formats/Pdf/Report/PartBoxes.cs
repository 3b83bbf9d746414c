using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Boxes with the part numbers of violations and suspects; where there are none, with those that are open.</summary>
internal static class PartBoxes
{
    private const int ToldParts = 3;
    private const int ListedParts = 15;
    private static readonly TextStyle Text = TextStyle.Small with { After = 2 };

    /// <summary>Whether every file, row and sheet that may list parts was read.</summary>
    public static bool IsReadInFull(ComplianceReport report) => report.Summary is { UnreadableFiles: 0, Unaccounted: 0, NotRead: 0 };

    /// <summary>The boxes; null for a report without line items.</summary>
    public static Cards? Build(ReportSetting setting)
    {
        ComplianceReport report = setting.Report;
        // A part stands once, with the finding that is worst, as the headline counts.
        Finding[] parts = [.. report.Findings.Where(report.Run.Concerns).DistinctBy(finding => finding.PartNumber)];
        Card[] boxes =
        [
            .. new[] { Verdict.Violation, Verdict.Suspect }.Select(verdict => GetBox(verdict, parts, setting)).OfType<Card>(),
        ];
        boxes = boxes.Length > 0 ? boxes : GetBox(Verdict.Open, parts, setting) is { } open ? [open] : [];
        return boxes.Length > 0 ? new Cards([.. boxes]) { After = 4 } : report.Summary.Lines > 0 ? new Cards(Clean(report)) : null;
    }

    private static Card? GetBox(Verdict verdict, Finding[] all, ReportSetting setting)
    {
        Finding[] parts = [.. all.Where(finding => finding.Verdict == verdict)];
        if (parts.Length == 0)
        {
            return null;
        }

        var look = VerdictPrint.From(verdict);
        var paragraphs =
            new List<Paragraph> { new(look.Run(), Run.Strong("  " + Wording.FormatCount(parts.Length, "part"))) { Style = TextStyle.Body with { After = 3 } } };
        if (parts.Length <= ToldParts)
        {
            paragraphs.AddRange(parts.Select(part =>
                new Paragraph(setting.PartRun(part.PartNumber), " " + setting.Brief(FindingWords.GetWhyInShort(part), 150)) { Style = Text }));
        }
        else
        {
            paragraphs.Add(new Paragraph([.. setting.PartRuns([.. parts.Select(part => part.PartNumber)], ListedParts)
                .Select(run => run with { IsStrong = run.IsUnbroken })])
            { Style = Text });
            paragraphs.Add(new Paragraph(Run.Muted(GetSays(verdict))) { Style = Text });
        }

        return new Card([.. paragraphs]) { Accent = look.Color };
    }

    private static string GetSays(Verdict verdict) => verdict switch
    {
        Verdict.Violation => "Prohibited on the facts on file. The reason for each part stands under Findings.",
        Verdict.Suspect => "The only origin listed is a covered country (China, Russia, Iran or North Korea). An answer from the supplier settles it.",
        _ => "Origin information is missing. Open is not a pass.",
    };

    // Green is for what was read to the end: what was not read may hold a violation.
    private static Card Clean(ComplianceReport report) => IsReadInFull(report)
        ? new Card(
            new Paragraph(Run.Strong("No violation found on the evidence supplied")) { Style = TextStyle.Body with { After = 3 } },
            new Paragraph(VerdictBars.GetWords(report.Summary.Coverage)) { Style = Text })
        { Accent = VerdictPrint.From(Verdict.Pass).Color }
        : new Card(
            new Paragraph(VerdictPrint.From(Verdict.Open).Run(), Run.Strong("  Not everything was read")) { Style = TextStyle.Body with { After = 3 } },
            new Paragraph("No violation was found in what was read. What was not read is listed below, may contain one, and is not a pass.") { Style = Text },
            new Paragraph(VerdictBars.GetWords(report.Summary.Coverage)) { Style = Text })
        { Accent = VerdictPrint.From(Verdict.Open).Color };
}
