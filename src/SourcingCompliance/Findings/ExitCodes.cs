using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings;

/// <summary>The exit codes of the command, the same for every format and face. They never change.</summary>
public static class ExitCodes
{
    /// <summary>No verdict at or above the gate.</summary>
    public const int Clean = 0;

    /// <summary>A violation, a suspect where the gate asks for it, or a policy finding that the configuration lets gate.</summary>
    public const int Found = 1;

    /// <summary>Only open lines or files that may be lists and were not read, and the gate is <see cref="Gate.Open"/>.</summary>
    public const int OpenLines = 2;

    /// <summary>An input could not be read or mapped.</summary>
    public const int Input = 3;

    /// <summary>Rules, contract or configuration are invalid.</summary>
    public const int Configuration = 4;

    /// <summary>A defect of the program.</summary>
    public const int Defect = 5;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 64;

    /// <summary>Canceled by the user.</summary>
    public const int Cancelled = 130;

    /// <summary>The exit code of findings under a gate, when every input was read.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="counts">The counts of the regime that the gate looks at.</param>
    /// <param name="unaccounted">Skipped rows, sheets and the like that name a covered material; they count as open.</param>
    public static int Compute(Gate gate, RegimeSummary counts, int unaccounted = 0)
    {
        ArgumentNullException.ThrowIfNull(counts);
        bool red = gate switch
        {
            Gate.None => false,
            Gate.Violation => counts[Verdict.Violation] > 0,
            Gate.Suspect or Gate.Open => counts[Verdict.Violation] + counts[Verdict.Suspect] > 0,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return red ? Found : gate == Gate.Open && (counts[Verdict.Open] > 0 || unaccounted > 0) ? OpenLines : Clean;
    }

    /// <summary>
    /// Whether a single finding turns the exit code away from 0: its verdict reaches the gate, under a regime that the gate looks at, and
    /// neither a waiver lifts it nor the baseline knows it.
    /// </summary>
    /// <param name="run">What was asked.</param>
    /// <param name="finding">The finding.</param>
    public static bool IsGated(RunParameters run, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(finding);
        Verdict? mildest = run.Gate switch
        {
            Gate.None => null,
            Gate.Violation => Verdict.Violation,
            Gate.Suspect => Verdict.Suspect,
            Gate.Open => Verdict.Open,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return finding.Verdict <= mildest && finding.Regimes.Any(run.Gates) && !finding.IsWaived && finding.Baseline != BaselineState.Unchanged;
    }

    /// <summary>The exit code of findings under a gate, when every input was read; waived and unchanged ones do not count.</summary>
    /// <param name="run">What was asked.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="unaccounted">Skipped rows, sheets and the like that name a covered material; they count as open.</param>
    public static int Compute(RunParameters run, IEnumerable<Finding> findings, int unaccounted = 0)
    {
        Finding[] gated = [.. findings.Where(finding => IsGated(run, finding))];
        return gated.Any(finding => finding.Verdict != Verdict.Open) ? Found : gated.Length > 0
            || (unaccounted > 0 && run.Gate == Gate.Open) ? OpenLines : Clean;
    }

    /// <summary>Whether a policy finding turns the exit code red: only where the configuration says so.</summary>
    /// <param name="run">What was asked.</param>
    /// <param name="finding">The finding.</param>
    public static bool IsGated(RunParameters run, PolicyFinding finding)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(finding);
        return run.PolicyGate switch
        {
            PolicyGate.None => false,
            PolicyGate.Error => finding.Severity == PolicySeverity.Error,
            PolicyGate.Warning => finding.Severity >= PolicySeverity.Warning,
            PolicyGate.Note => true,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The exit code of policy findings; to be joined with <see cref="Worse"/>, so that it makes no result better.</summary>
    /// <param name="run">What was asked.</param>
    /// <param name="findings">The findings.</param>
    public static int Compute(RunParameters run, IEnumerable<PolicyFinding> findings) => findings.Any(finding => IsGated(run, finding)) ? Found : Clean;

    /// <summary>The worse of two exit codes: a larger code beats a smaller one, except that 1 beats 2.</summary>
    public static int Worse(int one, int other) => Rank(one) >= Rank(other) ? one : other;

    // ci-conventions 4.1: 1 beats 2; 3 to 5 beat both.
    private static int Rank(int code) => code switch
    {
        Clean => 0,
        OpenLines => 1,
        Found => 2,
        _ => code,
    };
}
