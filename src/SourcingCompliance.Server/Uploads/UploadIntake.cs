using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Server.Callbacks;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Uploads;

/// <summary>Accepts uploads: once it returns an id, the upload is checked, whatever happens to the process.</summary>
public sealed partial class UploadIntake(UploadFolder uploads, RunStore store, ProfileStore profiles, CheckQueue queue,
    CallbackTargets targets, ProgramDefaults programs, ServerOptions options, TimeProvider time, ILogger<UploadIntake> log)
{
    private const int RetrySeconds = 15;

    /// <summary>Accepts a form.</summary>
    /// <returns>Id of the run.</returns>
    /// <exception cref="UploadRefusedException">A field cannot be used, or the queue is full.</exception>
    public async Task<string> Accept(UploadForm form, CancellationToken cancellation) => (await Accept(form, null, cancellation)).RunId;

    /// <summary>Accepts a form once: the same form under the same key is the same run.</summary>
    /// <param name="form">The form.</param>
    /// <param name="key">The key; null = none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The run, and whether an earlier upload brought it.</returns>
    /// <exception cref="UploadRefusedException">A field cannot be used, the queue is full, or the key was used for another form.</exception>
    public async Task<Admission> Accept(UploadForm form, IdempotencyKey? key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        (UploadForm filled, ProgramRecord? program) = await programs.FillIn(form, today, cancellation);
        var fields = new FieldReader(filled);
        byte[]? written = ContractForm.Write(filled, fields);
        DateOnly asOf = fields.ReadDay("asOf") ?? today;
        var run = new RunRecord
        {
            Id = UploadFolder.NewId(),
            ReceivedAt = Timestamp.Now(time),
            AsOf = ReportTokens.Format(asOf),
            Delivery = fields.ReadDay("delivery") is { } delivery ? ReportTokens.Format(delivery) : null,
            Gate = fields.ReadChoice("failOn", "suspect", "violation", "open", "none"),
            AllLines = fields.ReadChoice("lines", "findings", "all") == "all" ? 1 : 0,
            Packs = GetPacks(form, fields),
            ProgramId = program?.Id,
        };
        if (written is not null && form.Attachments.ContainsKey(AttachmentKind.Contract))
        {
            fields.Refuse(AttachmentKind.Contract, "Give a contract file or fill in the fields, not both.");
        }

        byte[]? report = KeptReportSettings.Write(ReportForm.Read(fields));
        if (form.Attachments.TryGetValue(AttachmentKind.Logo, out (string Name, StoredContent Content) logo))
        {
            ReportForm.EnsureLogo(logo.Content, uploads.GetPath(logo.Content.Sha256), fields);
        }

        fields.EnsureUsable();
        string callback = form["callback"];
        if (callback.Length > 0 && await targets.FindProblem(callback, cancellation) is { } problem)
        {
            throw new UploadRefusedException(StatusCodes.Status400BadRequest, ServerDiagnosticIds.CallbackRefused,
                $"callback ('{callback}'): {problem}")
            { Errors = new Dictionary<string, string> { ["callback"] = problem } };
        }

        var attachments = form.Attachments.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach ((string kind, string name, byte[]? own) in ((string, string, byte[]?)[])[
            (AttachmentKind.Contract, GetContractName(filled, form, program), written), (AttachmentKind.Report, "report form", report)])
        {
            if (own is not null)
            {
                using var content = new MemoryStream(own);
                attachments[kind] = (name, await uploads.Receive(content, own.Length, cancellation)
                    ?? throw new InvalidOperationException("What the server writes is as long as it is."));
            }
        }

        StoredProfile[] saved = form["profiles"] == "none" ? [] : [.. await profiles.All(cancellation)];
        RunFile[] files = [.. form.Files.Select((file, at) => new RunFile { Position = at + 1, Name = file.Name, Sha256 = file.Content.Sha256 })];
        RunAttachment[] beside = [.. attachments.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new RunAttachment { Kind = pair.Key, Name = pair.Value.Name, Sha256 = pair.Value.Content.Sha256 })];
        var contents = form.Files.Concat(attachments.Values).Select(file => file.Content)
            .DistinctBy(content => content.Sha256, StringComparer.Ordinal)
            .ToDictionary(content => content.Sha256, content => content.Bytes, StringComparer.Ordinal);
        return await Accept(run, new RunInputs(files, beside, contents, [.. saved.Select(profile => profile.Id)])
        {
            Callbacks = callback.Length > 0 ? [callback] : [],
            Key = key is null ? null : key with { Fingerprint = IdempotencyHeader.GetFingerprint(form) },
        }, cancellation);
    }

    /// <summary>Checks the files of an earlier run once more, with the column settings saved by now.</summary>
    /// <param name="id">Id of the earlier run.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="first">Ids of column settings that go before the saved ones; null = none.</param>
    /// <param name="isForToday">Whether the check date is today, if that is later: an answer that is dated after it would not count.</param>
    /// <returns>Id of the new run; null when there is no such run.</returns>
    /// <exception cref="UploadRefusedException">The queue is full.</exception>
    public async Task<string?> Repeat(string id, CancellationToken cancellation, IReadOnlyList<string>? first = null, bool isForToday = false)
    {
        if (await store.Find(id, cancellation) is not { } earlier)
        {
            return null;
        }

        string[] settings = [.. (first ?? []).Concat((await profiles.All(cancellation)).Select(profile => profile.Id)).Distinct(StringComparer.Ordinal)];
        var inputs = new RunInputs([.. await store.GetFiles(id, cancellation)], [.. await store.GetAttachments(id, cancellation)],
            new Dictionary<string, long>(), settings);
        string today = ReportTokens.Format(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        string asOf = isForToday && string.CompareOrdinal(today, earlier.AsOf) > 0 ? today : earlier.AsOf;
        return (await Accept(earlier with
        {
            Id = UploadFolder.NewId(),
            ReceivedAt = Timestamp.Now(time),
            SettingsAt = earlier.SettingsAt ?? earlier.ReceivedAt,
            AsOf = asOf
        }, inputs, cancellation)).RunId;
    }

    private async Task<Admission> Accept(RunRecord run, RunInputs asked, CancellationToken cancellation)
    {
        RunInputs inputs = options.Callback is { } always ? asked with
        { Callbacks = [.. asked.Callbacks.Append(always).Distinct(StringComparer.Ordinal)] } : asked;
        Admission admission = await store.TryAdd(run, inputs, options.QueueLimit, () => EnsureThere(inputs), cancellation);
        if (admission.Outcome == AdmissionOutcome.Repeated)
        {
            return admission;
        }

        if (admission.Outcome == AdmissionOutcome.KeyReused)
        {
            throw new UploadRefusedException(StatusCodes.Status422UnprocessableEntity, ServerDiagnosticIds.IdempotencyKeyReused,
                $"The {IdempotencyHeader.Name} was used before for an upload with other files or fields; nothing was checked. Send a new key with a "
                    + $"new upload.");
        }

        if (admission.Outcome == AdmissionOutcome.QueueFull)
        {
            throw new UploadRefusedException(StatusCodes.Status503ServiceUnavailable, ServerDiagnosticIds.QueueFull,
                FormattableString.Invariant(
                    $"{options.QueueLimit} checks are already waiting. Send this one again in {RetrySeconds} seconds."))
            { RetryAfterSeconds = RetrySeconds };
        }

        LogAccepted(run.Id, inputs.Files.Count);
        // From here on the run is in the store; if the process ends now, the next start takes it up. So nobody may cancel this.
        await queue.Enqueue(run.Id, CancellationToken.None);
        return admission;
    }

    // Which exceptions apply can rest on it, so a result names where it comes from.
    private static string GetContractName(UploadForm filled, UploadForm form, ProgramRecord? program) =>
        program is null || ContractForm.FieldNames.All(field => filled[field] == form[field]) ? "contract form"
        : ContractForm.FieldNames.All(field => form[field].Length == 0) ? $"contract of {program.Name}"
        : $"contract form and contract of {program.Name}";

    // Old content is cleared now and then, and the same content may just have come again.
    private void EnsureThere(RunInputs inputs)
    {
        if (inputs.Files.Select(file => file.Sha256).Concat(inputs.Attachments.Select(beside => beside.Sha256))
            .Any(sha256 => !File.Exists(uploads.GetPath(sha256))))
        {
            throw new UploadRefusedException(StatusCodes.Status503ServiceUnavailable, ServerDiagnosticIds.ContentCleared,
                "A file of this check is no longer on the server. Upload the BOMs again.")
            { RetryAfterSeconds = RetrySeconds };
        }
    }

    // The page always names the clause, so that unticking every pack has an effect; a program that names none gets them all.
    private static string? GetPacks(UploadForm form, FieldReader fields)
    {
        string[] named = [.. form.All("packs").SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal)];
        string[] known = [.. PackNames.Advisory.Select(pack => pack.Id), CheckLibrary.MainPack, "all"];
        if (named.Any(id => !known.Contains(id, StringComparer.Ordinal)))
        {
            fields.Refuse("packs", $"Choose from: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }

        return named.Length == 0 ? null : string.Join(',', named);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} was accepted with {Files} files.")]
    private partial void LogAccepted(string run, int files);
}
