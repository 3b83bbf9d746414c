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
    /// <summary>The blocks of the section.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        ComplianceReport report = setting.Report;
        string periods = Wording.ListOf([.. report.Summary.Regimes.Select(regime => $"{ReportSetting.PeriodOf(regime.Regime)} ({regime.Regime.Title})")]);
        return
        [
            new Heading(1, "Method and limits"),
            new Heading(2, "How the answer came about"),
            new ItemList(
                new Paragraph($"{report.Tool.Name} {report.Tool.Version} read every line of the lists. Rows above and below the list, totals and empty rows were left out, and the files below say how many."),
                new Paragraph("A line carries a covered material when its words say so: material, grade, description, class of component. The report says which words."),
                new Paragraph("Each restricted step of production was compared with the statements of origin on the line. Countries were matched as whole names; a name that could be several countries is not taken for any of them."),
                new Paragraph($"Each line has a verdict for each period of the law{(periods.Length > 0 ? ": " + periods : "")}. {(report.Run.Delivery is null ? "No delivery date was given." : "")}".TrimEnd()),
                new Paragraph($"An assembly is judged by the worst of its parts.{(report.SecondOpinion?.Sentence is { } opinion ? $" {opinion}." : "")}")),
            new Heading(2, "What it does not say"),
            new ItemList(
                new Paragraph("It rests on what the lists state. Statements were read, not verified; a statement may be wrong."),
                new Paragraph("A fact that is not on file leaves the line open. It is never taken for a pass."),
                new Paragraph("Where no violation was found, none was found on the evidence supplied. " + VerdictBars.WordsOf(report.Summary.Coverage)),
                new Paragraph("Lead times are assumptions where the plan says so. Your own figures are better."),
                new Paragraph("It is not legal advice. The text of the law and of the contract decides.")),
            .. Verdicts(report),
            .. Files(setting),
        ];
    }

    /// <summary>The beginning and the end of a hash, enough to compare by eye.</summary>
    public static string Shortened(string hash) => hash.Length > 20 ? $"{hash[..8]}…{hash[^8..]}" : hash;

    private static ImmutableArray<Block> Verdicts(ComplianceReport report)
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
        var table = new Table(
            [new TableColumn(1.8), new TableColumn(6), .. regimes.Select(_ => new TableColumn(regimeParts) { Alignment = Alignment.Right })],
            [Table.HeadRow(["Verdict", "What it says", .. regimes.Select(regime => ReportSetting.PeriodOf(regime.Regime))])], rows)
        {
            Summary = "How many lines have each verdict, for each period of the law",
        };
        return [new KeepTogether(new Heading(2, "What the verdicts say, and how often"), table)];
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
                [new TableColumn(4.2), new TableColumn(1.1) { Alignment = Alignment.Right }, new TableColumn(4.3), new TableColumn(2.4)],
                [Table.HeadRow("File", "Lines", "How it was read", "SHA-256")],
                [.. setting.Report.Files.Select(file => RowOf(file, setting))])
            {
                Summary = "Files that were read, with the columns that were recognised",
            },
        ];
    }

    private static TableRow RowOf(FileReport file, ReportSetting setting) => new(
        new TableCell(new Paragraph(Run.Strong(setting.Words(file.Name))), ReportSetting.Below(setting.Words(file.Path))) { IsRowHead = true },
        file.LineCount.ToString("N0", CultureInfo.InvariantCulture),
        file.Sheets.IsEmpty
            ? file.Sha256 is null ? "Could not be read" : "No list was found"
            : new TableCell([.. file.Sheets.Select(sheet => new Paragraph(setting.Words(SheetOf(sheet))))]),
        file.Sha256 is string hash ? Run.Code(Shortened(hash)) : new Run("–"));

    private static string SheetOf(SheetReport sheet)
    {
        string name = sheet.Name.Length > 0 ? $"Sheet {sheet.Name}: " : "";
        if (sheet.HeaderRow is not int row)
        {
            return name + "no list was recognised.";
        }

        string columns = string.Join(", ", sheet.Columns.Where(column => column.IsKnown)
            .Select(column => string.Create(CultureInfo.InvariantCulture, $"{HeaderOf(column)} → {WordsOf(column)}")));
        string remarks = string.Join(", ", sheet.Columns.Where(column => !column.IsKnown).Select(HeaderOf));
        remarks = remarks.Length == 0 ? "" : $" Read as remarks only: {remarks}.";
        string accounts = sheet.Accounts is { } books ? " " + ReportWords.AccountsOf(books) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{name}head in row {row}; {columns}.{remarks}{accounts}");
    }

    private static string HeaderOf(MappedColumn column) =>
        column.Header.Length == 0 ? $"column {CellRef.LettersOf(column.Column)}" : column.Header.ReplaceLineEndings(" ");

    // CountryOfOrigin -> country of origin.
    private static string WordsOf(MappedColumn column) =>
        string.Concat(column.Field.ToString().Select((letter, index) => char.IsUpper(letter) ? (index > 0 ? " " : "") + char.ToLowerInvariant(letter) : letter.ToString()))
        + (column.Element is string element ? $" ({element})" : "");
}
