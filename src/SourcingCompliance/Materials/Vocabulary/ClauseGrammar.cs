namespace SourcingCompliance.Materials.Vocabulary;

/// <summary>
/// Settles what the words of a text make of each other: negations, what a line is meant for, and belongings that take the part of the
/// thing they belong to. It knows word order, not languages: a belonging right behind the thing ("motor mount", 电机支架) or before it at
/// the head of the text ("BRACKET, MOTOR") is what the line is.
/// </summary>
internal static class ClauseGrammar
{
    private const int MostWordsBetween = 2;

    /// <summary>Sets the state of every word.</summary>
    public static void Apply(List<ReadWord> words, ReadOnlySpan<char> text)
    {
        NegationGrammar.Apply(words, text);
        MarkUse(words, text);
        SwallowBeforeAccessories(words, text);
        SwallowBehindHeadAccessory(words, text);
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

    private static void MarkUse(List<ReadWord> words, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i].Idea.Role != IdeaRole.Use || words[i].Start == 0)
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

    private static void SwallowBeforeAccessories(List<ReadWord> words, ReadOnlySpan<char> text)
    {
        for (int i = words.Count - 1; i > 0; i--)
        {
            if (words[i].Idea.Role is not (IdeaRole.Accessory or IdeaRole.TrailingAccessory) || words[i].State != WordState.Active)
            {
                continue;
            }

            int edge = words[i].Start;
            for (int j = i - 1; j >= 0; j--)
            {
                if (words[j].End > words[i].Start)
                {
                    continue;
                }

                int between = words[j].End >= edge ? 0 : Between(text, words[j].End, edge);
                if (between is < 0 or > MostWordsBetween || words[j].Idea.Role is IdeaRole.Content or IdeaRole.Use or IdeaRole.NegatesNext or IdeaRole.NegatesNextMaterial)
                {
                    break;
                }

                Swallow(words[j], alsoNamed: true);
                edge = Math.Min(edge, words[j].Start);
            }
        }
    }

    private static void SwallowBehindHeadAccessory(List<ReadWord> words, ReadOnlySpan<char> text)
    {
        ReadWord? head = null;
        foreach (ReadWord word in words)
        {
            if (word.Idea.Role is IdeaRole.Content && head is not null)
            {
                return;
            }

            if (head is not null)
            {
                Swallow(word, alsoNamed: false);
            }
            else if (word.State == WordState.Active && word.Idea.Role is IdeaRole.Thing or IdeaRole.Component or IdeaRole.Magnet)
            {
                return;
            }
            else if (word.State == WordState.Active && (word.Idea.Role == IdeaRole.Accessory || IsFirstNoun(word, text)))
            {
                if (word.Start > 0 && (IsModifier(words, text, word) || !MayBeHead(text[..word.Start])))
                {
                    return;
                }

                head = word;
            }
        }
    }

    // "FILTER, FAN": before a comma at the head of the text even a word that mostly follows is the noun.
    private static bool IsFirstNoun(ReadWord word, ReadOnlySpan<char> text) =>
        word.Idea.Role == IdeaRole.TrailingAccessory && word.Start == 0 && word.End < text.Length && text[word.End] == ',';

    // The head stands in the first clause, and what precedes it is no measure: "timing pulley, stepper", not "5 mm shaft, motor".
    // A thread may precede: "M3 screw, motor".
    private static bool MayBeHead(ReadOnlySpan<char> before)
    {
        if (before.Contains(','))
        {
            return false;
        }

        foreach (Range range in before.Split(' '))
        {
            ReadOnlySpan<char> token = before[range];
            bool isThread = token.Length > 1 && token[0] == 'm' && token[1] is >= '0' and <= '9';
            if (!isThread && token.IndexOfAnyInRange('0', '9') >= 0)
            {
                return false;
            }
        }

        return true;
    }

    // "right-angle bracket motor": an accessory right before the thing, not at the head of the text, only describes it.
    private static bool IsModifier(List<ReadWord> words, ReadOnlySpan<char> text, ReadWord accessory)
    {
        foreach (ReadWord word in words)
        {
            if (word.Start >= accessory.End && word.Idea.Role is IdeaRole.Thing or IdeaRole.Component or IdeaRole.Magnet)
            {
                return IsAdjacent(text, accessory.End, word.Start);
            }
        }

        return false;
    }

    private static void Swallow(ReadWord word, bool alsoNamed)
    {
        bool isNamedMaterial = word.Idea.Role == IdeaRole.Thing && word.Idea.Family is not null;
        if (word.State == WordState.Active && word.Idea.Role is IdeaRole.Thing or IdeaRole.Component or IdeaRole.Magnet && (alsoNamed || !isNamedMaterial))
        {
            word.State = WordState.Swallowed;
        }
    }

    private static bool IsAdjacent(ReadOnlySpan<char> text, int from, int to) =>
        to <= from || text[from..to].IndexOfAnyExcept(' ') < 0;

    // How many plain words stand between two places of one clause; -1 when a comma, a plus or a figure parts them.
    internal static int Between(ReadOnlySpan<char> text, int from, int to)
    {
        int words = 0;
        bool inside = false;
        for (int i = from; i < to; i++)
        {
            CharacterKind kind = TextFolding.KindOf(text[i]);
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
