namespace SourcingCompliance.Primitives.Diagnostics;

/// <summary>
/// The ids of all diagnostics, by the step that gives them. An id is never renumbered and never used again.
/// SC900x run and paths, SC91xx reading, SC92xx mapping and tree, SC93xx countries and quantities, SC94xx materials,
/// SC95xx rules and contract, SC96xx remediation, SC97xx writing, SC98xx configuration, waivers, baselines and comparison; WVR-… what is said of waivers.
/// </summary>
public static partial class DiagnosticIds
{
    /// <summary>A path names nothing that exists.</summary>
    public const string PathNotFound = "SC9001";

    /// <summary>A folder or glob holds no file that could be a bill of materials.</summary>
    public const string NoBomInFolder = "SC9002";

    /// <summary>A folder of rules does not exist.</summary>
    public const string RuleFolderNotFound = "SC9004";

    /// <summary>The contract file cannot be opened.</summary>
    public const string ContractNotReadable = "SC9005";

    /// <summary>No sheet of the file holds a bill of materials.</summary>
    public const string NoBomInFile = "SC9006";

    /// <summary>The day by which a pack should have been verified against the law has passed.</summary>
    public const string PackNeedsVerification = "SC9007";

    /// <summary>A pack that is active and that no run applies.</summary>
    public const string PackNotApplied = "SC9008";

    /// <summary>The pack that a user names does not exist or is a draft.</summary>
    public const string PackUnknown = "SC9009";

    /// <summary>A folder to join holds no results.</summary>
    public const string NoLedger = "SC9020";

    /// <summary>Results to join were made with other rules, evidence or options.</summary>
    public const string LedgerOfOtherRun = "SC9021";

    /// <summary>A file of the run has no result in any part.</summary>
    public const string ShardMissing = "SC9022";

    /// <summary>A file in a folder may be a bill of materials and is of a format that is not read; it counts as open.</summary>
    public const string FileNotRead = "SC9023";

    /// <summary>Other files in folders were not read; counted by type.</summary>
    public const string OtherFilesNotRead = "SC9024";

    /// <summary>A link in a folder leads in a circle or cannot be resolved.</summary>
    public const string LinkNotFollowed = "SC9025";

    /// <summary>A folder cannot be read.</summary>
    public const string FolderNotReadable = "SC9026";

    /// <summary>A pipe, socket or device stands where a file was expected; it was not opened.</summary>
    public const string SpecialFile = "SC9027";

    /// <summary>A file cannot be opened or its bytes cannot be read.</summary>
    public const string FileNotReadable = "SC9101";

    /// <summary>A file holds no bytes, or nothing but white space.</summary>
    public const string FileEmpty = "SC9102";

    /// <summary>A file's content is of a format that is not read (pdf, xlsb, html named xls).</summary>
    public const string FormatNotSupported = "SC9103";

    /// <summary>A file is encrypted or protected by a password.</summary>
    public const string FileProtected = "SC9104";

    /// <summary>A file's extension names another format than its content has.</summary>
    public const string ExtensionMisleading = "SC9105";

    /// <summary>A file's structure is damaged; what was read before the damage stays.</summary>
    public const string FileDamaged = "SC9106";

    /// <summary>A limit on what one file may cost was reached; what was read before stays.</summary>
    public const string ReadLimitReached = "SC9107";

    /// <summary>A workbook names a sheet that is not in the file.</summary>
    public const string SheetMissing = "SC9108";

    /// <summary>A text file is not in UTF-8; its encoding was worked out from the content.</summary>
    public const string EncodingDetected = "SC9110";

    /// <summary>The encoding of a text file could not be worked out with confidence.</summary>
    public const string EncodingDoubtful = "SC9111";

    /// <summary>A text file holds bytes or characters that its encoding does not allow.</summary>
    public const string CharactersInvalid = "SC9112";

    /// <summary>A quotation mark stands where the csv rules do not allow one.</summary>
    public const string QuoteStray = "SC9113";

    /// <summary>A csv record has more cells than its table has columns, so its cells may have shifted.</summary>
    public const string RecordTooWide = "SC9114";

    /// <summary>Formulas are stored without the values that they give.</summary>
    public const string FormulaWithoutValue = "SC9120";

    /// <summary>A cell carries an address that no worksheet can have, or a reference to nothing.</summary>
    public const string CellReferenceInvalid = "SC9121";

    /// <summary>A text list marks quotation marks or delimiters inside its cells with a backslash.</summary>
    public const string BackslashEscapes = "SC9130";

    /// <summary>The vocabulary of column headers is missing or malformed.</summary>
    public const string ColumnVocabularyUnusable = "SC9201";

