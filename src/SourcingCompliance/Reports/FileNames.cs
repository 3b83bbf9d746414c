namespace SourcingCompliance.Reports;

/// <summary>
/// What the files of a report are called where a whole path would be too long: the name, with as many folders before it as it takes to tell
/// it from the others. A folder of projects is full of files that are all called <c>bom.csv</c>.
/// </summary>
public sealed class FileNames
{
    private readonly Dictionary<string, string> _names;

    /// <summary>Names files.</summary>
    /// <param name="paths">Their paths, with forward slashes.</param>
    public FileNames(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] left = [.. paths.Distinct(StringComparer.Ordinal)];
        for (int segments = 1; left.Length > 0; segments++)
        {
            var groups = left.GroupBy(path => GetEnd(path, segments), StringComparer.Ordinal).ToArray();
            foreach (IGrouping<string, string> group in groups)
            {
                foreach (string path in group.Where(path => group.Count() == 1 || path.Length == group.Key.Length))
                {
                    names[path] = group.Key;
                }
            }

            left = [.. left.Where(path => !names.ContainsKey(path))];
        }

        _names = names;
    }

    /// <summary>What a file is called; the name without folder for a path that is not one of them.</summary>
    public string Get(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _names.GetValueOrDefault(path) ?? GetEnd(path, 1);
    }

    // The last segments of a path; all of it when it has no more.
    private static string GetEnd(string path, int segments)
    {
        int at = path.Length;
        for (int count = 0; count < segments && at > 0; count++)
        {
            at = path.LastIndexOf('/', at - 1);
        }

        // A diagnostic of the whole run has the place of no file.
        return at < 0 || path.Length == 0 ? path : path[(at + 1)..];
    }
}
