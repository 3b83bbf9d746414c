namespace SourcingCompliance.Formats.Files;

/// <summary>Why a file cannot be opened, in words that are the same on every machine: what the system says names the folder in which it lies.</summary>
public static class FileTrouble
{
    /// <summary>The words for a failure, without a full stop.</summary>
    /// <param name="failure">What was thrown when the file was opened or read.</param>
    public static string GetWords(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure switch
        {
            FileNotFoundException or DirectoryNotFoundException => "the file does not exist",
            UnauthorizedAccessException => "access to it is denied",
            PathTooLongException => "its path is too long",
            _ => failure.Message.TrimEnd('.'),
        };
    }
}
