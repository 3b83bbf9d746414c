namespace SourcingCompliance.Server.Views;

/// <summary>
/// What the result pages of one check show, written next to its reports when the check ends. Rows are short and in the order of the report, so that a
/// page of ten thousand findings is a matter of skipping and taking.
/// </summary>
public sealed record CheckView
{
    /// <summary>The answer in at most three short sentences.</summary>
    public required string Headline { get; init; }

    /// <summary>The answer as every report states it.</summary>
    public required string Answer { get; init; }

    /// <summary>The check date, ISO.</summary>
    public required string AsOf { get; init; }

    /// <summary>The delivery date, ISO; null = not stated.</summary>
    public string? Delivery { get; init; }

    /// <summary>Name of the contract file; null = none.</summary>
    public string? Contract { get; init; }

    /// <summary>Line items that were read.</summary>
    public required int LinesRead { get; init; }

    /// <summary>Counts of line items for each period of the law, in the order of time.</summary>
    public required IReadOnlyList<PeriodCounts> Periods { get; init; }

    /// <summary>How much of the required origin information is on file.</summary>
    public required EvidenceCounts Evidence { get; init; }

    /// <summary>What to start today, the most urgent first.</summary>
    public required IReadOnlyList<TodayRow> Today { get; init; }

    /// <summary>The parts that cannot be fixed by the delivery date, each as a sentence.</summary>
    public IReadOnlyList<string> Late { get; init; } = [];

    /// <summary>The parts that cannot be fixed by then if the answer is bad, each as a sentence.</summary>
    public IReadOnlyList<string> LateIfAnswerIsBad { get; init; } = [];

    /// <summary>What is done when a primary action fails.</summary>
    public IReadOnlyList<BackupRow> Backups { get; init; } = [];

    /// <summary>The marking of the report; empty = none.</summary>
    public string Marking { get; init; } = "";

    /// <summary>Findings and line items in words, as every report counts them.</summary>
    public string CountWords { get; init; } = "";

    /// <summary>How line items and findings are counted, in words.</summary>
    public string CountRule { get; init; } = "";

    /// <summary>Best and worst case in one sentence; null = there is no plan.</summary>
    public string? Outlook { get; init; }

    /// <summary>What the counts do not contain, each as a sentence; empty = everything is in them.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>Findings that the reports list and the pages do not; 0 = none.</summary>
    public int FindingsNotShown { get; init; }

    /// <summary>The findings, worst first.</summary>
    public required IReadOnlyList<FindingRow> Findings { get; init; }

    /// <summary>The plan: primary actions by latest start, then backups.</summary>
    public required IReadOnlyList<ActionRow> Actions { get; init; }

    /// <summary>The suppliers to ask, by name.</summary>
    public required IReadOnlyList<RequestRow> Requests { get; init; }

    /// <summary>The line items in document order: all of them, or those with a finding, a covered material or an exception.</summary>
    public required IReadOnlyList<LineRow> Lines { get; init; }

    /// <summary>Line items that the reports list and the pages do not; 0 = none.</summary>
    public int LinesNotShown { get; init; }

    /// <summary>The files in the order of their names.</summary>
    public required IReadOnlyList<FileRow> Files { get; init; }

    /// <summary>What was wrong outside the files.</summary>
    public IReadOnlyList<NoticeRow> Notices { get; init; } = [];

    /// <summary>Related rules, which change no result.</summary>
    public required IReadOnlyList<RelatedRow> Related { get; init; }

    /// <summary>The period that the overall result uses; null = nothing could be checked.</summary>
    public PeriodCounts? Used => Periods.FirstOrDefault(period => period.IsUsed);
}

