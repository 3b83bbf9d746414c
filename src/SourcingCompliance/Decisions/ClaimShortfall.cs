using System.Collections.Immutable;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Decisions;

/// <summary>Why a claimed exception is not met, in words: the conditions of the rule that the facts on file rule out.</summary>
internal static class ClaimShortfall
{
    // Fact that a condition reads, the truth that rules the exception out, and what that means for the claim.
    private static readonly (string Fact, Truth RulesOut, string Words)[] Known =
    [
        ("determination.isGranted", Truth.False, "it was not granted"),
        ("determination.isAuthorized", Truth.False, "the official may not make a determination of this kind"),
        ("determination.coversMaterial", Truth.False, "it does not name this material"),
        ("determination.coversItem", Truth.False, "it names another end item"),
        ("determination.coversContract", Truth.False, "it names another contract"),
        ("determination.coversQuantity", Truth.False, "more is delivered than it covers"),
        ("determination.grantedOn", Truth.False, "it was granted after the delivery"),
        ("determination.expiresOn", Truth.False, "it has expired by the delivery"),
        ("determination.monthsAtDelivery", Truth.False, "the time that the statute allows has passed by the delivery"),
        ("determination.mitigationPlanAcceptedOn", Truth.False, "the mitigation plan was accepted after the delivery"),
        ("item.isMaterialItself", Truth.True, "the part is the covered material itself"),
        ("item.contractSpecifiesOtherwise", Truth.True, "the contract specifies otherwise"),
        ("item.tungstenFraction", Truth.False, "half of the item or more is tungsten by weight"),
        ("item.coveredMaterialFraction", Truth.False, "half of the item or more is covered material by weight"),
        ("item.isIncorporated", Truth.False, "it is a mill product that has not been incorporated"),
        ("item.milledIn", Truth.False, "the recycled material was not milled in the United States"),
        ("item.sinteredIn", Truth.False, "the magnet was not sintered in the United States"),
        ("contract.isClauseOnFile", Truth.True, "the clause stands in the contract, and its own text has no such exception"),
        ("contract.value", Truth.False, "the contract is above the threshold"),
        ("contract.acquiredOutsideUnitedStates", Truth.False, "the acquisition is made in the United States"),
        ("contract.placeOfUse", Truth.True, "the item will be used in the United States"),
    ];

    /// <summary>The reasons as one phrase; a general one where no single condition tells it, because list and claim disagree.</summary>
    /// <param name="trace">The conditions of the exception with their truth.</param>
    public static string Describe(ImmutableArray<ConditionTrace> trace)
    {
        bool isMillProduct = trace.Any(step => step is { Condition: "item.isMillProduct", Truth: Truth.True });
        string[] reasons = [.. Known
            .Where(known => known.Fact != "item.isIncorporated" || isMillProduct)
            .Where(known => trace.Any(step => step.Truth == known.RulesOut && Reads(step.Condition, known.Fact)))
            .Select(known => known.Words)];
        return reasons.Length == 0 ? "what is on file contradicts it" : Wording.GetList(reasons);
    }

    private static bool Reads(string condition, string fact)
    {
        int at = condition.IndexOf(fact, StringComparison.Ordinal);
        return at >= 0 && (at + fact.Length == condition.Length || !char.IsLetterOrDigit(condition[at + fact.Length]));
    }
}
