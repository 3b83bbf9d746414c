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

    /// <summary>A file of the materials vocabulary is no sound JSON.</summary>
    public const string VocabularyUnreadable = "SC9401";

    /// <summary>An entry of the materials vocabulary cannot be used and was left out.</summary>
    public const string VocabularyEntryRejected = "SC9402";

    /// <summary>A file of the materials vocabulary is missing from every rules folder.</summary>
    public const string VocabularyMissing = "SC9403";
}
