using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>What was wrong with the input, for whoever repairs it.</summary>
internal static class DiagnosticsSection
{
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
            new Heading(1, "Appendix: what was noticed in the input"),
            new Paragraph("An error means that something could not be read or applied, and the report says nothing about it. A warning was read with doubt."),
            new Table(
                [new TableColumn(1.5), new TableColumn(3.1), new TableColumn(7.4)],
                [Table.HeadRow("Kind", "Where", "What was found, and what to do")],
                [.. diagnostics.Select(diagnostic => RowOf(diagnostic, setting))])
            {
                Summary = "Diagnostics of the run, errors first",
            },
        ];
    }

    private static TableRow RowOf(Diagnostic diagnostic, ReportSetting setting)
    {
        var text = new List<Paragraph> { new(setting.Words(diagnostic.Message)) };
        if (diagnostic.Hint is string hint)
        {
            text.Add(new Paragraph(setting.Words(hint)));
        }

        return new TableRow(
            new TableCell(new Paragraph(Run.Strong(WordOf(diagnostic.Severity))), ReportSetting.Below(Run.Code(diagnostic.Id))) { IsRowHead = true },
            setting.PlaceOf(diagnostic.Cell),
            new TableCell([.. text]));
    }

    private static string WordOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "Error",
        DiagnosticSeverity.Warning => "Warning",
        DiagnosticSeverity.Note => "Note",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
