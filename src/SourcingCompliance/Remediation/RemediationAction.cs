using System.Collections.Immutable;

namespace SourcingCompliance.Remediation;

/// <summary>One thing to do, for one or several findings, with dates planned back from delivery.</summary>
public sealed record RemediationAction
{
    private readonly ImmutableArray<string> _questions = [];

    /// <summary>What <see cref="AnsweredBy"/> says of questions that go to suppliers.</summary>
    public const string Suppliers = "suppliers";

    /// <summary>Stable id from template, supplier and parts: ten hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of action: <c>request-evidence</c>, <c>show-exception</c>, <c>re-source</c>, <c>redesign</c>, <c>request-determination</c>,
    /// <c>disclose</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What to do, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>What exactly to do or to ask, a few sentences.</summary>
    public required string Detail { get; init; }

    /// <summary>
    /// The part of <see cref="Detail"/> that tells what makers say of themselves, for a format that lists them elsewhere; empty = none.
    /// </summary>
    public string Makers { get; init; } = "";

    /// <summary>Who does it: a role of the user's own house.</summary>
    public required string Owner { get; init; }

    /// <summary>Who answers the questions that keep its lines open: <c>suppliers</c>, or <see cref="Owner"/>; null = it asks nothing.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>The supplier that it goes to or whose part it is; null = none.</summary>
    public required string? Supplier { get; init; }

    /// <summary>The part numbers concerned, in ordinal order.</summary>
    public required ImmutableArray<string> Parts { get; init; }

    /// <summary>The questions that a supplier is asked; empty when there are none.</summary>
    public required ImmutableArray<string> Questions
    {
        get => QuestionsByPart.IsEmpty ? _questions : [.. QuestionsByPart.SelectMany(part => part.Questions).Distinct(StringComparer.Ordinal)];
        init => (_questions, QuestionsByPart) = (value, []);
    }

    /// <summary>The same by part, parts in ordinal order, with texts that parts share; empty when they are not known by part.</summary>
    public ImmutableArray<PartQuestions> QuestionsByPart { get; init; } = [];

    /// <summary>Ids of the findings that it settles.</summary>
    public required ImmutableArray<string> Findings { get; init; }

    /// <summary>Ids of actions that must be finished first.</summary>
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>Lead time in business days that the dates count with.</summary>
    public required int LeadBusinessDays { get; init; }

    /// <summary>Shortest and longest usual lead time in business days.</summary>
    public required (int Least, int Most) LeadRange { get; init; }

    /// <summary>Where the lead time comes from; an assumption says so.</summary>
    public required string LeadSource { get; init; }

    /// <summary>Latest day on which to start.</summary>
    public required DateOnly StartBy { get; init; }

    /// <summary>
    /// Day by which it must be finished; for a request to a supplier the day by which the answer is needed. It is the one day that letters, calendar,
    /// lists and pages print.
    /// </summary>
    public required DateOnly DueBy { get; init; }

    /// <summary>Whether the day by which it was needed is past: <see cref="DueBy"/> is then counted from the day of the check, or cannot be met.</summary>
    public bool IsLate { get; init; }

    /// <summary>Earliest day on which it can be finished when it is started on the as-of day.</summary>
    public required DateOnly EarliestFinish { get; init; }

    /// <summary>Calendar days since the latest start; 0 = not overdue.</summary>
    public required int OverdueDays { get; init; }

    /// <summary>Business days between the earliest and the latest finish; negative = late.</summary>
    public required int SlackBusinessDays { get; init; }

    /// <summary>Whether it is only needed when the first way out fails; its dates are those that hold if it alone is taken.</summary>
    public bool IsFallback { get; init; }

    /// <summary>The last day on which something to fall back on could still be started in time; before the as-of day = there is none any more; null = nothing
    /// to fall back on, or it is a fallback itself.</summary>
    public DateOnly? SwitchBy { get; init; }

    /// <summary>Whether it lies on the longest chain to delivery.</summary>
    public bool IsCritical { get; init; }
}
