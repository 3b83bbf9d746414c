namespace SourcingCompliance.Server.Storage;

/// <summary>Folders and files that only the user of the server may read: what customers sent is nobody else's on the machine.</summary>
public static class PrivateFiles
{
    /// <summary>Name of the file that a running server keeps open.</summary>
    internal const string LockName = "server.lock";

    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // What the server itself puts into its data folder, by name.
    private static readonly string[] Own = ["content", "incoming", "reports", "keys", "evidence", "requests", "store.db", "scheduler.db", LockName];

    /// <summary>Creates the data folder, or makes an existing one private.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="FormatException">The folder is open to others and cannot or must not be closed; the message says what to do.</exception>
    public static void PrepareDataFolder(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows() || !Directory.Exists(path))
            {
                CreateFolder(path);
                return;
            }

            bool isPrivate = (System.IO.File.GetUnixFileMode(path) & ~Folder) == 0;
            string[] names = [.. Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry))];
            // A folder that others use too is not closed to them: /tmp, a home folder.
            if (!isPrivate && names.Length > 0 && !names.Any(name => Own.Contains(name, StringComparer.Ordinal)))
            {
                throw new FormatException($"--data: {path} contains files that are not the server's and is open to other users. Name an empty or a new folder, "
                    + $"or take the permissions of others away (chmod 700).");
            }

            System.IO.File.SetUnixFileMode(path, Folder);
            foreach (string name in names.Where(IsOwn))
            {
                Close(Path.Combine(path, name));
            }
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new FormatException($"--data: {path} cannot be made a folder that only this user may read ({refused.Message}). Name "
                + $"another folder.", refused);
        }
    }

    /// <summary>Creates a folder, if it is not there.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Folder);
        }
    }

    /// <summary>Creates a file for writing; one of the name is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">Whether it may be there.</param>
    /// <param name="isAsync">Whether it is written asynchronously and without a buffer.</param>
    public static FileStream Create(string path, FileMode mode = FileMode.Create, bool isAsync = false)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (isAsync)
        {
            options.Options = FileOptions.Asynchronous;
            options.BufferSize = 0;
        }

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }

    /// <summary>Creates an empty file, if it is not there: SQLite gives the files beside a database the permissions of the database.</summary>
    public static void EnsureFile(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            using FileStream created = Create(path, FileMode.OpenOrCreate);
        }
    }

    /// <summary>Takes the permissions of others away from what another part of the program wrote.</summary>
    /// <param name="path">The file, or the folder with everything in it.</param>
    public static void MakePrivate(string path) => Close(path);

    private static bool IsOwn(string name) => Own.Any(own => name == own || name.StartsWith(own + "-", StringComparison.Ordinal));

    private static void Close(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (!Directory.Exists(path))
        {
            System.IO.File.SetUnixFileMode(path, File);
            return;
        }

        System.IO.File.SetUnixFileMode(path, Folder);
        foreach (string entry in Directory.EnumerateFileSystemEntries(path, "*", SearchOption.AllDirectories))
        {
            System.IO.File.SetUnixFileMode(entry, Directory.Exists(entry) ? Folder : File);
        }
    }
}
