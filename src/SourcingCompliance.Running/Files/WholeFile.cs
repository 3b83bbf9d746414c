using System.Collections.Concurrent;

namespace SourcingCompliance.Running.Files;

/// <summary>Writes files that appear whole or not at all, whatever interrupts.</summary>
internal static class WholeFile
{
    private static readonly ConcurrentDictionary<string, bool> Partial = new(StringComparer.Ordinal);

    /// <summary>Writes a file. Until it is whole it has a name that no other file has, so that none is overwritten on the way.</summary>
    /// <param name="path">Where it shall appear.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string partial = Path.Combine(Path.GetDirectoryName(path) ?? "", $".{Path.GetRandomFileName()}.partial");
        Partial[partial] = true;
        try
        {
            using (var output = new FileStream(partial, FileMode.CreateNew))
            {
                write(output);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
            Partial.TryRemove(partial, out _);
        }
    }

    /// <summary>Removes every file that is not whole, for a process that ends before its writers do.</summary>
    public static void RemovePartial()
    {
        foreach (string path in Partial.Keys)
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // A system that lets nobody delete an open file (Windows) keeps it; its name says that it is partial.
            }
        }
    }
}
