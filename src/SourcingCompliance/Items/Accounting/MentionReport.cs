using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Items.Accounting;

/// <summary>Reports the mentions that lines do not carry: once for each column and text, with the first cell.</summary>
internal static class MentionReport
{
    /// <summary>Reports the mentions of the items of a sheet.</summary>
    /// <param name="items">The items.</param>
    /// <param name="books">Receives how many cells were reported, and those that only a line with a covered material makes a mention.</param>
    /// <param name="diagnostics">Receives SC9282 and SC9283.</param>
    public static void Write(IReadOnlyList<BomItem> items, SheetBooks books, DiagnosticBag diagnostics)
    {
        var seen = new Dictionary<(int Column, string Text, bool IsCountry), (CellMention First, int Others)>();
        var order = new List<(int Column, string Text, bool IsCountry)>();
        foreach (CellMention mention in items.SelectMany(item => item.Mentions))
        {
            books.Reported++;
            books.Mentions += mention.Materials.IsEmpty ? 1 : 0;
            (int, string, bool) key = (mention.Cell.Column, mention.Text, mention.Materials.IsEmpty);
            if (seen.TryGetValue(key, out (CellMention First, int Others) known))
            {
                seen[key] = (known.First, known.Others + 1);
                continue;
            }

            seen.Add(key, (mention, 0));
            order.Add(key);
        }

        foreach ((int Column, string Text, bool IsCountry) key in order)
        {
            Write(seen[key].First, seen[key].Others, diagnostics);
        }
    }

    private static void Write(CellMention mention, int others, DiagnosticBag diagnostics)
    {
        string quote = QuotedText.Quote(mention.Text);
        string column = mention.Header.Length == 0 ? "a column without a header" : $"the column '{mention.Header}'";
        string more = others == 0 ? "" : others == 1 ? " Another cell of the column has the same text."
            : FormattableString.Invariant($" {others} other cells of the column have the same text.");
        if (mention.Materials.IsEmpty)
        {
            diagnostics.Warn(
                DiagnosticIds.CountryNotAmongOrigins,
                mention.Cell,
                $"'{quote}' in {column} names a country that no origin of the line item states. The line item cannot pass until that is settled.{more}",
                "If it is an origin, put it into a column of origins (or name the column in a mapping profile). Otherwise say so in the same cell.");
            return;
        }

        diagnostics.Warn(
            DiagnosticIds.MentionNotOnLine,
            mention.Cell,
            $"'{quote}' in {column} names a covered material or a part that may contain one, and nothing else on the line does. The line item is open.{more}",
            "If the part contains the material, say so in its description or material. Otherwise say so in the same cell.");
    }
}
