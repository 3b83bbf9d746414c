namespace SourcingCompliance.Running.Files;

/// <summary>Writes files that appear whole or not at all, whatever interrupts.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file. Until it is whole it has a name that no other file has, so that none is overwritten on the way.</summary>
    /// <param name="path">Where it shall appear.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string partial = Path.Combine(Path.GetDirectoryName(path) ?? "", $".{Path.GetRandomFileName()}.partial");
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
        }
    }
}