/// <summary>Line items by verdict for one period of the law.</summary>
/// <param name="Id">Id of the regime.</param>
/// <param name="Title">The deliveries and the steps that the rule restricts.</param>
/// <param name="Deliveries">The deliveries alone: <c>deliveries from January 1, 2027</c>.</param>
/// <param name="IsUsed">Whether the overall result uses it.</param>
/// <param name="Violation">Line items that violate the rule.</param>
/// <param name="Suspect">Line items that are suspect.</param>
/// <param name="Open">Line items that need information.</param>
/// <param name="Exempt">Line items under an exception.</param>
/// <param name="Pass">Line items with every required step on file outside the covered countries.</param>
/// <param name="NotCovered">Line items without a covered material.</param>
public sealed record PeriodCounts(string Id, string Title, string Deliveries, bool IsUsed, int Violation,
    int Suspect, int Open, int Exempt, int Pass, int NotCovered)
{
    /// <summary>The count of one verdict.</summary>
    /// <param name="verdict">The verdict as reports spell it.</param>
    public int GetCount(string verdict) => verdict switch
    {
        "violation" => Violation,
        "suspect" => Suspect,
        "open" => Open,
        "exempt" => Exempt,
        "pass" => Pass,
        _ => NotCovered,
    };
}

/// <summary>How much of what the law asks for is on file.</summary>
/// <param name="Required">Steps of production that need an origin.</param>
/// <param name="OnFile">Of these, steps with a definite origin on file.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record EvidenceCounts(int Required, int OnFile, string Sentence);

/// <summary>One thing to start today.</summary>
/// <param name="What">What to do, in one line.</param>
/// <param name="NeededBy">The day by which it is needed, in words.</param>
/// <param name="Settles">What it settles: <c>22 line items</c>.</param>
/// <param name="Tab">The tab that shows more.</param>
public sealed record TodayRow(string What, string NeededBy, string Settles, string Tab);

/// <summary>One finding.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Verdict">violation, suspect or open.</param>
/// <param name="Part">Part number, or the text that stands in for it.</param>
/// <param name="Description">Description of the part.</param>
/// <param name="Why">What was found, without the part number.</param>
/// <param name="Where">The assemblies above it, from the top.</param>
/// <param name="Supplier">Supplier, else manufacturer; empty = not stated.</param>
/// <param name="Citation">Paragraph of the law.</param>
/// <param name="Cell">Address inside the sheet.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Material">The material in words; empty = not read.</param>
/// <param name="Regimes">Ids of the regimes under which it holds.</param>
/// <param name="Next">The primary action in one or two words; empty = none.</param>
/// <param name="NextBy">Its latest start, ISO; empty = none.</param>
/// <param name="Mark">Waiver or baseline state in words; empty = none.</param>
/// <param name="Line">Index into the line items; -1 = not listed.</param>
public sealed record FindingRow(
    string Id, string Verdict, string Part, string Description, string Why, string Where, string Supplier, string Citation, string Cell, string File,
    string Material, IReadOnlyList<string> Regimes, string Next, string NextBy, string Mark, int Line);

/// <summary>One action of the plan.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">What to do, in one line.</param>
/// <param name="Detail">What exactly to do or to ask.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Supplier">The supplier concerned; null = none.</param>
/// <param name="Parts">The part numbers.</param>
/// <param name="StartBy">Latest start, ISO.</param>
/// <param name="DueBy">Day by which it must be finished, ISO.</param>
/// <param name="EarliestFinish">Earliest finish when started on the check date, ISO.</param>
/// <param name="DaysLate">Business days after the need date when started today; 0 = on time.</param>
/// <param name="IsOverdue">Whether its latest start has passed.</param>
/// <param name="IsBackup">Whether it is needed only if the primary action fails.</param>
public sealed record ActionRow(
    string Id, string Title, string Detail, string Owner, string? Supplier, IReadOnlyList<string> Parts, string StartBy,
    string DueBy, string EarliestFinish, int DaysLate, bool IsOverdue, bool IsBackup);

/// <summary>One row of the backup plan.</summary>
/// <param name="Route">What is done.</param>
/// <param name="Supplier">The supplier whose parts they are; empty = several, or not stated.</param>
/// <param name="Parts">The part numbers.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="LatestStart">Last day on which it can start and still be complete by delivery, ISO.</param>
/// <param name="EarliestCompletion">Day on which it is complete when it is started on the check date, ISO.</param>
/// <param name="IsTooLate">Whether that is after delivery.</param>
public sealed record BackupRow(string Route, string Supplier, IReadOnlyList<string> Parts, string Owner,
    string LatestStart, string EarliestCompletion, bool IsTooLate);

