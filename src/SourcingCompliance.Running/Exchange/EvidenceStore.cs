using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Files;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Running.Exchange;

/// <summary>
/// Writes to a ledger: one at a time, each file whole or not at all, and the log last, so that two people who receive at once lose nothing and a crash
/// leaves no entry without its file.
/// </summary>
public sealed class EvidenceStore : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string _folder;
    private readonly FileStream _lock;

    private EvidenceStore(string folder, FileStream locked)
    {
        _folder = folder;
        _lock = locked;
    }

    /// <summary>Opens a ledger for writing and keeps others out until it is disposed of; the folder is created when there is none.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <exception cref="OutputRefusedException">Somebody else has been writing to it for twenty seconds, or it cannot be written.</exception>
    public static EvidenceStore Open(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); ;)
        {
            try
            {
                Directory.CreateDirectory(folder);
                return new EvidenceStore(folder,
                    new FileStream(Path.Combine(folder, SettledLedger.LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
                        FileOptions.DeleteOnClose));
            }
            catch (IOException) when (waited.Elapsed < Patience && Directory.Exists(folder))
            {
                Thread.Sleep(50);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw new OutputRefusedException($"{DiagnosticIds.EvidenceLocked} The evidence folder '{folder}' cannot be written: "
                    + $"{FileTrouble.GetWords(problem)}. Another program may be writing to it.", problem);
            }
        }
    }

    /// <summary>The ledger as it stands now, while nobody else can change it; null, with diagnostics, when it is damaged.</summary>
    public EvidenceLedger? Read(DiagnosticBag diagnostics) => EvidenceFolder.Read(_folder, diagnostics);

    /// <summary>Puts a document into the ledger under its hash; its own name is kept in the statement only.</summary>
    /// <param name="content">Its content.</param>
    /// <param name="fileName">Its own name.</param>
    /// <param name="kind">What it is.</param>
    public StatementDocument PutDocument(byte[] content, string fileName, string kind)
    {
        ArgumentNullException.ThrowIfNull(content);
        StatementDocument document = GetDocument(content, fileName, kind);
        string path = Path.Combine(_folder, EvidenceFolder.Documents, document.Sha256 + GetExtension(fileName));
        if (!File.Exists(path))
        {
            Write(path, content);
        }

        return document;
    }

    /// <summary>What a statement says of a document.</summary>
    public static StatementDocument GetDocument(byte[] content, string fileName, string kind) =>
        new(Convert.ToHexStringLower(SHA256.HashData(content)), kind,
            Path.GetFileName(fileName.Replace('\\', '/')) is { Length: > 0 } name ? name : "document");

    /// <summary>Puts a statement into the ledger, and its receipt into the log; one of the same id is replaced.</summary>
    /// <returns>The statement with its path.</returns>
    public Statement Put(Statement statement, DateOnly receivedOn)
    {
        ArgumentNullException.ThrowIfNull(statement);
        RequestLog log = ReadLog();
        string known = log.Received.FirstOrDefault(one => one.Id == statement.Id)?.Path
            ?? $"{EvidenceFolder.Statements}/{GetFolder(statement.Supplier.Name)}/{statement.Id}.json";
        Statement whole = statement with { ReceivedOn = receivedOn, Path = known };
        byte[] bytes = StatementWriter.ToBytes(whole);
        Write(Path.Combine(_folder, known), bytes);
        var received = new ReceivedStatement(statement.Id, known, EvidenceFolder.GetTextHash(bytes), receivedOn);
        WriteLog(log with { Received = [.. log.Received.Where(one => one.Id != statement.Id), received] });
        return whole;
    }

    /// <summary>Records what was asked; a request that is recorded already stays as it is.</summary>
    public void Put(IEnumerable<EvidenceRequest> requests)
    {
        RequestLog log = ReadLog();
        HashSet<string> known = [.. log.Requests.Select(request => request.Id)];
        WriteLog(log with { Requests = [.. log.Requests, .. requests.Where(request => known.Add(request.Id))] });
    }

    /// <summary>Takes every statement as it stands now as the one that was received.</summary>
    /// <returns>How many receipts changed.</returns>
    public int Accept(DateOnly day)
    {
        RequestLog log = ReadLog();
        var received = new List<ReceivedStatement>();
        foreach (string path in EvidenceFolder.GetFiles(_folder).Where(path => path.EndsWith(".json", StringComparison.Ordinal)
            && EvidenceFolder.GetRelative(_folder, path).StartsWith(EvidenceFolder.Statements + "/", StringComparison.Ordinal)))
        {
            byte[] content = OrdinaryFile.ReadAllBytes(path);
            string relative = EvidenceFolder.GetRelative(_folder, path);
            if (StatementReader.Parse(content, relative, new DiagnosticBag()) is { } statement)
            {
                string hash = EvidenceFolder.GetTextHash(content);
                ReceivedStatement? known = log.Received.FirstOrDefault(one => one.Path == relative && one.Sha256 == hash);
                received.Add(known ?? new ReceivedStatement(statement.Id, relative, hash, statement.ReceivedOn ?? day));
            }
        }

        int changed = received.Except(log.Received).Count() + log.Received.Except(received).Count();
        WriteLog(log with { Received = [.. received] });
        return changed;
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    /// <summary>The name of a supplier as the name of a folder: small letters, digits and hyphens.</summary>
    public static string GetFolder(string supplier)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        const int longest = 40;
        var name = new StringBuilder();
        foreach (char letter in supplier.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(letter);
            }
            else if (name.Length > 0 && name[^1] != '-' && !char.IsControl(letter)
                && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                name.Append('-');
            }
        }

        string text = name.ToString().Trim('-');
        text = text.Length > longest ? text[..longest].Trim('-') : text;
        // A name without a letter of ours still needs a folder of its own; the device names of Windows are taken.
        bool isTaken = text is "" or "con" or "prn" or "aux" or "nul" || (text.Length == 4 && text[..3] is "com" or "lpt");
        return isTaken ? $"supplier-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(supplier)))[..8]}" : text;
    }

    private static string GetExtension(string fileName)
    {
        string extension = Path.GetExtension(fileName).ToLowerInvariant();
        return extension.Length is > 1 and <= 9 && extension[1..].All(char.IsAsciiLetterOrDigit) ? extension : "";
    }

    private RequestLog ReadLog()
    {
        string path = Path.Combine(_folder, RequestLogFile.Name);
        if (!File.Exists(path))
        {
            return RequestLog.Empty;
        }

        return RequestLogFile.Parse(OrdinaryFile.ReadAllBytes(path), path, new DiagnosticBag())
            ?? throw new OutputRefusedException($"'{path}' is damaged; nothing is written, or what it says would be lost. Restore it first.");
    }

    private void WriteLog(RequestLog log) => Write(Path.Combine(_folder, RequestLogFile.Name), RequestLogFile.ToBytes(log));

    private static void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        WholeFile.Write(path, output => output.Write(content));
    }
}
