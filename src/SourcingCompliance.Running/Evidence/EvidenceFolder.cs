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
        var files = new OrdinaryFolder();
        string[] below = [.. FilesIn(folder, Statements, SearchOption.AllDirectories)];
        string[] paths = [.. below.Where(IsStatement)];
        var read = new StatementFile[paths.Length];
        Parallel.For(0, paths.Length, at => read[at] = ReadStatement(files, paths[at], GetRelative(folder, paths[at]), shown));
        foreach (StatementFile file in read)
        {
            AddTo(faults, file.Faults);
            if (file.Statement is not null)
            {
                statements.Add((file.Statement, file.TextSha256));
            }
        }

        string logPath = Path.Combine(folder, RequestLogFile.Name);
        byte[]? logBytes = File.Exists(logPath) ? GetContent(files, logPath, $"{shown}/{RequestLogFile.Name}", faults) : null;
        RequestLog? log = logBytes is not null ? RequestLogFile.Parse(logBytes, $"{shown}/{RequestLogFile.Name}", faults)
            : File.Exists(logPath) ? null : RequestLog.Empty;
        (string Path, string? Sha256)[] documents = HashDocuments(folder, files);
        var ledger = new EvidenceLedger(shown, [.. statements.Select(one => one.Statement)], log ?? RequestLog.Empty, GetNamedByHash(documents))
        {
            Sha256 = Hash(
            [
                .. documents.Select(document => (GetRelative(folder, document.Path), document.Sha256)),
                .. logBytes is null ? Array.Empty<(string, string?)>() : [(RequestLogFile.Name, ComputeHash(logBytes))],
                .. read.Select(file => (file.Path, file.Sha256)),
            ]),
        };
        LedgerChecks.CheckIds(ledger, faults);
        if (log is not null)
        {
            LedgerChecks.CheckReceived(folder, ledger, statements, faults);
        }

        LedgerChecks.CheckStrays(folder, shown, below, faults);
        LedgerChecks.CheckDocuments(ledger, faults);
        LedgerChecks.CheckSuperseded(ledger, faults);
        AddTo(diagnostics, faults);
        return faults.HasErrors ? null : ledger;
    }

    /// <summary>The hash over names and content of every file of a ledger, that <see cref="EvidenceLedger.Sha256"/> is; empty when there is no
    /// folder.</summary>
    public static string ContentHash(string? folder) =>
        folder is null || !Directory.Exists(folder) ? "" : Hash(GetFiles(folder).Select(path => (GetRelative(folder, path), FileHash.Compute(path))));

    /// <summary>The hash of a statement's file, whichever line ends a version control has given it.</summary>
    public static string GetTextHash(byte[] content) =>
        ComputeHash(content.Contains((byte)'\r') ? Array.FindAll(content, letter => letter != (byte)'\r') : content);

    /// <summary>Every file of a ledger, by path.</summary>
    public static IReadOnlyList<string> GetFiles(string folder)
    {
        string log = Path.Combine(folder, RequestLogFile.Name);
        return
        [
            .. FilesIn(folder, Documents, SearchOption.TopDirectoryOnly), .. File.Exists(log) ? new[] { log } : [],
            .. FilesIn(folder, Statements, SearchOption.AllDirectories).Where(IsStatement),
        ];
    }

    /// <summary>The path of a file from the folder of the ledger, with forward slashes.</summary>
    public static string GetRelative(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static bool IsStatement(string path) => path.EndsWith(".json", StringComparison.Ordinal);

    private static void AddTo(DiagnosticBag diagnostics, DiagnosticBag faults)
    {
        foreach (Diagnostic fault in faults.Items)
        {
            diagnostics.Add(fault);
        }
    }

    private static IEnumerable<string> FilesIn(string folder, string below, SearchOption depth)
    {
        string path = Path.Combine(folder, below);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", depth).Where(file => Path.GetFileName(file.AsSpan()) is not ['.', ..]).Order(StringComparer.Ordinal)
            : [];
    }

    // Each has a bag of its own, so that what is wrong is told in the order of the files.
    private static StatementFile ReadStatement(OrdinaryFolder files, string path, string relative, string shown)
    {
        var faults = new DiagnosticBag();
        string name = $"{shown}/{relative}";
        if (GetContent(files, path, name, faults) is not { } content)
        {
            return new StatementFile(relative, null, "", null, faults);
        }

        string ofText = GetTextHash(content);
        return new StatementFile(relative, StatementReader.Parse(content, name, faults) is { } statement ? statement with { Path = relative } : null, ofText,
            content.Contains((byte)'\r') ? ComputeHash(content) : ofText, faults);
    }

    private static byte[]? GetContent(OrdinaryFolder files, string path, string shown, DiagnosticBag faults)
    {
        try
        {
            return files.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            faults.Error(DiagnosticIds.EvidenceUnreadable, CellRef.ForFile(shown), $"The file cannot be opened: {FileTrouble.GetWords(problem)}.",
                "Correct its permissions, or restore it.");
            return null;
        }
    }

    private static (string Path, string? Sha256)[] HashDocuments(string folder, OrdinaryFolder files)
    {
        string[] paths = [.. FilesIn(folder, Documents, SearchOption.TopDirectoryOnly)];
        var hashed = new (string Path, string? Sha256)[paths.Length];
        Parallel.For(0, paths.Length, at => hashed[at] = (paths[at], files.IsSpecial(paths[at]) ? null : FileHash.Compute(paths[at])));
        return hashed;
    }

    // A document counts only when its content has the hash that it is named by.
    private static ImmutableHashSet<string> GetNamedByHash((string Path, string? Sha256)[] documents) =>
        [.. documents.Where(document => document.Sha256 is { } hash && Path.GetFileName(document.Path).StartsWith(hash, StringComparison.OrdinalIgnoreCase))
            .Select(document => document.Sha256).OfType<string>()];

    private static string ComputeHash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string Hash(IEnumerable<(string Path, string? Sha256)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string path, string? sha256) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{sha256}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record StatementFile(string Path, Statement? Statement, string TextSha256, string? Sha256, DiagnosticBag Faults);
}
