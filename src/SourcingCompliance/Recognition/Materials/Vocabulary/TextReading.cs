namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>What became of a word once its neighbors were read.</summary>
internal enum WordState
{
    /// <summary>It counts.</summary>
    Active,

    /// <summary>An accessory takes its part: "motor" in "motor mount".</summary>
    Swallowed,

    /// <summary>It says what the line is meant for: "motor" in "cable for motor".</summary>
    Use,

    /// <summary>It is negated: "magnet" in "no magnet".</summary>
    Negated,
}

/// <summary>A word of a text with its place in it and its state.</summary>
/// <param name="Idea">The idea that it stands for.</param>
/// <param name="Start">First folded character.</param>
/// <param name="End">The folded character behind the last.</param>
internal sealed record ReadWord(Idea Idea, int Start, int End)
{
    /// <summary>What became of it.</summary>
    public WordState State { get; set; }

    /// <summary>Whether the text says that the line holds it: it stands behind "with" or "contains" in its clause.</summary>
    public bool IsHeld { get; set; }

    /// <summary>The words as they stand in the text.</summary>
    public string Text { get; set; } = "";
}

/// <summary>Everything that the vocabulary knows of one text.</summary>
/// <param name="Number">Its number, for use as a key; texts that say the same may share one. 0 = no word of interest.</param>
/// <param name="Length">How many characters the text has.</param>
/// <param name="Words">The words found, in the order of the text.</param>
/// <param name="MagnetIsHead">Whether the text speaks of a magnet as the thing itself.</param>
/// <param name="IsSilent">Whether no rule begins with any of its words: a line whose every text is silent carries nothing.</param>
internal sealed record TextReading(int Number, int Length, ReadWord[] Words, bool MagnetIsHead, bool IsSilent)
{
    /// <summary>The reading of a text without a word of interest.</summary>
    public static readonly TextReading Nothing = new(0, 0, [], false, true);

    /// <summary>Whether the text is made of words that say nothing of the thing: "ITEM", "per drawing", a maker's name, a part number.</summary>
    public bool SaysNothing { get; init; }

    /// <summary>What the text says when it is read alone; null = nothing, or not weighed yet.</summary>
    public Mention? Mention { get; private set; }

    /// <summary>Whether <see cref="Mention"/> was worked out.</summary>
    public bool IsWeighed { get; private set; }

    /// <summary>Remembers what the text says when it is read alone.</summary>
    public void Weigh(Mention? mention)
    {
        Mention = mention;
        IsWeighed = true;
    }
}
