namespace SourcingCompliance.Server.Uploads;

/// <summary>An upload that is not taken, with the answer that the sender gets.</summary>
public sealed class UploadRefusedException : Exception
{
    /// <summary>Holds the answer.</summary>
    public UploadRefusedException(int status, string id, string message)
        : base(message)
    {
        Status = status;
        Id = id;
    }

    /// <summary>HTTP status.</summary>
    public int Status { get; }

    /// <summary>Diagnostic id.</summary>
    public string Id { get; }

    /// <summary>Seconds after which another attempt makes sense; null = never.</summary>
    public int? RetryAfterSeconds { get; init; }
}
