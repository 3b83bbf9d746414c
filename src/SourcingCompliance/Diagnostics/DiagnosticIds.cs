namespace SourcingCompliance.Diagnostics;

/// <summary>
/// The ids of all diagnostics, by the step that gives them. An id is never renumbered and never used again.
/// SC900x run and paths, SC91xx reading, SC92xx mapping and tree, SC93xx countries and quantities, SC94xx materials,
/// SC95xx rules and contract, SC96xx remediation, SC97xx writing.
/// </summary>
public static class DiagnosticIds
{
    /// <summary>A path names nothing that exists.</summary>
    public const string PathNotFound = "SC9001";

    /// <summary>A folder or glob holds no file that could be a bill of materials.</summary>
    public const string NoBomInFolder = "SC9002";

    /// <summary>A vocabulary file of countries is missing or cannot be read.</summary>
    public const string VocabularyUnreadable = "SC9301";

    /// <summary>Two countries claim the same word of the vocabulary.</summary>
    public const string VocabularyConflict = "SC9302";

    /// <summary>A text of an origin or stage column names no country that is known.</summary>
    public const string CountryNotRecognized = "SC9303";

    /// <summary>The codes of a column are read under another list than ISO 3166-1.</summary>
    public const string CodeSchemeAssumed = "SC9304";
}
