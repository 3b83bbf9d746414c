namespace SourcingCompliance.Server;

/// <summary>A folder of its own for one test, removed with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const int Attempts = 20;

    public string Path { get; } = Directory.CreateTempSubdirectory("sourcing-server-test-").FullName;

    public void Dispose()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (attempt < Attempts)
            {
                // A server that was stopped may put away a last file while the folder is being emptied.
                Thread.Sleep(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
