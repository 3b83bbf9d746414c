namespace SourcingCompliance.Server.Storage;

/// <summary>A file that is removed when it is disposed.</summary>
/// <param name="Path">Where it lies.</param>
public sealed record TemporaryContent(string Path) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);
}
