using System.Reflection;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Files;

/// <summary>Brings rules folders into memory: the shipped one out of this assembly, a user's own from disk.</summary>
public static class RuleFolders
{
    private const string ResourcePrefix = "rules/";

    /// <summary>The rules that ship with the program, embedded so that a single-file build needs no folder beside it.</summary>
    public static RuleFolder Shipped()
    {
        Assembly assembly = typeof(RuleFolders).Assembly;
        return new RuleFolder("shipped rules", assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(name => KeyValuePair.Create(name[ResourcePrefix.Length..].Replace('\\', '/'), ReadResource(assembly, name))));
    }

    /// <summary>A rules folder on disk: every <c>.json</c> and <c>.md</c> file below it.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <exception cref="IOException">The folder or a file in it cannot be read, or is a pipe, a socket or a device.</exception>
    public static RuleFolder FromDisk(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new RuleFolder(folder, FilesBelow(folder, OrdinaryFile.GetRealPath(folder))
            .Where(path => path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".md", StringComparison.Ordinal))
            .Select(path => ReadFile(path, Path.GetRelativePath(folder, path).Replace('\\', '/'))));
    }

    private static KeyValuePair<string, ReadOnlyMemory<byte>> ReadFile(string path, string name)
    {
        try
        {
            return KeyValuePair.Create(name, (ReadOnlyMemory<byte>)OrdinaryFile.ReadAllBytes(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{name}': {FileTrouble.GetWords(problem)}", problem);
        }
    }

    // Without the folders to which a link leads back from below: their files would come again under ever longer paths.
    private static IEnumerable<string> FilesBelow(string folder, string realFolder) => Directory.EnumerateFiles(folder).Concat(
        from below in Directory.EnumerateDirectories(folder)
        let real = OrdinaryFile.GetRealPath(below)
        where !(realFolder + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(real)
            + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        from path in FilesBelow(below, real)
        select path);

    /// <summary>The shipped rules, then a user's own folders; one that is not there is told (SC9004).</summary>
    /// <param name="own">Paths of the user's folders.</param>
    /// <param name="diagnostics">Told of folders that are not there.</param>
    public static IReadOnlyList<RuleFolder> WithOwn(IEnumerable<string> own, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return [Shipped(), .. own.Select(path => TryFromDisk(path, diagnostics)).OfType<RuleFolder>()];
    }

    /// <summary>A rules folder on disk; null, and SC9004, when there is none or it cannot be read.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="diagnostics">Receives the error.</param>
    public static RuleFolder? TryFromDisk(string folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (!Directory.Exists(folder))
        {
            diagnostics.Error(DiagnosticIds.RuleFolderNotFound, CellRef.ForFile(folder), "The folder of rules does not exist.", "Check the path.");
            return null;
        }

        try
        {
            return FromDisk(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(DiagnosticIds.RuleFolderNotFound, CellRef.ForFile(folder),
                $"The folder of rules cannot be read: {FileTrouble.GetWords(problem)}.", "Check its files and their permissions.");
            return null;
        }
    }

    private static ReadOnlyMemory<byte> ReadResource(Assembly assembly, string name)
    {
        using Stream? stream = assembly.GetManifestResourceStream(name);
        return stream is null ? ReadOnlyMemory<byte>.Empty : ResourceMemory.Get(stream);
    }
}
