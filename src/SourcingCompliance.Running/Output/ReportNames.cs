using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Running.Files;

namespace SourcingCompliance.Running.Output;

/// <summary>
/// What the reports of lists are called: the path of the list from the current folder, without its extension. A list outside the current folder
/// goes by its path from the folder that the named paths have in common. No name depends on which other lists a run checks.
/// </summary>
internal static class ReportNames
{
    /// <summary>What reports over a whole run are called.</summary>
    public const string OfRun = "sourcing-report";

    /// <summary>What the overview over several lists is called.</summary>
    public const string OfOverview = "index";

    private const int HashDigits = 8;

    /// <summary>The names, each below the report folder, with forward slashes and without suffix: <c>A/bom</c>.</summary>
    /// <param name="lists">The lists.</param>
    /// <param name="named">The paths of the command line, for lists outside the current folder.</param>
    /// <param name="suffixes">What the names of reports end with; two lists whose reports would share a name with one of them get other names.</param>
    public static IReadOnlyList<string> Get(IReadOnlyList<CheckInput> lists, IEnumerable<string> named, IReadOnlyCollection<string> suffixes)
    {
        string here = Path.GetFullPath(".");
        string elsewhere = CommonFolder([.. named.Select(path => GetFolder(Path.GetFullPath(path))).Where(folder => Below(here, folder) is null)]);
        var siblings = new Dictionary<string, ILookup<string, string>>(StringComparer.Ordinal);
        string[] names = [.. lists.Select(list => GetName(list, here, elsewhere, siblings))];
        return WithoutClashes(names, lists, suffixes);
    }

    /// <summary>The folder that a path of the command line stands for: a folder itself, that of a file, the fixed beginning of a pattern.</summary>
    /// <param name="full">The full path.</param>
    public static string GetFolder(string full)
    {
        string folder = full;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            folder = above;
        }

        return folder;
    }

    /// <summary>The path of a file or folder from a folder, with forward slashes; null when it does not lie there.</summary>
    public static string? Below(string folder, string path)
    {
        string relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) ? null : relative;
    }

    /// <summary>The innermost folder that contains all of these; an empty string for none.</summary>
    public static string CommonFolder(IReadOnlyList<string> folders)
    {
        string? common = folders.Count == 0 ? "" : folders[0];
        while (common is { Length: > 0 } && folders.Any(folder => Below(common, folder) is null))
        {
            common = Path.GetDirectoryName(common);
        }

        return common ?? "";
    }

    private static string GetName(CheckInput list, string here, string elsewhere, Dictionary<string, ILookup<string, string>> siblings)
    {
        // What came through standard input has a name of its own and no place on this disk.
        bool isPath = list.Name == list.Path.Replace('\\', '/');
        string full = Path.GetFullPath(list.Path);
        string path = !isPath ? list.Name : Below(here, full) ?? (elsewhere.Length > 0 ? Below(elsewhere, full) : null) ?? Path.GetFileName(full);
        string stem = path[..^Path.GetExtension(path).Length];
        bool isPlain = IsPlain(path) && stem is not (OfRun or OfOverview) && !(isPath && HasSibling(full, siblings));
        return isPlain ? stem : path;
    }

    // Lists that share a name but for the extension keep it, and so do texts: whether a notes.txt is a list is not to be seen by its name.
    private static bool IsPlain(string path) => Path.GetExtension(path).Length == 0
        || DocumentKinds.Shipped.Detect(Path.GetFileName(path)).Kind == DocumentKind.List;

    private static bool HasSibling(string full, Dictionary<string, ILookup<string, string>> siblings)
    {
        string folder = Path.GetDirectoryName(full) ?? "";
        if (!siblings.TryGetValue(folder, out ILookup<string, string>? stems))
        {
            siblings[folder] = stems = GetFiles(folder).Where(IsPlain)
                .ToLookup(name => Path.GetFileNameWithoutExtension(name), name => name, StringComparer.OrdinalIgnoreCase);
        }

        return stems[Path.GetFileNameWithoutExtension(full)].Any(name => name != Path.GetFileName(full));
    }

    private static string[] GetFiles(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(name => !LockFiles.IsLockFile(name))];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Names that differ in nothing but case, or that the suffix of a format makes the same, get a few digits of the hash of their path.
    private static string[] WithoutClashes(string[] names, IReadOnlyList<CheckInput> lists, IReadOnlyCollection<string> suffixes)
    {
        var owners = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var clashing = new HashSet<int>();
        for (int at = 0; at < names.Length; at++)
        {
            foreach (string suffix in suffixes)
            {
                if (!owners.TryAdd(names[at] + suffix, at))
                {
                    clashing.Add(at);
                    clashing.Add(owners[names[at] + suffix]);
                }
            }
        }

        return [.. names.Select((name, at) => clashing.Contains(at) ? $"{name}.{ComputeHash(lists[at])}" : name)];
    }

    private static string ComputeHash(CheckInput list) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list.Name)))[..HashDigits];
}
