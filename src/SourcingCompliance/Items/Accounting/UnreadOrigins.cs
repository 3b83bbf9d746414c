using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Items.Accounting;

/// <summary>
/// The texts of an origin or stage column that are not understood: each distinct one with its first cells and how many there are, so that a column
/// of unknown towns is reported in as many lines as it has towns.
/// </summary>
/// <param name="at">0-based place of the column among the mapped columns.</param>
/// <param name="scheme">The list that the column's codes come from.</param>
internal sealed class UnreadOrigins(int at, OriginCodeScheme scheme)
{
    private const int MostShown = 4;

    private readonly Dictionary<string, (int Order, int Cells, List<int> Lines)> _texts = new(StringComparer.Ordinal);

    /// <summary>Counts the text of a line when it is not understood.</summary>
    /// <param name="line">0-based index of the line.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="recognizer">Says what is understood.</param>
    public void Add(int line, PackedLines lines, LineRecognizer recognizer)
    {
        string text = lines.TextAt(line, at);
        if (recognizer.Understands(text, scheme))
        {
            return;
        }

        (int order, int cells, List<int> first) = _texts.GetValueOrDefault(text, (_texts.Count, 0, []));
        if (first.Count < MostShown)
        {
            first.Add(line);
        }

        _texts[text] = (order, cells + 1, first);
    }

    /// <summary>Reports each text once, in the order of their first cells.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="recognizer">Says what is wrong with a text.</param>
    /// <param name="diagnostics">Receives SC9303, SC9305 or SC9306.</param>
    public void Report(PackedLines lines, LineRecognizer recognizer, DiagnosticBag diagnostics)
    {
        foreach ((_, int cells, List<int> first) in _texts.Values.OrderBy(text => text.Order))
        {
            string others = string.Join(", ", first.Skip(1).Select(line => lines[line].GetCell(lines.GetMap(line).Columns[at]).Address));
            string more = cells == 1 ? ""
                : FormattableString.Invariant(
                    $" {(cells == 2 ? "Another cell of the column has" : $"{cells - 1} other cells of the column have")} the same text: {others}{(cells > first.Count ? " and more" : "")}.");
            recognizer.Warn(lines[first[0]], at, scheme, more, diagnostics);
        }
    }
}
