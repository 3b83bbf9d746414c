namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// Lets belongings take the part of the thing that they belong to: right behind the thing ("motor mount", 电机支架), before it at the head
/// of the text ("BRACKET, MOTOR"), or before a part number in an identifier (<c>clamp_PF35B</c>).
/// </summary>
internal static class AccessoryGrammar
{
    private const int MostWordsBetween = 2;

    /// <summary>Sets the state of every word whose part a belonging takes.</summary>
    public static void Apply(List<ReadWord> words, ReadOnlySpan<char> text)
    {
        SwallowBeforeAccessories(words, text);
        SwallowBehindHeadAccessory(words, text);
    }

    /// <summary>
    /// In an identifier a belonging that stands first is of the part whose number follows. Only part numbers: the noun of
    /// <c>arm_motor</c> stands last. A word with two meanings (<c>CAP</c>) leads nothing.
    /// </summary>
    public static void ApplyToIdentifier(List<ReadWord> words)
    {
        ReadWord? head = words.Find(word => word.Start == 0 && word.Idea.Role.MayBelong());
        if (head is null || words.Exists(word => word != head && word.Start < head.End && word.Idea.Weight > 0))
        {
            return;
        }

        foreach (ReadWord word in words)
        {
            if (word != head && word.State == WordState.Active && word.Idea.Family is null && word.Text.AsSpan().ContainsAnyInRange('0', '9'))
            {
                word.State = WordState.Swallowed;
            }
        }
    }

    /// <summary>An identifier that counts pins is of a connector: <c>Fan_3pin</c>.</summary>
    public static void ApplyToConnector(List<ReadWord> words)
    {
        foreach (ReadWord word in words)
        {
            if (word.State == WordState.Active && word.Idea.Family is null && word.Idea.Role.NamesThing())
            {
                word.State = WordState.Swallowed;
            }
        }
    }

    private static void SwallowBeforeAccessories(List<ReadWord> words, ReadOnlySpan<char> text)
    {
        for (int i = words.Count - 1; i > 0; i--)
        {
            if (!words[i].Idea.Role.MayBelong() || words[i].Idea.Role == IdeaRole.LeadingAccessory
                || words[i].State != WordState.Active || IsHeldByLine(words, text, i))
            {
                continue;
            }

            int edge = words[i].Start;
            bool hasThing = false;
            for (int j = i - 1; j >= 0; j--)
            {
                if (words[j].End > words[i].Start)
                {
                    continue;
                }

                if (words[i].Idea.Role.Trails() && (IsParted(text, words[j], words[i]) || IsFigure(words[j])))
                {
                    break;
                }

                int between = words[j].End >= edge ? 0 : ClauseGrammar.Between(text, words[j].End, edge);
                bool isParted = words[j].Idea.Role is IdeaRole.Content or IdeaRole.Use or IdeaRole.Genitive
                    or IdeaRole.NegatesNext or IdeaRole.NegatesNextMaterial
                    || (words[j].Idea.Role == IdeaRole.Conjunction && !hasThing);
                if (between is < 0 or > MostWordsBetween || isParted || (!hasThing && MustTouch(words[i], words[j], between)))
                {
                    break;
                }

                hasThing |= words[j].Idea.Role.NamesThing();
                Swallow(words[j], words[i], alsoNamed: true);
                edge = Math.Min(edge, words[j].Start);
            }
        }
    }

    // An abbreviation is a belonging only right behind the thing: "MOTOR STL HSG" may be a motor as well as a housing, and in "MOTOR BALL BRG" the ball is
    // a word that is known as a shape.
    private static bool MustTouch(ReadWord belonging, ReadWord before, int between) =>
        belonging.Idea.Role == IdeaRole.ShortAccessory && (between > 0 || !before.Idea.Role.NamesThing());

    private static void SwallowBehindHeadAccessory(List<ReadWord> words, ReadOnlySpan<char> text)
    {
        ReadWord? head = null;
        foreach (ReadWord word in words)
        {
            if (head is not null && (word.Idea.Role is IdeaRole.Content || JoinsThing(words, text, head, word)))
            {
                return;
            }

            if (head is not null)
            {
                Swallow(word, head, alsoNamed: false);
            }
            else if (word.State == WordState.Active && word.Idea.Role.NamesThing())
            {
                return;
            }
            else if (word.State == WordState.Active && (word.Idea.Role.IsBelonging() || IsFirstNoun(words, word, text)))
            {
                if (word.Start > 0 && (IsModifier(words, text, word) || !MayBeHead(text[..word.Start])))
                {
                    return;
                }

                head = word;
            }
        }
    }

