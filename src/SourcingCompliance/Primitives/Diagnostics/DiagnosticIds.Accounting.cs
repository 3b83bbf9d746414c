namespace SourcingCompliance.Primitives.Diagnostics;

// The ids of the accounting: SC928x.
public static partial class DiagnosticIds
{
    /// <summary>A later row refutes how the columns of a sheet were mapped: two columns that claim one field differ there.</summary>
    public const string MappingRefuted = "SC9281";

    /// <summary>A cell of a line names a covered material, or a part that may contain one, that the line does not carry elsewhere.</summary>
    public const string MentionNotOnLine = "SC9282";

    /// <summary>A cell of a line with a covered material names a covered country that no origin of the line states.</summary>
    public const string CountryNotAmongOrigins = "SC9283";

    /// <summary>Rows of a sheet are neither lines nor skipped for a reason.</summary>
    public const string RowsNotAccountedFor = "SC9284";

    /// <summary>Two cells of a line with a covered material state different origins of the part, and one of them is a covered country.</summary>
    public const string OriginsDiffer = "SC9285";

    /// <summary>Texts of cells were damaged in a way that can be undone (HTML, escapes, a wrong encoding, letters of another alphabet); the repaired texts were
    /// used.</summary>
    public const string CellsRepaired = "SC9286";

    /// <summary>The letters of a text were lost when the list was saved; a line whose name is lost is open.</summary>
    public const string TextLost = "SC9287";

    /// <summary>Line items are left out of some variants of the product and not of others; they count as installed.</summary>
    public const string InstalledInSomeVariant = "SC9288";

    /// <summary>A text outside the rows of parts (a title, a note, a section) states an origin in a covered country.</summary>
    public const string OriginOutsideLines = "SC9289";
}
