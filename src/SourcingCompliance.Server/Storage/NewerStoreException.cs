namespace SourcingCompliance.Server.Storage;

/// <summary>The store was made by a newer version of the program.</summary>
public sealed class NewerStoreException : InvalidOperationException
{
    /// <summary>Holds the sentence for whoever starts the server.</summary>
    public NewerStoreException(string message)
        : base(message)
    {
    }
}
