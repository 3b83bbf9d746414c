using System.Reflection;
using SourcingCompliance.Rules;

namespace SourcingCompliance.Formats.Rules;

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
    /// <exception cref="IOException">The folder or a file in it cannot be read.</exception>
    public static RuleFolder FromDisk(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new RuleFolder(folder, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".md", StringComparison.Ordinal))
            .Select(path => KeyValuePair.Create(
                Path.GetRelativePath(folder, path).Replace('\\', '/'), (ReadOnlyMemory<byte>)File.ReadAllBytes(path))));
    }

    private static ReadOnlyMemory<byte> ReadResource(Assembly assembly, string name)
    {
        using Stream? stream = assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
