namespace SourcingCompliance.Cli;

/// <summary>A folder of its own for one test, removed with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sourcing-test-").FullName;

    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? Path);
        File.WriteAllText(path, text);
        return path;
    }

    public string Write(string name, byte[] content)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Replaces the first occurrence in a file; a text that is not there is a mistake of the test.</summary>
    public void Replace(string name, string old, string now)
    {
        string path = Of(name);
        string text = File.ReadAllText(path);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{name} does not hold {old}");
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), now, text.AsSpan(at + old.Length)));
    }

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The files below a folder, with forward slashes, without the program's own record.</summary>
    public string[] ReportsIn(string name) => !Directory.Exists(Of(name)) ? [] :
        [.. Directory.GetFiles(Of(name), "*", SearchOption.AllDirectories).Select(path => System.IO.Path.GetRelativePath(Of(name), path).Replace('\\', '/'))
            .Where(path => !path.StartsWith(".sourcing/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
