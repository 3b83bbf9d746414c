namespace SourcingCompliance.Primitives.Diagnostics;

// The ids of the second engine and of company policies: SC9420 to SC9429 and SC9440 to SC9449.
public static partial class DiagnosticIds
{
    /// <summary>Two rule engines give different answers to the same question: an error of its own (exit code 5).</summary>
    public const string RuleEnginesDiffer = "SC9420";

    /// <summary>The second engine had no time left to evaluate every rule outcome.</summary>
    public const string SecondOpinionLate = "SC9421";

    /// <summary>A workflow file of company policies cannot be used.</summary>
    public const string PolicyInvalid = "SC9440";

    /// <summary>The expression of a policy names something that the model does not have.</summary>
    public const string PolicyNameUnknown = "SC9441";

    /// <summary>The expression of a policy does not compile.</summary>
    public const string PolicyNotCompiled = "SC9442";

    /// <summary>A case beside a workflow comes out otherwise than it says, or a rule has no case.</summary>
    public const string PolicyCaseFailed = "SC9443";

    /// <summary>The rules folders contain policies, and this build contains no engine for them.</summary>
    public const string PoliciesNotEvaluated = "SC9444";

    /// <summary>The expression of a policy failed on lines.</summary>
    public const string PolicyRuleFailed = "SC9445";

    /// <summary>The time for policies was over before every line was evaluated.</summary>
    public const string PoliciesLate = "SC9446";
}
