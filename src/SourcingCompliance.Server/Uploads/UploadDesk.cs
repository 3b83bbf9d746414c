using System.Globalization;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Reports;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Uploads;

/// <summary>Accepts uploads: once it returns an id, the upload is checked, whatever happens to the process.</summary>
public sealed partial class UploadDesk(UploadFolder uploads, RunStore store, ProfileStore profiles, CheckQueue queue, ServerOptions options, TimeProvider time, ILogger<UploadDesk> log)
{
    private const int RetrySeconds = 15;

    /// <summary>Accepts a form.</summary>
    /// <returns>Id of the run.</returns>
    /// <exception cref="UploadRefusedException">A field cannot be used, or the queue is full.</exception>
    public async Task<string> Accept(UploadForm form, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        (string Name, StoredContent Content)? contract = form.Contract;
        if (contract is null && ContractForm.Write(form) is { } written)
        {
            using var content = new MemoryStream(written);
            contract = ("contract form", await uploads.Receive(content, written.Length, cancellation) ?? throw new InvalidOperationException("A contract is as long as it is."));
        }

        DateOnly asOf = ContractForm.DateOf(form, "asOf") ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var run = new RunRecord
        {
            Id = UploadFolder.NewId(),
            ReceivedAt = Now(),
            AsOf = ReportTokens.Of(asOf),
            Delivery = ContractForm.DateOf(form, "delivery") is { } delivery ? ReportTokens.Of(delivery) : null,
            Gate = GateOf(form["failOn"]),
            AllLines = form["lines"] switch
            {
                "" or "findings" => 0,
                "all" => 1,
                _ => throw ContractForm.Unusable("lines", form["lines"], "findings or all"),
            },
            ContractSha256 = contract?.Content.Sha256,
            ContractName = contract?.Name,
        };
        StoredProfile[] saved = form["profiles"] == "none" ? [] : [.. await profiles.All(cancellation)];
        RunFile[] files = [.. form.Files.Select((file, at) => new RunFile { Position = at + 1, Name = file.Name, Sha256 = file.Content.Sha256 })];
        var contents = form.Files.Select(file => file.Content).Concat(contract is { } stated ? [stated.Content] : [])
            .DistinctBy(content => content.Sha256, StringComparer.Ordinal).ToDictionary(content => content.Sha256, content => content.Bytes, StringComparer.Ordinal);
        return await Accept(run, files, contents, [.. saved.Select(profile => profile.Id)], cancellation);
    }

    /// <summary>Checks the files of an earlier run once more, with the profiles saved by now.</summary>
    /// <param name="id">Id of the earlier run.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Id of the new run; null when there is no such run.</returns>
    /// <exception cref="UploadRefusedException">The queue is full.</exception>
    public async Task<string?> Repeat(string id, CancellationToken cancellation)
    {
        if (await store.Find(id, cancellation) is not { } earlier)
        {
            return null;
        }

        RunFile[] files = [.. await store.FilesOf(id, cancellation)];
        IReadOnlyList<StoredProfile> saved = await profiles.All(cancellation);
        return await Accept(earlier with { Id = UploadFolder.NewId(), ReceivedAt = Now() }, files, new Dictionary<string, long>(), [.. saved.Select(profile => profile.Id)], cancellation);
    }

    private async Task<string> Accept(RunRecord run, RunFile[] files, Dictionary<string, long> contents, string[] profileIds, CancellationToken cancellation)
    {
        if (!await store.TryAdd(run, files, contents, profileIds, options.QueueLimit, cancellation))
        {
            throw new UploadRefusedException(StatusCodes.Status503ServiceUnavailable, ServerDiagnosticIds.QueueFull,
                FormattableString.Invariant($"{options.QueueLimit} checks are waiting already. Send this one again in {RetrySeconds} seconds.")) { RetryAfterSeconds = RetrySeconds };
        }

        LogAccepted(run.Id, files.Length);
        // From here on the run is in the store; if the process ends now, the next start takes it up. So nobody may cancel this.
        await queue.Enqueue(run.Id, CancellationToken.None);
        return run.Id;
    }

    private static string GateOf(string word) => word.Length == 0 ? ReportTokens.Of(Gate.Suspect)
        : Enum.GetValues<Gate>().Any(gate => ReportTokens.Of(gate) == word) ? word
        : throw ContractForm.Unusable("failOn", word, "violation, suspect, open or none");

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} was accepted with {Files} files.")]
    private partial void LogAccepted(string run, int files);
}
