namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <content>How a word may end.</content>
internal sealed partial class WordTrie
{
    private void AddEndings(int node, ReadOnlySpan<char> text, int start, int at, List<WordHit> hits)
    {
        for (int ending = nodes[node].FirstEnding; ending > 0; ending = endings[ending - 1].Next)
        {
            AddIfBounded(endings[ending - 1], text, start, at, hits);
        }
    }

    // Whether a word whose last character is a letter or digit can end before a character of that kind.
    private static bool IsBounded(WordEnding ending, CharacterKind next) =>
        next is not (CharacterKind.Letter or CharacterKind.Digit) || ending.EndsInside || (ending.IsWord && next == CharacterKind.Digit);

    // How many characters the ending of a form has that stands there: "magnet" + "s"; 0 = none.
    private static int LengthOfForm(WordEnding ending, ReadOnlySpan<char> rest)
    {
        int length = 0;
        while (length < rest.Length && length <= WordForms.LongestEnding && TextFolding.GetKind(rest[length]) == CharacterKind.Letter)
        {
            length++;
        }

        bool isWhole = length == rest.Length || TextFolding.GetKind(rest[length]) is CharacterKind.Other or CharacterKind.Ideograph;
        return isWhole && WordForms.Has(ending.Forms, rest[..length]) ? length : 0;
    }

    private static void AddIfBounded(WordEnding ending, ReadOnlySpan<char> text, int start, int at, List<WordHit> hits)
    {
        int end = at;
        CharacterKind last = TextFolding.GetKind(text[at - 1]);
        if (at < text.Length && last is CharacterKind.Letter or CharacterKind.Digit)
        {
            if (!IsBounded(ending, TextFolding.GetKind(text[at])))
            {
                int form = ending.Forms == FormGroup.None ? 0 : LengthOfForm(ending, text[at..]);
                if (form > 0)
                {
                    hits.Add(new WordHit(ending.Idea, start, at + form, IsStem: false));
                }

                return;
            }

            while (ending.EndsInside && end < text.Length && end - at < LongestRest
                && TextFolding.GetKind(text[end]) is CharacterKind.Letter or CharacterKind.Digit)
            {
                end++;
            }
        }

        bool isStem = end > at || (ending.BeginsInside && start > 0 && TextFolding.GetKind(text[start - 1]) is CharacterKind.Letter or CharacterKind.Digit);
        if (isStem)
        {
            int first = Math.Max(start - LongestRest, 0);
            while (ending.BeginsInside && start > first && TextFolding.GetKind(text[start - 1]) is CharacterKind.Letter or CharacterKind.Digit)
            {
                start--;
            }
        }

        hits.Add(new WordHit(ending.Idea, start, end, isStem));
    }
}
