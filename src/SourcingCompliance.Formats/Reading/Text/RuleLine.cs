using System.Buffers;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>Lines that are drawn: <c>|---|:--:|</c> in Markdown, <c>+-----+</c>, <c>=====</c> below a printed header. They say nothing.</summary>
internal static class RuleLine
{
    private static readonly SearchValues<char> Drawn =
        SearchValues.Create("-=+:_*~|. \t\u2013\u2014\u2500\u2501\u2550\u253C\u2502\u2503\u2551\u250C\u2510\u2514\u2518"
        + "\u251C\u2524\u252C\u2534\u250F\u2513\u2517\u251B\u2523\u252B\u2533\u253B\u254B\u2554\u2557\u255A\u255D\u2560\u2563\u2566\u2569\u256C\u255E\u2561\u256A\u2564"
        + "\u2567\u2565\u2568\u255F\u2562\u256B\u2552\u2555\u2558\u255B\u2553\u2556\u2559\u255C\u2520\u2528\u2521\u2529\u2547\u2548\u253F\u2542\u256D\u256E\u256F\u2570");

    /// <summary>Whether a text consists of nothing but drawn lines.</summary>
    /// <param name="text">The text; not empty.</param>
    public static bool IsRule(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Drawn) && text.ContainsAnyExcept(". \t");

    /// <summary>Whether every filled cell of a row consists of nothing but drawn lines, and at least one cell is filled.</summary>
    public static bool IsRule(BomRow row)
    {
        bool isRule = false;
        for (int column = 1; column <= row.Width; column++)
        {
            ReadOnlySpan<char> text = row.TrimmedAt(column);
            if (!text.IsEmpty && !IsRule(text))
            {
                return false;
            }

            isRule |= !text.IsEmpty;
        }

        return isRule;
    }
}
