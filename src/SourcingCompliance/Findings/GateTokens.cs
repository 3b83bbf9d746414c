using SourcingCompliance.Findings.Policies;

namespace SourcingCompliance.Findings;

/// <summary>The words of the gates, as <c>--fail-on</c>, <c>failOn</c> and <c>failOnPolicies</c> take them and reports show them.</summary>
public static class GateTokens
{
    private static readonly (string Word, Gate Value)[] VerdictGates =
        [("violation", Gate.Violation), ("suspect", Gate.Suspect), ("open", Gate.Open), ("none", Gate.None)];

    private static readonly (string Word, PolicyGate Value)[] PolicyFindingGates =
        [("none", PolicyGate.None), ("error", PolicyGate.Error), ("warning", PolicyGate.Warning), ("note", PolicyGate.Note)];

    /// <summary>The gate on verdicts and its words, in the order in which help offers them.</summary>
    public static ReadOnlySpan<(string Word, Gate Value)> Gates => VerdictGates;

    /// <summary>The gate on findings of company policies and its words.</summary>
    public static ReadOnlySpan<(string Word, PolicyGate Value)> PolicyGates => PolicyFindingGates;

    /// <summary>The words of the gate on verdicts.</summary>
    public static IEnumerable<string> Words => VerdictGates.Select(gate => gate.Word);

    /// <summary>The word of a gate.</summary>
    public static string Format(Gate gate) => Find(Gates, gate);

    /// <summary>The word of a gate on policies.</summary>
    public static string Format(PolicyGate gate) => Find(PolicyGates, gate);

    /// <summary>The gate that a word names, in the exact spelling; null = it names none.</summary>
    public static Gate? Parse(string word)
    {
        foreach ((string known, Gate gate) in Gates)
        {
            if (known.Equals(word, StringComparison.Ordinal))
            {
                return gate;
            }
        }

        return null;
    }

    private static string Find<T>(ReadOnlySpan<(string Word, T Value)> words, T value)
        where T : struct, Enum
    {
        foreach ((string word, T known) in words)
        {
            if (EqualityComparer<T>.Default.Equals(known, value))
            {
                return word;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "Not a value of failOn.");
    }
}
