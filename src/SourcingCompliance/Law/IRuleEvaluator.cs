namespace SourcingCompliance.Law;

/// <summary>
/// Evaluates the condition of a rule over facts. The port that another engine would stand behind; whatever stands behind it must keep
/// three values: a fact that is missing, or an error, is never "did not match".
/// </summary>
public interface IRuleEvaluator
{
    /// <summary>What comes of a condition.</summary>
    /// <param name="condition">The condition, compiled when its pack was loaded.</param>
    /// <param name="facts">The facts.</param>
    RuleOutcome Evaluate(Condition condition, FactFrame facts);
}
