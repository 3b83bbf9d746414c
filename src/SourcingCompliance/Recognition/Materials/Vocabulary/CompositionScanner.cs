namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// Reads alloy compositions (<c>90W-7Ni-3Fe</c>, <c>W80Cu20</c>, <c>97.5Ta-2.5W</c>, <c>CuW 90/10</c>) and densities (<c>17 g/cc</c>),
/// and says on which side of the limits of 252.225-7052(a) they lie: heavy alloy has at least 90 percent tungsten and 16.5 g/cm3.
/// </summary>
internal static partial class CompositionScanner
{
    private const double LeastTungstenPercent = 90;
    private const double LeastDensity = 16.5;
    private const int MostElements = 8;

    /// <summary>Every composition holds one of these, every density a slash.</summary>
    public static readonly AsciiSet Leading = AsciiSet.From("wt/");

    private static readonly string[] Symbols = ["ni", "fe", "cu", "co", "mn", "mo", "ta", "nb", "ag", "cr", "hf", "re", "zr", "ti", "w"];

    /// <summary>Adds a hit for every composition and density in a folded text.</summary>
    public static void Find(ReadOnlySpan<char> text, ReadOnlySpan<char> original, ReadOnlySpan<int> origins, CompiledVocabulary vocabulary, List<WordHit> hits)
    {
        FindDensity(text, vocabulary, hits);
        if (text.IndexOfAny('w', 't') < 0)
        {
            return;
        }

        CharacterKind before = CharacterKind.Other;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            CharacterKind kind = TextFolding.GetKind(c);
            bool starts = before is CharacterKind.Other or CharacterKind.Ideograph && kind is CharacterKind.Letter or CharacterKind.Digit;
            before = kind;
            if (starts && (kind == CharacterKind.Digit || c is 'w' or 't' or 'c' or 'n' or 'f' or 'a' or 'm'))
            {
                int end = ReadAlloy(text, i, original, origins, vocabulary, hits);
                if (end > i)
                {
                    i = end - 1;
                    before = TextFolding.GetKind(text[i]);
                }
            }
        }
    }

    private static int ReadAlloy(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> original,
        ReadOnlySpan<int> origins, CompiledVocabulary vocabulary, List<WordHit> hits)
    {
        Span<int> elements = stackalloc int[MostElements];
        Span<double> percents = stackalloc double[MostElements];
        int count = 0;
        int at = start;
        int end = start;
        bool? figureFirst = null;
        while (count < MostElements)
        {
            double before = ReadFigure(text, ref at);
            if (!double.IsNaN(before))
            {
                if (figureFirst == false)
                {
                    break;
                }

                figureFirst = true;
                at += at < text.Length && text[at] == '%' ? 1 : 0;
                at += at < text.Length && text[at] == ' ' ? 1 : 0;
            }

            int symbol = ReadSymbol(text, ref at);
            if (symbol < 0)
            {
                break;
            }

            double after = double.NaN;
            if (figureFirst != true)
            {
                after = ReadFigure(text, ref at);
                figureFirst = double.IsNaN(after) ? figureFirst : false;
            }

            elements[count] = symbol;
            percents[count++] = double.IsNaN(before) ? after : before;
            end = at;
            if (at < text.Length && text[at] is ' ' or '/')
            {
                at++;
            }
        }

        bool bounded = end == text.Length || TextFolding.GetKind(text[end]) is CharacterKind.Other or CharacterKind.Ideograph;
        if (count < 2 || !bounded)
        {
            return start;
        }

        bool isJoined = original[origins[start]..(origins[end - 1] + 1)].IndexOf(' ') < 0;
        end = ReadRatio(text, end, elements, percents, count);
        ShiftTrailingFigure(percents, count, elements);
        if (Judge(elements[..count], percents[..count], isJoined, vocabulary) is Idea idea)
        {
            hits.Add(new WordHit(idea.Index, start, end, IsStem: false));
        }

        return end;
    }

    private static Idea? Judge(ReadOnlySpan<int> elements, ReadOnlySpan<double> percents, bool isJoined, CompiledVocabulary vocabulary)
    {
        double tungsten = GetPercent("w", elements, percents);
        double tantalum = GetPercent("ta", elements, percents);
        int matrix = 0;
        foreach (int element in elements)
        {
            matrix += Symbols[element] is "ni" or "fe" or "cu" or "co" or "mn" or "mo" ? 1 : 0;
        }

        if (tantalum >= 50 && isJoined)
        {
            return vocabulary.TantalumComposition;
        }

        bool isAlloy = matrix >= 2 || (matrix == 1 && isJoined && elements.Length == 2 && HasElement("cu", elements));
        if (tungsten < 0 || !isAlloy)
        {
            return null;
        }

        if (double.IsNaN(tungsten))
        {
            // Named without figures: W-Ni-Fe and W-Ni-Cu are the trade's names of heavy alloy; W-Cu alone is contact material.
            return matrix >= 2 ? vocabulary.HeavyComposition : vocabulary.LightComposition;
        }

        return tungsten >= LeastTungstenPercent ? vocabulary.HeavyComposition : tungsten >= 50 ? vocabulary.LightComposition : null;
    }

    private static bool HasElement(string symbol, ReadOnlySpan<int> elements)
    {
        foreach (int element in elements)
        {
            if (Symbols[element] == symbol)
            {
                return true;
            }
        }

        return false;
    }

    // The stated percentage, else what the others leave; NaN when nothing is stated, -1 when the element is absent.
    private static double GetPercent(string symbol, ReadOnlySpan<int> elements, ReadOnlySpan<double> percents)
    {
        double others = 0;
        bool found = false;
        for (int i = 0; i < elements.Length; i++)
        {
            if (Symbols[elements[i]] == symbol)
            {
                found = true;
                if (!double.IsNaN(percents[i]))
                {
                    return percents[i];
                }
            }
            else if (!double.IsNaN(percents[i]))
            {
                others += percents[i];
            }
        }

        return !found ? -1 : others > 0 ? 100 - others : double.NaN;
    }

    // "Ta10W" means tantalum with 10 percent tungsten, "W90Cu" tungsten with 90.
    private static void ShiftTrailingFigure(Span<double> percents, int count, ReadOnlySpan<int> elements)
    {
        if (count == 2 && percents[0] < 50 && double.IsNaN(percents[1]) && elements[0] != elements[1])
        {
            percents[1] = percents[0];
            percents[0] = double.NaN;
        }
    }
}
