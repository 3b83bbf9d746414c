namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Reads one text: finds the words of the vocabulary and settles what their neighbors make of them.</summary>
internal sealed class TextRecognizer(CompiledVocabulary vocabulary)
{
    // Words make something of their neighbors only, and comparing all words of a long text with each other would take the square of its length.
    private const int MostTogether = 1024;
    private const int MostWordsTogether = 256;

    // A short list is read before an automaton has learnt its steps.
    private const int TextsBeforeAutomaton = 4096;

    private readonly List<WordHit> _hits = [];
    private readonly MisspeltCorrection _misspelt = new(vocabulary.Misspelt);
    private readonly List<PhraseBeginning> _beginnings = [];
    private readonly InvertedPhrases _inverted = new(vocabulary);
    private readonly WordAutomaton _automaton = new(vocabulary.Words, vocabulary.Filler.Index, CompositionScanner.Leading);
    private char[] _folded = new char[512];
    private int[] _origins = new int[512];
    private readonly ReadingNumbers _numbers = new();
    private int _texts;

    /// <summary>
    /// Whether a text is seen at a glance to hold no word that tells of the thing; false = it must be read. Phrases in inverted order are not looked for and
    /// fillers ("PN-1204") are passed over, so it serves for part numbers.
    /// </summary>
    public bool SeesNothing(ReadOnlySpan<char> text)
    {
        if (_texts < TextsBeforeAutomaton)
        {
            return false;
        }

        if (_automaton.HoldsNone(text))
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
        if (_misspelt.Find(folded))
        {
            (_folded, _origins) = _misspelt.Correct(folded, _origins);
            folded = _folded.AsSpan(0, _misspelt.Length);
        }

        _beginnings.Clear();
        vocabulary.Words.Find(folded, _hits, _beginnings);
        _inverted.Find(folded, _beginnings, _hits);
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
        if (folded.Length > MostTogether)
        {
            return SettleLong(text, folded, origins);
        }

        List<ReadWord> words = WithoutContained(_hits, text, origins);
        AddLoneGrade(words, folded, text);
        ClauseGrammar.Apply(words, folded, vocabulary.Filler);
        if (IsIdentifier(text))
        {
            AccessoryGrammar.ApplyToIdentifier(words);
            if (words.Exists(word => word.Idea == vocabulary.PinCount))
            {
                AccessoryGrammar.ApplyToConnector(words);
            }
        }

        var reading = new TextReading(0, text.Length, [.. words], ClauseGrammar.MagnetIsHead(words, folded), !words.Exists(Speaks))
        {
            SaysNothing = ClauseGrammar.SaysNothing(words, folded, vocabulary.Filler),
        };
        return reading with { Number = _numbers.GetNumber(reading) };
    }

    // A long text is settled in runs of words that lie near each other. A run ends where no word crosses, if there is such a place.
    private TextReading SettleLong(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, ReadOnlySpan<int> origins)
    {
        _hits.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        var words = new List<ReadWord>(_hits.Count);
        bool magnetIsHead = false;
        for (int from = 0; from < _hits.Count;)
        {
            int to = EndOfRun(folded, from, out int end);
            ReadOnlySpan<char> run = folded[..Math.Min(end + 1, folded.Length)];
            List<ReadWord> near = WithoutContained(_hits.GetRange(from, to - from), text, origins);
            ClauseGrammar.Apply(near, run, vocabulary.Filler);
            magnetIsHead |= from == 0 && ClauseGrammar.MagnetIsHead(near, run);
            words.AddRange(near);
            from = to;
        }

        return new TextReading(_numbers.Next(), text.Length, [.. words], magnetIsHead, !words.Exists(Speaks));
    }

