using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace SourcingCompliance.Law;

/// <summary>
/// Spells the nodes of a condition for <see cref="TwoValuedCondition"/>. Both spellings follow Kleene's tables: a conjunction is excluded
/// when one side is, a negation swaps the two, and a comparison asks first whether its facts are known.
/// </summary>
internal sealed class TwoValuedSpelling(ConditionNode[] nodes)
{
    private readonly SortedDictionary<string, Operand> _definitions = new(StringComparer.Ordinal);

    /// <summary>Spells the condition that begins at a node.</summary>
    public TwoValuedCondition Spell(int root)
    {
        string established = Spell(root, isWanted: true);
        string excluded = Spell(root, isWanted: false);
        return new TwoValuedCondition(established, excluded, GetExpressions(_definitions.Select(pair => (pair.Key, pair.Value))));
    }

    /// <summary>Definitions as expressions; numbers with a dot in their name become the properties of one object.</summary>
    internal static ImmutableArray<NamedExpression> GetExpressions(IEnumerable<(string Name, Operand Value)> definitions) =>
        [.. definitions.GroupBy(definition => definition.Name.Split('.')[0], StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new NamedExpression(group.Key, GetExpression(group.Key, [.. group])))];

    private static string GetExpression(string root, (string Name, Operand Value)[] group) => group[0] switch
    {
        { Value.Countries: { } countries } => GetList(countries.Countries.Select(country => country.Code)),
        { Value.Texts: { } texts } => GetList(texts.Order(StringComparer.Ordinal)),
        var (name, value) when name == root => GetLiteral(value),
        _ => $"new ({string.Join(", ", group.Select(member => $"{GetLiteral(member.Value)} as {member.Name[(root.Length + 1)..]}"))})",
    };

    // Ids and codes hold letters, digits and hyphens only. An empty list has no type, and no id is empty.
    private static string GetList(IEnumerable<string> texts) => $"new [] {{ {string.Join(", ", texts.DefaultIfEmpty("").Select(text => $"\"{text}\""))} }}";

    private string Spell(int index, bool isWanted)
    {
        ConditionNode node = nodes[index];
        return node.Kind switch
        {
            NodeKind.And => $"({Spell(node.Left, isWanted)} {(isWanted ? "&&" : "||")} {Spell(node.Right, isWanted)})",
            NodeKind.Or => $"({Spell(node.Left, isWanted)} {(isWanted ? "||" : "&&")} {Spell(node.Right, isWanted)})",
            NodeKind.Not => Spell(node.Left, !isWanted),
            NodeKind.Constant => node.First.Flag == isWanted ? "true" : "false",
            NodeKind.Flag => $"({GetName(node.First)} == {(isWanted ? "true" : "false")})",
            NodeKind.CountryContains => Origin(GetName(node.First), GetName(node.Second), isWanted),
            NodeKind.TextContains => $"({Known(node.Second)}{(isWanted ? "" : "!")}{GetName(node.First)}.Contains({GetName(node.Second)}))",
            NodeKind.CompareText or NodeKind.CompareNumber or NodeKind.CompareDate or NodeKind.CompareFlags =>
                $"({Known(node.First)}{Known(node.Second)}{GetName(node.First)} {GetSign(node.Comparison, isWanted)} {GetName(node.Second)})",
            _ => throw new UnreachableException(),
        };
    }

    // A hedged or alternative origin is in the set only by possibility: it is neither established nor excluded.
    private static string Origin(string set, string origin, bool isWanted) => isWanted
        ? $"({origin}.isDefinite && {origin}.possible.Length > 0 && {origin}.possible.All(country => {set}.Contains(country)))"
        : $"({origin}.possible.Length > 0 && !{origin}.possible.Any(country => {set}.Contains(country)))";

    private static string Known(Operand operand) => operand.IsConstant ? "" : $"{Vocabulary.Facts[operand.Fact].Name} != null && ";

    private string GetName(Operand operand)
    {
        if (!operand.IsConstant)
        {
            return Vocabulary.Facts[operand.Fact].Name;
        }

        if (operand.Name is { } name)
        {
            _definitions[name] = operand;
            return name;
        }

        return GetLiteral(operand);
    }

    private static string GetLiteral(Operand operand) => operand.Kind switch
    {
        FactKind.Text => $"\"{operand.Text}\"",
        FactKind.Number => string.Create(CultureInfo.InvariantCulture, $"{operand.Number}m"),
        FactKind.Date => string.Create(CultureInfo.InvariantCulture, $"DateTime({operand.Date.Year}, {operand.Date.Month}, {operand.Date.Day})"),
        FactKind.Boolean => operand.Flag ? "true" : "false",
        FactKind.Origin or FactKind.CountrySet or FactKind.TextSet => throw new UnreachableException(),
        _ => throw new UnreachableException(),
    };

    private static string GetSign(Comparison comparison, bool isWanted) => (comparison, isWanted) switch
    {
        (Comparison.Equal, true) or (Comparison.NotEqual, false) => "==",
        (Comparison.NotEqual, true) or (Comparison.Equal, false) => "!=",
        (Comparison.Less, true) or (Comparison.GreaterOrEqual, false) => "<",
        (Comparison.LessOrEqual, true) or (Comparison.Greater, false) => "<=",
        (Comparison.Greater, true) or (Comparison.LessOrEqual, false) => ">",
        (Comparison.GreaterOrEqual, true) or (Comparison.Less, false) => ">=",
        _ => throw new UnreachableException(),
    };
}
