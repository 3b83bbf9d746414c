namespace SourcingCompliance.Server.Views;

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
