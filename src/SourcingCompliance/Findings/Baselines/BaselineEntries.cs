using System.Collections.Immutable;

namespace SourcingCompliance.Findings.Baselines;

/// <summary>Makes baseline entries of findings.</summary>
internal static class BaselineEntries
{
    /// <summary>The entries of a file's findings, each with its finding, in document order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Its path from the folder of the baseline.</param>
    public static IEnumerable<(Finding Finding, BaselineEntry Entry)> Get(FileReport file, string path)
    {
        var ordinals = new Dictionary<BaselineKey, int>();
        // Findings stand worst first; a changed verdict must not exchange the ordinals of two that are otherwise alike.
        foreach (Finding finding in file.Findings.OrderBy(finding => SheetIndex(file, finding.Cell.Sheet)).ThenBy(finding => finding.Cell.Row))
        {
            var key = new BaselineKey(path, finding.Cell.Sheet, string.Join('/', finding.Path), finding.PartNumber, finding.Rule, finding.Material ?? "", 0);
            int ordinal = ordinals.GetValueOrDefault(key);
            ordinals[key] = ordinal + 1;
            yield return (finding, new BaselineEntry(key with { Ordinal = ordinal }, finding.Verdict, GetState(finding), finding.Message));
        }
    }

    /// <summary>The entries in the order in which files hold them.</summary>
    public static ImmutableArray<BaselineEntry> Sorted(IEnumerable<BaselineEntry> entries) =>
    [
        .. entries.OrderBy(entry => entry.Key.File, StringComparer.Ordinal).ThenBy(entry => entry.Key.Sheet, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.TreePath, StringComparer.Ordinal).ThenBy(entry => entry.Key.Part, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Rule, StringComparer.Ordinal).ThenBy(entry => entry.Key.Material, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Ordinal),
    ];

    private static int SheetIndex(FileReport file, string sheet)
    {
        for (int at = 0; at < file.Sheets.Length; at++)
        {
            if (file.Sheets[at].Name == sheet)
            {
                return at;
            }
        }

        return file.Sheets.Length;
    }

    private static string GetState(Finding finding) => string.Join(' ',
        new[] { string.Join('+', finding.Regimes), finding.Stage ?? "", finding.Element ?? "",
            string.Join('+', finding.Countries) }.Where(part => part.Length > 0));
}
