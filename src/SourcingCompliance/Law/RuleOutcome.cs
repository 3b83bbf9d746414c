using SourcingCompliance.Primitives;

namespace SourcingCompliance.Law;

/// <summary>What came of a condition.</summary>
/// <param name="Truth">True, false or unknown.</param>
/// <param name="UnknownFacts">The facts that made it unknown, one bit for each index of the vocabulary; 0 unless unknown.</param>
public readonly record struct RuleOutcome(Truth Truth, ulong UnknownFacts)
{
    /// <summary>True.</summary>
    public static readonly RuleOutcome True = new(Truth.True, 0);

    /// <summary>False.</summary>
    public static readonly RuleOutcome False = new(Truth.False, 0);

    /// <summary>The facts that made it unknown, in the order of the vocabulary.</summary>
    public IEnumerable<Fact> Unknowns()
    {
        for (int index = 0; index < Vocabulary.Facts.Length; index++)
        {
            if ((UnknownFacts & (1UL << index)) != 0)
            {
                yield return Vocabulary.Facts[index];
            }
        }
    }
}
