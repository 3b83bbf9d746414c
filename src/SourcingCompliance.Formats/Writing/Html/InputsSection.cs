using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>How the inputs were read, and what was wrong with them: whoever doubts the answer begins here.</summary>
internal static class InputsSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlPage page, ComplianceReport report)
    {
        page.AddTrusted("<section id=\"inputs\" aria-labelledby=\"inputs-title\">\n<h2 id=\"inputs-title\">How the files were read</h2>\n");
        WriteDiagnostics(page, report.Diagnostics);
        foreach (FileReport file in report.Files)
        {
            page.Add($"<h3>{file.Path}</h3>\n<p class=\"note\">{Wording.FormatCount(file.LineCount, "line")} read");
            if (file.Sha256 is { } hash)
            {
                page.Add($" · SHA-256 <code class=\"id\">{hash}</code>");
            }

            page.AddTrusted("</p>\n");
            WriteDiagnostics(page, file.Diagnostics);
            foreach (SheetReport sheet in file.Sheets)
            {
                WriteSheet(page, sheet);
            }
        }

        page.AddTrusted("</section>\n</main>\n");
    }

    private static void WriteSheet(HtmlPage page, SheetReport sheet)
    {
        if (sheet.HeaderRow is not { } header)
        {
            page.Add($"<p>Sheet {sheet.Name}: no list was found in it.</p>\n");
            return;
        }

        page.Add($"<details><summary>{(sheet.Name.Length > 0 ? $"Sheet {sheet.Name}: " : "")}header in row {header}, "
            + $"{Wording.FormatCount(sheet.Columns.Count(column => column.IsKnown), "column")}"
                + $" understood{(sheet.SkippedRows.IsEmpty ? "" : $", {Wording.FormatCount(sheet.SkippedRows.Length, "row")} left out")}</summary>\n"
                    + $"<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Column</th><th scope=\"col\">Header</th><th scope=\"col\">Taken as</th>"
                        + $"<th scope=\"col\">Because</th></tr></thead>\n<tbody>\n");
        foreach ((string key, MappedColumn column) in ReportTokens.GetKeys(sheet.Columns))
        {
            page.Add($"<tr><td>{CellRef.GetLetters(column.Column)}</td><td>{column.Header}</td><td>{key}</td><td>{column.Why}</td></tr>\n");
        }

        page.AddTrusted("</tbody>\n</table></div>\n");
        if (sheet.Accounts is { } accounts)
        {
            page.Add($"<p class=\"note\">{ReportWords.GetAccounts(accounts)}</p>\n");
        }

        PlanSection.AddList(page, "Rows left out", [.. sheet.SkippedRows.Select(row => FormattableString.Invariant($"Row {row.Row}: {row.Reason}"))]);
        page.AddTrusted("</details>\n");
    }

    private static void WriteDiagnostics(HtmlPage page, ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.IsEmpty)
        {
            return;
        }

        page.AddTrusted("<ul class=\"diagnostics\">\n");
        foreach (Diagnostic diagnostic in diagnostics)
        {
            page.Add($"<li class=\"{ReportTokens.Format(diagnostic.Severity)}\"><b>{GetWord(diagnostic.Severity)}</b> {diagnostic.ToString()} "
                + $"<span class=\"muted\">{diagnostic.Id}</span></li>\n");
        }

        page.AddTrusted("</ul>\n");
    }

    private static string GetWord(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "■ Error",
        DiagnosticSeverity.Warning => "▲ Warning",
        DiagnosticSeverity.Note => "· Note",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
