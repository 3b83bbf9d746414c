using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Answers;

/// <summary>A line item whose verdict differs between two checks of one BOM.</summary>
/// <param name="Line">The line item, of the later check where it is listed there.</param>
/// <param name="Before">Its verdict before.</param>
/// <param name="After">Its verdict now.</param>
internal sealed record LineChange(LineRow Line, string Before, string After)
{
    private const string NotCovered = "notCovered";

    /// <summary>The line items that differ, in document order.</summary>
    /// <param name="before">The earlier check.</param>
    /// <param name="after">The later one.</param>
    public static IReadOnlyList<LineChange> Between(CheckView before, CheckView after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Dictionary<(string, string, int), LineRow> was = Index(before);
        Dictionary<(string, string, int), LineRow> isNow = Index(after);
        // A line item that is not listed has no covered material and no finding.
        return [.. was.Keys.Union(isNow.Keys)
            .Select(key => new LineChange(isNow.GetValueOrDefault(key) ?? was[key],
                was.GetValueOrDefault(key)?.Verdict ?? NotCovered, isNow.GetValueOrDefault(key)?.Verdict ?? NotCovered))
            .Where(change => change.Before != change.After)
            .OrderBy(change => change.Line.File, StringComparer.Ordinal).ThenBy(change => change.Line.Sheet, StringComparer.Ordinal)
            .ThenBy(change => change.Line.Row)];
    }

    private static Dictionary<(string, string, int), LineRow> Index(CheckView view) =>
        view.Lines.DistinctBy(line => (line.File, line.Sheet, line.Row)).ToDictionary(line => (line.File, line.Sheet, line.Row));
}
