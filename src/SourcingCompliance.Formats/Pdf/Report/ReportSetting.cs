using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>What every section of the report needs.</summary>
/// <param name="Report">The report.</param>
/// <param name="Fonts">Measures labels of pictures.</param>
/// <param name="Page">Size of the pages.</param>
/// <param name="Veil">Takes names out of texts where the profile asks for it.</param>
internal sealed record ReportSetting(ComplianceReport Report, FontSet Fonts, PageFormat Page, SupplierVeil Veil)
{
    /// <summary>A line of a table that follows another in a smaller type.</summary>
    public static readonly TextStyle Fine = new(7, 8.8) { After = 2 };

    /// <summary>The text of tables with many rows.</summary>
    public static readonly TextStyle Row = new(7.6, 9.6) { After = 2 };

    private readonly Lazy<Dictionary<(string File, string Sheet, int Row), string>> _findNumbers = new(() => FindNumbersOf(Report));

    /// <summary>What the files are called.</summary>
    public FileNames Names { get; } = new(Report.Files.Select(file => file.Path));

    /// <summary>Whether the report is for the company itself and names suppliers, alternates and requests.</summary>
    public bool IsFull { get; init; } = true;

    /// <summary>The find number of the line item of a finding; empty when the BOM has none.</summary>
    public string FindNumberOf(Finding finding) =>
        _findNumbers.Value.GetValueOrDefault((finding.Cell.File, finding.Cell.Sheet, finding.ItemRow > 0 ? finding.ItemRow : finding.Cell.Row), "");

    /// <summary>The text as this report may show it.</summary>
    public string Words(string text) => Veil.Over(text);

    /// <summary>The beginning of a text that a BOM may contain a page of; an ellipsis says that there is more.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters.</param>
    public string Brief(string text, int longest = 240)
    {
        string words = Words(text);
        if (words.Length <= longest)
        {
            return words;
        }

        // Between words, unless the last is a long one.
        int end = words.LastIndexOf(' ', longest);
        end = end > longest - 20 ? end : char.IsHighSurrogate(words[longest - 1]) ? longest - 1 : longest;
        return words[..end].TrimEnd(' ', ',', ';', ':') + "…";
    }

    /// <summary>The deliveries of a period of the law, as a heading: <c>Deliveries from January 1, 2027</c>.</summary>
    public static string GetPeriod(RegimeReference regime) => Sentences.Capitalized(ReportWords.GetDeliveries([regime]));

    /// <summary>Name of a supplier, or that none is stated.</summary>
    public string GetSupplier(string? supplier) => string.IsNullOrWhiteSpace(supplier) ? "Supplier not stated" : Words(supplier.Trim());

    /// <summary>The path of a file; for a customer, to whom the folders of the company mean nothing, its name.</summary>
    public string GetFile(string path) => IsFull ? path : Names.Get(path);

    /// <summary>The place of a cell as a reader of the BOM would name it: sheet and cell; the file too when there are several.</summary>
    public string GetPlace(CellRef cell)
    {
        string file = cell.Address.Length == 0 ? GetFile(cell.File) : Report.Files.Length > 1 ? Names.Get(cell.File) : "";
        return Words(string.Join(" · ", new[] { file, cell.Sheet, cell.Address }.Where(part => part.Length > 0)));
    }

    /// <summary>A run of a small muted line below another text.</summary>
    public static Paragraph Below(params ImmutableArray<Run> runs) =>
        new([.. runs.Select(run => run with { Color = run.Color ?? Ink.Muted })]) { Style = Fine };

    /// <summary>A part number as the head of a row.</summary>
    public Run PartRun(string part) => Run.Code(Words(part)) with { IsStrong = true };

    /// <summary>The first part numbers of many, and how many more there are.</summary>
    /// <param name="parts">The part numbers.</param>
    /// <param name="most">How many are named.</param>
    public IEnumerable<Run> PartRuns(IReadOnlyList<string> parts, int most)
    {
        // One more is named rather than counted.
        int shown = parts.Count <= most + 1 ? parts.Count : most;
        for (int at = 0; at < shown; at++)
        {
            yield return Run.Code(Words(parts[at]) + (at < shown - 1 ? "," : ""));
            yield return new Run(at < shown - 1 ? " " : "");
        }

        if (parts.Count > shown)
        {
            yield return new Run($" and {Wording.GetNumber(parts.Count - shown)} more");
        }
    }

    private static Dictionary<(string File, string Sheet, int Row), string> FindNumbersOf(ComplianceReport report)
    {
        var numbers = new Dictionary<(string File, string Sheet, int Row), string>();
        foreach (LineReport line in report.Files.SelectMany(file => file.Lines).Where(line => line.FindNumber.Length > 0 && !line.IsImplied))
        {
            numbers.TryAdd((line.Row.File, line.Row.Sheet, line.Row.Row), line.FindNumber);
        }

        return numbers;
    }
}
