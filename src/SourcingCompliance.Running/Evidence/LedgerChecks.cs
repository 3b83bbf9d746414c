using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Evidence;

/// <summary>What is looked at when all of a ledger has been read.</summary>
internal static class LedgerChecks
{
    /// <summary>Tells ids that more than one statement has.</summary>
    public static void CheckIds(EvidenceLedger ledger, DiagnosticBag faults)
    {
        foreach (IGrouping<string, Statement> twice in ledger.Statements.GroupBy(statement => statement.Id, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1))
        {
            faults.Error(DiagnosticIds.EvidenceIdTwice, CellRef.ForFile($"{ledger.Folder}/{twice.First().Path}"),
                $"{Wording.FormatCount(twice.Count(), "statement")} have the id {twice.Key}: {string.Join(", ", twice.Select(one => one.Path))}.",
                "Give each its own.");
        }
    }

    /// <summary>Tells files that would be forgotten without a word: a statement with another ending, or in the wrong place.</summary>
    public static void CheckStrays(string folder, string shown, IEnumerable<string> below, DiagnosticBag faults)
    {
        IEnumerable<string> misplaced = Directory.EnumerateFiles(folder, "*", SearchOption.TopDirectoryOnly)
            .Where(path => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && Path.GetFileName(path) is var name
                && name != RequestLogFile.Name && !name.StartsWith('.')).Order(StringComparer.Ordinal);
        IEnumerable<string> others = below.Where(path => !path.EndsWith(".json", StringComparison.Ordinal)
            && !Path.GetFileName(path).StartsWith("README", StringComparison.OrdinalIgnoreCase));
        foreach (string path in misplaced.Concat(others))
        {
            faults.Warn(DiagnosticIds.EvidenceFileNotRead, CellRef.ForFile($"{shown}/{EvidenceFolder.GetRelative(folder, path)}"),
                "This file is not read as a statement, so nothing in it counts.",
                "Receive it with 'sourcing receive'; or rename a statement to end in .json and move it into statements/; or move the file elsewhere.");
        }
    }

    /// <summary>Tells statements that were received and are missing or changed.</summary>
    public static void CheckReceived(string folder, EvidenceLedger ledger, List<(Statement Statement, string Sha256)> statements, DiagnosticBag faults)
    {
        Dictionary<string, string> onFile = statements.DistinctBy(one => one.Statement.Path, StringComparer.Ordinal)
            .ToDictionary(one => one.Statement.Path, one => one.Sha256, StringComparer.Ordinal);
        foreach (ReceivedStatement received in ledger.Log.Received)
        {
            CellRef file = CellRef.ForFile($"{ledger.Folder}/{received.Path}");
            if (!onFile.TryGetValue(received.Path, out string? hash))
            {
                // A file that cannot be read has been reported already.
                if (!File.Exists(Path.Combine(folder, received.Path)))
                {
                    faults.Error(DiagnosticIds.EvidenceStatementMissing, file,
                        $"Statement {received.Id} was received on {Wording.FormatDate(received.ReceivedOn)} and is not on file any more.", "Restore the file.");
                }
            }
            else if (hash != received.Sha256)
            {
                faults.Error(DiagnosticIds.EvidenceStatementChanged, file, $"Statement {received.Id} was changed after it was received on "
                    + $"{Wording.FormatDate(received.ReceivedOn)}.", "Restore the file, or accept the change with 'sourcing evidence verify --accept'.");
            }
        }
    }

    /// <summary>Tells documents of statements that are not on file with their hash.</summary>
    public static void CheckDocuments(EvidenceLedger ledger, DiagnosticBag faults)
    {
        foreach (Statement statement in ledger.Statements)
        {
            foreach (StatementDocument document in statement.Documents.Where(document => !ledger.Documents.Contains(document.Sha256)))
            {
                faults.Warn(DiagnosticIds.EvidenceDocumentMissing, CellRef.ForFile($"{ledger.Folder}/{statement.Path}"),
                    $"The document '{QuotedText.Quote(document.FileName)}' of statement {statement.Id} is not on file with the hash "
                        + $"{document.Sha256[..12]}. What it supports counts as stated only.", "Put it back, or receive the answer again with --documents.");
            }
        }
    }

    /// <summary>Tells what statements say they supersede and do not.</summary>
    public static void CheckSuperseded(EvidenceLedger ledger, DiagnosticBag faults)
    {
        Dictionary<string, Statement> byId = ledger.Statements.DistinctBy(one => one.Id, StringComparer.Ordinal)
            .ToDictionary(one => one.Id, StringComparer.Ordinal);
        ImmutableHashSet<string> inCircles = StatementStanding.InCircles(ledger);
        foreach (Statement statement in ledger.Statements)
        {
            if (inCircles.Contains(statement.Id))
            {
                faults.Warn(DiagnosticIds.EvidenceSupersedesUnknown, CellRef.ForFile($"{ledger.Folder}/{statement.Path}"),
                    $"Statement {statement.Id} supersedes one that supersedes it, in a circle. It replaces nothing, and all of them count.",
                    "Remove the ids of newer statements from \"supersedes\".");
            }

            foreach (string id in statement.Supersedes.Where(id => !byId.TryGetValue(id, out Statement? older)
                || NameKey.Compute(older.Supplier.Name) != NameKey.Compute(statement.Supplier.Name)))
            {
                faults.Warn(DiagnosticIds.EvidenceSupersedesUnknown, CellRef.ForFile($"{ledger.Folder}/{statement.Path}"),
                    $"Statement {statement.Id} says that it supersedes {QuotedText.Quote(id)}, which is "
                        + $"{(byId.ContainsKey(id) ? "of another supplier" : "not on file")}. It replaces nothing.", "Correct the id.");
            }
        }
    }
}