/// <summary>One request to a supplier.</summary>
/// <param name="Supplier">The supplier.</param>
/// <param name="AnswerBy">The day by which an answer is asked for, ISO.</param>
/// <param name="Parts">The part numbers asked about.</param>
/// <param name="Questions">How many questions there are.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Text">The whole letter as plain text.</param>
public sealed record RequestRow(string Supplier, string AnswerBy, IReadOnlyList<string> Parts, int Questions, string Subject, string Text);

/// <summary>One line item.</summary>
/// <param name="Part">Part number, or the text that stands in for it.</param>
/// <param name="Description">Description as it stands.</param>
/// <param name="Level">Depth in the assembly, 0-based.</param>
/// <param name="Row">1-based row of the sheet.</param>
/// <param name="Sheet">Name of the sheet; empty for a csv.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Maker">Manufacturer; empty = not stated.</param>
/// <param name="Supplier">Supplier; empty = not stated.</param>
/// <param name="Materials">Covered materials in words; empty = none recognized.</param>
/// <param name="Origin">The origin as the sheet states it; empty = not stated.</param>
/// <param name="Verdict">Its own verdict under the period that the result uses.</param>
/// <param name="RolledUp">The worst verdict of it and everything below.</param>
/// <param name="Offset">Where its reasons begin in the file of reasons; -1 = there are none.</param>
/// <param name="Length">Bytes of its reasons.</param>
public sealed record LineRow(
    string Part, string Description, int Level, int Row, string Sheet, string File, string Maker, string Supplier, string Materials,
    string Origin, string Verdict, string RolledUp, long Offset, int Length);

/// <summary>One file, and how it was read.</summary>
/// <param name="Name">The user's name for it.</param>
/// <param name="Lines">Line items read.</param>
/// <param name="IsRead">Whether at least one sheet was read.</param>
/// <param name="Sheets">Its sheets.</param>
/// <param name="Notices">What was wrong with it.</param>
public sealed record FileRow(string Name, int Lines, bool IsRead, IReadOnlyList<SheetRow> Sheets, IReadOnlyList<NoticeRow> Notices)
{
    /// <summary>Whether all of it was read: no sheet was refused, and it did not end early.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Notices that the reports list and the pages do not; 0 = none.</summary>
    public int NoticesNotShown { get; init; }
}

/// <summary>One sheet, and how it was read.</summary>
/// <param name="Name">Name of the sheet; empty for a csv.</param>
/// <param name="HeaderRow">1-based row of the header; null = not read.</param>
/// <param name="Columns">The columns: letters, header, meaning, reason.</param>
/// <param name="Skipped">Rows that are no items, and why.</param>
/// <param name="Accounts">What became of its rows, in words; empty = not read.</param>
public sealed record SheetRow(string Name, int? HeaderRow, IReadOnlyList<ColumnRow> Columns, IReadOnlyList<string> Skipped, string Accounts)
{
    /// <summary>Skipped rows beyond those that are listed; 0 = none.</summary>
    public int SkippedNotShown { get; init; }
}

/// <summary>One mapped column.</summary>
/// <param name="Letters">Letters of the column.</param>
/// <param name="Header">Text of the header.</param>
/// <param name="Meaning">Name of the field; empty = read as remarks only.</param>
/// <param name="Why">Why it has that meaning.</param>
public sealed record ColumnRow(string Letters, string Header, string Meaning, string Why);

/// <summary>One diagnostic.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Severity">error, warning or note.</param>
/// <param name="Place">Where, in words; empty = the whole file.</param>
/// <param name="Message">What was found and what it means.</param>
/// <param name="Remedy">What to do; null = nothing.</param>
public sealed record NoticeRow(string Id, string Severity, string Place, string Message, string? Remedy);

/// <summary>One related rule with the parts that it concerns.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Subject">The materials, in words.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Figures">Figures with their days and sources.</param>
/// <param name="Parts">Parts, at most twelve.</param>
/// <param name="Count">How many parts there are.</param>
public sealed record RelatedRow(string Title, string Subject, string Citation, IReadOnlyList<string> Figures, IReadOnlyList<string> Parts, int Count);
