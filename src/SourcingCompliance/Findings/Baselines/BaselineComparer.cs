namespace SourcingCompliance.Findings.Baselines;

/// <summary>Compares the findings of a check with a baseline.</summary>
public sealed class BaselineComparer
{
    private readonly Baseline _baseline;
    private readonly Func<string, string> _relativePath;
    private readonly Dictionary<BaselineKey, BaselineEntry> _left;
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private readonly int[] _counts = new int[Enum.GetValues<BaselineState>().Length];

    /// <summary>A comparer for one check.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="relativePath">The path of a list from the folder of the baseline, with forward slashes.</param>
    public BaselineComparer(Baseline baseline, Func<string, string> relativePath)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(relativePath);
        _baseline = baseline;
        _relativePath = relativePath;
        _left = baseline.Entries.ToDictionary(entry => entry.Key);
    }

    /// <summary>The file with the state of each of its findings.</summary>
    public FileReport Mark(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string path = _relativePath(file.Path);
        _checked.Add(path);
        var states = new Dictionary<Finding, BaselineState>(ReferenceEqualityComparer.Instance);
        foreach ((Finding finding, BaselineEntry entry) in BaselineEntries.Get(file, path))
        {
            BaselineState state = !_left.Remove(entry.Key, out BaselineEntry? known) ? BaselineState.New
                : known.Verdict == entry.Verdict && known.State == entry.State ? BaselineState.Unchanged
                : BaselineState.Updated;
            states[finding] = state;
            _counts[(int)state]++;
        }

        return file with { Findings = [.. file.Findings.Select(finding => finding with { Baseline = states[finding] })] };
    }

    /// <summary>The counts. Call it when every file has been marked. What the baseline knows of files that were not checked is not absent.</summary>
    public BaselineReport Report() => new(
        _baseline.Path, _baseline.AsOf, _counts[(int)BaselineState.New], _counts[(int)BaselineState.Unchanged], _counts[(int)BaselineState.Updated],
        BaselineEntries.Sorted(_left.Values.Where(entry => _checked.Contains(entry.Key.File))));
}
