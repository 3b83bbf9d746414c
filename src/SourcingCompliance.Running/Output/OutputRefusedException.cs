namespace SourcingCompliance.Running.Output;

/// <summary>What was asked to be written cannot be written there, or would destroy a file of somebody else. The message is one sentence for the user.</summary>
public sealed class OutputRefusedException : Exception
{
    /// <summary>A refusal without a reason; use the other constructors.</summary>
    public OutputRefusedException()
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">What was found, and what to do.</param>
    public OutputRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal by the file system.</summary>
    /// <param name="message">What was found, and what to do.</param>
    /// <param name="innerException">What the file system said.</param>
    public OutputRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
