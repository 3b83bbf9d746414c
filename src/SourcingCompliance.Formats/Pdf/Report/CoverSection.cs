using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The first page: the answer in one sentence, the parts by number, what to do today, and what the answer rests on.</summary>
internal static class CoverSection
{
    private const int FirstTasks = 5;
    private const int MostNames = 5;
    private static readonly TextStyle Answered = new(17, 21) { IsStrong = true, Before = 4, After = 4 };
    private static readonly TextStyle Part = new(11.5, 15) { IsStrong = true, Before = 8, After = 2 };

    /// <summary>The blocks of the section.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        ComplianceReport report = setting.Report;
        (string answer, string others) = Sentences.Split(setting.Words(Answer.Compose(report)));
        // Of several BOMs the first question is how many of them are affected.
        (answer, others) = report.Files.Length > 1 ? (BatchWords.GetSentence(BatchIndex.From(report).Files), $"{answer} {others}".TrimEnd()) : (answer, others);
        var blocks = new List<Block>(CoverFacts.Build(setting)) { new Heading(1, answer) { Style = Answered } };
        if (others.Length > 0)
        {
            blocks.Add(new Paragraph(others));
        }

        if (!report.Summary.Regimes.IsEmpty)
        {
            blocks.Add(new VerdictBars(setting.Fonts, setting.Page.ColumnWidth).Draw(report.Summary.Regimes, report.Run.GateRegime));
            blocks.AddRange(VerdictBars.Legend(report.Summary.Regimes) is { } legend ? [legend] : []);
        }

        if (PartBoxes.Build(setting) is { } boxes)
        {
            blocks.Add(boxes);
        }

        if (report.Plan is { DoTodayInShort.IsEmpty: false })
        {
            blocks.Add(new Heading(2, "Do today") { Style = Part });
            blocks.Add(TodayTable.InShort(setting, FirstTasks));
            blocks.AddRange(TodayTable.LateNote(report.Plan.DoTodayInShort.Take(FirstTasks)));
        }

        if (report.Summary.Coverage.StepsRequired > 0)
        {
            blocks.Add(new Heading(2, "Evidence on file") { Style = Part });
            blocks.Add(Evidence(report.Summary.Coverage));
        }

        blocks.Add(new Cards(new Card([.. Limits(setting)]) { Tint = Ink.Panel }) { After = 4 });
        return [.. blocks];
    }

    /// <summary>What the report is about: the BOM with its revision, or how many BOMs.</summary>
    public static string GetName(ReportSetting setting) => setting.Report.Files switch
    {
        [] => "no BOM",
        [var file] => setting.Words(file.Identity.NameOr(file.Name)),
        var files => Wording.FormatCount(files.Length, "BOM"),
    };

    private static Table Evidence(Coverage coverage)
    {
        // A report that was made before evidence was told apart has only the sum.
        StepCoverage steps = coverage.Evidence.Steps.Total > 0 ? coverage.Evidence.Steps
            : new StepCoverage(0, coverage.StepsOnFile, 0, coverage.StepsRequired - coverage.StepsOnFile);
        return new Table(
            [new TableColumn(4.8), Numbers(1.8), Numbers(1.4), Numbers(1.4), Numbers(1.4), Numbers(1.2)],
            [Table.HeadRow("Required steps of covered parts", "Documented", "Stated", "Expired", "Unknown", "All")],
            [
                new TableRow(
                    new TableCell(new Paragraph($"{Wording.FormatCount(coverage.StepsRequired, "step")} on "
                        + $"{Wording.FormatCount(coverage.CoveredLines, "line item")}")) { IsRowHead = true },
                    Wording.GetNumber(steps.Documented), Wording.GetNumber(steps.Stated), Wording.GetNumber(steps.Expired),
                    Wording.GetNumber(steps.Unknown), Wording.GetNumber(steps.Total)),
            ])
        {
            Summary = "Required production steps of the covered parts: documented, stated, expired and unknown",
            Padding = 3,
            After = 6,
        };
    }

    private static TableColumn Numbers(double parts) => new(parts) { Alignment = Alignment.Right };

    // What was not read stands first: nothing in the report speaks of it.
    private static IEnumerable<Paragraph> Limits(ReportSetting setting)
    {
        ComplianceReport report = setting.Report;
        string[] unread = [.. NotRead(setting)];
        string read = unread.Length > 0 ? string.Join(' ', unread)
            : report.Summary.Lines == 0 ? "no line item was read."
                : $"nothing. All {Wording.FormatCount(report.Summary.Lines, "line item")} of {Wording.FormatCount(report.Summary.Files, "file")} were read.";
        yield return new Paragraph(Run.Strong("Not read: "), read) { Style = TextStyle.Small };
        if (report.Plan?.Outlook is { BestCase.Length: > 0 } outlook)
        {
            yield return new Paragraph(setting.Words(outlook.Sentence)) { Style = TextStyle.Small };
        }
    }

    private static IEnumerable<string> NotRead(ReportSetting setting)
    {
        ReportSummary summary = setting.Report.Summary;
        if (summary.UnreadableFiles > 0)
        {
            string[] names = [.. BatchIndex.From(setting.Report).Files.Where(file => file.IsUnreadable)
                .Select(file => setting.Words(setting.Names.Get(file.Report.Path)))];
            string named = names.Length == 0 ? ""
                : $" ({string.Join(", ", names.Take(MostNames))}{(names.Length > MostNames ? $" and {Wording.GetNumber(names.Length - MostNames)} more" : "")})";
            yield return $"{Wording.FormatCount(summary.UnreadableFiles, "file")} could not be read in full{named}; see the input notes at the end.";
        }

        if (summary.Unaccounted > 0)
        {
            yield return $"{Wording.FormatCount(summary.Unaccounted, "skipped row or sheet", "skipped rows or sheets")} may name a covered material; see "
                + $"the input notes at the end.";
        }

        if (FilesNotRead.GetDetails(setting.Report) is { } details)
        {
            string words = setting.Words(FilesNotRead.GetPaths(setting.Report)
                .Aggregate(details, (text, path) => text.Replace(path, setting.GetFile(path), StringComparison.Ordinal)));
            // The panel says already that they were not read.
            yield return words.StartsWith("Not read, ", StringComparison.Ordinal) ? "Possible bills of materials"
                + words[Math.Max(0, words.IndexOf(": ", StringComparison.Ordinal))..] : words;
        }
    }
}
