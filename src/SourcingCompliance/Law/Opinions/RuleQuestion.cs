using SourcingCompliance.Primitives;

namespace SourcingCompliance.Law.Opinions;

/// <summary>
/// A rule on one day of the law, evaluated over facts: what one engine answered and another is asked. Two are equal when rule, day, and every
/// fact that the condition reads are, so each is asked once however many lines it concerns.
/// </summary>
public sealed class RuleQuestion : IEquatable<RuleQuestion>
{
    private readonly FactValue[] _values;
    private readonly int _hash;

    internal RuleQuestion(DateOnly edition, string rule, Condition condition, FactFrame facts, Truth answer)
    {
        Edition = edition;
        Rule = rule;
        Condition = condition;
        Answer = answer;
        _values = [.. condition.FactsRead.Select(index => facts[index])];
        _hash = ComputeHash(rule, condition, facts);
    }

    /// <summary>First day of the edition of the law.</summary>
    public DateOnly Edition { get; }

    /// <summary>Name of the rule's condition (see <see cref="CompiledRule.Conditions"/>): <c>SC2001</c>, <c>SC2001 claimedWhen</c>.</summary>
    public string Rule { get; }

    /// <summary>Condition of the rule in that edition.</summary>
    public Condition Condition { get; }

    /// <summary>What the first engine answered.</summary>
    public Truth Answer { get; }

    /// <summary>The facts that the condition reads; all others are unknown.</summary>
    public FactFrame ToFacts()
    {
        var facts = new FactFrame();
        for (int at = 0; at < _values.Length; at++)
        {
            facts.Restore(Condition.FactsRead[at], _values[at]);
        }

        return facts;
    }

    /// <summary>The facts that the condition reads, each as <c>name = value</c>.</summary>
    public string ShowFacts()
    {
        FactFrame facts = ToFacts();
        return string.Join(", ", Condition.FactsRead.Select(index => $"{Vocabulary.Facts[index].Name} = {facts.Show(Vocabulary.Facts[index])}"));
    }

    /// <inheritdoc/>
    public bool Equals(RuleQuestion? other)
    {
        if (other is null || other._hash != _hash || other.Edition != Edition || other.Rule != Rule || other.Condition.Text != Condition.Text)
        {
            return false;
        }

        for (int at = 0; at < _values.Length; at++)
        {
            if (!AreSame(_values[at], other._values[at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RuleQuestion);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    internal bool Asks(Condition condition, FactFrame facts)
    {
        if (!ReferenceEquals(condition, Condition))
        {
            return false;
        }

        for (int at = 0; at < _values.Length; at++)
        {
            if (!AreSame(_values[at], facts[condition.FactsRead[at]]))
            {
                return false;
            }
        }

        return true;
    }

    internal static int ComputeHash(string rule, Condition condition, FactFrame facts)
    {
        var hash = new HashCode();
        hash.Add(string.GetHashCode(rule, StringComparison.Ordinal));
        foreach (int index in condition.FactsRead)
        {
            ref readonly FactValue value = ref facts[index];
            hash.Add(value.IsKnown);
            hash.Add(value.Flag);
            hash.Add(value.Text is { } text ? string.GetHashCode(text, StringComparison.Ordinal) : 0);
            hash.Add(value.Number);
            hash.Add(value.Date);
            hash.Add(value.Countries.IsDefaultOrEmpty ? 0 : (value.Countries.Length * 31) + value.Countries[0].Code.GetHashCode(StringComparison.Ordinal));
        }

        return hash.ToHashCode();
    }

    private static bool AreSame(in FactValue one, in FactValue other) =>
        one.IsKnown == other.IsKnown && one.Flag == other.Flag && one.Certainty == other.Certainty && one.Date == other.Date && one.Number == other.Number
        && string.Equals(one.Text, other.Text, StringComparison.Ordinal)
        && (one.Countries.IsDefaultOrEmpty ? other.Countries.IsDefaultOrEmpty : !other.Countries.IsDefaultOrEmpty
            && one.Countries.AsSpan().SequenceEqual(other.Countries.AsSpan()));
}
