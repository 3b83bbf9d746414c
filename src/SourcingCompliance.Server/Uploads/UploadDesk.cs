using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Settings;
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
        var attachments = form.Attachments.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (!attachments.ContainsKey(AttachmentKind.Contract) && ContractForm.Write(form) is { } written)
        {
            using var content = new MemoryStream(written);
            attachments[AttachmentKind.Contract] = ("contract form", await uploads.Receive(content, written.Length, cancellation) ?? throw new InvalidOperationException("A contract is as long as it is."));
        }

        DateOnly asOf = ContractForm.DateOf(form, "asOf") ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var run = new RunRecord
        {
            Id = UploadFolder.NewId(),
            ReceivedAt = Timestamp.Now(time),
            AsOf = ReportTokens.Of(asOf),
            Delivery = ContractForm.DateOf(form, "delivery") is { } delivery ? ReportTokens.Of(delivery) : null,
            Gate = GateOf(form["failOn"]),
            AllLines = form["lines"] switch
            {
                "" or "findings" => 0,
                "all" => 1,
                _ => throw ContractForm.Unusable("lines", form["lines"], "findings or all"),
            },
            Packs = PacksOf(form),
        };
        StoredProfile[] saved = form["profiles"] == "none" ? [] : [.. await profiles.All(cancellation)];
        RunFile[] files = [.. form.Files.Select((file, at) => new RunFile { Position = at + 1, Name = file.Name, Sha256 = file.Content.Sha256 })];
        RunAttachment[] beside = [.. attachments.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RunAttachment { Kind = pair.Key, Name = pair.Value.Name, Sha256 = pair.Value.Content.Sha256 })];
        var contents = form.Files.Concat(attachments.Values).Select(file => file.Content)
            .DistinctBy(content => content.Sha256, StringComparer.Ordinal).ToDictionary(content => content.Sha256, content => content.Bytes, StringComparer.Ordinal);
        return await Accept(run, new RunInputs(files, beside, contents, [.. saved.Select(profile => profile.Id)]), cancellation);
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

        IReadOnlyList<StoredProfile> saved = await profiles.All(cancellation);
        var inputs = new RunInputs([.. await store.FilesOf(id, cancellation)], [.. await store.AttachmentsOf(id, cancellation)], new Dictionary<string, long>(), [.. saved.Select(profile => profile.Id)]);
        return await Accept(earlier with { Id = UploadFolder.NewId(), ReceivedAt = Timestamp.Now(time) }, inputs, cancellation);
    }

    private async Task<string> Accept(RunRecord run, RunInputs inputs, CancellationToken cancellation)
    {
        if (!await store.TryAdd(run, inputs, options.QueueLimit, () => EnsureThere(inputs), cancellation))
        {
            throw new UploadRefusedException(StatusCodes.Status503ServiceUnavailable, ServerDiagnosticIds.QueueFull,
                FormattableString.Invariant($"{options.QueueLimit} checks are waiting already. Send this one again in {RetrySeconds} seconds.")) { RetryAfterSeconds = RetrySeconds };
        }

        LogAccepted(run.Id, inputs.Files.Count);
        // From here on the run is in the store; if the process ends now, the next start takes it up. So nobody may cancel this.
        await queue.Enqueue(run.Id, CancellationToken.None);
        return run.Id;
    }

    private static string GateOf(string word) => word.Length == 0 ? ReportTokens.Of(Gate.Suspect)
        : GateTokens.Parse(word) is not null ? word
        : throw ContractForm.Unusable("failOn", word, "violation, suspect, open or none");

    // Old content is cleared now and then, and the same content may just have come again.
    private void EnsureThere(RunInputs inputs)
    {
        if (inputs.Files.Select(file => file.Sha256).Concat(inputs.Attachments.Select(beside => beside.Sha256)).Any(sha256 => !File.Exists(uploads.PathOf(sha256))))
        {
            throw new UploadRefusedException(StatusCodes.Status503ServiceUnavailable, ServerDiagnosticIds.ContentCleared,
                "A file of this check is no longer on the server. Send the lists again.") { RetryAfterSeconds = RetrySeconds };
        }
    }

    // The page always names the clause, so that unticking every pack is heard; a program that names none gets them all.
    private static string? PacksOf(UploadForm form)
    {
        string[] named = [.. form.All("packs").SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];
        string[] known = [.. PackNames.Advisory.Select(pack => pack.Id), CheckLibrary.MainPack, "all"];
        return named.FirstOrDefault(id => !known.Contains(id, StringComparer.Ordinal)) is { } unknown
            ? throw ContractForm.Unusable("packs", unknown, string.Join(", ", known.Order(StringComparer.Ordinal)))
            : named.Length == 0 ? null : string.Join(',', named);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} was accepted with {Files} files.")]
    private partial void LogAccepted(string run, int files);
}
