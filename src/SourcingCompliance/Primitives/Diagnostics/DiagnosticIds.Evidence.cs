namespace SourcingCompliance.Primitives.Diagnostics;

// The ids of the evidence ledger: SC9520 to SC9549.
public static partial class DiagnosticIds
{
    /// <summary>A file of the evidence ledger is not readable as JSON, or cannot be opened: the run fails rather than forgetting it.</summary>
    public const string EvidenceUnreadable = "SC9520";

    /// <summary>A file of the evidence ledger has a property that is not known.</summary>
    public const string EvidencePropertyUnknown = "SC9521";

    /// <summary>A value in a file of the evidence ledger cannot be used.</summary>
    public const string EvidenceValueInvalid = "SC9522";

    /// <summary>A statement that was received is not on file any more.</summary>
    public const string EvidenceStatementMissing = "SC9523";

    /// <summary>The file of a statement was changed after it was received.</summary>
    public const string EvidenceStatementChanged = "SC9524";

    /// <summary>A document is not on file, or its content does not have its hash: what it supports counts as stated only.</summary>
    public const string EvidenceDocumentMissing = "SC9525";

    /// <summary>Two statements of the ledger have the same id.</summary>
    public const string EvidenceIdTwice = "SC9526";

    /// <summary>A statement replaces one that is not in the ledger, or one of another supplier.</summary>
    public const string EvidenceSupersedesUnknown = "SC9527";

    /// <summary>A folder of evidence that was named does not exist.</summary>
    public const string EvidenceFolderNotFound = "SC9528";

    /// <summary>A statement does not count, because it has expired, is not signed, or was issued after the delivery.</summary>
    public const string EvidenceNotCounted = "SC9529";

    /// <summary>Statements contradict each other or the list; both are kept and the worse counts.</summary>
    public const string EvidenceContradiction = "SC9530";

    /// <summary>A filled questionnaire answers no request of the ledger.</summary>
    public const string AnswerOfNoRequest = "SC9531";

    /// <summary>A file that was received is no answer of a kind that is known.</summary>
    public const string AnswerNotKnown = "SC9532";

    /// <summary>A statement of the same id is on file already and says something else.</summary>
    public const string AnswerAlreadyOnFile = "SC9533";

    /// <summary>Somebody else is writing to the evidence folder.</summary>
    public const string EvidenceLocked = "SC9534";

    /// <summary>A bundle is damaged, or its content is not what its statement says.</summary>
    public const string BundleInvalid = "SC9535";

    /// <summary>A check uses something that no bundle contains, so none was written.</summary>
    public const string BundleIncomplete = "SC9536";

    /// <summary>The paths of one run lie under different evidence folders.</summary>
    public const string EvidenceFoldersDiffer = "SC9537";

    /// <summary>A filled questionnaire asks something else than what was asked: a title or a cell of ours was changed. Those answers do not count.</summary>
    public const string QuestionChanged = "SC9538";

    /// <summary>A workbook contains a questionnaire in two sheets with different answers; nothing was taken.</summary>
    public const string AnswerTwice = "SC9539";

    /// <summary>An evidence folder lies next to a list of the run and was not used.</summary>
    public const string EvidenceFolderNotUsed = "SC9540";

    /// <summary>A file lies in an evidence folder where statements lie, and is not read as one.</summary>
    public const string EvidenceFileNotRead = "SC9541";

    /// <summary>A list was not written as CycloneDX, because a line item would read better in the document than in the list.</summary>
    public const string ExchangeReadsBetter = "SC9545";

    /// <summary>A list was not written as CycloneDX, because the document could not be checked again.</summary>
    public const string ExchangeNotChecked = "SC9546";
}
