using System.Formats.Tar;

namespace SourcingCompliance.Formats.Checking.Folders;

/// <summary>Finds named pipes, sockets and devices, which must not be opened: opening a pipe waits until somebody writes to it.</summary>
internal static class SpecialFile
{
    /// <summary>Whether a path leads to something that is no ordinary file.</summary>
    /// <param name="path">Path of an existing file.</param>
    /// <exception cref="IOException">The file cannot be looked at.</exception>
    public static bool Is(string path)
    {
        var file = new FileInfo(path);
        FileSystemInfo target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        if (target is not FileInfo { Exists: true, Length: 0 } || OperatingSystem.IsWindows())
        {
            // Pipes, sockets and devices have no length.
            return false;
        }

        // The base library tells the type of a file to nothing but its archives: the type stands in the header that would be written.
        using var header = new TarHeaderStream();
        try
        {
            using var writer = new TarWriter(header, TarEntryFormat.Ustar, leaveOpen: true);
            writer.WriteEntry(target.FullName, "x");
        }
        catch (Exception problem) when (problem is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // A socket has no place in an archive; an ordinary file that may not be read is told of when it is opened.
            return problem is not UnauthorizedAccessException && header.Type is null;
        }

        return header.Type is not (null or (byte)'0' or 0);
    }

    private sealed class TarHeaderStream : MemoryStream
    {
        private const int TypePlace = 156;

        public byte? Type => Length > TypePlace ? GetBuffer()[TypePlace] : null;
    }
}
