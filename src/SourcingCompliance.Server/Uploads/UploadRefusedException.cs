namespace SourcingCompliance.Server.Uploads;

/// <summary>An upload that is not accepted, with the answer that the sender gets.</summary>
public sealed class UploadRefusedException : Exception
{
    /// <summary>Creates the answer.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="id">Diagnostic id.</param>
    /// <param name="message">What is wrong and what to do.</param>
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

    /// <summary>What is wrong, by field; empty = not with a field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>What was received of the form; null = it was not read to its end.</summary>
    public UploadForm? Form { get; init; }

    /// <summary>Seconds after which another attempt makes sense; null = never.</summary>
    public int? RetryAfterSeconds { get; init; }
}
