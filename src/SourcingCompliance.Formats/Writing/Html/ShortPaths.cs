namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>Paths without the folder that all of them share, which is told once.</summary>
internal sealed class ShortPaths
{
    /// <summary>Finds what the paths share.</summary>
    /// <param name="paths">Paths with forward slashes.</param>
    public ShortPaths(IEnumerable<string> paths)
    {
        string[]? shared = null;
        foreach (string path in paths)
        {
            string[] folders = path.Split('/')[..^1];
            shared = shared is null ? folders : [.. shared.Zip(folders).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)];
        }

        Folder = string.Join('/', shared ?? []);
    }

    /// <summary>The folder that all paths share, without a slash at its end; empty = none.</summary>
    public string Folder { get; }

    /// <summary>A path below the folder.</summary>
    public string Get(string path) => Folder.Length > 0 && path.StartsWith(Folder + "/", StringComparison.Ordinal) ? path[(Folder.Length + 1)..] : path;
}
