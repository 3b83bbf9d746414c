namespace SourcingCompliance.Running.Files;

/// <summary>What programs leave beside a list while they have it open.</summary>
internal static class LockFiles
{
    /// <summary>Whether a file is what Excel, LibreOffice or macOS leave next to an open file.</summary>
    public static bool IsLockFile(string path) => Path.GetFileName(path) is var name
        && (name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith("._", StringComparison.Ordinal)
            || name.StartsWith(".~lock", StringComparison.Ordinal));
}
