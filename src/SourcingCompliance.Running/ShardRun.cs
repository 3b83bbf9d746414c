using System.Collections.Immutable;
using SourcingCompliance.Running.Ledger;

namespace SourcingCompliance.Running;

/// <summary>What the run was of which a folder holds a part.</summary>
/// <param name="AsOf">The day on which the check was made.</param>
/// <param name="Arguments">Its command line.</param>
public sealed record ShardRun(DateOnly AsOf, ImmutableArray<string> Arguments)
{
    /// <summary>The run of a part; null = the folder holds no results.</summary>
    /// <param name="outputFolder">The part's output folder.</param>
    public static ShardRun? From(string outputFolder) =>
        ResultLedger.GetRun(outputFolder) is { } run ? new ShardRun(run.AsOf, run.Arguments) : null;
}
