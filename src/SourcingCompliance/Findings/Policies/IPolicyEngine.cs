using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings.Policies;

/// <summary>Evaluates the policies of a company over lines. Safe for several threads.</summary>
public interface IPolicyEngine
{
    /// <summary>Whether a rule asks for every line and not only for those that carry a covered material.</summary>
    bool ReadsEveryLine { get; }

    /// <summary>Evaluates every rule over every line that it asks for.</summary>
    /// <param name="lines">The lines of one sheet.</param>
    /// <param name="cancellation">Stops the work.</param>
    PolicyAnswer Evaluate(IReadOnlyList<PolicyLine> lines, CancellationToken cancellation);
}

/// <summary>What the policies say of the lines of a sheet.</summary>
/// <param name="Findings">The findings in the order of the lines, then of workflows and rules.</param>
/// <param name="Failures">The rules that failed on some line, with the first line and why.</param>
/// <param name="NotReached">How many lines were not evaluated because the time of the run was over.</param>
public sealed record PolicyAnswer(IReadOnlyList<PolicyFinding> Findings, IReadOnlyList<PolicyFailure> Failures, int NotReached);

/// <summary>A rule that failed.</summary>
/// <param name="Rule">The rule: <c>single-source/two-makers</c>.</param>
/// <param name="First">The first line on which it failed.</param>
/// <param name="Lines">On how many lines it failed.</param>
/// <param name="Problem">Why, in the engine's words.</param>
public sealed record PolicyFailure(string Rule, CellRef First, int Lines, string Problem);
