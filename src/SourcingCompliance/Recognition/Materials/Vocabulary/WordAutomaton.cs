using System.Runtime.InteropServices;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// Tells in one step for each character whether a folded text may hold a word of a <see cref="WordTrie"/>. Nearly every part number holds
/// none, and the trie would walk from each of its characters. A state stands for all the places that those walks have reached; states and
/// the steps between them are worked out when a text first asks for them. It remembers, so one serves one thread.
/// </summary>
/// <param name="words">The words.</param>
/// <param name="ignored">Index of an idea whose words do not count; -1 = all count.</param>
/// <param name="unseen">Folded characters of which none may stand in a text that <see cref="HoldsNone"/> sees through.</param>
internal sealed class WordAutomaton(WordTrie words, int ignored = -1, AsciiSet unseen = default)
{
    // A vocabulary and a list of all the world's part numbers must not fill the memory: texts that lead on from here are read by the trie.
    private const int MostStates = 4096;

    private const int Unknown = 0;
    private const int Found = 1;
    private const int Start = 2;
    private const int FirstStates = 64;

    // Marks a step over a character that becomes a blank; states need fewer bits.
    private const int Blank = 1 << 15;

    private readonly Dictionary<StateKey, ushort> _numbers = [];
    private readonly List<int> _next = [];
    private readonly List<StateKey> _states = [default, default, new StateKey([], Previous.Other)];
    private ushort[] _steps = new ushort[FirstStates * AsciiSet.Characters];

    // The same steps for characters that are not folded, so that a text is seen through with one look-up for each: a tenth of a long list's time.
    private ushort[] _unfoldedSteps = new ushort[FirstStates * AsciiSet.Characters];

    // What stands before the next character, as far as it tells whether a word can begin there.
    private enum Previous : byte
    {
        Other,
        Letter,
        Digit,
        PointOfFigure,
    }

    /// <summary>Whether a folded text may hold a word; false = it holds none.</summary>
    public bool MayHold(ReadOnlySpan<char> folded)
    {
        int state = Start;
        foreach (char c in folded)
        {
            if (c >= AsciiSet.Characters)
            {
                return true;
            }

            state = Next(state, c);
            if (state <= Found)
            {
                return true;
            }
        }

        return EndsInWord(state);
    }

    /// <summary>
    /// Whether a text that is not folded is seen to hold no word. False = it holds one, or a character that must be looked at, or something whose
    /// folding depends on its neighbors.
    /// </summary>
    /// <param name="text">The text as it stands.</param>
    public bool HoldsNone(ReadOnlySpan<char> text)
    {
        int state = Start;
        int before = Blank;
        foreach (char c in text)
        {
            if (c >= AsciiSet.Characters)
            {
                return false;
            }

            int next = _unfoldedSteps[(state * AsciiSet.Characters) + c];
            if (next <= Found)
            {
                next = next == Unknown ? StepUnfolded(state, c) : next;
                if (next <= Found)
                {
                    return false;
                }
            }

            if ((next & before & Blank) != 0)
            {
                return false;
            }

            before = next;
            state = next & ~Blank;
        }

        return (before & Blank) == 0 && !EndsInWord(state);
    }

    private int StepUnfolded(int state, char c)
    {
        char folded = TextFolding.FoldAlone(c);
        int next = folded == TextFolding.Unfolded || unseen.Holds(folded) ? Found : Next(state, folded);
        next |= next > Found && folded == ' ' ? Blank : 0;
        _unfoldedSteps[(state * AsciiSet.Characters) + c] = (ushort)next;
        return next;
    }

    private int Next(int state, char c)
    {
        int next = _steps[(state * AsciiSet.Characters) + c];
        return next == Unknown ? Step(state, c) : next;
    }

    // NUL, which no folded text holds, stands for its end.
    private bool EndsInWord(int state) => Next(state, '\0') == Found;

    private int Step(int state, char c)
    {
        int next = Follow(_states[state], c);
        if (next != Unknown)
        {
            _steps[(state * AsciiSet.Characters) + c] = (ushort)next;
        }

        return next;
    }

    private int Follow(StateKey from, char c)
    {
        CharacterKind kind = TextFolding.GetKind(c);
        foreach (int node in from.Nodes)
        {
            if (words.Ends(node, from.Before is Previous.Letter or Previous.Digit, kind, ignored))
            {
                return Found;
            }
        }

        _next.Clear();
        foreach (int node in from.Nodes)
        {
            words.AddChildren(node, c, _next);
        }

        if (kind != CharacterKind.Other)
        {
            bool isInsideFigure = from.Before == Previous.PointOfFigure && kind == CharacterKind.Digit;
            bool begins = from.Before is Previous.Other or Previous.PointOfFigure && !isInsideFigure;
            words.AddChildren(begins ? WordTrie.WordRoot : WordTrie.InnerRoot, c, _next);
        }

        _next.Sort();
        Previous before = kind switch
        {
            CharacterKind.Digit => Previous.Digit,
            CharacterKind.Letter => Previous.Letter,
            _ => c == '.' && from.Before == Previous.Digit ? Previous.PointOfFigure : Previous.Other,
        };
        return GetState(new StateKey([.. _next], before));
    }

    private int GetState(StateKey key)
    {
        if (key.Nodes.Length == 0 && key.Before == Previous.Other)
        {
            return Start;
        }

        if (_numbers.TryGetValue(key, out ushort known))
        {
            return known;
        }

        if (_states.Count == MostStates)
        {
            return Unknown;
        }

        if ((_states.Count + 1) * AsciiSet.Characters > _steps.Length)
        {
            Array.Resize(ref _steps, _steps.Length * 2);
            Array.Resize(ref _unfoldedSteps, _steps.Length);
        }

        ushort number = (ushort)_states.Count;
        _numbers.Add(key, number);
        _states.Add(key);
        return number;
    }

    // Places reached, sorted, and what stands before.
    private readonly struct StateKey(int[] nodes, Previous before) : IEquatable<StateKey>
    {
        public int[] Nodes { get; } = nodes;

        public Previous Before { get; } = before;

        public bool Equals(StateKey other) => Before == other.Before && Nodes.AsSpan().SequenceEqual(other.Nodes);

        public override bool Equals(object? obj) => obj is StateKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(Before);
            hash.AddBytes(MemoryMarshal.AsBytes(Nodes.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
