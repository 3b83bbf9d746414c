using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>
/// Texts that say the same of many lines but for the row of the cells that they quote: <c>cell L42</c> is written as <c>cell L{row}</c>. A text
/// that contains <c>{row}</c> itself has the brace doubled, so that the way back is exact.
/// </summary>
internal static class RowText
{
    /// <summary>What stands for the row.</summary>
    public const string Place = "{row}";

    /// <summary>The text without the row of a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line; null = nothing is replaced.</param>
    public static string Format(string text, LineReport? line)
    {
        string escaped = text.Contains(Place, StringComparison.Ordinal) ? text.Replace(Place, "{" + Place, StringComparison.Ordinal) : text;
        foreach (OriginStatement statement in line?.Origins ?? [])
        {
            if (statement.Cell.Row == line?.Row.Row && statement.Cell.Column > 0)
            {
                escaped = Replace(escaped, statement.Cell.Address, line.Row.Row);
            }
        }

        return escaped;
    }

    /// <summary>The address of a cell without the row of a line, where it stands in that row.</summary>
    public static string Format(CellRef cell, LineReport line) =>
        cell.Row != line.Row.Row || cell.Row == 0 ? Format(cell.Address, null) : cell.Column > 0 ? CellRef.GetLetters(cell.Column) + Place : "row " + Place;

    /// <summary>Whether a text contains the address of a cell in which the line states an origin.</summary>
    public static bool NamesCell(string text, LineReport line)
    {
        foreach (OriginStatement statement in line.Origins)
        {
            if (statement.Cell.Column > 0 && text.Contains(statement.Cell.Address, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text of a line.</summary>
    /// <param name="text">The text as <see cref="Format(string, LineReport?)"/> gives it.</param>
    /// <param name="row">The line's row.</param>
    public static string For(string text, int row)
    {
        int at = text.IndexOf(Place, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var whole = new System.Text.StringBuilder(text.Length);
        int from = 0;
        for (; at >= 0; at = text.IndexOf(Place, from, StringComparison.Ordinal))
        {
            bool isEscaped = at > from && text[at - 1] == '{';
            whole.Append(text, from, at - from);
            _ = isEscaped ? whole.Append(Place, 1, Place.Length - 1) : whole.Append(CultureInfo.InvariantCulture, $"{row}");
            from = at + Place.Length;
        }

        return whole.Append(text, from, text.Length - from).ToString();
    }

    // Only whole addresses: "L4" is not the beginning of "L42", nor the end of "AL4".
    private static string Replace(string text, string address, int row)
    {
        int from = 0;
        while (text.IndexOf(address, from, StringComparison.Ordinal) is >= 0 and int at)
        {
            int end = at + address.Length;
            bool isWhole = (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiDigit(text[end]));
            int digits = address.Length - row.ToString(CultureInfo.InvariantCulture).Length;
            text = isWhole ? string.Concat(text.AsSpan(0, at + digits), Place, text.AsSpan(end)) : text;
            from = isWhole ? at + digits + Place.Length : end;
        }

        return text;
    }
}
