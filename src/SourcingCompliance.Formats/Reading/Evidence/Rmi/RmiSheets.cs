using System.Globalization;
using System.Text.RegularExpressions;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence.Rmi;

/// <summary>
/// The sheets of a reporting template, and what it is. Sheets are found by their names, which stay English in every language, or by the revision that
/// the declaration shows where the names were changed.
/// </summary>
internal sealed partial class RmiSheets
{
    private const int TopRows = 8;
    private const int MostLabels = 2_000;

    private RmiSheets(BomDocument document, BomTable declaration) => (Document, Declaration) = (document, declaration);

    /// <summary>The document.</summary>
    public BomDocument Document { get; }

    /// <summary>The declaration.</summary>
    public BomTable Declaration { get; }

    /// <summary>The list of smelters; null = missing.</summary>
    public BomTable? Smelters { get; private init; }

    /// <summary>The list of mines; null = the edition has none, or it is missing.</summary>
    public BomTable? Mines { get; private init; }

    /// <summary>The list of products; null = missing.</summary>
    public BomTable? Products { get; private init; }

    /// <summary>The list of known smelters; null = the edition has none, or it is missing.</summary>
    public BomTable? LookUp { get; private init; }

    /// <summary>Which template.</summary>
    public EvidenceKind Kind { get; private set; }

    /// <summary>The version in the declaration: <c>6.5</c>; empty = none shown.</summary>
    public string Version { get; private set; } = "";

    /// <summary>How many rows the declaration was moved down by rows that were inserted at its top.</summary>
    public int Shift { get; private set; }

    /// <summary>Whether the names of sheets look like those of a template: cheap, because no row is read.</summary>
    public static bool LookAlike(BomDocument document) =>
        Find(document, "declaration") is not null && document.Tables.Count(table => IsOfTemplate(GetName(table))) >= 3;

    /// <summary>The sheets of a template; null when the document is none.</summary>
    /// <param name="document">A workbook.</param>
    /// <param name="isThorough">Whether every sheet is looked into when no name fits.</param>
    public static RmiSheets? From(BomDocument document, bool isThorough)
    {
        BomTable? declaration = LookAlike(document) ? Find(document, "declaration")
            : isThorough ? document.Tables.FirstOrDefault(table => RevisionIn(document, table) is not null)
            : null;
        if (declaration is null || RevisionIn(document, declaration) is not { } revision)
        {
            return null;
        }

        var sheets = new RmiSheets(document, declaration)
        {
            Smelters = Find(document, "smelter list") ?? Find(document, "smelter and mine list"),
            Mines = Find(document, "mine list"),
            Products = Find(document, "product list"),
            LookUp = Find(document, "smelter look-up") ?? Find(document, "smelter lookup") ?? Find(document, "standard smelter names"),
            Version = revision.Version,
            Shift = revision.Row - 3,
        };
        if ((sheets.KindByLabel() ?? sheets.KindByTitle() ?? sheets.KindByStructure()) is not { } kind)
        {
            return null;
        }

        sheets.Kind = kind;
        return sheets;
    }

    /// <summary>The revision that a sheet shows at its top, and its row; null when it shows none.</summary>
    public static (string Version, int Row)? RevisionIn(BomDocument document, BomTable table)
    {
        FormSheet top = FormSheet.Read(document, table, TopRows, 20);
        foreach (((int row, int column), BomCell cell) in top.Cells.OrderBy(found => found.At))
        {
            Match match = Revision().Match(cell.Text.Trim());
            if (match.Success)
            {
                // The edition of 2011 has the word and the number in two cells.
                string version = match.Groups[1].Success ? match.Groups[1].Value : LeadingNumber().Match(top.Text(row, column + 1)).Value;
                return version.Length > 0 ? (version, row) : null;
            }
        }

        return null;
    }

    private static BomTable? Find(BomDocument document, string name) =>
        document.Tables.FirstOrDefault(table => GetName(table) == name)
            ?? document.Tables.FirstOrDefault(table => GetName(table).StartsWith(name + " ", StringComparison.Ordinal));

    private static string GetName(BomTable table) => table.Name.Trim().ToLower(CultureInfo.InvariantCulture);

    private static bool IsOfTemplate(string name) => name is "smelter list" or "checker" or "product list"
        or "smelter look-up" or "smelter lookup" or "mine list" or "minerals scope"
        or "standard smelter names" or "smelter and mine list" or "definitions" or "instructions" or "revision"
            || name.StartsWith("declaration", StringComparison.Ordinal);

    // The file carries the texts of all languages: sheet, cell, English text.
    private EvidenceKind? KindByLabel()
    {
        if (Find(Document, "l") is not { } labels)
        {
            return null;
        }

        foreach (BomRow row in labels.Rows.TakeWhile(row => row.Number <= MostLabels))
        {
            if (row.TrimmedAt(2) is "Declaration" && row.TrimmedAt(3) is "D2")
            {
                return KindIn(row[4].Text);
            }
        }

        return null;
    }

    private EvidenceKind? KindByTitle()
    {
        FormSheet top = FormSheet.Read(Document, Declaration, TopRows, 6);
        return KindIn(top.Text(2 + Shift, 4));
    }

    private EvidenceKind? KindByStructure()
    {
        if (Find(Document, "minerals scope") is not null)
        {
            return EvidenceKind.Amrt;
        }

        if (Mines is not null)
        {
            return EvidenceKind.Emrt;
        }

        if (LookUp is null)
        {
            return Smelters is not null && GetName(Smelters) == "smelter and mine list" ? EvidenceKind.Cmrt : null;
        }

        HashSet<string> metals = new(StringComparer.OrdinalIgnoreCase);
        foreach (BomRow row in LookUp.Rows)
        {
            metals.Add(row.TrimmedAt(1).ToString());
        }

        return metals.Contains("Tantalum") || metals.Contains("Tantalum (Ta)") ? EvidenceKind.Cmrt
            : metals.Contains("Mica") ? EvidenceKind.Emrt
            : metals.Contains("Cobalt") ? EvidenceKind.Crt
            : null;
    }

    private static EvidenceKind? KindIn(string title) => title switch
    {
        _ when title.Contains("EMRT", StringComparison.Ordinal) => EvidenceKind.Emrt,
        _ when title.Contains("AMRT", StringComparison.Ordinal) => EvidenceKind.Amrt,
        _ when title.Contains("CMRT", StringComparison.Ordinal)
            || title.Contains("Conflict Minerals Reporting Template", StringComparison.OrdinalIgnoreCase) => EvidenceKind.Cmrt,
        _ when title.Contains("CRT", StringComparison.Ordinal) => EvidenceKind.Crt,
        _ => null,
    };

    [GeneratedRegex(@"^(?:Revision|Version)(?:\s+(\d+(?:\.\d+)*[a-z]?))?\.?(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Revision();

    [GeneratedRegex(@"^\d+(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();
}
