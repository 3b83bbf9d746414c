using System.Formats.Tar;

namespace SourcingCompliance.Formats.Files;

/// <summary>
/// Opens the files that users name, and refuses named pipes, sockets and devices: opening a pipe waits until another program writes to it, and a device may
/// never end.
/// </summary>
public static class OrdinaryFile
{
    private const string NotOrdinary = "it is a pipe, a socket or a device and not an ordinary file";
    private static readonly string[] SystemFolders = ["/dev/", "/proc/", "/sys/"];

    /// <summary>The whole content of a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="IOException">The file does not exist, cannot be read, or is not an ordinary file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read, or is a folder.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        ThrowIfSpecial(path);
        return File.ReadAllBytes(path);
    }

    /// <summary>Opens a file for reading; other programs may go on writing to it and may delete it.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="IOException">The file does not exist, cannot be read, or is not an ordinary file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read, or is a folder.</exception>
    public static FileStream OpenRead(string path)
    {
        ThrowIfSpecial(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>Whether a path leads to a pipe, a socket or a device. False when nothing is there or it cannot be looked at: opening it says why.</summary>
    /// <param name="path">Path of the file.</param>
    public static bool IsSpecial(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            return IsSpecial(path, GetRealPath(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a path leads to a pipe, a socket or a device.</summary>
    /// <param name="path">Path of an existing file.</param>
    /// <param name="realPath">The same path without any link in it.</param>
    /// <exception cref="IOException">The file cannot be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be looked at.</exception>
    public static bool IsSpecial(string path, string realPath)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(realPath);
        return IsInSystemFolder(realPath) || HasSpecialType(new FileInfo(path));
    }

    /// <summary>The full path without any link in it; a link that leads nowhere or in a circle stays.</summary>
    /// <param name="path">Path of a file or folder.</param>
    public static string GetRealPath(string path)
    {
        string full = Path.GetFullPath(path);
        string root = Path.GetPathRoot(full) ?? "/";
        string real = root;
        foreach (string part in full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(real, part);
            try
            {
                real = new FileInfo(next).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                real = next;
            }
        }

        return real;
    }

    /// <summary>The exception for a pipe, a socket or a device.</summary>
    internal static IOException CreateRefusal() => new(NotOrdinary);

    /// <summary>Whether a path without any link in it is of a folder that the system makes up.</summary>
    internal static bool IsInSystemFolder(string realPath) =>
        Array.Exists(SystemFolders, folder => realPath.Replace('\\', '/').StartsWith(folder, StringComparison.Ordinal));

    private static void ThrowIfSpecial(string path)
    {
        if (IsSpecial(path))
        {
            throw CreateRefusal();
        }
    }

    /// <summary>Whether a file, or what it links to, is a pipe, a socket or a device.</summary>
    internal static bool HasSpecialType(FileInfo file)
    {
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
            // A socket has no place in an archive; an ordinary file that may not be read is reported when it is opened.
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
