namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// Finds the phrases of the vocabulary in the order of catalogs, drawings and supply systems, which name the noun first: "coupling, magnetic" and
/// "coupling magnetic" are a magnetic coupling, "drive, disk, hard" a hard disk drive. A beginning of a phrase that was found in the text is followed
/// on in the noun that stands before it.
/// </summary>
internal sealed class InvertedPhrases(CompiledVocabulary vocabulary)
{
    // "drive, disk, hard" is followed over two commas. Names of supply systems have rarely more clauses than these.
    private const int MostSteps = 2;
    private const int MostClauses = 12;
    private const int MostBeginnings = 64;

    private readonly List<WordHit> _found = [];
    private readonly List<PhraseBeginning>[] _further = [[], []];
    private readonly List<int> _clauses = [];

    /// <summary>Adds the phrases in inverted order to the words of a text.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="beginnings">The beginnings of phrases in it.</param>
    /// <param name="hits">Receives the phrases.</param>
    public void Find(ReadOnlySpan<char> text, List<PhraseBeginning> beginnings, List<WordHit> hits)
    {
        if (beginnings.Count is 0 or > MostBeginnings || (text.IndexOf(',') < 0 && text.IndexOf(' ') < 0))
        {
            return;
        }

        FindClauses(text);
        foreach (PhraseBeginning beginning in beginnings)
        {
            if (IsFunctionWord(beginning, hits))
            {
                continue;
            }

            int clause = GetClause(beginning.Start);
            FindNounBefore(text, beginning, _clauses[clause], hits);
            if (EndsModifier(text, beginning.End))
            {
                FindInClauses(text, beginning, clause, beginning.Start, 0, hits);
            }

            bool endsClause = beginning.End < text.Length && text[beginning.End] == ',';
            if (endsClause && clause + 1 < _clauses.Count && !IsBelonging(beginning, hits))
            {
                FindInNextClause(text, beginning, _clauses[clause + 1], hits);
            }
        }
    }

    // "magnet and bracket": a word that joins or denies is no modifier, whatever phrases begin with it.
    private bool IsFunctionWord(PhraseBeginning beginning, List<WordHit> hits) => hits.Exists(hit => hit.Start == beginning.Start && hit.End == beginning.End
        && hit.ModifierEnd == 0 && vocabulary.Ideas[hit.Idea].Role.IsFunction());

    private bool IsBelonging(PhraseBeginning beginning, List<WordHit> hits) => hits.Exists(hit => hit.Start == beginning.Start && hit.End == beginning.End
        && hit.ModifierEnd == 0 && vocabulary.Ideas[hit.Idea].Role.MayBelong());

    // Starts of the clauses, each behind a comma.
    private void FindClauses(ReadOnlySpan<char> text)
    {
        _clauses.Clear();
        _clauses.Add(0);
        for (int at = text.IndexOf(','); at >= 0 && _clauses.Count < MostClauses;)
        {
            _clauses.Add(at + 1);
            int next = text[(at + 1)..].IndexOf(',');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private int GetClause(int place)
    {
        int clause = _clauses.Count - 1;
        while (_clauses[clause] > place)
        {
            clause--;
        }

        return clause;
    }

    // "magnet, ceramic coated" is no ceramic magnet; "drive, hard 2.5 in" is a hard drive.
    private static bool EndsModifier(ReadOnlySpan<char> text, int end) =>
        end == text.Length || text[end] == ',' || (end + 1 < text.Length && TextFolding.GetKind(text[end + 1]) != CharacterKind.Letter);

    // "coupling magnetic": the noun is the first word of its clause and stands right before the modifier.
    private void FindNounBefore(ReadOnlySpan<char> text, PhraseBeginning beginning, int clause, List<WordHit> hits)
    {
        int end = beginning.Start - 1;
        if (end <= clause || text[end] != ' ' || text[clause..end].Contains(' '))
        {
            return;
        }

        // "motor shaft" is no shaft motor: of two nouns the last is meant when it names a belonging.
        if (IsBelonging(beginning, hits))
        {
            return;
        }

        _found.Clear();
        vocabulary.Words.FollowOn(beginning.Node, text[..end], clause, _found, null);
        foreach (WordHit found in _found)
        {
            IdeaRole role = vocabulary.Ideas[found.Idea].Role;
            if (found.End == end && MayInvertWithoutComma(role) && (role != IdeaRole.Decoy || clause == 0))
            {
                hits.Add(found with { ModifierStart = beginning.Start, ModifierEnd = beginning.End });
            }
        }
    }

    // "coupling, synchronous, magnetic": the noun opens the text, or it is the clause before.
    private void FindInClauses(ReadOnlySpan<char> text, PhraseBeginning beginning, int clause, int modifier, int step, List<WordHit> hits)
    {
        for (int other = 0; other < clause; other = other == 0 && clause > 1 ? clause - 1 : clause)
        {
            int end = _clauses[other + 1] - 1;
            _found.Clear();
            List<PhraseBeginning> further = _further[step];
            further.Clear();
            vocabulary.Words.FollowOn(beginning.Node, text[..end], _clauses[other], _found, other > 0 && step + 1 < MostSteps ? further : null);
            foreach (WordHit found in _found)
            {
                if (MayInvert(vocabulary.Ideas[found.Idea].Role) && (other == 0 || (found.End == end && vocabulary.Ideas[found.Idea].Role != IdeaRole.Decoy)))
                {
                    hits.Add(found with { ModifierStart = Math.Min(modifier, beginning.Start), ModifierEnd = Math.Max(modifier, beginning.End) });
                }
            }

            foreach (PhraseBeginning longer in further)
            {
                if (longer.End == end)
                {
                    // What stands between is a part of the phrase: "disk, hard".
                    FindInClauses(text, longer with { End = beginning.End }, other, longer.Start, step + 1, hits);
                }
            }
        }
    }

    // "voice, coil": a comma inside a phrase in natural order. A decoy or a negation is not put together across it, nor a belonging: "starter, motor" starts
    // one.
    private void FindInNextClause(ReadOnlySpan<char> text, PhraseBeginning beginning, int next, List<WordHit> hits)
    {
        _found.Clear();
        vocabulary.Words.FollowOn(beginning.Node, text, next, _found, null);
        foreach (WordHit found in _found)
        {
            if (vocabulary.Ideas[found.Idea].Role.NamesThing())
            {
                hits.Add(found with { ModifierStart = beginning.Start, ModifierEnd = beginning.End });
            }
        }
    }

    /// <summary>Whether a phrase of a role is read in inverted order without a comma too: "servo arm" is no "arm servo".</summary>
    public static bool MayInvertWithoutComma(IdeaRole role) => role.NamesThing() || role is IdeaRole.Plain or IdeaRole.Decoy;

    /// <summary>Whether a phrase of a role is read in inverted order.</summary>
    public static bool MayInvert(IdeaRole role) => role.NamesThing() || role.MayBelong() || role is IdeaRole.Plain or IdeaRole.Decoy or IdeaRole.Neutral;
}
