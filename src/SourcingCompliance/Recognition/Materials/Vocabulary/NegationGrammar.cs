namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Finds what a text denies: what follows "without", what stands right before "-free" or "not included".</summary>
internal static class NegationGrammar
{
    /// <summary>Sets the state of every negated word.</summary>
    public static void Apply(List<ReadWord> words, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < words.Count; i++)
        {
            switch (words[i].Idea.Role)
            {
                case IdeaRole.NegatesPrevious:
                    NegateBackwards(words, text, i);
                    break;
                case IdeaRole.Negation:
                    words[i].State = WordState.Negated;
                    break;
                case IdeaRole.NegatesNext:
                case IdeaRole.NegatesNextMaterial:
                    NegateForwards(words, text, i, words[i].Idea.Role == IdeaRole.NegatesNextMaterial);
                    break;
                default:
                    break;
            }
        }
    }

    private static void NegateBackwards(List<ReadWord> words, ReadOnlySpan<char> text, int negator)
    {
        int edge = words[negator].Start;
        bool isPhrase = text[edge..words[negator].End].Contains(' ');
        for (int i = negator - 1; i >= 0; i--)
        {
            ReadWord word = words[i];
            if (word.End > edge)
            {
                // A word that overlaps a negated one goes with it: "samarium cobalt" with its "cobalt".
                if (edge < words[negator].Start && word.End <= words[negator].Start)
                {
                    word.State = WordState.Negated;
                    edge = Math.Min(edge, word.Start);
                }

                continue;
            }

            ReadOnlySpan<char> gap = text[word.End..edge];
            bool adjacent = isPhrase ? gap.IndexOfAnyExcept(" ,:/") < 0 : gap.IndexOfAnyExcept(' ') < 0;
            if (!adjacent || word.Idea.Role == IdeaRole.Conjunction)
            {
                return;
            }

            word.State = WordState.Negated;
            edge = word.Start;
            isPhrase = false;
        }
    }

    private static void NegateForwards(List<ReadWord> words, ReadOnlySpan<char> text, int negator, bool materialsOnly)
    {
        int edge = words[negator].End;
        int reach = edge;
        var negated = new List<ReadWord>();
        for (int i = negator + 1; i < words.Count; i++)
        {
            ReadWord word = words[i];
            if (word.Start < edge)
            {
                continue;
            }

            int between = word.Start < reach ? 0 : ClauseGrammar.Between(text, reach, word.Start);
            if (between < 0 || between > (reach == edge && !materialsOnly ? 1 : 0) || word.Idea.Role is IdeaRole.Content
                or IdeaRole.Use or IdeaRole.Conjunction)
            {
                break;
            }

            // "no tantalum caps": a capacitor is no cap.
            bool isOtherThing = words.Exists(other => other.Start == word.Start && other.End == word.End
                && other.Idea is { Role: IdeaRole.Plain, Weight: > 0 });
            if (word.Idea.Role.MayBelong() && !isOtherThing)
            {
                // "without magnet cover" denies the cover.
                return;
            }

            if (!materialsOnly || word.Idea.Family is not null)
            {
                negated.Add(word);
            }

            reach = Math.Max(reach, word.End);
        }

        negated.ForEach(word => word.State = WordState.Negated);
    }
}
