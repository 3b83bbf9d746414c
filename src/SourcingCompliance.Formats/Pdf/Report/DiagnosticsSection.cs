using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>What was wrong with the input, for whoever repairs it.</summary>
internal static class DiagnosticsSection
{
    private const int MostOfKind = 30;

    /// <summary>The blocks of the section; none when nothing was wrong.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        ImmutableArray<Diagnostic> diagnostics =
        [
            .. setting.Report.Diagnostics.Concat(setting.Report.Files.SelectMany(file => file.Diagnostics))
                .OrderByDescending(diagnostic => diagnostic.Severity),
        ];
        if (diagnostics.IsEmpty)
        {
            return [];
        }

        return
        [
            new Heading(2, "Input notes"),
            new Paragraph("Error: not read, not covered by this report. Warning: read, but confirm.") { Style = TextStyle.Small, KeepsWithNext = true },
            new Table(
                [new TableColumn(1.5), new TableColumn(2.5), new TableColumn(8)],
                [Table.HeadRow("Kind", "Where", "What was found, and what to do")],
                [.. GetRows(diagnostics, setting)])
            {
                Summary = "Diagnostics of the run, errors first",
                Style = ReportSetting.Row,
                Padding = 2.4,
            },
        ];
    }

    // Thirty rows with one fault are told; three hundred more say nothing new and stand in the JSON report.
    private static IEnumerable<TableRow> GetRows(ImmutableArray<Diagnostic> diagnostics, ReportSetting setting)
    {
        foreach (IGrouping<(DiagnosticSeverity Severity, string Id),
            Diagnostic> kind in diagnostics.GroupBy(diagnostic => (diagnostic.Severity, diagnostic.Id)))
        {
            Diagnostic[] all = [.. kind];
            int shown = all.Length <= MostOfKind + 1 ? all.Length : MostOfKind;
            foreach (Diagnostic diagnostic in all.Take(shown))
            {
                yield return GetRow(diagnostic, setting);
            }

            if (all.Length > shown)
            {
                yield return new TableRow(
                    new TableCell(new Paragraph(Run.Strong(GetWord(kind.Key.Severity))), ReportSetting.Below(Run.Code(kind.Key.Id))) { IsRowHead = true },
                    new TableCell(), $"{Wording.GetNumber(all.Length - shown)} more of the same kind; the JSON report contains all of them.");
            }
        }
    }

    private static TableRow GetRow(Diagnostic diagnostic, ReportSetting setting)
    {
        var text = new List<Paragraph> { new(setting.Words(diagnostic.Message)) };
        if (diagnostic.Hint is string hint)
        {
            text.Add(ReportSetting.Below(setting.Words(hint)));
        }

        return new TableRow(
            new TableCell(new Paragraph(Run.Strong(GetWord(diagnostic.Severity))), ReportSetting.Below(Run.Code(diagnostic.Id))) { IsRowHead = true },
            setting.GetPlace(diagnostic.Cell),
            new TableCell([.. text]));
    }

    private static string GetWord(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "Error",
        DiagnosticSeverity.Warning => "Warning",
        DiagnosticSeverity.Note => "Note",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
