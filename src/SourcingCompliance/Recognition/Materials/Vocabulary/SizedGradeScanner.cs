namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// Tells whether a text holds nothing but a magnet grade, a size and words for shape and finish: <c>N52 12x5x3mm</c>,
/// <c>N50 1/2 x 1/8 x 1/16in</c>, <c>N35 D8x3</c>. Every other word (a thread, a pipe, a part's name) says that it may be no magnet.
/// </summary>
internal static class SizedGradeScanner
{
    private const int LeastFigures = 2;
    private const int MostFigures = 6;

    /// <summary>Whether the text holds the grade and a size of at least two figures, one of them with a sign of measure, and no more.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="grade">The grade in it.</param>
    /// <param name="hasMeasure">Whether the text as it stands shows a measure that folding took away: <c>12*5*3</c>.</param>
    /// <param name="knownWords">Words for shape and finish in it, which may stand beside.</param>
    public static bool HoldsOnlySize(ReadOnlySpan<char> text, ReadWord grade, bool hasMeasure, List<ReadWord> knownWords)
    {
        int figures = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (i >= grade.Start && i < grade.End)
            {
                i = grade.End - 1;
            }
            else if (knownWords.Find(word => word.Start == i) is ReadWord known)
            {
                i = known.End - 1;
            }
            else if (text[i] is >= '0' and <= '9' or '.')
            {
                i = EndOfFigure(text, i) - 1;
                figures++;
            }
            else if (TextFolding.GetKind(text[i]) != CharacterKind.Other)
            {
                int end = EndOfLetters(text, i);
                if (!IsMeasure(text[i..end]))
                {
                    return false;
                }

                hasMeasure = true;
                i = end - 1;
            }
            else if (text[i] is not (' ' or ','))
            {
                return false;
            }
        }

        return hasMeasure && figures is >= LeastFigures and <= MostFigures;
    }

    // A fraction is one figure: "1/16".
    private static int EndOfFigure(ReadOnlySpan<char> text, int at)
    {
        int end = at;
        while (end < text.Length && text[end] is (>= '0' and <= '9') or '.' or '/')
        {
            end++;
        }

        return end;
    }

    private static int EndOfLetters(ReadOnlySpan<char> text, int at)
    {
        int end = at;
        while (end < text.Length && TextFolding.GetKind(text[end]) is CharacterKind.Letter or CharacterKind.Ideograph)
        {
            end++;
        }

        return end;
    }

    // "x" between figures, a unit, or what a figure measures: diameter, thickness, height.
    private static bool IsMeasure(ReadOnlySpan<char> letters) => letters is "x" or "mm" or "mmx" or "cm" or "in" or "inx" or "inch" or "inches"
        or "d" or "o" or "φ" or "ø" or "od" or "id" or "h" or "thk";
}
