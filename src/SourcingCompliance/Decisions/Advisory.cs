using System.Collections.Immutable;
using SourcingCompliance.Law;

namespace SourcingCompliance.Decisions;

/// <summary>Something worth knowing of a line that is no verdict: a supply risk, a tariff, another law to look at.</summary>
/// <param name="Pack">Id of the advisory pack.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Title">What it says, in about ten words.</param>
/// <param name="Substance">Id of the material or substance that it speaks of.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Figures">Figures, each with its day and source; they must never be shown without them.</param>
public sealed record Advisory(string Pack, string Rule, string Title, string Substance, string Citation, ImmutableArray<RuleFigure> Figures)
{
    /// <summary>First day on which the law that is announced will bind; null = none is announced, or its day is not known.</summary>
    public DateOnly? BindsFrom { get; init; }
}
