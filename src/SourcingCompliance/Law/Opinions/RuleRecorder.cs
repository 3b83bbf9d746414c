using SourcingCompliance.Primitives;

namespace SourcingCompliance.Law.Opinions;

/// <summary>
/// Evaluates conditions as <see cref="ThreeValuedEvaluator"/> does and remembers each distinct outcome of a rule, so that a second engine can
/// evaluate the same. Serves one thread.
/// </summary>
internal sealed class RuleRecorder : IRuleEvaluator
{
    private readonly Dictionary<Condition, (DateOnly Day, string Rule)> _rules = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, List<RuleQuestion>> _asked = [];
    private readonly HashSet<RuleQuestion> _disputed = [];

    /// <summary>What was asked since <see cref="Forget"/>, in the order in which it was first asked.</summary>
    public List<RuleQuestion> Questions { get; } = [];

    /// <summary>A rule whose outcome is disputed and was used since <see cref="Begin"/>; null = none was.</summary>
    public RuleQuestion? Dispute { get; private set; }

    /// <summary>Names the rules of an edition; outcomes of other conditions are not remembered.</summary>
    public void Watch(LawEdition edition)
    {
        foreach (CompiledRule rule in edition.StepRules.Concat(edition.PartRules).Concat(edition.EndItemRules).Concat(edition.Exceptions))
        {
            foreach ((string name, Condition condition) in rule.Conditions)
            {
                _rules[condition] = (edition.Day, name);
            }
        }
    }

    /// <summary>Forgets what was asked of an earlier file; disputes stay.</summary>
    public void Forget()
    {
        _asked.Clear();
        Questions.Clear();
    }

    /// <summary>Begins the decision of a line.</summary>
    public void Begin() => Dispute = null;

    /// <summary>Marks the outcome of a question as one on which no verdict may rest.</summary>
    public void Distrust(RuleQuestion question) => _disputed.Add(question);

    /// <inheritdoc/>
    public RuleOutcome Evaluate(Condition condition, FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(condition);
        RuleOutcome outcome = condition.Evaluate(facts);
        if (!_rules.TryGetValue(condition, out (DateOnly Day, string Rule) rule))
        {
            return outcome;
        }

        RuleQuestion question = Remember(condition, facts, rule.Day, rule.Rule, outcome.Truth);
        if (_disputed.Count > 0 && _disputed.Contains(question))
        {
            Dispute ??= question;
        }

        return outcome;
    }

    private RuleQuestion Remember(Condition condition, FactFrame facts, DateOnly day, string rule, Truth answer)
    {
        int hash = RuleQuestion.ComputeHash(rule, condition, facts);
        if (!_asked.TryGetValue(hash, out List<RuleQuestion>? same))
        {
            _asked.Add(hash, same = []);
        }

        foreach (RuleQuestion known in same)
        {
            if (known.Asks(condition, facts))
            {
                return known;
            }
        }

        var question = new RuleQuestion(day, rule, condition, facts, answer);
        same.Add(question);
        Questions.Add(question);
        return question;
    }
}
