namespace SourcingCompliance.Server.Storage;

/// <summary>One address that is called when a run has ended.</summary>
public sealed record StoredCallback
{
    /// <summary>Still to be called.</summary>
    public const string Waiting = "waiting";

    /// <summary>Called, and it answered with success.</summary>
    public const string Delivered = "delivered";

    /// <summary>Called as often as it may be, without success.</summary>
    public const string GivenUp = "failed";

    /// <summary>Id of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>1-based place among the addresses of the run.</summary>
    public required int Position { get; init; }

    /// <summary>The address.</summary>
    public required string Url { get; init; }

    /// <summary>waiting, delivered, or failed.</summary>
    public required string State { get; init; }

    /// <summary>How often it was called.</summary>
    public int Attempts { get; init; }

    /// <summary>What went wrong the last time; null = nothing.</summary>
    public string? Problem { get; init; }
}
