using System.Collections.Immutable;

namespace SourcingCompliance.Primitives;

/// <summary>
/// The bytes of a rules folder (packs, reference vocabulary, schemas) by relative path, so that the core reads law as data without
/// reading files. Faces build it from the shipped rules and from the folders given with <c>--rules</c>.
/// </summary>
public sealed class RuleFolder
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _files;

    /// <summary>Holds a rules folder.</summary>
    /// <param name="name">What messages call the folder: <c>shipped rules</c>, or the path as given.</param>
    /// <param name="files">Content by path relative to the folder, with forward slashes (<c>reference/countries.json</c>).</param>
    public RuleFolder(string name, IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files)
    {
        Name = name;
        _files = new Dictionary<string, ReadOnlyMemory<byte>>(files, StringComparer.Ordinal);
        Paths = [.. _files.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>What messages call the folder.</summary>
    public string Name { get; }

    /// <summary>All paths in ordinal order.</summary>
    public ImmutableArray<string> Paths { get; }

    /// <summary>The content of one file; null when the folder has no such file.</summary>
    /// <param name="path">Path relative to the folder, with forward slashes.</param>
    public ReadOnlyMemory<byte>? Find(string path) =>
        // The cast matters: a bare null would turn into an empty memory by way of the conversion from arrays.
        _files.TryGetValue(path, out ReadOnlyMemory<byte> content) ? content : (ReadOnlyMemory<byte>?)null;

    /// <summary>The paths below a sub-folder, in ordinal order.</summary>
    /// <param name="folder">Relative folder with forward slashes and no slash at the end.</param>
    public IEnumerable<string> Below(string folder) => Paths.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal));
}
