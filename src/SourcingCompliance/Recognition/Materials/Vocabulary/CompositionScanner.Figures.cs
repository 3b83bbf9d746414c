namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <content>How figures, symbols, ratios and densities are read.</content>
internal static partial class CompositionScanner
{
    private static int ReadRatio(ReadOnlySpan<char> text, int end, ReadOnlySpan<int> elements, Span<double> percents, int count)
    {
        if (count != 2 || !double.IsNaN(percents[0]) || !double.IsNaN(percents[1]))
        {
            return end;
        }

        int at = end + (end < text.Length && text[end] == ' ' ? 1 : 0);
        double first = ReadFigure(text, ref at);
        if (double.IsNaN(first))
        {
            return end;
        }

        int afterFirst = at;
        if (at < text.Length && text[at] is '/' or ':' or ' ')
        {
            at++;
            double second = ReadFigure(text, ref at);
            if (first + second is > 98 and < 102)
            {
                // A ratio is written with the larger share for tungsten, whichever symbol stands first.
                int tungsten = Symbols[elements[0]] == "w" ? 0 : 1;
                percents[tungsten] = Math.Max(first, second);
                percents[1 - tungsten] = Math.Min(first, second);
                return at;
            }
        }

        percents[0] = first >= 50 ? first : double.NaN;
        return afterFirst;
    }

    private static double ReadFigure(ReadOnlySpan<char> text, ref int at)
    {
        int end = at;
        while (end < text.Length && (text[end] is >= '0' and <= '9' || (text[end] == '.' && end > at)))
        {
            end++;
        }

        if (end == at || end - at > 5 || !double.TryParse(text[at..end], System.Globalization.CultureInfo.InvariantCulture, out double figure) || figure > 100)
        {
            return double.NaN;
        }

        at = end;
        return figure;
    }

    private static int ReadSymbol(ReadOnlySpan<char> text, ref int at)
    {
        for (int i = 0; i < Symbols.Length; i++)
        {
            if (text[at..].StartsWith(Symbols[i], StringComparison.Ordinal))
            {
                at += Symbols[i].Length;
                return i;
            }
        }

        return -1;
    }

    private static void FindDensity(ReadOnlySpan<char> text, CompiledVocabulary vocabulary, List<WordHit> hits)
    {
        for (int unit = text.IndexOf("/c", StringComparison.Ordinal); unit > 1; unit = -1)
        {
            int gram = text[..unit].LastIndexOf('g');
            if (gram < 1 || unit - gram > 2)
            {
                return;
            }

            int end = text[gram - 1] == ' ' ? gram - 1 : gram;
            int start = end;
            while (start > 0 && text[start - 1] is (>= '0' and <= '9') or '.')
            {
                start--;
            }

            int at = start;
            double density = ReadFigure(text, ref at);
            if (density is > 10 and < 20)
            {
                Idea idea = density >= LeastDensity ? vocabulary.HeavyDensity : vocabulary.LightDensity;
                hits.Add(new WordHit(idea.Index, start, Math.Min(unit + 3, text.Length), IsStem: false));
            }
        }
    }
}
