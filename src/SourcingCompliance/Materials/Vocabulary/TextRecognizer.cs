namespace SourcingCompliance.Materials.Vocabulary;

/// <summary>Reads one text: finds the words of the vocabulary and settles what their neighbours make of them.</summary>
internal sealed class TextRecognizer(CompiledVocabulary vocabulary)
{
    // A short list is read before an automaton has learnt its steps.
    private const int TextsBeforeAutomaton = 4096;

    private readonly List<WordHit> _hits = [];
    private readonly WordAutomaton _automaton = new(vocabulary.Words);
    private char[] _folded = new char[512];
    private int[] _origins = new int[512];
    private int _readings;
    private int _texts;

    /// <summary>Whether a text is seen at a glance to hold no word; false = it must be read.</summary>
    public bool SeesNothing(ReadOnlySpan<char> text)
    {
        if (_texts < TextsBeforeAutomaton)
        {
            return false;
        }

        if (_automaton.HoldsNone(text, CompositionScanner.Leading))
        {
            return true;
        }

        ReadOnlySpan<char> folded = Fold(text);
        _hits.Clear();
        CompositionScanner.Find(folded, text, _origins, vocabulary, _hits);
        return _hits.Count == 0 && !_automaton.MayHold(folded);
    }

    /// <summary>Reads a text; the common answer is <see cref="TextReading.Nothing"/>, without any allocation.</summary>
    public TextReading Read(ReadOnlySpan<char> text)
    {
        _texts++;
        ReadOnlySpan<char> folded = Fold(text);
        _hits.Clear();
        vocabulary.Words.Find(folded, _hits);
        CompositionScanner.Find(folded, text, _origins, vocabulary, _hits);
        return _hits.Count == 0 ? TextReading.Nothing : Settle(text, folded, _origins);
    }

    private ReadOnlySpan<char> Fold(ReadOnlySpan<char> text)
    {
        int room = text.Length * TextFolding.MaximumExpansion;
        if (room > _folded.Length)
        {
            _folded = new char[room];
            _origins = new int[room];
        }

        return _folded.AsSpan(0, TextFolding.Fold(text, _folded, _origins));
    }

    private TextReading Settle(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, ReadOnlySpan<int> origins)
    {
        List<ReadWord> words = WithoutContained(text, origins);
        AddLoneGrade(words, folded, text);
        ClauseGrammar.Apply(words, folded);
        if (IsIdentifier(text))
        {
            AccessoryGrammar.ApplyToIdentifier(words);
        }

        return new TextReading(++_readings, text.Length, [.. words], ClauseGrammar.MagnetIsHead(words, folded), !words.Exists(Speaks));
    }

    // A word without a rule of its own can still close a family or stand in the column of grades.
    private bool Speaks(ReadWord word) => word.Idea.Family is not null || vocabulary.RulesOf(word.Idea).Count > 0;

    // A longer phrase that means something else takes its words away from shorter ones ("magnet wire" hides "magnet"); of two words of the
    // same extent the one that is known whole hides the one of which only a stem is known.
    private List<ReadWord> WithoutContained(ReadOnlySpan<char> text, ReadOnlySpan<int> origins)
    {
        var words = new List<ReadWord>(_hits.Count);
        foreach (WordHit hit in _hits)
        {
            bool hidden = false;
            foreach (WordHit other in _hits)
            {
                if (other.Start <= hit.Start && other.End >= hit.End && Hides(vocabulary.Ideas[other.Idea].Role, vocabulary.Ideas[hit.Idea].Role))
                {
                    bool isLonger = other.End - other.Start > hit.End - hit.Start;
                    bool isKnownWhole = !other.IsStem || vocabulary.Ideas[other.Idea].Role is IdeaRole.Decoy or IdeaRole.CompoundAccessory;
                    hidden |= isKnownWhole && (isLonger || hit.IsStem);
                }
            }

            if (!hidden && (vocabulary.Ideas[hit.Idea].Role != IdeaRole.CompoundAccessory || EndsCompound(hit)))
            {
                int start = origins[hit.Start];
                int end = origins[hit.End - 1] + 1;
                words.Add(new ReadWord(vocabulary.Ideas[hit.Idea], hit.Start, hit.End) { Text = text[start..end].ToString() });
            }
        }

        words.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start)
            : a.End != b.End ? b.End.CompareTo(a.End) : a.Idea.Index.CompareTo(b.Idea.Index));
        return words;
    }

    // Whether the word begins with a thing: "schrittmotor" + "halter". Alone, or behind a material ("wolfram" + "platte"), it is no belonging.
    private bool EndsCompound(WordHit tail) =>
        tail.IsStem && _hits.Exists(hit => hit.Start >= tail.Start && hit.End <= tail.End && hit.IsStem && vocabulary.Ideas[hit.Idea].Role.NamesThing());

    private static bool Hides(IdeaRole phrase, IdeaRole word) => phrase switch
    {
        IdeaRole.CompoundAccessory => word.NamesThing(),
        IdeaRole.Plain or IdeaRole.Thing or IdeaRole.Magnet => false,
        IdeaRole.Component => word != IdeaRole.Thing,
        IdeaRole.Neutral => !word.NamesThing() && word != IdeaRole.Plain,
        _ => true,
    };

    private static bool IsIdentifier(ReadOnlySpan<char> text) => text.IndexOfAny('_', '-') > 0 && !text.Contains(' ');

    private void AddLoneGrade(List<ReadWord> words, ReadOnlySpan<char> folded, ReadOnlySpan<char> text)
    {
        if (words.Find(word => word.Idea == vocabulary.PlainGrade) is not ReadWord grade)
        {
            return;
        }

        if (grade.Start == 0 && grade.End == folded.Length)
        {
            words.Add(new ReadWord(vocabulary.LoneGrade, grade.Start, grade.End) { Text = grade.Text });
        }
        else if (SizedGradeScanner.HoldsOnlySize(folded, grade, text.Contains('*'), words.FindAll(word => word.Idea == vocabulary.MagnetShape || word.Idea == vocabulary.MagnetFinish)))
        {
            words.Add(new ReadWord(vocabulary.SizedGrade, grade.Start, grade.End) { Text = grade.Text });
        }
    }
}
