using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Api;

/// <summary>One file of a check, and how far it has come.</summary>
public sealed record CheckedFile
{
    /// <summary>1-based place in the upload.</summary>
    public required int Position { get; init; }

    /// <summary>The user's name for it; never a path.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the content.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The state of the check, and while it runs that of the file: queued, running, done.</summary>
    public required string State { get; init; }

    /// <summary>Item lines read so far; null = not told: it has not begun, runs on another server, or the check is over.</summary>
    public int? LinesRead { get; init; }
}

/// <summary>A call when a check has ended.</summary>
public sealed record CallbackStatus
{
    /// <summary>Scheme, host, and port of the address; what follows may be a secret.</summary>
    public required string Host { get; init; }

    /// <summary>waiting, delivered, or failed.</summary>
    public required string State { get; init; }

    /// <summary>How often it was called.</summary>
    public int Attempts { get; init; }

    /// <summary>Diagnostic id when it was given up; null = it was not.</summary>
    public string? ProblemId { get; init; }

    /// <summary>What went wrong the last time; null = nothing.</summary>
    public string? Problem { get; init; }
}

/// <summary>What the interface tells of a check.</summary>
public sealed record CheckStatus
{
    /// <summary>Id of the check.</summary>
    public required string Id { get; init; }

    /// <summary>queued, running, done, cancelled or failed.</summary>
    public required string State { get; init; }

    /// <summary>When it was accepted, UTC.</summary>
    public required string ReceivedAt { get; init; }

    /// <summary>When it ended; null = not yet.</summary>
    public string? FinishedAt { get; init; }

    /// <summary>The day on which the check is made.</summary>
    public required string AsOf { get; init; }

    /// <summary>Id of the program that its BOMs belong to; null = none.</summary>
    public string? ProgramId { get; init; }

    /// <summary>Item lines read so far, while it runs.</summary>
    public int LinesRead { get; init; }

    /// <summary>Its files in the order of the upload.</summary>
    public required IReadOnlyList<CheckedFile> Files { get; init; }

    /// <summary>The files that came with them: contract, waivers, baseline, alternates.</summary>
    public IReadOnlyList<RunAttachment> Attachments { get; init; } = [];

    /// <summary>How often its check was begun; more than once when a server ended in it.</summary>
    public int Attempts { get; init; }

    /// <summary>The result; null while there is none.</summary>
    public RunResult? Result { get; init; }

    /// <summary>Diagnostic id of what went wrong; null = nothing.</summary>
    public string? ProblemId { get; init; }

    /// <summary>What went wrong; null = nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>The addresses that are called when it has ended, and what became of that.</summary>
    public IReadOnlyList<CallbackStatus> Callbacks { get; init; } = [];

    /// <summary>Where the reports are, by format; empty while there is no result.</summary>
    public IReadOnlyDictionary<string, string> Reports { get; init; } = new Dictionary<string, string>();
}
