using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Exchange;

/// <summary>The files of a bundle in a folder of their own, removed when it is disposed of.</summary>
internal sealed class StagedBundle : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sourcing-bundle-").FullName;

    /// <summary>Puts the files there.</summary>
    public StagedBundle(SortedDictionary<string, byte[]> files)
    {
        foreach ((string name, byte[] content) in files.Where(file => !file.Key.StartsWith(BundleFiles.Rules, StringComparison.Ordinal)))
        {
            string path = Path.Combine(_folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _folder);
            File.WriteAllBytes(path, content);
        }

        Job = BundleJob.Read(files, _folder) ?? new CheckJob { Paths = [], AsOf = new DateOnly(1900, 1, 1) };
    }

    /// <summary>The check over them.</summary>
    public CheckJob Job { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
