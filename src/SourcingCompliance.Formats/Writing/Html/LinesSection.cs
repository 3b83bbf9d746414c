using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing.Html.LongLists;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>The lines of every file as a tree that folds, each with its verdicts and the reasons.</summary>
internal static class LinesSection
{
    // Deeper levels are drawn at this one; their number still stands in the row.
    private const int DeepestIndent = 12;

    // A browser lays out a table as a whole, half a minute for 50,000 rows; it leaves out short ones that are not in view.
    private const int RowsOfTable = 200;

    // Statements of origin whose cells and texts a row of a long list names as its own.
    private const int MostOwnOrigins = 12;

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlPage page, ComplianceReport report, ReportRows rows)
    {
        page.Add($"<section id=\"lines\" aria-labelledby=\"lines-title\">\n<h2 id=\"lines-title\">Line items</h2>\n<p class=\"note\">"
            + $"{(report.Run.AllLines ? "Every line item that was read." : "The line items with a finding, a covered material, or an exception.")}"
                + $" A verdict after “below” is the worst of the parts inside an assembly.</p>\n"
                    + $"<p class=\"note printed\">Not printed here. The PDF report and the workbook contain the line items.</p>\n");
        Sheet[] sheets = [.. report.Files.SelectMany(file => file.Lines.GroupBy(line => line.Row.Sheet)
            .Select(sheet => new Sheet(sheet.Key.Length > 0 ? $"{file.Path} · {sheet.Key}" : file.Path, [.. sheet])))];
        if (sheets.Length > 0)
        {
            WriteFilters(page, rows.AreLinesLong ? sheets : []);
        }

        if (rows.AreLinesLong)
        {
            WriteLong(page, report, sheets);
        }
        else
        {
            foreach (Sheet sheet in sheets)
            {
                WriteSheet(page, report, sheet);
            }
        }

        page.AddTrusted("</section>\n");
    }

    private static void WriteFilters(HtmlPage page, Sheet[] sheets)
    {
        page.AddTrusted("<div class=\"filters\" data-filters=\"lines\" hidden>\n<label class=\"search\"><span>Search</span>"
            + "<input type=\"search\" data-search placeholder=\"part, maker, material\"></label>\n");
        if (sheets.Length > 1)
        {
            page.AddTrusted("<label><span>List</span><select data-choice=\"group\"><option value=\"*\">all</option>");
            for (int at = 0; at < sheets.Length; at++)
            {
                page.Add($"<option value=\"{at}\">{sheets[at].Name}</option>");
            }

            page.AddTrusted("</select></label>\n");
        }

        page.AddTrusted("<button type=\"button\" data-fold=\"open\">Unfold all</button>\n<button type=\"button\" data-fold=\"closed\">Fold all</button>\n"
            + "<p class=\"shown\" role=\"status\" data-shown></p>\n</div>\n");
    }

    private static void WriteSheet(HtmlPage page, ComplianceReport report, Sheet sheet)
    {
        LineReport[] lines = sheet.Lines;
        page.Add($"<h3>{sheet.Name}</h3>\n<div class=\"scroll{(lines.Length > RowsOfTable ? " long" : "")}\" data-sheet>\n");
        for (int start = 0; start < lines.Length; start += RowsOfTable)
        {
            page.AddTrusted("<div class=\"chunk\">");
            WriteTableStart(page, report, sheet.Name);
            for (int i = start; i < Math.Min(start + RowsOfTable, lines.Length); i++)
            {
                WriteLine(page, report, lines[i], HasParts(lines, i));
            }

            page.AddTrusted("</tbody>\n</table></div>\n");
        }

        page.AddTrusted("</div>\n");
    }

    private static void WriteTableStart(HtmlPage page, ComplianceReport report, string name)
    {
        page.Add($"<table class=\"lines\" aria-label=\"{name}\">\n<colgroup><col class=\"c-part\"><col class=\"c-row\"><col><col class=\"c-maker\"><col "
            + $"class=\"c-material\"><col class=\"c-origin\">");
        page.AddTrusted(string.Concat(Enumerable.Repeat("<col class=\"c-verdict\">", report.Summary.Regimes.Length)));
        page.AddTrusted("</colgroup>\n<thead><tr><th scope=\"col\">Part</th><th scope=\"col\">Row</th><th scope=\"col\">Description</th>"
            + "<th scope=\"col\">Made by</th><th scope=\"col\">Material</th><th scope=\"col\">Origin</th>");
        foreach (RegimeSummary regime in report.Summary.Regimes)
        {
            page.Add($"<th scope=\"col\">{RegimeWords.GetPeriod(regime.Regime)}</th>");
        }

        page.AddTrusted("</tr></thead>\n<tbody>\n");
    }

    private static void WriteLong(HtmlPage page, ComplianceReport report, Sheet[] sheets)
    {
        int count = sheets.Sum(sheet => sheet.Lines.Length);
        LongSections.WriteFrame(page, "lines", "line", count, () => WriteTableStart(page, report, "Lines"));
        using var list = new LongList(page, "lines");
        var groups = new List<(int Row, string Name)>();
        int at = 0;
        foreach (Sheet sheet in sheets)
        {
            groups.Add((at, sheet.Name));
            for (int i = 0; i < sheet.Lines.Length; i++, at++)
            {
                list.Begin(GetOwnWords(sheet.Lines[i]));
                WriteLine(list.Row, report, sheet.Lines[i], HasParts(sheet.Lines, i));
                list.End([]);
            }
        }

        list.Finish(groups);
        HashSet<CellRef> found = [.. report.Files.SelectMany(file => file.Findings).Select(finding => GetRow(finding.Cell))];
        (Sheet Sheet, LineReport Line)[] others = [
            .. sheets.SelectMany(sheet => sheet.Lines.Where(line => !found.Contains(GetRow(line.Row))).Select(line => (sheet, line)))];
        string note = string.Create(CultureInfo.InvariantCulture, $"Without scripts only the {Wording.FormatCount(others.Length, "line")} without a finding "
            + $"of {count:N0} are shown here, in short; the others are under Findings. The lines-csv and json reports contain all of them.");
        LongSections.WritePlain(page, note, "Part|Row|Description|Material|Verdicts", others, entry =>
        {
            LineReport line = entry.Line;
            page.Add($"<tr><td>{line.PartNumber}</td><td>{line.Row.Row}</td><td>{line.Description}</td><td>"
                + $"{string.Join(", ", line.Materials.Select(material => HtmlWords.OfMaterial(material.Material)))}</td><td>"
                    + $"{string.Join(", ", line.Verdicts.Select(verdict => VerdictLook.From(verdict.Verdict)).Select(look => $"{look.Shape} {look.Name}"))}"
                        + $"</td></tr>\n");
        });
    }

    private static CellRef GetRow(CellRef cell) => new(cell.File, cell.Sheet, cell.Row, 0);

    private static bool HasParts(LineReport[] lines, int at) => at + 1 < lines.Length && lines[at + 1].Level > lines[at].Level;

    private static string[] GetOwnWords(LineReport line)
    {
        string[] own = new string[7 + (2 * MostOwnOrigins)];
        Array.Fill(own, "");
        own[0] = line.PartNumber;
        own[1] = line.Description;
        own[2] = line.Manufacturer;
        own[3] = line.Supplier;
        own[4] = line.Row.Row.ToString(CultureInfo.InvariantCulture);
        own[5] = line.Row.Address;
        own[6] = OriginSummary.From(line.Origins).Raw;
        for (int i = 0; i < Math.Min(line.Origins.Length, MostOwnOrigins); i++)
        {
            own[7 + (2 * i)] = line.Origins[i].Place;
            own[8 + (2 * i)] = line.Origins[i].Raw;
        }

        // What is not used at the end need not be said.
        return own[..(Array.FindLastIndex(own, word => word.Length > 0) + 1)];
    }

    private static void WriteLine(HtmlPage page, ComplianceReport report, LineReport line, bool hasParts)
    {
        page.Add($"<tr data-level=\"{line.Level}\"><th scope=\"row\" class=\"l{Math.Min(line.Level, DeepestIndent)}\">");
        if (hasParts)
        {
            page.Add($"<button type=\"button\" class=\"fold\" aria-expanded=\"true\" aria-label=\"Parts of {line.PartNumber}\" hidden></button>");
        }

        page.Add($"<span class=\"number\">{line.PartNumber}</span></th><td class=\"row\" data-label=\"Row\">{line.Row.Row}</td><td>{line.Description}</td>"
            + $"<td data-label=\"Made by\">{line.Manufacturer}</td><td data-label=\"Material\">");
        foreach (MaterialOccurrence material in line.Materials)
        {
            page.Add($"<span class=\"material\">{GetPresence(material)}{HtmlWords.OfMaterial(material.Material)}</span> ");
        }

        foreach (OtherSubstance substance in line.OtherSubstances)
        {
            page.Add($"<span class=\"muted\">{HtmlWords.OfMaterial(substance.Id)}</span> ");
        }

        OriginSummary origin = OriginSummary.From(line.Origins);
        page.Add($"</td><td data-label=\"Origin\">{origin.Raw}");
        string codes = string.Join(", ", origin.Countries.Select(country => country.Code));
        if (codes.Length > 0 && codes != origin.Raw)
        {
            page.Add($" <span class=\"muted\">{codes}</span>");
        }

        page.AddTrusted("</td>");
        foreach (RegimeSummary regime in report.Summary.Regimes)
        {
            WriteVerdict(page, RegimeWords.GetPeriod(regime.Regime), GetVerdict(line.Verdicts, regime), GetVerdict(line.RolledUp, regime));
        }

        page.AddTrusted("</tr>\n");
        if (!line.Determinations.IsEmpty)
        {
            page.Add($"<tr class=\"because\"><td class=\"l{Math.Min(line.Level, DeepestIndent)}\" colspan=\"{6 + report.Summary.Regimes.Length}\">");
            LineReasons.Write(page, report, line);
            page.AddTrusted("</td></tr>\n");
        }
    }

    private static void WriteVerdict(HtmlPage page, string period, Verdict? own, Verdict? below)
    {
        page.Add($"<td data-label=\"{period}\">");
        if (own is { } verdict)
        {
            HtmlReportWriter.AddMark(page, verdict);
        }

        if (below is { } worst && worst != own)
        {
            page.AddTrusted("<br><span class=\"below\">below ");
            HtmlReportWriter.AddMark(page, worst);
            page.AddTrusted("</span>");
        }

        page.AddTrusted("</td>");
    }

    private static Verdict? GetVerdict(IEnumerable<RegimeVerdict> verdicts, RegimeSummary regime) =>
        verdicts.FirstOrDefault(verdict => verdict.Regime == regime.Regime.Id)?.Verdict;

    private static string GetPresence(MaterialOccurrence material) => material.Presence switch
    {
        Presence.Is => "",
        Presence.Contains => "contains ",
        Presence.Possible => "may contain ",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private sealed record Sheet(string Name, LineReport[] Lines);
}
