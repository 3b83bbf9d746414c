using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Remediation;

/// <summary>What a pack says about ways out: action templates, routes, and the words of the letter.</summary>
public sealed record RemediationTemplates
{
    /// <summary>Templates of a pack that has none: every finding gets <see cref="ActionTemplate.Review"/>.</summary>
    public static RemediationTemplates None { get; } = new() { Pack = "" };

    /// <summary>Id of the pack; empty when there is none.</summary>
    public required string Pack { get; init; }

    /// <summary>The templates in the order of the file.</summary>
    public ImmutableArray<ActionTemplate> Actions { get; init; } = [];

    /// <summary>The routes in the order of the file; the first that holds is taken.</summary>
    public ImmutableArray<RemediationRoute> Routes { get; init; } = [];

    /// <summary>Ids of facts that the user's own house tells and no supplier; an entry that ends in <c>*</c> is a beginning.</summary>
    public ImmutableArray<string> OwnFacts { get; init; } = [];

    /// <summary>Ids of facts that an exception asks for; an entry that ends in <c>*</c> is a beginning.</summary>
    public ImmutableArray<string> ExceptionFacts { get; init; } = [];

    /// <summary>What the texts call each covered material.</summary>
    public IReadOnlyDictionary<string, string> Materials { get; init; } = new Dictionary<string, string>();

    /// <summary>How long answers take to evaluate, and how long a supplier has when the day is past.</summary>
    public AnswerTimes Answers { get; init; } = AnswerTimes.Default;

    /// <summary>The words of the letter to a supplier.</summary>
    public RequestLetter Letter { get; init; } = RequestLetter.Plain;

    /// <summary>
    /// Loads the templates of a pack, <c>{packId}/remediation.json</c>. Only this knows the file. A file that is not there or
    /// that cannot be used gives <see cref="None"/> and a diagnostic (SC9601, SC9602).
    /// </summary>
    /// <param name="folder">The rules folder.</param>
    /// <param name="packId">Id of the pack, which is its folder's name.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static RemediationTemplates Load(RuleFolder folder, string packId, DiagnosticBag diagnostics) =>
        RemediationTemplatesReader.Read(folder, packId, diagnostics);

    /// <summary>The template with an id; null = none.</summary>
    public ActionTemplate? Find(string id) => Actions.FirstOrDefault(template => template.Id.Equals(id, StringComparison.Ordinal));

    /// <summary>The first route that speaks of a finding; null = none does.</summary>
    public RemediationRoute? GetRoute(FindingContext context) => Routes.FirstOrDefault(route => route.When.Holds(context));

    /// <summary>Whether the user's own house, not a supplier, tells a fact.</summary>
    public bool IsOwnFact(MissingFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return FindingCondition.IsOneOf(OwnFacts, fact.Fact);
    }

    /// <summary>Whether the contract file claims an exception for a finding that is not established yet: the determination says so, or the finding asks for its
    /// facts.</summary>
    public bool IsExceptionClaimed(FindingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.OpenExceptions.Any(exception => exception.IsClaimed)
            || context.Finding.Missing.Any(missing => FindingCondition.IsOneOf(ExceptionFacts, missing.Fact));
    }

    /// <summary>What the texts call a material; <c>covered material</c> when it has no name or there is none.</summary>
    public string GetName(string? material) => material is null ? "covered material" : Materials.GetValueOrDefault(material, material);
}
