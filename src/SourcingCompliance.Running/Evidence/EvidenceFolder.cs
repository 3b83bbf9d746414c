using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Files;

namespace SourcingCompliance.Running.Evidence;

/// <summary>Reads a ledger from its folder: <c>statements/&lt;supplier&gt;/&lt;id&gt;.json</c>, <c>documents/&lt;hash&gt;</c>, <c>requests.json</c>.</summary>
public static class EvidenceFolder
{
    /// <summary>What the folder is called where nobody names it.</summary>
    public const string Name = "evidence";

    /// <summary>The folder of the statements in it.</summary>
    public const string Statements = "statements";

    /// <summary>The folder of the documents in it.</summary>
    public const string Documents = "documents";

    /// <summary>Whether a folder is a ledger: it contains statements, documents or a log. An empty folder of the name is somebody else's.</summary>
    public static bool Is(string folder) =>
        Directory.Exists(Path.Combine(folder, Statements)) || File.Exists(Path.Combine(folder, RequestLogFile.Name));

    /// <summary>
    /// Reads a ledger. A file that cannot be read, a statement that was received and is missing or changed is an error: the run must fail rather than
    /// forget it. A document that is missing is a warning: what it supports is then only stated.
    /// </summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="diagnostics">Receives SC9520 to SC9528, and SC9541.</param>
    /// <param name="name">What messages call the folder; null = its path.</param>
    public static EvidenceLedger? Read(string folder, DiagnosticBag diagnostics, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(diagnostics);
        string shown = name ?? folder.Replace('\\', '/').TrimEnd('/');
        if (!Directory.Exists(folder))
        {
            diagnostics.Error(DiagnosticIds.EvidenceFolderNotFound, CellRef.ForFile(shown), "The evidence folder does not exist, so no supplier statement "
                + "could be considered.", "Correct the path given with --evidence or in sourcing.json.");
            return null;
        }

        var faults = new DiagnosticBag();
        var statements = new List<(Statement Statement, string Sha256)>();
        string[] paths = [.. FilesIn(folder, Statements, "*.json", SearchOption.AllDirectories)];
        var read = new (Statement? Statement, string Sha256, DiagnosticBag Faults)[paths.Length];
        Parallel.For(0, paths.Length, at =>
        {
            // Each has a bag of its own, so that what is wrong is told in the order of the files.
            var own = new DiagnosticBag();
            byte[]? content = GetContent(paths[at], Shown(shown, folder, paths[at]), own);
            Statement? statement = content is null ? null : StatementReader.Parse(content, Shown(shown, folder, paths[at]), own);
            read[at] = (statement is null ? null : statement with { Path = GetRelative(folder, paths[at]) }, content is null ? "" : GetTextHash(content), own);
        });
        foreach ((Statement? statement, string sha256, DiagnosticBag own) in read)
        {
            own.Items.ToList().ForEach(faults.Add);
            if (statement is not null)
            {
                statements.Add((statement, sha256));
            }
        }

        string logPath = Path.Combine(folder, RequestLogFile.Name);
        RequestLog? log = !File.Exists(logPath) ? RequestLog.Empty
            : GetContent(logPath, $"{shown}/{RequestLogFile.Name}", faults) is { } bytes
                ? RequestLogFile.Parse(bytes, $"{shown}/{RequestLogFile.Name}", faults) : null;
        ImmutableHashSet<string> documents = GetHashes(folder);
        var ledger = new EvidenceLedger(shown, [.. statements.Select(one => one.Statement)], log ?? RequestLog.Empty, documents);
        CheckIds(ledger, faults);
        if (log is not null)
        {
            CheckReceived(folder, ledger, statements, faults);
        }

        CheckStrays(folder, shown, faults);
        CheckDocuments(ledger, faults);
        CheckSuperseded(ledger, faults);
        faults.Items.ToList().ForEach(diagnostics.Add);
        return faults.HasErrors ? null : ledger;
    }