    // Index of the first word behind a run: behind its last clause if it has several, so that no clause is torn.
    private int EndOfRun(ReadOnlySpan<char> folded, int from, out int end)
    {
        int to = from + 1;
        int endOfClauses = 0;
        int lastClause = 0;
        int reached = _hits[from].End;
        while (to < _hits.Count && _hits[to].Start - _hits[from].Start < MostTogether && to - from < MostWordsTogether)
        {
            if (_hits[to].Start > reached && folded[reached.._hits[to].Start].Contains(','))
            {
                endOfClauses = reached;
                lastClause = to;
            }

            reached = Math.Max(reached, _hits[to++].End);
        }

        end = to < _hits.Count && lastClause > 0 ? endOfClauses : reached;
        return to < _hits.Count && lastClause > 0 ? lastClause : to;
    }

    // A word without a rule of its own can still close a family or stand in the column of grades.
    private bool Speaks(ReadWord word) => word.Idea.Family is not null || vocabulary.GetRules(word.Idea).Count > 0;

    // A longer phrase that means something else takes its words away from shorter ones ("magnet wire" hides "magnet"); of two words of the
    // same extent the one that is known whole hides the one of which only a stem is known.
    private List<ReadWord> WithoutContained(List<WordHit> hits, ReadOnlySpan<char> text, ReadOnlySpan<int> origins)
    {
        var words = new List<ReadWord>(hits.Count);
        foreach (WordHit hit in hits)
        {
            bool hidden = false;
            foreach (WordHit other in hits)
            {
                IdeaRole word = vocabulary.Ideas[hit.Idea].Role;
                if (other.Holds(hit)
                    && (Hides(vocabulary.Ideas[other.Idea].Role, word) || (other.ModifierEnd > 0 && !word.NamesThing() && word != IdeaRole.Plain)))
                {
                    bool isLonger = other.Length > hit.Length;
                    bool isKnownWhole = !other.IsStem || vocabulary.Ideas[other.Idea].Role is IdeaRole.Decoy or IdeaRole.CompoundAccessory;
                    hidden |= isKnownWhole && (isLonger || hit.IsStem);
                }
            }

            if (!hidden && (vocabulary.Ideas[hit.Idea].Role != IdeaRole.CompoundAccessory || EndsCompound(hits, hit)))
            {
                bool isApart = hit.ModifierEnd > 0;
                int start = origins[isApart ? Math.Min(hit.Start, hit.ModifierStart) : hit.Start];
                int end = origins[isApart ? Math.Max(hit.End, hit.ModifierEnd) - 1 : hit.End - 1] + 1;
                words.Add(new ReadWord(vocabulary.Ideas[hit.Idea], hit.Start, hit.End) { Text = text[start..end].ToString() });
            }
        }

        words.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start)
            : a.End != b.End ? b.End.CompareTo(a.End) : a.Idea.Index.CompareTo(b.Idea.Index));
        return words;
    }

    // Whether the word begins with a thing: "schrittmotor" + "halter". Alone, or behind a material ("wolfram" + "platte"), it is no belonging.
    private bool EndsCompound(List<WordHit> hits, WordHit tail) =>
        tail.IsStem && hits.Exists(hit => hit.Start >= tail.Start && hit.End <= tail.End && hit.IsStem && vocabulary.Ideas[hit.Idea].Role.NamesThing());

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
        if (words.Find(word => word.Idea == vocabulary.PlainGrade || word.Idea == vocabulary.CobaltGrade) is not ReadWord grade)
        {
            return;
        }

        if (grade.Start == 0 && grade.End == folded.Length)
        {
            words.Add(new ReadWord(vocabulary.LoneGrade, grade.Start, grade.End) { Text = grade.Text });
        }
        else if (grade.Idea == vocabulary.PlainGrade && SizedGradeScanner.HoldsOnlySize(folded, grade, text.Contains('*'),
            words.FindAll(word => word.Idea == vocabulary.MagnetShape || word.Idea == vocabulary.MagnetFinish)))
        {
            words.Add(new ReadWord(vocabulary.SizedGrade, grade.Start, grade.End) { Text = grade.Text });
        }
    }
}
