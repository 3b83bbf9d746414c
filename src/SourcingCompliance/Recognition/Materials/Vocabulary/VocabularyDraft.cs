namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>A text that an entry of the vocabulary promises to recognize, or not to.</summary>
/// <param name="EntryId">Id of the substance or component.</param>
/// <param name="Text">The text, read as a description.</param>
/// <param name="Matches">Whether the entry must be found in it.</param>
internal sealed record VocabularyExample(string EntryId, string Text, bool Matches);

/// <summary>The vocabulary while it is read, layer upon layer.</summary>
internal sealed class VocabularyDraft
{
    private readonly Dictionary<string, Idea> _ideas = new(StringComparer.Ordinal);

    /// <summary>The ideas in the order in which they were first named.</summary>
    public List<Idea> Ideas { get; } = [];

    /// <summary>Ideas that rules name together, by the name of the group.</summary>
    public Dictionary<string, string[]> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>All words.</summary>
    public WordTrieBuilder Words { get; } = new();

    /// <summary>Ideas that tariff codes stand for.</summary>
    public TariffCodes TariffCodes { get; } = new();

    /// <summary>Substances by id, in the order read.</summary>
    public Dictionary<string, SubstanceEntry> Substances { get; } = new(StringComparer.Ordinal);

    /// <summary>Components by id, in the order read.</summary>
    public Dictionary<string, ComponentEntry> Components { get; } = new(StringComparer.Ordinal);

    /// <summary>Examples of all entries.</summary>
    public List<VocabularyExample> Examples { get; } = [];

    /// <summary>Ids of ideas that have words, a tariff code or a meaning in the code.</summary>
    public HashSet<string> Defined { get; } = new(StringComparer.Ordinal);

    /// <summary>The idea of an id, made when it is named for the first time.</summary>
    public Idea GetIdea(string id)
    {
        if (!_ideas.TryGetValue(id, out Idea? idea))
        {
            idea = new Idea(Ideas.Count, id);
            _ideas.Add(id, idea);
            Ideas.Add(idea);
        }

        return idea;
    }
}
