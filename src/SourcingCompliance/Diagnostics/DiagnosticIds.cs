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

    /// <summary>A pack has no remediation.json.</summary>
    public const string RemediationTemplatesNotFound = "SC9601";

    /// <summary>A remediation.json cannot be used.</summary>
    public const string RemediationTemplatesInvalid = "SC9602";

    /// <summary>No remediation template speaks of a finding, so it gets a general action.</summary>
    public const string NoRemediationTemplate = "SC9603";

    /// <summary>The list of approved alternates lacks a column or is empty.</summary>
    public const string AlternatesUnusable = "SC9604";

    /// <summary>A row of the list of approved alternates cannot be used in full.</summary>
    public const string AlternateRowUnusable = "SC9605";

    /// <summary>The list of public facts about makers cannot be used.</summary>
    public const string SupplySourcesInvalid = "SC9606";

    /// <summary>A lead time that the user gave cannot be used or fits no action.</summary>
    public const string LeadTimeUnusable = "SC9607";
}