    /// <summary>One header text is an alias of two fields.</summary>
    public const string ColumnAliasTwice = "SC9202";

    /// <summary>No sheet of a file has a header row.</summary>
    public const string HeaderNotFound = "SC9203";

    /// <summary>Two columns claim one field, and nothing tells which is meant.</summary>
    public const string ColumnTie = "SC9204";

    /// <summary>The fields stand in a column instead of a row.</summary>
    public const string TableTransposed = "SC9205";

    /// <summary>A sheet is no bill of materials and was left out.</summary>
    public const string SheetLeftOut = "SC9206";

    /// <summary>A second table stands beside the first and is not read.</summary>
    public const string TableBesideNotRead = "SC9207";

    /// <summary>A column holds countries, but its header does not say that they are the origin.</summary>
    public const string CountryColumnUnclear = "SC9208";

    /// <summary>A table stands above the list and is not read.</summary>
    public const string TableAboveNotRead = "SC9209";

    /// <summary>A column was given a meaning by its content alone.</summary>
    public const string ColumnByContent = "SC9210";

    /// <summary>A part number was turned into scientific notation by a spreadsheet.</summary>
    public const string PartNumberScientific = "SC9211";

    /// <summary>A part number was turned into a date by a spreadsheet.</summary>
    public const string PartNumberDate = "SC9212";

    /// <summary>A cell holds a spreadsheet error.</summary>
    public const string ErrorCell = "SC9213";

    /// <summary>A part number seems to have lost its leading zeros.</summary>
    public const string PartNumberZerosLost = "SC9214";

    /// <summary>A row could not be read.</summary>
    public const string RowDamaged = "SC9215";

    /// <summary>A later table of the sheet has other columns, and they could not be mapped.</summary>
    public const string LaterTableNotMapped = "SC9216";

    /// <summary>No column of a list says what its parts are.</summary>
    public const string NothingDescribesParts = "SC9217";

    /// <summary>A row that was left out as a title, note or total names a covered material.</summary>
    public const string SkippedNamesMaterial = "SC9218";

    /// <summary>A sheet that was left out names a covered material.</summary>
    public const string LeftOutNamesMaterial = "SC9219";

    /// <summary>A level is no number.</summary>
    public const string LevelUnreadable = "SC9220";

    /// <summary>A level jumps by more than one.</summary>
    public const string LevelJump = "SC9221";

    /// <summary>An item names a parent that is not in the list.</summary>
    public const string ParentMissing = "SC9222";

    /// <summary>Items are each other's parents.</summary>
    public const string ParentCycle = "SC9223";

    /// <summary>A mapping profile is malformed.</summary>
    public const string ProfileInvalid = "SC9230";

    /// <summary>A mapping profile names a column that the sheet does not have.</summary>
    public const string ProfileColumnMissing = "SC9231";

    /// <summary>A cell is longer than what is searched for covered materials.</summary>
    public const string CellCut = "SC9280";

    /// <summary>A header was read with one typing error forgiven.</summary>
    public const string HeaderMisspelled = "SC9260";

    /// <summary>Part numbers are taken from web addresses, because no column gives them.</summary>
    public const string PartNumbersInLinks = "SC9261";

    /// <summary>A vocabulary file of countries is missing or cannot be read.</summary>
    public const string CountryVocabularyUnreadable = "SC9301";

    /// <summary>Two countries claim the same word of the vocabulary.</summary>
    public const string VocabularyConflict = "SC9302";

    /// <summary>A text of an origin or stage column names no country that is known.</summary>
    public const string CountryNotRecognized = "SC9303";

    /// <summary>The codes of a column are read under another list than ISO 3166-1.</summary>
    public const string CodeSchemeAssumed = "SC9304";

    /// <summary>A file of the materials vocabulary is no sound JSON.</summary>
    public const string MaterialVocabularyUnreadable = "SC9401";

    /// <summary>An entry of the materials vocabulary cannot be used and was left out.</summary>
    public const string VocabularyEntryRejected = "SC9402";

    /// <summary>A file of the materials vocabulary is missing from every rules folder.</summary>
    public const string VocabularyMissing = "SC9403";

    /// <summary>A rules folder has no pack of the name asked for.</summary>
    public const string PackNotFound = "SC9501";

    /// <summary>A file of a pack is no JSON, or a value in it is missing or of the wrong kind.</summary>
    public const string PackFileInvalid = "SC9502";

    /// <summary>A file of a pack has a property that its schema does not know.</summary>
    public const string PackPropertyUnknown = "SC9503";

    /// <summary>A condition of a rule cannot be parsed.</summary>
    public const string ConditionInvalid = "SC9504";

