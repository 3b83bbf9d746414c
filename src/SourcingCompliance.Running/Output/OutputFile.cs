using SourcingCompliance.Formats.Files;
using SourcingCompliance.Running.Files;

namespace SourcingCompliance.Running.Output;

/// <summary>Writes a single file that a user named. It appears whole or not at all.</summary>
public static class OutputFile
{
    /// <summary>Refuses a place where no file can be written, before any work is done for it. Nothing is written.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="OutputRefusedException">A folder or device stands there, or a file stands in the place of its folder.</exception>
    public static void Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (string.IsNullOrWhiteSpace(path) || Directory.Exists(path) || (File.Exists(path) && OrdinaryFile.IsSpecial(path)))
        {
            throw new OutputRefusedException($"'{path}' is {(Directory.Exists(path) ? "a folder" : "no ordinary file")}. Name the file to write.");
        }

        for (string? above = Path.GetDirectoryName(Path.GetFullPath(path)); above is not null && !Directory.Exists(above); above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                throw new OutputRefusedException($"'{path}' is below a file, not in a folder. Name another place.");
            }
        }
    }

    /// <summary>Writes the file, and creates its folder when there is none.</summary>
    /// <param name="path">Path of the file; what stands there is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="OutputRefusedException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        Check(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".");
            WholeFile.Write(path, write);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OutputRefusedException($"'{path}' cannot be written: {FileTrouble.GetWords(problem)}. Name another place.", problem);
        }
    }
}
