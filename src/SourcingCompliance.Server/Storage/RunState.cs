namespace SourcingCompliance.Server.Storage;

/// <summary>The states of a run as the store and the interface spell them.</summary>
public static class RunState
{
    /// <summary>Accepted and waiting.</summary>
    public const string Queued = "queued";

    /// <summary>Being checked.</summary>
    public const string Running = "running";

    /// <summary>Checked; its result is there.</summary>
    public const string Done = "done";

    /// <summary>Cancelled by the user.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Could not be checked; its problem says why.</summary>
    public const string Failed = "failed";

    /// <summary>Whether a run in the state changes no more.</summary>
    public static bool IsFinal(string state) => state is Done or Cancelled or Failed;
}
