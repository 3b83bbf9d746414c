namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// Settles what the words of a text make of each other: negations, what a line is meant for and what it holds, and belongings that take
/// the part of the thing they belong to. It knows word order, not languages.
/// </summary>
internal static class ClauseGrammar
{
    /// <summary>Sets the state of every word.</summary>
    /// <param name="words">The words, in the order of the text.</param>
    /// <param name="text">The folded text.</param>
    /// <param name="filler">The idea of words that say nothing of the thing.</param>
    public static void Apply(List<ReadWord> words, ReadOnlySpan<char> text, Idea filler)
    {
        NegationGrammar.Apply(words, text);
        MarkUse(words, text, filler);
        MarkHeld(words, text);
        AccessoryGrammar.Apply(words, text);
    }

    /// <summary>Whether the magnet is the thing and a component beside it only says whose: "rotor magnet", "magnet, motor, N42SH".</summary>
    public static bool MagnetIsHead(List<ReadWord> words, ReadOnlySpan<char> text)
    {
        ReadWord? first = null;
        ReadWord? magnet = null;
        ReadWord? component = null;
        foreach (ReadWord word in words)
        {
            if (word.State == WordState.Active && word.Idea.Role is IdeaRole.Magnet or IdeaRole.Component or IdeaRole.Thing or IdeaRole.Content)
            {
                if (word.Idea.Role == IdeaRole.Content)
                {
                    break;
                }

                if (word.Idea.Role == IdeaRole.Magnet)
                {
                    magnet ??= word;
                }
                else if (word.Idea.Role == IdeaRole.Component || word.Idea.Family is null)
                {
                    component ??= word;
                    bool magnetRightBefore = magnet is not null && IsAdjacent(text, magnet.End, word.Start);
                    if (magnetRightBefore)
                    {
                        return false;
                    }
                }

                first ??= word;
            }
        }

        if (magnet is null)
        {
            return false;
        }

        return component is null || magnet.Start < component.Start || LeadsTo(words, text, component, magnet);
    }

    private static bool LeadsTo(List<ReadWord> words, ReadOnlySpan<char> text, ReadWord component, ReadWord magnet)
    {
        // From the last thing before the magnet: "HDD VCM magnet" leads over two.
        ReadWord last = component;
        foreach (ReadWord word in words)
        {
            if (word.State == WordState.Active && word.Start >= last.End && word.Start < magnet.Start
                && word.Idea.Role is IdeaRole.Component or IdeaRole.Thing && IsAdjacent(text, last.End, word.Start))
            {
                last = word;
            }
        }

        return last.End >= magnet.Start || (Between(text, last.End, magnet.Start) is 0 or 1 && last.Idea.Family is null);
    }

    /// <summary>Whether every word of a text is a filler, a maker or a part number.</summary>
    /// <param name="words">The words that were found in it, and maybe behind it.</param>
    /// <param name="text">The folded text.</param>
    /// <param name="filler">The idea of words that say nothing of the thing.</param>
    public static bool SaysNothing(List<ReadWord> words, ReadOnlySpan<char> text, Idea filler)
    {
        int at = 0;
        foreach (ReadWord word in words)
        {
            if (word.Start >= at && word.End <= text.Length && (word.Idea == filler || word.Idea.IsNumber || word.Idea.Role == IdeaRole.Maker))
            {
                if (HoldsWord(text[at..word.Start]))
                {
                    return false;
                }

                at = word.End;
            }
        }

        return !HoldsWord(text[at..]);
    }

    private static bool HoldsWord(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (TextFolding.GetKind(c) != CharacterKind.Other)
            {
                return true;
            }
        }

        return false;
    }

    // What is meant for a magnet is something else. Where nothing else is named ("spare for NdFeB magnet", "replacement for"), it is the magnet.
    private static void MarkUse(List<ReadWord> words, ReadOnlySpan<char> text, Idea filler)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i].Idea.Role != IdeaRole.Use || SaysNothing(words, text[..words[i].Start], filler))
            {
                continue;
            }

            for (int j = i + 1; j < words.Count && words[j].Idea.Role != IdeaRole.Content; j++)
            {
                if (text[words[i].End..Math.Max(words[i].End, words[j].Start)].Contains(','))
                {
                    break;
                }

                if (words[j].State == WordState.Active && words[j].Start >= words[i].End)
                {
                    words[j].State = WordState.Use;
                }
            }
        }
    }

    private static void MarkHeld(List<ReadWord> words, ReadOnlySpan<char> text)
    {
        foreach (ReadWord content in words)
        {
            if (content.Idea.Role != IdeaRole.Content)
            {
                continue;
            }

            foreach (ReadWord word in words)
            {
                word.IsHeld |= word.Start >= content.End && !text[content.End..word.Start].Contains(',');
            }
        }
    }

    internal static bool IsAdjacent(ReadOnlySpan<char> text, int from, int to) =>
        to <= from || text[from..to].IndexOfAnyExcept(' ') < 0;

    // How many plain words stand between two places of one clause; -1 when a comma, a plus or a figure parts them.
    internal static int Between(ReadOnlySpan<char> text, int from, int to)
    {
        int words = 0;
        bool inside = false;
        for (int i = from; i < to; i++)
        {
            CharacterKind kind = TextFolding.GetKind(text[i]);
            if (text[i] is ',' or '+' or '/' or ':' or '&' || (kind == CharacterKind.Digit && !text[i..].StartsWith("3d ")))
            {
                return -1;
            }

            if (kind == CharacterKind.Other)
            {
                inside = false;
            }
            else if (!inside)
            {
                inside = true;
                words++;
            }
        }

        return words;
    }
}
