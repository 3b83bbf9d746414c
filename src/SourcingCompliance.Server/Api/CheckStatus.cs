using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Api;

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

    /// <summary>Item lines read so far, while it runs.</summary>
    public int LinesRead { get; init; }

    /// <summary>Names and hashes of its files.</summary>
    public required IReadOnlyList<RunFile> Files { get; init; }

    /// <summary>The result; null while there is none.</summary>
    public RunResult? Result { get; init; }

    /// <summary>Diagnostic id of what went wrong; null = nothing.</summary>
    public string? ProblemId { get; init; }

    /// <summary>What went wrong; null = nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Where the reports are, by format; empty while there is no result.</summary>
    public IReadOnlyDictionary<string, string> Reports { get; init; } = new Dictionary<string, string>();
}
