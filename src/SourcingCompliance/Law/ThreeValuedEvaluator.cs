namespace SourcingCompliance.Law;

/// <summary>Evaluates conditions by walking their nodes: no reflection and no code made at run time.</summary>
public sealed class ThreeValuedEvaluator : IRuleEvaluator
{
    /// <inheritdoc/>
    public RuleOutcome Evaluate(Condition condition, FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(facts);
        return condition.Evaluate(facts);
    }
}
