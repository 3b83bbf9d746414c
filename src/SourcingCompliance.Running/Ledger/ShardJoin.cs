using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Ledger;

/// <summary>Takes the results of all parts of a run out of their ledgers. What is missing or was made otherwise is an error, never left out.</summary>
internal static class ShardJoin
{
    /// <summary>The results of all files, in path order; empty when parts are missing.</summary>
    /// <param name="folders">The folders of the parts' reports.</param>
    /// <param name="key">Key of the run as it would be made here.</param>
    /// <param name="diagnostics">Receives what was wrong with the paths when the parts were checked.</param>
    /// <param name="missing">Receives SC9020 to SC9022: what is missing or of another run, so that there is nothing to join.</param>
    public static ImmutableArray<FileResult> Join(IReadOnlyList<string> folders, string key, DiagnosticBag diagnostics, DiagnosticBag missing)
    {
        var inputs = new SortedSet<string>(StringComparer.Ordinal);
        var ledgers = new List<ResultLedger>();
        ImmutableArray<Diagnostic> told = [];
        foreach (string folder in folders)
        {
            if (ResultLedger.GetRun(folder) is not { } run)
            {
                missing.Error(DiagnosticIds.NoLedger, CellRef.ForFile(folder), "The folder contains no results to join.",
                    "Name the --out folder of a run with --shard.");
            }
            else if (run.Key != key)
            {
                missing.Error(DiagnosticIds.LedgerOfOtherRun, CellRef.ForFile(folder),
                    "Its results were made with another program, other rules, evidence or options than the first folder's, as they are now.",
                    "Check all parts anew with the same.");
            }
            else
            {
                inputs.UnionWith(run.Inputs);
                ledgers.Add(new ResultLedger(folder, key));
                told = told.IsEmpty ? run.Diagnostics : told;
            }
        }

        foreach (Diagnostic diagnostic in told)
        {
            diagnostics.Add(diagnostic);
        }

        var results = ImmutableArray.CreateBuilder<FileResult>();
        foreach (string path in inputs)
        {
            if (ledgers.Select(ledger => ledger.Find(path, null)).FirstOrDefault(found => found is not null) is { } result)
            {
                results.Add(result);
            }
            else
            {
                missing.Error(DiagnosticIds.ShardMissing, CellRef.ForFile(path), "No part contains a result for this file.",
                    "Name the folders of all parts; check the missing one.");
            }
        }

        return results.ToImmutable();
    }
}