    /// <summary>The hash over names and content of every file of a ledger; empty when there is no folder.</summary>
    public static string ContentHash(string? folder)
    {
        if (folder is null || !Directory.Exists(folder))
        {
            return "";
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in GetFiles(folder))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{GetRelative(folder, path)}\n{FileHash.Compute(path)}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of a statement's file, whichever line ends a version control has given it.</summary>
    public static string GetTextHash(byte[] content) =>
        Convert.ToHexStringLower(SHA256.HashData(Array.IndexOf(content, (byte)'\r') < 0 ? content : Array.FindAll(content, letter => letter != (byte)'\r')));

    /// <summary>Every file of a ledger, by path.</summary>
    public static IReadOnlyList<string> GetFiles(string folder)
    {
        string log = Path.Combine(folder, RequestLogFile.Name);
        return
        [
            .. FilesIn(folder, Documents, "*", SearchOption.TopDirectoryOnly), .. File.Exists(log) ? new[] { log } : [],
            .. FilesIn(folder, Statements, "*.json", SearchOption.AllDirectories),
        ];
    }

    /// <summary>The path of a file from the folder of the ledger, with forward slashes.</summary>
    public static string GetRelative(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static string Shown(string shown, string folder, string path) => $"{shown}/{GetRelative(folder, path)}";

    private static IEnumerable<string> FilesIn(string folder, string below, string pattern, SearchOption depth)
    {
        string path = Path.Combine(folder, below);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, pattern, depth).Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal)
            : [];
    }

    private static byte[]? GetContent(string path, string shown, DiagnosticBag faults)
    {
        try
        {
            return OrdinaryFile.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            faults.Error(DiagnosticIds.EvidenceUnreadable, CellRef.ForFile(shown), $"The file cannot be opened: {FileTrouble.GetWords(problem)}.",
                "Correct its permissions, or restore it.");
            return null;
        }
    }

    // A document counts only when its content has the hash that it is named by.
    private static ImmutableHashSet<string> GetHashes(string folder)
    {
        string[] paths = [.. FilesIn(folder, Documents, "*", SearchOption.TopDirectoryOnly)];
        string?[] hashes = new string?[paths.Length];
        Parallel.For(0, paths.Length, at => hashes[at] = OrdinaryFile.IsSpecial(paths[at]) ? null : FileHash.Compute(paths[at]));
        return [.. hashes.Where((hash, at) => hash is not null && Path.GetFileName(paths[at]).StartsWith(hash, StringComparison.OrdinalIgnoreCase))
            .OfType<string>()];
    }

    private static void CheckIds(EvidenceLedger ledger, DiagnosticBag faults)
    {
        foreach (IGrouping<string, Statement> twice in ledger.Statements.GroupBy(statement => statement.Id, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1))
        {
            faults.Error(DiagnosticIds.EvidenceIdTwice, CellRef.ForFile($"{ledger.Folder}/{twice.First().Path}"),
                $"{Wording.FormatCount(twice.Count(), "statement")} have the id {twice.Key}: {string.Join(", ", twice.Select(one => one.Path))}.",
                "Give each its own.");
        }
    }

    // A statement with another ending, or in the wrong place, would be forgotten without a word.
    private static void CheckStrays(string folder, string shown, DiagnosticBag faults)
    {
        IEnumerable<string> misplaced = Directory.EnumerateFiles(folder, "*", SearchOption.TopDirectoryOnly)
            .Where(path => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && Path.GetFileName(path) is var name
                && name != RequestLogFile.Name && !name.StartsWith('.')).Order(StringComparer.Ordinal);
        IEnumerable<string> others = FilesIn(folder, Statements, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".json", StringComparison.Ordinal) && !Path.GetFileName(path)
                .StartsWith("README", StringComparison.OrdinalIgnoreCase));
        foreach (string path in misplaced.Concat(others))
        {
            faults.Warn(DiagnosticIds.EvidenceFileNotRead, CellRef.ForFile(Shown(shown, folder, path)),
                "This file is not read as a statement, so nothing in it counts.",
                "Receive it with 'sourcing receive'; or rename a statement to end in .json and move it into statements/; or move the file elsewhere.");
        }
    }

    private static void CheckReceived(string folder, EvidenceLedger ledger, List<(Statement Statement, string Sha256)> statements, DiagnosticBag faults)
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

    private static void CheckDocuments(EvidenceLedger ledger, DiagnosticBag faults)
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

    private static void CheckSuperseded(EvidenceLedger ledger, DiagnosticBag faults)
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
