using System.Collections.Immutable;

namespace SourcingCompliance.Remediation;

/// <summary>Which findings share one action.</summary>
public enum MergeBy
{
    /// <summary>All findings of one supplier.</summary>
    Supplier,

    /// <summary>All findings of one part from one supplier.</summary>
    Part,

    /// <summary>All findings of one covered material.</summary>
    Material,

    /// <summary>All findings of one file.</summary>
    File,

    /// <summary>All findings: the contract is the same.</summary>
    Contract,
}

/// <summary>Whose questions an action carries.</summary>
public enum Asks
{
    /// <summary>None.</summary>
    None,

    /// <summary>Questions that a supplier can answer.</summary>
    Supplier,

    /// <summary>Questions that the user's own house can answer.</summary>
    House,
}

/// <summary>What must be on file before an action is worth offering.</summary>
public enum ActionNeed
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The user's list names an approved alternate of the part.</summary>
    ApprovedAlternate,

    /// <summary>An exception is neither established nor ruled out.</summary>
    Exception,

    /// <summary>The first delivery lies before the day of the check, so goods may have been delivered already.</summary>
    Delivered,
}

/// <summary>A kind of action as the pack describes it, with texts that have places to fill.</summary>
public sealed record ActionTemplate
{
    /// <summary>Id of the template; the same as the kind where a kind has one template.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of the action (see <see cref="ActionKinds"/>).</summary>
    public required string Kind { get; init; }

    /// <summary>Which findings share one action.</summary>
    public required MergeBy MergeBy { get; init; }

    /// <summary>Whose questions the action carries.</summary>
    public Asks Asks { get; init; }

    /// <summary>What must be on file before it is offered.</summary>
    public ActionNeed Needs { get; init; }

    /// <summary>Ids of templates whose actions must be finished first, in the order of the file.</summary>
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>What kind of step it is, in a few words without places: <c>Qualify another source</c>; null = the title.</summary>
    public string? Route { get; init; }

    /// <summary>What to do, in one line, with places (see <see cref="TemplateText"/>).</summary>
    public required string Title { get; init; }

    /// <summary>The title when no supplier is on file; null = the same.</summary>
    public string? TitleWithoutSupplier { get; init; }

    /// <summary>What exactly to do, with places.</summary>
    public required string Detail { get; init; }

    /// <summary>Who does it: a role of the user's own house.</summary>
    public required string Owner { get; init; }

    /// <summary>The question for a finding that names no missing fact, with places; null = none.</summary>
    public string? Question { get; init; }

    /// <summary>How long it takes.</summary>
    public required LeadTime LeadTime { get; init; }

    /// <summary>Sentences that are added for some findings, in the order of the file.</summary>
    public ImmutableArray<TemplateNote> Notes { get; init; } = [];

    /// <summary>The action for a finding that no template speaks of.</summary>
    public static ActionTemplate Review { get; } = new()
    {
        Id = "review",
        Kind = ActionKinds.RequestEvidence,
        MergeBy = MergeBy.Supplier,
        Asks = Asks.Supplier,
        Title = "Have someone look at {parts}",
        Detail = "The rules have no template for this finding. Read its message and its paragraph of the law, and decide by {due} what settles it.",
        Owner = "Compliance",
        LeadTime = new LeadTime(5, 10, 20, "assumption", "No template speaks of the finding; ten business days are taken."),
    };
}

/// <summary>A sentence for some findings only.</summary>
/// <param name="When">The findings.</param>
/// <param name="Text">The sentence, with places.</param>
public sealed record TemplateNote(FindingCondition When, string Text);

/// <summary>How long an action usually takes, in business days.</summary>
/// <param name="Least">Shortest.</param>
/// <param name="Typical">What plans count with.</param>
/// <param name="Most">Longest.</param>
/// <param name="Label"><c>assumption</c>, <c>rule</c> or <c>given</c> (by the user).</param>
/// <param name="Source">Where it comes from.</param>
public sealed record LeadTime(int Least, int Typical, int Most, string Label, string Source)
{
    /// <summary>Label and source as the reports print them, and for an assumption the setting that replaces it.</summary>
    /// <param name="kind">Id of the template that it belongs to.</param>
    public string GetBasis(string kind) =>
        $"{char.ToUpperInvariant(Label[0])}{Label[1..]}: {Source}{(Label == "assumption" ? $" To replace it, set leadTimes (kind {kind}) in sourcing.json." : "")}";
}
