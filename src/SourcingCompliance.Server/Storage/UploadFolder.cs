using System.Buffers;
using System.Security.Cryptography;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Storage;

/// <summary>What came of one uploaded content.</summary>
/// <param name="Sha256">Hash of the content, lower-case hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
public sealed record StoredContent(string Sha256, long Bytes);

/// <summary>Keeps uploaded content under its hash. The user's names never touch the disk.</summary>
public sealed class UploadFolder
{
    /// <summary>Ends the name of a folder of reports that is still being written.</summary>
    internal const string Partial = ".partial";

    private const int BufferBytes = 1 << 16;

    // No upload pauses for so long, and none waits so long for its place in the store.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly TimeProvider _time;
    private readonly string _content;
    private readonly string _incoming;
    private readonly string _reports;

    /// <summary>Creates the folders. What an earlier process left half received or half written is removed.</summary>
    public UploadFolder(ServerOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _content = Path.Combine(options.DataFolder, "content");
        _incoming = Path.Combine(options.DataFolder, "incoming");
        _reports = Path.Combine(options.DataFolder, "reports");
        PrivateFiles.CreateFolder(_content);
        PrivateFiles.CreateFolder(_reports);
        PrivateFiles.CreateFolder(_incoming);
        // Beside a shared database another server may be receiving or writing at this moment.
        DateTime latest = options.Database is null ? DateTime.MaxValue : LatestAbandoned;
        foreach (string left in Directory.EnumerateFiles(_incoming).Where(left => File.GetLastWriteTimeUtc(left) < latest))
        {
            File.Delete(left);
        }

        foreach (string left in Directory.EnumerateDirectories(_reports, "*" + Partial).Where(left => Directory.GetLastWriteTimeUtc(left) < latest))
        {
            Directory.Delete(left, recursive: true);
        }
    }

    private DateTime LatestAbandoned => _time.GetUtcNow().UtcDateTime - Abandoned;

    /// <summary>An id that nobody can guess.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>Where a content lies.</summary>
    /// <param name="sha256">Its hash.</param>
    public string GetPath(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        return Path.Combine(_content, sha256[..2], sha256);
    }

    /// <summary>The folder of the reports of one attempt at a run: a server that was taken for dead and goes on all the same touches no other's.</summary>
    /// <param name="run">Id of the run, from the store.</param>
    /// <param name="attempt">Number of the attempt.</param>
    public string GetReports(string run, int attempt) => Path.Combine(_reports, GetName(run, attempt));

    /// <summary>Removes the reports of every attempt at a run; nothing when there are none.</summary>
    /// <param name="run">Id of the run, from the store.</param>
    public void RemoveReports(string run)
    {
        foreach (string folder in Directory.EnumerateDirectories(_reports, run + ".*"))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Removes the reports of runs that are no longer known, and of attempts that others took the place of. What is younger than an hour stays:
    /// its run may be on its way.
    /// </summary>
    /// <param name="lastAttempts">The runs that are, and the attempts that count.</param>
    public void RemoveReportsBut(IReadOnlyDictionary<string, int> lastAttempts)
    {
        ArgumentNullException.ThrowIfNull(lastAttempts);
        var kept = lastAttempts.Select(run => GetName(run.Key, run.Value)).ToHashSet(StringComparer.Ordinal);
        foreach (string folder in Directory.EnumerateDirectories(_reports)
            .Where(folder => !kept.Contains(Path.GetFileName(folder)) && Directory.GetLastWriteTimeUtc(folder) < LatestAbandoned))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Removes one content at once.</summary>
    /// <param name="sha256">Its hash.</param>
    public void RemoveContent(string sha256) => File.Delete(GetPath(sha256));

    /// <summary>Keeps a content of ours for a moment, as the server's own.</summary>
    /// <param name="source">The content.</param>
    public TemporaryContent Hold(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        string path = Path.Combine(_incoming, NewId());
        using FileStream file = PrivateFiles.Create(path, FileMode.CreateNew);
        source.CopyTo(file);
        return new TemporaryContent(path);
    }

    /// <summary>Writes a few kilobytes and removes them again.</summary>
    /// <exception cref="IOException">There is no room, or the folder cannot be written.</exception>
    public void EnsureRoom()
    {
        string probe = Path.Combine(_incoming, NewId());
        try
        {
            using FileStream file = PrivateFiles.Create(probe, FileMode.CreateNew);
            file.Write(new byte[BufferBytes]);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(probe);
        }
    }

    /// <summary>Removes content that no run is made of. What is younger than an hour stays: its run may be on its way.</summary>
    /// <param name="kept">Hashes of the content that runs are made of.</param>
    public void RemoveContentBut(IReadOnlySet<string> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        foreach (string file in Directory.EnumerateFiles(_content, "*", SearchOption.AllDirectories)
            .Where(file => !kept.Contains(Path.GetFileName(file)) && File.GetLastWriteTimeUtc(file) < LatestAbandoned))
        {
            File.Delete(file);
        }
    }

    private static string GetName(string run, int attempt) => FormattableString.Invariant($"{run}.{attempt}");

    /// <summary>Receives a content; it costs one buffer of memory, whatever its size.</summary>
    /// <param name="source">The content.</param>
    /// <param name="limit">Bytes that it may have.</param>
    /// <param name="cancellation">Gives up and leaves nothing behind.</param>
    /// <returns>Hash and size; null when it is larger than the limit.</returns>
    public async Task<StoredContent?> Receive(Stream source, long limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        string incoming = Path.Combine(_incoming, NewId());
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long bytes = 0;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var file = PrivateFiles.Create(incoming, FileMode.CreateNew, isAsync: true))
            {
                for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
                {
                    bytes += read;
                    if (bytes > limit)
                    {
                        return null;
                    }

                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                }

                // The run is acknowledged only after this: what was acknowledged is on the disk.
                file.Flush(flushToDisk: true);
            }

            string sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            string target = GetPath(sha256);
            PrivateFiles.CreateFolder(Path.GetDirectoryName(target) ?? _content);
            File.Move(incoming, target, overwrite: true);
            return new StoredContent(sha256, bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            File.Delete(incoming);
        }
    }
}
