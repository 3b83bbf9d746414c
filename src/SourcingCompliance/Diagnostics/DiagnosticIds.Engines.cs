namespace SourcingCompliance.Diagnostics;

// The ids of the second engine and of company policies: SC9420 to SC9429.
public static partial class DiagnosticIds
{
    /// <summary>Two rule engines give different answers to the same question: an error of its own (exit code 5).</summary>
    public const string RuleEnginesDiffer = "SC9420";

    /// <summary>The second engine had no time left to evaluate every rule outcome.</summary>
    public const string SecondOpinionLate = "SC9421";
}
