using System.Collections.Concurrent;

namespace SourcingCompliance.Formats.Files;

/// <summary>
/// Reads many files below one folder as <see cref="OrdinaryFile"/> reads one: where the folders lead is found out once, not for each file. Safe for several
/// threads.
/// </summary>
public sealed class OrdinaryFolder
{
    private readonly ConcurrentDictionary<string, bool> _areOfSystem = new(StringComparer.Ordinal);

    /// <summary>The whole content of a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="IOException">The file does not exist, cannot be read, or is not an ordinary file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read, or is a folder.</exception>
    public byte[] ReadAllBytes(string path)
    {
        if (IsSpecial(path))
        {
            throw OrdinaryFile.CreateRefusal();
        }

        return File.ReadAllBytes(path);
    }

    /// <summary>Whether a path leads to a pipe, a socket or a device. False when nothing is there or it cannot be looked at: opening it says why.</summary>
    /// <param name="path">Path of the file.</param>
    public bool IsSpecial(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            var file = new FileInfo(path);
            return file.LinkTarget is not null ? OrdinaryFile.IsSpecial(path)
                : _areOfSystem.GetOrAdd(file.DirectoryName ?? "", folder => OrdinaryFile.IsInSystemFolder(OrdinaryFile.GetRealPath(folder) + "/"))
                    || OrdinaryFile.HasSpecialType(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
