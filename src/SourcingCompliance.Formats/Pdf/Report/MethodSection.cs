using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>How the answer came about, what it does not say, and which files it rests on.</summary>
internal static class MethodSection
{
    private const int ToldFiles = 5;

    /// <summary>The blocks of the section.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        ComplianceReport report = setting.Report;
        return
        [
            new Heading(2, "How the answer was reached, and its limits"),
            new ItemList(
                Item(
                    $"{report.Tool.Name} {report.Tool.Version} {(PartBoxes.IsReadInFull(report) ? "read every row of each BOM" : "read every row of each BOM, except what the input notes name")}. A line item contains a covered material when its words say so: material, grade, description or class of component."),
                Item($"Each restricted step was compared with the statements of origin on the line. Country names are matched whole; an ambiguous name "
                    + $"proves nothing. An assembly is judged by the worst of its "
                        + $"parts.{(report.SecondOpinion?.Sentence is { } opinion ? $" {opinion}." : "")}"),
                Item($"Statements in the BOM were read, not verified. A fact that is not on file leaves the line item open; it never counts as a pass. "
                    + $"{VerdictBars.GetWords(report.Summary.Coverage)}"),
                Item("Lead times are assumptions where the plan says so. This is not legal advice; the text of the law and of the contract governs.")),
            new KeepTogether(Verdicts(report)),
            .. Files(setting),
        ];
    }

    private static Paragraph Item(string text) => new(text) { Style = TextStyle.Small };

    /// <summary>The beginning and the end of a hash, enough to compare by eye.</summary>
    public static string Shortened(string hash) => hash.Length > 20 ? $"{hash[..8]}…{hash[^8..]}" : hash;

    private static Table Verdicts(ComplianceReport report)
    {
        ImmutableArray<RegimeSummary> regimes = report.Summary.Regimes;
        double regimeParts = 4.2 / Math.Max(1, regimes.Length);
        ImmutableArray<TableRow> rows =
        [
            .. VerdictPrint.All.Select(look => new TableRow(
            [
                look.Cell() with { IsRowHead = true },
                look.Meaning,
                .. regimes.Select(regime => new TableCell(new Paragraph(
                    new Run(regime[look.Verdict].ToString("N0", CultureInfo.InvariantCulture)) { IsStrong = regime[look.Verdict] > 0 }))),
            ])),
        ];
        return new Table(
            [new TableColumn(1.8), new TableColumn(6), .. regimes.Select(_ => new TableColumn(regimeParts) { Alignment = Alignment.Right })],
            [Table.HeadRow(["Verdict", "What it means", .. regimes.Select(regime => ReportSetting.GetPeriod(regime.Regime))])], rows)
        {
            Summary = "How many line items have each verdict, for each period of the law",
            Style = ReportSetting.Row,
            Padding = 2.4,
        };
    }

    private static IEnumerable<Block> Files(ReportSetting setting)
    {
        if (setting.Report.Files.IsEmpty)
        {
            return [];
        }

        return
        [
            new Heading(2, "Files read"),
            new Table(
                [new TableColumn(2.6), new TableColumn(1.3) { Alignment = Alignment.Right }, new TableColumn(6.3), new TableColumn(1.8)],
                [Table.HeadRow("File", "Line items", "How it was read", "SHA-256")],
                [.. setting.Report.Files.Select(file => GetRow(file, setting))])
            {
                Summary = "Files that were read, with the columns that were recognized",
                Style = ReportSetting.Row,
                Padding = 2.4,
            },
        ];
    }

    private static TableRow GetRow(FileReport file, ReportSetting setting) => new(
        new TableCell(new Paragraph(Run.Strong(setting.Words(file.Name))),
            ReportSetting.Below(setting.GetFile(file.Path) == file.Name ? "" : setting.Words(setting.GetFile(file.Path))))
        { IsRowHead = true },
        file.LineCount.ToString("N0", CultureInfo.InvariantCulture),
        file.Sheets.IsEmpty
            ? file.Sha256 is null ? "Could not be read" : "No BOM table was found"
            : new TableCell([.. file.Sheets.Select(sheet =>
                new Paragraph(setting.Words(GetSheet(sheet, setting.Report.Files.Length > ToldFiles))) { Style = ReportSetting.Fine })]),
        file.Sha256 is string hash ? Run.Code(Shortened(hash)) : new Run("–"));

    private static string GetSheet(SheetReport sheet, bool isShort)
    {
        string name = sheet.Name.Length > 0 ? $"Sheet {sheet.Name}: " : "";
        if (sheet.HeaderRow is not int row)
        {
            return name + "no BOM table was recognized.";
        }

        string columns = string.Join(", ", sheet.Columns.Where(column => column.IsKnown)
            .Select(column => string.Create(CultureInfo.InvariantCulture, $"{GetHeader(column)} → {GetWords(column)}")));
        string remarks = string.Join(", ", sheet.Columns.Where(column => !column.IsKnown).Select(GetHeader));
        remarks = remarks.Length == 0 ? "" : $" Read as remarks only: {remarks}.";
        string accounts = sheet.Accounts is { } books ? " " + ReportWords.GetAccounts(books) : "";
        // The columns of sixty BOMs would be pages; the JSON report has them.
        string mapped = isShort ? "" : $"; {columns}";
        return string.Create(CultureInfo.InvariantCulture, $"{name}header in row {row}{mapped}.{(isShort ? "" : remarks)}{accounts}");
    }

    private static string GetHeader(MappedColumn column) =>
        column.Header.Length == 0 ? $"column {CellRef.GetLetters(column.Column)}" : column.Header.ReplaceLineEndings(" ");

    // CountryOfOrigin -> country of origin.
    private static string GetWords(MappedColumn column) =>
        string.Concat(column.Field.ToString()
            .Select((letter, index) => char.IsUpper(letter) ? (index > 0 ? " " : "") + char.ToLowerInvariant(letter) : letter.ToString()))
        + (column.Element is string element ? $" ({element})" : "");
}
