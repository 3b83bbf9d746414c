using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Decisions;

/// <summary>Keeps a line open whose verdict rests on a rule outcome on which two engines differ.</summary>
internal static class DisputedOutcome
{
    /// <summary>The determination; open when it used a disputed outcome.</summary>
    /// <param name="determination">What the first engine decided.</param>
    /// <param name="recorder">The outcomes that it used; null = no second engine.</param>
    public static Determination Apply(Determination determination, RuleRecorder? recorder) => recorder?.Dispute is not { } question
        ? determination
        : determination with
        {
            Verdict = Verdict.Open,
            Rule = question.Rule,
            Basis = $"two rule engines differ on {question.Rule} (SC9420), so this line cannot be decided; the first engine says {determination.Verdict}: "
                + $"{determination.Basis}",
            Exemption = null,
        };
}
