using System.Text.Json.Serialization;

namespace SourcingCompliance.Server.Storage;

/// <summary>One run as it stands in the store.</summary>
public sealed record RunRecord
{
    /// <summary>Unguessable id.</summary>
    public required string Id { get; init; }

    /// <summary>A word of <see cref="RunState"/>.</summary>
    public string State { get; init; } = RunState.Queued;

    /// <summary>When it was accepted, UTC.</summary>
    public required string ReceivedAt { get; init; }

    /// <summary>When its check began last; null = not yet.</summary>
    public string? StartedAt { get; init; }

    /// <summary>When it ended; null = not yet.</summary>
    public string? FinishedAt { get; init; }

    /// <summary>The day on which the check is made, ISO.</summary>
    public required string AsOf { get; init; }

    /// <summary>Delivery date, ISO; null = the contract's, or none.</summary>
    public string? Delivery { get; init; }

    /// <summary>Which verdicts turn the exit code red: none, violation, suspect, open.</summary>
    public required string Gate { get; init; }

    /// <summary>1 = every line is listed.</summary>
    public int AllLines { get; init; }

    /// <summary>Ids of the packs that the user named, with commas between; null = all.</summary>
    public string? Packs { get; init; }

    /// <summary>How often its check was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>Diagnostic id of what went wrong; null = nothing.</summary>
    public string? ProblemId { get; init; }

    /// <summary>What went wrong, in words; null = nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Id of the program that its BOMs belong to; null = none.</summary>
    public string? ProgramId { get; init; }

    /// <summary>When its contract details and delivery were read, UTC: a check that is repeated keeps them. Null = when it was accepted.</summary>
    [JsonIgnore]
    public string? SettingsAt { get; init; }

    /// <summary>Whether a program changed after the run took its contract details and delivery from it.</summary>
    /// <param name="program">The program.</param>
    public bool IsBeforeChangeOf(ProgramRecord program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return string.CompareOrdinal(SettingsAt ?? ReceivedAt, program.ChangedAt) < 0;
    }
}

/// <summary>One file of a run.</summary>
public sealed record RunFile
{
    /// <summary>1-based place in the upload.</summary>
    public required int Position { get; init; }

    /// <summary>The user's name for it; never a path.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the content, which names it on disk.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>One file that came with the lists of a run.</summary>
public sealed record RunAttachment
{
    /// <summary>A word of <see cref="AttachmentKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The user's name for it; never a path.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the content, which names it on disk.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>Everything that a run is made of.</summary>
/// <param name="Files">The lists, whose content is on disk already.</param>
/// <param name="Attachments">The files beside them.</param>
/// <param name="Contents">Size of each content by its hash; what an earlier run brought need not stand here.</param>
/// <param name="Profiles">Ids of the profiles to apply.</param>
public sealed record RunInputs(IReadOnlyList<RunFile> Files, IReadOnlyList<RunAttachment> Attachments,
    IReadOnlyDictionary<string, long> Contents, IReadOnlyList<string> Profiles)
{
    /// <summary>The key under which a program sent it; null = none.</summary>
    public IdempotencyKey? Key { get; init; }

    /// <summary>The addresses to call when it has ended.</summary>
    public IReadOnlyList<string> Callbacks { get; init; } = [];
}

/// <summary>What is kept of a result for lists and comparisons; the reports themselves lie on disk.</summary>
public sealed record RunResult
{
    /// <summary>The exit code that the command would give.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public required string Answer { get; init; }

    /// <summary>Item lines read.</summary>
    public required int Lines { get; init; }

    /// <summary>Lines that violate, under the regime that the gate looks at.</summary>
    public int Violation { get; init; }

    /// <summary>Lines that are suspect.</summary>
    public int Suspect { get; init; }

    /// <summary>Lines that cannot be decided yet.</summary>
    public int OpenLines { get; init; }

    /// <summary>Lines under an exception.</summary>
    public int Exempt { get; init; }

    /// <summary>Lines with every restricted stage on file.</summary>
    public int Pass { get; init; }

    /// <summary>Lines without covered material.</summary>
    public int NotCovered { get; init; }

    /// <summary>Sheets that were refused because two columns claim one field.</summary>
    public int Ties { get; init; }

    /// <summary>Skipped rows and sheets that name a covered material or a part that may contain one; they are in no count above.</summary>
    public int Unaccounted { get; init; }
}

/// <summary>A finding as it is kept for comparisons.</summary>
public sealed record StoredFinding
{
    /// <summary>Stable id of the finding.</summary>
    public required string FindingId { get; init; }

    /// <summary>The verdict's word.</summary>
    public required string Verdict { get; init; }

    /// <summary>Part number.</summary>
    public required string PartNumber { get; init; }

    /// <summary>The sentence.</summary>
    public required string Message { get; init; }
}

/// <summary>An action as it is kept for deadlines.</summary>
public sealed record StoredAction
{
    /// <summary>The run that asks for it.</summary>
    public string RunId { get; init; } = "";

    /// <summary>Stable id of the action.</summary>
    public required string ActionId { get; init; }

    /// <summary>What to do.</summary>
    public required string Title { get; init; }

    /// <summary>The supplier; null = none.</summary>
    public string? Supplier { get; init; }

    /// <summary>Latest start, ISO.</summary>
    public required string StartBy { get; init; }

    /// <summary>Day by which it must be finished, ISO.</summary>
    public required string DueBy { get; init; }

    /// <summary>1 = only needed when the first way out fails.</summary>
    public int IsFallback { get; init; }
}

/// <summary>A mapping profile that a user saved.</summary>
public sealed record StoredProfile
{
    /// <summary>Unguessable id.</summary>
    public required string Id { get; init; }

    /// <summary>The user's name for it.</summary>
    public required string Name { get; init; }

    /// <summary>The profile as JSON.</summary>
    public required string Json { get; init; }

    /// <summary>When it was saved, UTC.</summary>
    public required string CreatedAt { get; init; }
}
