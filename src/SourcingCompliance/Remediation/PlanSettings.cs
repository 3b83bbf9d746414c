using System.Collections.Immutable;
using SourcingCompliance.Decisions;

namespace SourcingCompliance.Remediation;

/// <summary>What a plan is made from beside the findings.</summary>
public sealed record PlanSettings
{
    /// <summary>The day on which the plan is made: nothing starts before it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>
    /// The day of delivery, by which everything must be finished; on a day that is no business day, the last one before it.
    /// Where no delivery date is given the caller passes 2027-01-01, the day on which the wider prohibition begins.
    /// </summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>Whether <see cref="Deadline"/> is the date of a delivery that was given, not the day on which the law changes.</summary>
    public bool IsDeliveryGiven { get; init; }

    /// <summary>Ids of the regimes that govern a delivery before <see cref="AsOf"/>; empty = no delivery on file is past, or only <see cref="Deadline"/> is
    /// known.</summary>
    public ImmutableArray<string> PastRegimes { get; init; } = [];

    /// <summary>Ids of the regimes that govern a delivery on file; findings of other regimes bar no delivery and need no action. Empty = every finding
    /// counts.</summary>
    public ImmutableArray<string> GatedRegimes { get; init; } = [];

    /// <summary>Id of the regime whose line items the forecast counts, the one that the result is taken from; empty = findings of every regime.</summary>
    public string CountedRegime { get; init; } = "";

    /// <summary>The day by which suppliers are asked to answer where the plan allows a later one; null = the plan's own day.</summary>
    public DateOnly? ReplyBy { get; init; }

    /// <summary>Whether goods that a finding speaks of may have been delivered already.</summary>
    /// <param name="regimes">Ids of the regimes under which it holds.</param>
    public bool MayBeDelivered(ImmutableArray<string> regimes) => PastRegimes.IsEmpty
        ? IsDeliveryGiven && Deadline < AsOf
        : regimes.Any(regime => PastRegimes.Contains(regime, StringComparer.Ordinal));

    /// <summary>The clause that is applied; null = the pack has none.</summary>
    public AppliedClause? Clause { get; init; }

    /// <summary>The pack's templates.</summary>
    public required RemediationTemplates Templates { get; init; }

    /// <summary>Lead times that the user knows better; the most particular one wins, among equals the first.</summary>
    public ImmutableArray<LeadTimeOverride> LeadTimeOverrides { get; init; } = [];

    /// <summary>The user's approved alternates.</summary>
    public ApprovedAlternates ApprovedAlternates { get; init; } = ApprovedAlternates.None;

    /// <summary>Public facts about makers outside the covered countries, offered where another source is looked for.</summary>
    public SupplySources Sources { get; init; } = SupplySources.None;
}

/// <summary>A lead time that the user gives in place of the pack's assumption.</summary>
/// <param name="Kind">Id of the template or kind of action; null = every action of the part.</param>
/// <param name="Part">Part number; null = every part.</param>
/// <param name="BusinessDays">Business days, 0 or more.</param>
/// <param name="Source">Where it comes from: a quotation, a contract.</param>
public sealed record LeadTimeOverride(string? Kind, string? Part, int BusinessDays, string Source);
