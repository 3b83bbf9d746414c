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

    /// <summary>What the evidence on file supports: all covered lines first, then each supplier; empty = an older check.</summary>
    public IReadOnlyList<CoverageRow> Coverage { get; init; } = [];

    /// <summary>What to start today, the most urgent first.</summary>
    public required IReadOnlyList<TodayRow> Today { get; init; }

    /// <summary>What <c>late</c> means in <see cref="Today"/>; empty = no task is late.</summary>
    public string LateNote { get; init; } = "";

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

    /// <summary>What the exceptions of the period in use rest on; empty = none is established.</summary>
    public IReadOnlyList<ExemptionRow> Exemptions { get; init; } = [];

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

/// <summary>What an exception rests on.</summary>
/// <param name="Title">The exception.</param>
/// <param name="Citation">Its paragraph.</param>
/// <param name="Basis">Why it applies, in the words of the claim or of the contract.</param>
/// <param name="Claimant">Who claims it: a contract file, a program, a cell.</param>
/// <param name="Lines">Line items under it.</param>
public sealed record ExemptionRow(string Title, string Citation, string Basis, string Claimant, int Lines);

/// <summary>How much of what the law asks for is on file.</summary>
/// <param name="Required">Steps of production that need an origin.</param>
/// <param name="OnFile">Of these, steps with a definite origin on file.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record EvidenceCounts(int Required, int OnFile, string Sentence);

/// <summary>How well required steps are supported.</summary>
/// <param name="Supplier">Name of the supplier; empty = the list names none; null = all.</param>
/// <param name="Documented">Steps that a document on file supports.</param>
/// <param name="Stated">Steps that are only stated.</param>
/// <param name="Expired">Steps whose statement has expired.</param>
/// <param name="Unknown">Steps of which nothing is on file.</param>
public sealed record CoverageRow(string? Supplier, int Documented, int Stated, int Expired, int Unknown);