    // "motor cable included", "motor driver integrated": what ends a clause so comes with the thing. "motor driver integrated circuit" goes on.
    private static bool IsHeldByLine(List<ReadWord> words, ReadOnlySpan<char> text, int accessory)
    {
        foreach (ReadWord word in words)
        {
            if (word.Idea.Role == IdeaRole.ContentBehind && ClauseGrammar.IsAdjacent(text, words[accessory].End, word.Start)
                && word.Start >= words[accessory].End)
            {
                ReadOnlySpan<char> rest = text[word.End..].TrimStart(' ');
                return rest.IsEmpty || rest[0] == ',';
            }
        }

        return false;
    }

    // "bracket and magnet" lists a magnet beside the bracket: the conjunction stands right behind the head and right before a thing.
    private static bool JoinsThing(List<ReadWord> words, ReadOnlySpan<char> text, ReadWord head, ReadWord conjunction)
    {
        if (conjunction.Idea.Role != IdeaRole.Conjunction || !ClauseGrammar.IsAdjacent(text, head.End, conjunction.Start))
        {
            return false;
        }

        foreach (ReadWord word in words)
        {
            if (word.Start >= conjunction.End && word.Idea.Role.NamesThing())
            {
                return ClauseGrammar.IsAdjacent(text, conjunction.End, word.Start);
            }
        }

        return false;
    }

    // "FILTER, FAN", "cover of motor": before a comma or a genitive at the head of the text even a word that mostly follows is the noun.
    private static bool IsFirstNoun(List<ReadWord> words, ReadWord word, ReadOnlySpan<char> text) =>
        word.Idea.Role.Trails() && word.Start == 0 && word.End < text.Length
        && (text[word.End] == ',' || words.Exists(other => other.Idea.Role == IdeaRole.Genitive && other.Start == word.End + 1));

    // In a script without spaces the noun stands last in its run: "电机盖" is a cover, "电机 长轴" a motor with a long shaft.
    private static bool IsParted(ReadOnlySpan<char> text, ReadWord thing, ReadWord accessory) =>
        TextFolding.GetKind(text[accessory.Start]) == CharacterKind.Ideograph && thing.End < accessory.Start
        && text[thing.End..accessory.Start].Contains(' ');

    // "motor 12 V gear" is a motor that is told further, "fan filter" a filter. A grade is no figure: "magnet N52 cover".
    private static bool IsFigure(ReadWord word) =>
        !word.Idea.Role.NamesThing() && word.Idea.Family is null && word.Text.AsSpan().ContainsAnyInRange('0', '9');

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
            if (!isThread && !HasIdeograph(token) && token.IndexOfAnyInRange('0', '9') >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasIdeograph(ReadOnlySpan<char> token)
    {
        foreach (char c in token)
        {
            if (TextFolding.GetKind(c) == CharacterKind.Ideograph)
            {
                return true;
            }
        }

        return false;
    }

    // "right-angle bracket motor": an accessory right before the thing, not at the head of the text, only describes it. In a script without spaces
    // it stands in the same run; behind a blank or hyphen follows what it belongs to: 侧板-步进电机.
    private static bool IsModifier(List<ReadWord> words, ReadOnlySpan<char> text, ReadWord accessory)
    {
        foreach (ReadWord word in words)
        {
            if (word.Start >= accessory.End && word.Idea.Role.NamesThing())
            {
                bool isUnspaced = TextFolding.GetKind(text[accessory.End - 1]) == CharacterKind.Ideograph;
                return isUnspaced ? word.Start <= accessory.End : ClauseGrammar.IsAdjacent(text, accessory.End, word.Start);
            }
        }

        return false;
    }

    private static void Swallow(ReadWord word, ReadWord belonging, bool alsoNamed)
    {
        if (belonging.Idea.Role == IdeaRole.JoiningAccessory && word.Idea.Role == IdeaRole.Magnet)
        {
            return;
        }

        bool isNamedMaterial = word.Idea.Role == IdeaRole.Thing && word.Idea.Family is not null;
        if (word.State == WordState.Active && word.Idea.Role.NamesThing() && (alsoNamed || !isNamedMaterial))
        {
            word.State = WordState.Swallowed;
        }
    }
}
