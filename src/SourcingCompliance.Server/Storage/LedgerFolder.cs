using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Storage;

/// <summary>
/// The evidence ledger of the server: the same folder that the command reads and writes, in the data folder, so that it needs no copy in the database and
/// can be taken elsewhere as it is. Writers take turns, also those of several servers that share the folder.
/// </summary>
/// <param name="options">Where the data folder is.</param>
public sealed class LedgerFolder(ServerOptions options)
{
    /// <summary>What messages and reports call the ledger.</summary>
    public const string Name = "evidence";

    private readonly string _requests = Path.Combine(options.DataFolder, "requests");

    /// <summary>Where the ledger is, or will be.</summary>
    public string Location { get; } = Path.Combine(options.DataFolder, Name);

    /// <summary>The ledger for a check; null = nothing was asked or received yet.</summary>
    public string? Existing => EvidenceFolder.Is(Location) ? Location : null;

    /// <summary>When a statement was stored or replaced last, UTC, as the store spells it; null = none is on file.</summary>
    /// <remarks>Each supplier has a folder of its own, and a folder knows only when an entry of its own came or went, so all of them are looked at.</remarks>
    public string? ChangedAt => new DirectoryInfo(Path.Combine(Location, EvidenceFolder.Statements)) is { Exists: true } statements
        ? Timestamp.Format(statements.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(entry => entry.LastWriteTimeUtc)
            .Append(statements.LastWriteTimeUtc).Max()) : null;

    /// <summary>The ledger as it stands; one of nothing where there is none; null, with diagnostics, when it is damaged.</summary>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    public EvidenceLedger? Read(DiagnosticBag diagnostics) =>
        Existing is { } folder ? SettledLedger.Read(folder, diagnostics, Name) : new EvidenceLedger(Name, [], RequestLog.Empty, []);

    /// <summary>Writes to the ledger while nobody else can.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="change">Gets the ledger as it stands, and what writes to it.</param>
    /// <param name="cancellation">Gives up before the change has begun.</param>
    /// <exception cref="Running.Output.OutputRefusedException">Somebody else keeps it for twenty seconds, or it is damaged or cannot be written.</exception>
    public Task<T> Change<T>(Func<EvidenceLedger, EvidenceStore, T> change, CancellationToken cancellation) => Task.Run(() =>
    {
        PrivateFiles.CreateFolder(Location);
        using EvidenceStore store = EvidenceStore.Open(Location);
        EvidenceLedger ledger = EvidenceFolder.Read(Location, new DiagnosticBag(), Name)
            ?? throw new Running.Output.OutputRefusedException("The evidence ledger is damaged, so nothing was written to it.");
        T result = change(ledger, store);
        PrivateFiles.MakePrivate(Location);
        return result;
    }, cancellation);

    /// <summary>The folder for the files that were written for a request.</summary>
    /// <param name="id">Id of the request, as the ledger has it.</param>
    /// <exception cref="ArgumentException">The id contains more than letters and digits.</exception>
    public string GetRequestFiles(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length == 0 || !id.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException($"'{id}' is no id of a request of ours.", nameof(id));
        }

        PrivateFiles.CreateFolder(_requests);
        return Path.Combine(_requests, id);
    }
}
