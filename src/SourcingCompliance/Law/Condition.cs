using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Law;

/// <summary>
/// A condition of a rule, parsed and bound to the values of its pack's definitions on one day. It is a closed subset of C# boolean
/// expressions: paths, literals, <c>== != &lt; &lt;= &gt; &gt;= &amp;&amp; || !</c> and <c>.Contains(…)</c>. Safe for several threads.
/// </summary>
public sealed class Condition
{
    private readonly ConditionNode[] _nodes;
    private readonly int _root;

    internal Condition(string text, ConditionNode[] nodes, int root)
    {
        Text = text;
        _nodes = nodes;
        _root = root;
        FactsRead = [.. nodes.SelectMany(node => new[] { node.First, node.Second }).Where(operand => !operand.IsConstant)
            .Select(operand => operand.Fact).Distinct().Order()];
    }

    /// <summary>The condition as it stands in the pack.</summary>
    public string Text { get; }

    /// <summary>The facts that it reads, by their index in the vocabulary, in order.</summary>
    internal ImmutableArray<int> FactsRead { get; }

    /// <summary>What comes of it over facts.</summary>
    public RuleOutcome Evaluate(FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Evaluate(_root, facts);
    }

    /// <summary>The condition for an engine of two values.</summary>
    public TwoValuedCondition InTwoValues() => new TwoValuedSpelling(_nodes).Spell(_root);

    /// <summary>The facts for whose lack some part of it is unknown, one bit for each index of the vocabulary, whether or not the whole is.</summary>
    public ulong UnknownFacts(FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ulong unknown = 0;
        for (int at = 0; at < _nodes.Length; at++)
        {
            unknown |= _nodes[at].Kind is NodeKind.And or NodeKind.Or or NodeKind.Not ? 0 : Evaluate(at, facts).UnknownFacts;
        }

        return unknown;
    }

    /// <summary>Every part of it that is no connective, with what came of it, in the order of the text.</summary>
    /// <param name="rule">Id of the rule, for the trace.</param>
    /// <param name="facts">The facts.</param>
    public ImmutableArray<ConditionTrace> Explain(string rule, FactFrame facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var traces = ImmutableArray.CreateBuilder<ConditionTrace>();
        foreach (ConditionNode node in _nodes.Where(node => node.Kind is not (NodeKind.And or NodeKind.Or or NodeKind.Not)).OrderBy(node => node.Start))
        {
            Truth truth = Evaluate(Array.IndexOf(_nodes, node), facts).Truth;
            traces.Add(new ConditionTrace(rule, Text[node.Start..node.End], truth, GetFacts(node, facts)));
        }

        return traces.ToImmutable();
    }

    private static ImmutableArray<string> GetFacts(ConditionNode node, FactFrame facts) =>
        [.. new[] { node.First, node.Second }.Where(operand => node.Kind != NodeKind.Constant && !operand.IsConstant && operand.Fact >= 0)
            .Select(operand => Vocabulary.Facts[operand.Fact]).Distinct().Select(fact => $"{fact.Name} = {facts.Show(fact)}")];

    private RuleOutcome Evaluate(int index, FactFrame facts)
    {
        ConditionNode node = _nodes[index];
        switch (node.Kind)
        {
            case NodeKind.And:
                RuleOutcome left = Evaluate(node.Left, facts);
                if (left.Truth == Truth.False)
                {
                    return left;
                }

                RuleOutcome right = Evaluate(node.Right, facts);
                return right.Truth == Truth.False ? right : Join(left, right);
            case NodeKind.Or:
                RuleOutcome one = Evaluate(node.Left, facts);
                if (one.Truth == Truth.True)
                {
                    return one;
                }

                RuleOutcome other = Evaluate(node.Right, facts);
                return other.Truth == Truth.True ? other : Join(one, other);
            case NodeKind.Not:
                RuleOutcome inner = Evaluate(node.Left, facts);
                return inner.Truth switch
                {
                    Truth.True => RuleOutcome.False,
                    Truth.False => RuleOutcome.True,
                    Truth.Unknown => inner,
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            case NodeKind.Constant:
                return node.First.Flag ? RuleOutcome.True : RuleOutcome.False;
            default:
                return Leaf(node, facts);
        }
    }

    // Neither side decides alone: known sides agree, and any unknown one makes the whole unknown.
    private static RuleOutcome Join(RuleOutcome left, RuleOutcome right) => (left.Truth, right.Truth) switch
    {
        (Truth.Unknown, Truth.Unknown) => new RuleOutcome(Truth.Unknown, left.UnknownFacts | right.UnknownFacts),
        (Truth.Unknown, _) => left,
        _ => right,
    };

    private static RuleOutcome Leaf(ConditionNode node, FactFrame facts)
    {
        Operand first = node.First;
        Operand second = node.Second;
        ulong unknown = UnknownBit(first, facts) | UnknownBit(second, facts);
        if (unknown != 0)
        {
            return new RuleOutcome(Truth.Unknown, unknown);
        }

        if (node.Kind == NodeKind.CountryContains)
        {
            ref readonly FactValue origin = ref facts[second.Fact];
            Truth inside = first.Countries?.Contains(origin.Countries, origin.Certainty) ?? Truth.Unknown;
            return inside switch
            {
                Truth.True => RuleOutcome.True,
                Truth.False => RuleOutcome.False,
                Truth.Unknown => new RuleOutcome(Truth.Unknown, 1UL << second.Fact),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        bool answer = node.Kind switch
        {
            NodeKind.Flag => GetFlag(first, facts),
            NodeKind.CompareText =>
                string.Equals(GetText(first, facts), GetText(second, facts), StringComparison.Ordinal) == (node.Comparison == Comparison.Equal),
            NodeKind.CompareFlags => (GetFlag(first, facts) == GetFlag(second, facts)) == (node.Comparison == Comparison.Equal),
            NodeKind.CompareNumber => Holds(node.Comparison, GetNumber(first, facts).CompareTo(GetNumber(second, facts))),
            NodeKind.CompareDate => Holds(node.Comparison, GetDate(first, facts).CompareTo(GetDate(second, facts))),
            NodeKind.TextContains => first.Texts is { } texts && GetText(second, facts) is { } text && texts.Contains(text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return answer ? RuleOutcome.True : RuleOutcome.False;
    }

    private static ulong UnknownBit(Operand operand, FactFrame facts) =>
        operand.IsConstant || facts[operand.Fact].IsKnown ? 0 : 1UL << operand.Fact;

    private static bool Holds(Comparison comparison, int order) => comparison switch
    {
        Comparison.Equal => order == 0,
        Comparison.NotEqual => order != 0,
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        Comparison.Greater => order > 0,
        Comparison.GreaterOrEqual => order >= 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string? GetText(Operand operand, FactFrame facts) => operand.IsConstant ? operand.Text : facts[operand.Fact].Text;

    private static bool GetFlag(Operand operand, FactFrame facts) => operand.IsConstant ? operand.Flag : facts[operand.Fact].Flag;

    private static decimal GetNumber(Operand operand, FactFrame facts) => operand.IsConstant ? operand.Number : facts[operand.Fact].Number;

    private static DateOnly GetDate(Operand operand, FactFrame facts) => operand.IsConstant ? operand.Date : facts[operand.Fact].Date;
}
