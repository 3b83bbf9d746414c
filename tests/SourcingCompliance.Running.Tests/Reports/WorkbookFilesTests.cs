using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Tests.Reports;

public sealed class WorkbookFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sourcing-workbooks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_users_workbook_gets_a_verdict_beside_each_line()
    {
        using SpreadsheetDocument annotated = Annotated();

        TextsOf(annotated, "Parts", 3).ShouldContain("Sourcing verdict");
        TextsOf(annotated, "Parts", 4).ShouldContain("■ Violation");
        TextsOf(annotated, "Parts", 4)
            .ShouldContain(text => text.StartsWith("MAG-1: ", StringComparison.Ordinal) && text.Contains("China", StringComparison.Ordinal));
        TextsOf(annotated, "Parts", 5).ShouldContain("· Not covered");
    }

    [Fact]
    public void Formulas_and_formats_of_the_user_stay_as_they_were()
    {
        using SpreadsheetDocument annotated = Annotated();
        WorksheetPart sheet = SheetOf(annotated, "Parts");

        sheet.Worksheet.Descendants<CellFormula>().Select(formula => formula.Text).ShouldBe(["D4*E4", "D5*E5"]);
        sheet.Worksheet.Descendants<MergeCell>().ShouldHaveSingleItem().Reference?.Value.ShouldBe("A1:C1");
    }

    [Fact]
    public void The_cell_that_decides_is_tinted_and_carries_a_note()
    {
        using SpreadsheetDocument annotated = Annotated();
        WorksheetPart sheet = SheetOf(annotated, "Parts");

        Comment note = (sheet.WorksheetCommentsPart?.Comments.CommentList?.Elements<Comment>() ?? []).ShouldHaveSingleItem();
        note.Reference?.Value.ShouldBe("C4");
        uint style = sheet.Worksheet.Descendants<Cell>().First(cell => cell.CellReference == "C4").StyleIndex?.Value ?? 0;
        CellFormat format = (CellFormat)(annotated.WorkbookPart?.WorkbookStylesPart?.Stylesheet.CellFormats?.ElementAt((int)style)
            ?? throw new InvalidOperationException());
        Fill fill = (Fill)(annotated.WorkbookPart.WorkbookStylesPart.Stylesheet.Fills?.ElementAt((int)(format.FillId?.Value ?? 0))
            ?? throw new InvalidOperationException());
        fill.PatternFill?.ForegroundColor?.Rgb?.Value.ShouldBe("FFFCE8E8");
    }

    [Fact]
    public void Findings_and_counts_are_those_of_the_report()
    {
        string path = Path.Combine(_folder, "bom.csv");
        File.WriteAllText(path, "Part Number,Description,Country of Origin\nMAG-1,NdFeB magnet,China\nMAG-2,NdFeB magnet,\nMAG-3,NdFeB "
            + "magnet,China\nSCR-1,Screw,US\n");
        ComplianceReport report = CheckRunner.Run(new CheckJob { Paths = [path], AsOf = new DateOnly(2026, 11, 22) }, null, CancellationToken.None);

        using XLWorkbook workbook = new(new MemoryStream(Written(path)));

        foreach (Verdict verdict in (Verdict[])[Verdict.Violation, Verdict.Suspect, Verdict.Open])
        {
            workbook.Worksheet("Sourcing findings").Column(1).CellsUsed()
                .Count(cell => cell.GetString().EndsWith(VerdictLook.From(verdict).Name, StringComparison.Ordinal))
                .ShouldBe(report.Findings.Count(finding => finding.Verdict == verdict), VerdictLook.From(verdict).Name);
        }

        string summary = string.Join('\n', workbook.Worksheet("Sourcing summary").Column(2).CellsUsed().Select(cell => cell.GetString()));
        string[] counts = [.. workbook.Worksheet("Sourcing summary").RowsUsed().Select(row => $"{row.Cell(1).GetString()} {row.Cell(2).GetString()}")];
        counts[Array.FindIndex(counts, row => row.Contains("(used for the overall result)", StringComparison.Ordinal)) + 1].ShouldBe("■ Violation 2");
        summary.ShouldContain(Answer.Compose(report));
        report.Findings.Count(finding => finding.Verdict == Verdict.Violation).ShouldBe(2);
    }

    [Fact]
    public void Added_sheets_print_across_one_page_with_their_heads_on_each()
    {
        using SpreadsheetDocument annotated = Annotated();

        SheetOf(annotated, "Sourcing plan").Worksheet.Descendants<PageSetup>().ShouldHaveSingleItem().Orientation?.Value.ShouldBe(OrientationValues.Landscape);
        (annotated.WorkbookPart?.Workbook.DefinedNames?.Elements<DefinedName>() ?? []).Where(name => name.Name?.Value == "_xlnm.Print_Titles")
            .Select(name => $"{name.LocalSheetId} {name.Text}")
            .ShouldContain("2 'Sourcing findings'!$1:$1", "the summary comes first, so the findings are the third sheet");
    }

    [Fact]
    public void Advisories_stand_on_a_sheet_with_the_date_and_source_of_each_figure()
    {
        using SpreadsheetDocument annotated = Annotated();

        string text = SheetOf(annotated, "Related information").Worksheet.InnerText;
        text.ShouldContain("MAG-1");
        text.ShouldContain("89 FR 76581");
    }

    [Fact]
    public void The_annotated_workbook_is_valid()
    {
        using SpreadsheetDocument annotated = Annotated();

        new OpenXmlValidator().Validate(annotated).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void A_note_comes_to_a_sheet_that_has_tables_links_and_page_settings()
    {
        string path = UsersWorkbook();
        using (XLWorkbook workbook = new(path))
        {
            IXLWorksheet parts = workbook.Worksheet("Parts");
            parts.Range("A3:F5").CreateTable("Parts");
            parts.Cell("B5").Hyperlink = new XLHyperlink("https://example.com/");
            parts.PageSetup.Footer.Center.AddText("page");
            parts.PageSetup.AddHorizontalPageBreak(4);
            workbook.Save();
        }

        using SpreadsheetDocument annotated = SpreadsheetDocument.Open(new MemoryStream(Written(path)), isEditable: false);

        SheetOf(annotated, "Parts").Worksheet.ChildElements.Select(element => element.LocalName)
            .Where(name => name is "legacyDrawing" or "rowBreaks" or "tableParts")
            .ShouldBe(["rowBreaks", "legacyDrawing", "tableParts"]);
        new OpenXmlValidator().Validate(annotated).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void The_summary_comes_first_and_findings_and_plan_after_the_users_sheets()
    {
        using SpreadsheetDocument annotated = Annotated();

        (annotated.WorkbookPart?.Workbook.Sheets?.Elements<Sheet>() ?? []).Select(sheet => sheet.Name?.Value)
            .ShouldBe(["Sourcing summary", "Parts", "Sourcing findings", "Do today", "Cannot be fixed in time", "Backup plans",
                "Sourcing plan", "Evidence on file", "Related information"]);
    }

    [Fact]
    public void The_workbook_opens_on_the_sheet_that_has_the_answer_above_all_else()
    {
        using SpreadsheetDocument annotated = Annotated();

        (annotated.WorkbookPart?.Workbook.Descendants<WorkbookView>().FirstOrDefault()?.ActiveTab?.Value ?? 0).ShouldBe(0u);
        Worksheet summary = SheetOf(annotated, "Sourcing summary").Worksheet;
        summary.Descendants<SheetView>().First().TabSelected?.Value.ShouldBeTrue();
        string text = string.Join(' ', Enumerable.Range(1, 6).SelectMany(row => TextsOf(annotated, "Sourcing summary", (uint)row)));
        text.ShouldContain("Answer");
        text.ShouldContain("violate");
    }

    [Fact]
    public void The_users_sheets_print_as_the_user_set_them()
    {
        string path = UsersWorkbook();
        using (XLWorkbook workbook = new(path))
        {
            IXLPageSetup page = workbook.Worksheet("Parts").PageSetup;
            page.PaperSize = XLPaperSize.A3Paper;
            page.PageOrientation = XLPageOrientation.Landscape;
            page.Margins.SetLeft(1.25);
            page.Header.Center.AddText("Property of the user");
            page.SetRowsToRepeatAtTop(3, 3);
            page.PrintAreas.Add("A1:D5");
            workbook.Save();
        }

        using XLWorkbook annotated = new(new MemoryStream(Written(path)));

        IXLPageSetup kept = annotated.Worksheet("Parts").PageSetup;
        kept.PaperSize.ShouldBe(XLPaperSize.A3Paper);
        kept.PageOrientation.ShouldBe(XLPageOrientation.Landscape);
        kept.Margins.Left.ShouldBe(1.25);
        kept.Header.Center.GetText(XLHFOccurrence.OddPages).ShouldContain("Property of the user");
        kept.FirstRowToRepeatAtTop.ShouldBe(3);
        kept.PrintAreas.ShouldHaveSingleItem().RangeAddress.ToString().ShouldBe("$A$1:$D$5");
    }

    [Fact]
    public void A_csv_gives_a_new_workbook_in_which_nothing_is_a_formula()
    {
        string path = Path.Combine(_folder, "bom.csv");
        File.WriteAllText(path, "Part Number,Description,Qty,Country of Origin\n=CMD(),\"Magnet, NdFeB N42SH\",2,China\n007,Steel screw,4,US\n");

        using XLWorkbook workbook = new(new MemoryStream(Written(path)));

        IXLWorksheet list = workbook.Worksheet(2);
        list.Cell("A2").HasFormula.ShouldBeFalse();
        list.Cell("A2").GetString().ShouldBe("'=CMD()");
        list.Cell("A3").GetString().ShouldBe("007");
        list.Cell("E2").GetString().ShouldBe("■ Violation");
    }

    [Fact]
    public void A_csv_of_many_wide_columns_prints_in_letters_that_can_be_read()
    {
        string path = Path.Combine(_folder, "bom.csv");
        string words = string.Join(' ', Enumerable.Repeat("Magnet, NdFeB N42SH", 6));
        File.WriteAllText(path, "Item,Part Number,Description,Qty,Manufacturer,Supplier,Country of Origin,Country where the alloy was melted\n"
            + $"1,MAG-1,\"{words}\",2,Acme Magnets,Acme Distribution of Components,China,China\n");

        using XLWorkbook workbook = new(new MemoryStream(Written(path)));

        IXLWorksheet list = workbook.Worksheet(2);
        // Ten inches hold 137 letters of 7 pixels; more than 240 would be smaller than 6 points.
        list.ColumnsUsed().Sum(column => column.Width).ShouldBeLessThan(240);
        list.Row(2).Height.ShouldBeGreaterThan(14.0 * words.Length / list.Column(3).Width);
        list.Row(1).Height.ShouldBeGreaterThan(28);
    }

    [Fact]
    public void What_no_cell_can_hold_is_told_of_in_the_cell()
    {
        string path = Path.Combine(_folder, "bom.csv");
        File.WriteAllText(path, $"Part Number,Description,Country of Origin,Notes\nMAG\u0001-1,NdFeB\u000B magnet \uFFFE,China,{new string('x', 40_000)}\n");

        using XLWorkbook workbook = new(new MemoryStream(Written(path)));

        IXLWorksheet list = workbook.Worksheet(2);
        list.Cell("A2").GetString().ShouldBe("MAG\uFFFD-1");
        list.Cell("B2").GetString().ShouldBe("NdFeB\uFFFD magnet \uFFFD");
        list.Cell("D2").GetString().ShouldEndWith(" more characters than fit into a cell are left out]");
        list.Cell("E2").GetString().ShouldBe("■ Violation");
    }

    [Fact]
    public void Every_row_of_a_very_long_list_is_in_the_workbook()
    {
        string path = Path.Combine(_folder, "bom.csv");
        const int lines = 60_000;
        File.WriteAllLines(path, ["Part Number,Description,Country of Origin", .. Enumerable.Range(1, lines)
            .Select(line => line % 40_000 == 0 ? $"MAG-{line},NdFeB magnet,China" : $"SCR-{line},\"Screw, steel\",China")]);

        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(new MemoryStream(Written(path)), isEditable: false);

        using DocumentFormat.OpenXml.OpenXmlReader reader = DocumentFormat.OpenXml.OpenXmlReader.Create(SheetOf(workbook, "bom.csv"));
        int rows = 0;
        string[] magnet = [];
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && ++rows == 40_001)
            {
                magnet = [.. reader.LoadCurrentElement()?.Elements<Cell>().Select(cell => cell.InnerText) ?? []];
            }
        }

        rows.ShouldBe(lines + 1);
        magnet.Take(4).ShouldBe(["MAG-40000", "NdFeB magnet", "China", "■ Violation"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_part_has_prefixed_elements_and_no_two_sheets_are_chosen(bool isWorkbook)
    {
        string path = isWorkbook ? UsersWorkbook() : ListOf("MAG-1,NdFeB magnet,China");

        using var package = new System.IO.Compression.ZipArchive(new MemoryStream(Written(path)));

        foreach (System.IO.Compression.ZipArchiveEntry part in package.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal)
            && entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && !entry.FullName.Contains("theme", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(part.Open());
            string xml = text.ReadToEnd();
            System.Text.RegularExpressions.Regex.IsMatch(xml, "<x:").ShouldBeFalse(part.FullName);
            xml.ShouldNotContain("tabSelected", Case.Sensitive, part.FullName);
        }
    }

    [Fact]
    public void Names_of_the_users_sheets_follow_when_the_summary_comes_first()
    {
        string path = UsersWorkbook();
        using (XLWorkbook workbook = new(path))
        {
            workbook.Worksheet("Parts").PageSetup.PrintAreas.Add("A1:F5");
            workbook.Save();
        }

        using SpreadsheetDocument annotated = SpreadsheetDocument.Open(new MemoryStream(Written(path)), isEditable: false);

        (annotated.WorkbookPart?.Workbook.DefinedNames?.Elements<DefinedName>() ?? []).Where(name => name.Name?.Value == "_xlnm.Print_Area"
            && name.Text.Contains("Parts", StringComparison.Ordinal))
            .ShouldHaveSingleItem().LocalSheetId?.Value.ShouldBe(1u);
        annotated.WorkbookPart?.Workbook.BookViews?.Elements<WorkbookView>().First().ActiveTab?.Value.ShouldBe(0u);
    }

    [Theory]
    [InlineData(XLAlignmentVerticalValues.Bottom)]
    [InlineData(XLAlignmentVerticalValues.Top)]
    public void A_verdict_stands_level_with_the_part_that_it_is_about(XLAlignmentVerticalValues place)
    {
        string path = Path.Combine(_folder, "placed.xlsx");
        using (XLWorkbook own = new(UsersWorkbook()))
        {
            own.Worksheet(1).RowsUsed().Style.Alignment.SetVertical(place);
            own.SaveAs(path);
        }

        using XLWorkbook workbook = new(new MemoryStream(Written(path)));

        IXLWorksheet parts = workbook.Worksheet("Parts");
        IXLCell verdict = parts.Row(4).CellsUsed().Single(cell => cell.GetString() == "■ Violation");
        verdict.Style.Alignment.Vertical.ShouldBe(place);
        verdict.CellRight().Style.Alignment.Vertical.ShouldBe(place);
        parts.Cell("C4").Style.Alignment.Vertical.ShouldBe(place);
    }

    [Fact]
    public void A_row_is_high_enough_for_its_reason()
    {
        using SpreadsheetDocument annotated = Annotated();

        Row row = SheetOf(annotated, "Parts").Worksheet.Descendants<Row>().First(candidate => candidate.RowIndex?.Value == 4);
        int lines = row.Elements<Cell>().Max(cell => (int)Math.Ceiling(cell.InnerText.Length / 56.0));
        lines.ShouldBeGreaterThan(1);
        row.Height?.Value.ShouldBeGreaterThanOrEqualTo(lines * 14);
    }

    [Fact]
    public void A_part_that_a_thousand_lists_use_goes_on_in_further_rows_and_is_counted_once()
    {
        ComplianceReport one = CheckRunner.Run(new CheckJob { Paths = [ListOf("MAG-1,NdFeB magnet,China")], AsOf = new DateOnly(2026, 11, 22) },
            null, CancellationToken.None);
        FileReport file = one.Files.ShouldHaveSingleItem();
        FileReport[] files = [.. Enumerable.Range(1, 1000).Select(number => $"boms/of-a-rather-long-name/bom-{number:0000}.csv")
            .Select(path => file
                with { Path = path, Findings = [.. file.Findings.Select(finding => finding with { Cell = finding.Cell with { File = path } })] })];
        using var output = new MemoryStream();

        IndexWorkbook.Write(one with { Files = [.. files] }, output);

        using XLWorkbook workbook = new(output);
        workbook.Worksheet(1).CellsUsed().Select(cell => cell.GetString()).ShouldContain("1,000 of 1,000 BOMs have violations.");
        IXLRow[] rows = [.. workbook.Worksheet("Where used").RowsUsed().Skip(1)];
        rows.SelectMany(row => row.Cell(6).GetString().Split('\n')).ShouldBe(files.Select(used => used.Path), ignoreOrder: true);
        rows.Length.ShouldBe(40);
        rows.Select(row => row.Cell(2).GetString()).ShouldAllBe(part => part == "MAG-1");
        rows.Where(row => row.Cell(5).GetString().Length > 0).ShouldHaveSingleItem().Cell(5).GetValue<int>().ShouldBe(1000);
    }

    [Fact]
    public void An_assembly_is_judged_by_its_parts()
    {
        string path = Path.Combine(_folder, "bom.csv");
        File.WriteAllText(path, "Level,Part Number,Description,Country of Origin\n0,ASM-1,Pump,US\n1,MAG-1,NdFeB magnet,China\n1,SCR-1,\"Screw, "
            + "steel\",China\n");
        using XLWorkbook workbook = new(new MemoryStream(Written(path)));

        IXLWorksheet list = workbook.Worksheet(2);
        list.Cell("E2").GetString().ShouldBe("■ Violation");
        list.Cell("F2").GetString().ShouldBe("Rolled up from its parts; worst is ■ Violation.");
        list.Cell("E4").GetString().ShouldBe("· Not covered");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_same_input_gives_the_same_bytes(bool isWorkbook)
    {
        string path = isWorkbook ? UsersWorkbook() : Path.Combine(_folder, "bom.csv");
        if (!isWorkbook)
        {
            File.WriteAllText(path, "Part Number,Description,Country of Origin\nMAG-1,NdFeB magnet,China\n");
        }

        byte[] first = Written(path);
        Thread.Sleep(1100); // The clock of a zip entry has two seconds, that of the core properties one: another run must not show it.

        Written(path).AsSpan().SequenceEqual(first).ShouldBeTrue();
    }

    private string ListOf(string line)
    {
        string path = Path.Combine(_folder, "bom.csv");
        File.WriteAllText(path, $"Part Number,Description,Country of Origin\n{line}\n");
        return path;
    }

    private SpreadsheetDocument Annotated()
    {
        var stream = new MemoryStream();
        stream.Write(Written(UsersWorkbook()));
        return SpreadsheetDocument.Open(stream, isEditable: false);
    }

    private static byte[] Written(string path)
    {
        ComplianceReport report = CheckRunner.Run(new CheckJob { Paths = [path], AsOf = new DateOnly(2026, 11, 22) }, null, CancellationToken.None);
        using var output = new MemoryStream();
        WorkbookFiles.Write(report, report.Files.ShouldHaveSingleItem(), output);
        return output.ToArray();
    }

    private string UsersWorkbook()
    {
        string path = Path.Combine(_folder, "bom.xlsx");
        using var workbook = new XLWorkbook();
        IXLWorksheet sheet = workbook.Worksheets.Add("Parts");
        sheet.Cell("A1").Value = "Pump assembly";
        sheet.Range("A1:C1").Merge();
        string[][] rows = [["Part Number", "Description", "Country of Origin", "Qty", "Unit Price", "Total"],
            ["MAG-1", "Magnet, sintered NdFeB N42SH", "China", "2", "3.5"], ["SCR-2", "Screw, steel", "China", "8", "0.1"]];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
            {
                sheet.Cell(row + 3, column + 1).Value = rows[row][column];
            }
        }

        sheet.Cell("F4").FormulaA1 = "D4*E4";
        sheet.Cell("F5").FormulaA1 = "D5*E5";
        sheet.Columns().Width = 14;
        workbook.SaveAs(path);
        return path;
    }

    private static WorksheetPart SheetOf(SpreadsheetDocument document, string name)
    {
        WorkbookPart workbook = document.WorkbookPart ?? throw new InvalidOperationException();
        string id = workbook.Workbook.Descendants<Sheet>().First(sheet => sheet.Name == name).Id?.Value ?? "";
        return (WorksheetPart)workbook.GetPartById(id);
    }

    private static IEnumerable<string> TextsOf(SpreadsheetDocument document, string sheet, uint row) =>
        SheetOf(document, sheet).Worksheet.Descendants<Row>().First(candidate => candidate.RowIndex?.Value == row)
            .Elements<Cell>().Select(cell => cell.InlineString?.InnerText ?? "");
}
