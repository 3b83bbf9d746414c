using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.RegularExpressions;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Ledger;

/// <summary>Takes the ledger out as a zip of the evidence folder, and such a zip in: what the command writes and what the server keeps is the same.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="options">Where the data folder is.</param>
/// <param name="time">The clock.</param>
public sealed partial class LedgerArchive(LedgerFolder ledger, ServerOptions options, TimeProvider time)
{
    private const int MostEntries = 50_000;
    private const long MostBytes = 512L << 20;

    // The first moment that a zip can hold: the same ledger gives the same bytes.
    private static readonly DateTimeOffset FirstMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The ledger as a zip: a file that is gone when the stream is closed.</summary>
    /// <param name="cancellation">Gives up.</param>
    public Task<Stream> Export(CancellationToken cancellation) => ledger.Change<Stream>((_, _) =>
    {
        var output = new FileStream(Path.Combine(options.DataFolder, "incoming", UploadFolder.NewId()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        PrivateFiles.MakePrivate(output.Name);
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string path in EvidenceFolder.GetFiles(ledger.Location))
            {
                ZipArchiveEntry entry = zip.CreateEntry($"{EvidenceFolder.Name}/{EvidenceFolder.GetRelative(ledger.Location, path)}", CompressionLevel.Fastest);
                entry.LastWriteTime = FirstMoment;
                using Stream target = entry.Open();
                using FileStream source = File.OpenRead(path);
                source.CopyTo(target);
            }
        }

        output.Position = 0;
        return output;
    }, cancellation);

    /// <summary>Adds what a zip of an evidence folder contains; nothing on file is changed or removed.</summary>
    /// <param name="zip">Path of the zip.</param>
    /// <param name="cancellation">Gives up before anything is written.</param>
    /// <returns>Ids of the statements that are new.</returns>
    /// <exception cref="UploadRefusedException">It is no such zip, is damaged, passes a limit, or contradicts what is on file.</exception>
    public async Task<IReadOnlyList<string>> Import(string zip, CancellationToken cancellation)
    {
        string folder = Path.Combine(options.DataFolder, "incoming", UploadFolder.NewId());
        try
        {
            var problems = new DiagnosticBag();
            EvidenceLedger? given = await Task.Run(() => Unpack(zip, folder, cancellation) ? EvidenceFolder.Read(folder, problems, "the zip") : null,
                cancellation);
            if (given is null)
            {
                throw Refuse(problems.Items.Count == 0 ? "The zip contains no evidence folder (statements/, documents/, requests.json)."
                    : $"The evidence in the zip is damaged: {problems.Items[0].Message}");
            }

            return await ledger.Change((before, store) => Merge(given, folder, before, store), cancellation);
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private IReadOnlyList<string> Merge(EvidenceLedger given, string folder, EvidenceLedger before, EvidenceStore store)
    {
        var known = before.Statements.ToDictionary(statement => statement.Id, StringComparer.OrdinalIgnoreCase);
        ImmutableArray<Statement> added = [.. given.Statements.Where(statement => !known.ContainsKey(statement.Id))];
        Statement[] others = [.. given.Statements.Where(statement => known.TryGetValue(statement.Id, out Statement? mine)
            && !StatementWriter.ToBytes(mine with { Path = "", ReceivedOn = null })
                .AsSpan().SequenceEqual(StatementWriter.ToBytes(statement with { Path = "", ReceivedOn = null })))];
        if (others.Length > 0)
        {
            throw Refuse($"Statement {others[0].Id} of {others[0].Supplier.Name} is on file and says something else than in the zip. Nothing was imported.");
        }

        foreach (string path in EvidenceFolder.GetFiles(folder).Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == EvidenceFolder.Documents))
        {
            store.PutDocument(File.ReadAllBytes(path), Path.GetFileName(path), "other");
        }

        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (Statement statement in added)
        {
            store.Put(statement, statement.ReceivedOn ?? today);
        }

        store.Put(given.Log.Requests);
        return [.. added.Select(statement => statement.Id)];
    }

    private static bool Unpack(string path, string folder, CancellationToken cancellation)
    {
        try
        {
            using var zip = new ZipArchive(File.OpenRead(path), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
            {
                throw Refuse($"The zip has more than {MostEntries} files.");
            }

            if (zip.Entries.FirstOrDefault(entry => entry.FullName.Split('/', '\\') is var steps
                && (steps.Contains("..") || Path.IsPathRooted(entry.FullName))) is { } outside)
            {
                throw Refuse($"The zip names a file outside itself ('{outside.FullName}'). Nothing was imported.");
            }

            long left = MostBytes;
            bool isAny = false;
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                cancellation.ThrowIfCancellationRequested();
                if (GetEntryName().Match(entry.FullName) is not { Success: true } match)
                {
                    continue;
                }

                string target = Path.Combine(folder, match.Groups["path"].Value);
                PrivateFiles.CreateFolder(Path.GetDirectoryName(target) ?? folder);
                using Stream source = entry.Open();
                using FileStream output = PrivateFiles.Create(target, FileMode.CreateNew);
                left = Copy(source, output, left);
                isAny = true;
            }

            return isAny;
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException && StorageProblem.From(damage) is null)
        {
            throw Refuse("The file is no zip, or it is damaged or names a file twice. Nothing was imported.");
        }
    }

    // What counts is what comes out, not what the archive says of itself.
    private static long Copy(Stream source, Stream output, long left)
    {
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            left -= read;
            if (left < 0)
            {
                throw Refuse($"The zip inflates to more than {MostBytes >> 20} MiB. Nothing was imported.");
            }

            output.Write(buffer, 0, read);
        }

        return left;
    }

    private static UploadRefusedException Refuse(string sentence) =>
        new(StatusCodes.Status400BadRequest, ServerDiagnosticIds.UploadMalformed, sentence);

    [GeneratedRegex(@"^([^/\\]{1,80}/)?(?<path>statements/[A-Za-z0-9_-]{1,80}/[A-Za-z0-9._-]{1,90}\.json|documents/[0-9a-f]{64}(\.[a-z0-9]{1,8})?|requests\.json)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex GetEntryName();
}
