namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Puts the long words that were meant in place of misspelt ones in a folded text. Used again for each text.</summary>
/// <param name="words">The words.</param>
internal sealed class MisspeltCorrection(MisspeltWords words)
{
    private readonly List<(int Start, int End, string Word)> _found = [];

    /// <summary>How many characters the corrected text has.</summary>
    public int Length { get; private set; }

    /// <summary>Whether a text holds a misspelt word.</summary>
    /// <param name="folded">The folded text.</param>
    public bool Find(ReadOnlySpan<char> folded)
    {
        _found.Clear();
        int start = 0;
        for (int at = 0; at <= folded.Length; at++)
        {
            if (at < folded.Length && char.IsAsciiLetterLower(folded[at]))
            {
                continue;
            }

            bool isWord = at - start >= MisspeltWords.LeastLetters && (at == folded.Length || TextFolding.GetKind(folded[at]) == CharacterKind.Other)
                && (start == 0 || TextFolding.GetKind(folded[start - 1]) == CharacterKind.Other);
            if (isWord && words.Find(folded[start..at]) is string word)
            {
                _found.Add((start, at, word));
            }

            start = at + 1;
        }

        return _found.Count > 0;
    }

    /// <summary>The text with the words that were meant, in the room that a text of its length needs, and the places that its characters come from.</summary>
    /// <param name="folded">The text in which <see cref="Find"/> found misspelt words.</param>
    /// <param name="origins">The places that its characters come from.</param>
    public (char[] Folded, int[] Origins) Correct(ReadOnlySpan<char> folded, int[] origins)
    {
        char[] corrected = new char[origins.Length + _found.Count];
        int[] places = new int[corrected.Length];
        int length = 0;
        int from = 0;
        foreach ((int start, int end, string word) in _found)
        {
            length = Copy(folded, origins, from, start, corrected, places, length);
            for (int i = 0; i < word.Length; i++)
            {
                // The last letter stands where the misspelt word ends, so that the whole of it is quoted.
                corrected[length] = word[i];
                places[length++] = origins[i == word.Length - 1 ? end - 1 : Math.Min(start + i, end - 1)];
            }

            from = end;
        }

        Length = Copy(folded, origins, from, folded.Length, corrected, places, length);
        return (corrected, places);
    }

    private static int Copy(ReadOnlySpan<char> folded, int[] origins, int from, int to, char[] corrected, int[] places, int length)
    {
        folded[from..to].CopyTo(corrected.AsSpan(length));
        origins.AsSpan(from, to - from).CopyTo(places.AsSpan(length));
        return length + to - from;
    }
}