    /// <summary>Periods of a definition or rule overlap or leave a gap.</summary>
    public const string PeriodsBroken = "SC9505";

    /// <summary>An id of a rule, requirement or case stands twice, or is out of its range.</summary>
    public const string RuleIdInvalid = "SC9506";

    /// <summary>A rule has no citation, guidance or cases that it must have.</summary>
    public const string RuleIncomplete = "SC9507";

    /// <summary>A case of a rule does not come out as it says.</summary>
    public const string RuleCaseFailed = "SC9508";

    /// <summary>A JSON file of a rules folder does not fit its schema: a property or a word that is not known, or a value of the wrong kind.</summary>
    public const string RuleFileMisfit = "SC9430";

    /// <summary>Nothing reads a file of a rules folder: its name, or that of its folder, is not one that a pack or the vocabulary has.</summary>
    public const string RuleFileUnread = "SC9431";

    /// <summary>A file of a pack names a fact, material, stage, rule or pack that does not exist.</summary>
    public const string RuleNameUnknown = "SC9432";

    /// <summary>Advisory packs were not compared with the law by the day that they name.</summary>
    public const string AdvisoriesNeedVerification = "SC9433";

    /// <summary>The contract file is no JSON object.</summary>
    public const string ContractUnreadable = "SC9511";

    /// <summary>The contract file has a property that its schema does not know.</summary>
    public const string ContractPropertyUnknown = "SC9512";

    /// <summary>A value of the contract file is of the wrong kind or out of range; it is taken as not stated.</summary>
    public const string ContractValueInvalid = "SC9513";

    /// <summary>The contract names a date of the clause that the pack does not know.</summary>
    public const string ClauseVersionUnknown = "SC9514";

    /// <summary>Under an older clause a list holds steps that the newest text of the clause bars.</summary>
    public const string NewerClauseBars = "SC9410";

    /// <summary>The contract file says that the clause is not in the contract.</summary>
    public const string ClauseNotInContract = "SC9411";

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

    /// <summary>A configuration file cannot be opened, or a value in it cannot be used.</summary>
    public const string ConfigurationInvalid = "SC9801";

    /// <summary>A configuration, waiver or baseline file has a property that its schema does not know.</summary>
    public const string SettingsPropertyUnknown = "SC9802";

    /// <summary>A file that the configuration names does not exist.</summary>
    public const string ConfiguredFileNotFound = "SC9803";

    /// <summary>The paths of one run lie under different configuration files.</summary>
    public const string ConfigurationsDiffer = "SC9804";

    /// <summary>A setting changes how the law is read or when a run is red.</summary>
    public const string SettingChangesAnswer = "SC9805";

    /// <summary>The configuration leaves a file out.</summary>
    public const string FileExcluded = "SC9806";

    /// <summary>A waiver file cannot be opened, or a waiver in it cannot be used.</summary>
    public const string WaiversInvalid = "SC9810";

    /// <summary>A baseline file cannot be opened or used.</summary>
    public const string BaselineInvalid = "SC9820";

    /// <summary>A report that is to be compared cannot be used.</summary>
    public const string ComparedReportInvalid = "SC9830";

    /// <summary>A report that is to be compared does not list every line.</summary>
    public const string ComparedReportPartial = "SC9831";

    /// <summary>A waiver reaches further than one part and does not say so; it is not applied.</summary>
    public const string WaiverBroad = "WVR-BROAD";

    /// <summary>A waiver speaks of a contract that is not, or may not be, the one of the check.</summary>
    public const string WaiverContract = "WVR-CONTRACT";

    /// <summary>A waiver has ended, so what it waived stands again.</summary>
    public const string WaiverExpired = "WVR-EXPIRED";

    /// <summary>A waiver ends within 90 days, or before the delivery.</summary>
    public const string WaiverExpiring = "WVR-EXPIRING";

    /// <summary>A waiver that accepts a risk internally does not lift a violation.</summary>
    public const string WaiverInternalRisk = "WVR-INTERNAL";

    /// <summary>A waiver was given after the day of the check; it is not applied.</summary>
    public const string WaiverNotYetGiven = "WVR-NOT-YET";

    /// <summary>A waiver matches no finding.</summary>
    public const string WaiverUnused = "WVR-UNUSED";

    /// <summary>The reply date of the configuration is of no use to the plan.</summary>
    public const string ReplyByNotUsed = "SC9460";

    /// <summary>The logo for reports cannot be used.</summary>
    public const string LogoNotUsable = "SC9461";

    /// <summary>The marking that is stated for reports is not the one that a BOM carries.</summary>
    public const string MarkingDiffers = "SC9462";
}
