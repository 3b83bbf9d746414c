using System.Text.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Reads the parts that entries of every kind have: ids, words, examples, likelihoods. What it cannot use becomes a diagnostic.</summary>
internal sealed class VocabularyElements(VocabularyDraft draft, DiagnosticBag diagnostics, string path)
{
    /// <summary>Adds the words of an entry, by language, to an idea.</summary>
    public void ReadWords(JsonElement element, Idea idea)
    {
        draft.Defined.Add(idea.Id);
        if (!element.TryGetProperty("words", out JsonElement words) || words.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty language in words.EnumerateObject())
        {
            FormGroup forms = WordForms.Get(language.Name);
            foreach (JsonElement word in language.Value.EnumerateArray())
            {
                AddWord(word.GetString() ?? "", idea, forms);
            }
        }
    }

    /// <summary>Adds a word in the notation of words to an idea; a notation that cannot be read is rejected.</summary>
    public void AddWord(string notation, Idea idea, FormGroup forms)
    {
        if (WordNotation.Expand(notation) is List<WordSpelling> spellings)
        {
            spellings.ForEach(spelling => draft.Words.Add(spelling, idea.Index, forms));
        }
        else
        {
            Reject($"the word '{notation}' of '{idea.Id}'", "letters, digits and the notation of words, brackets in pairs");
        }
    }

    /// <summary>Adds the examples of an entry.</summary>
    public void ReadExamples(JsonElement element, string id)
    {
        if (element.TryGetProperty("examples", out JsonElement examples) && examples.ValueKind == JsonValueKind.Object)
        {
            ForEach(examples, "match", text => draft.Examples.Add(new VocabularyExample(id, text.GetString() ?? "", Matches: true)));
            ForEach(examples, "noMatch", text => draft.Examples.Add(new VocabularyExample(id, text.GetString() ?? "", Matches: false)));
        }
    }

    /// <summary>The id of an entry; null = it has none and is rejected.</summary>
    public string? GetId(JsonElement element, string what)
    {
        string? id = element.ValueKind == JsonValueKind.Object ? GetText(element, "id") : null;
        if (id is null)
        {
            Reject($"{what} without an id", "\"id\" in lower case with hyphens");
        }

        return id;
    }

    /// <summary>The step of likelihood of an element; null = none is said, or none that is known.</summary>
    public string? GetStep(JsonElement element, string owner)
    {
        string? step = GetText(element, "likelihood");
        if (step is not null && Likelihoods.Get(step) is null)
        {
            Reject($"the likelihood '{step}' of '{owner}'", "certain, very-likely, likely, possible, unlikely or none");
            return null;
        }

        return step;
    }

    /// <summary>Reports what cannot be used.</summary>
    public void Reject(string found, string expected) =>
        diagnostics.Error(DiagnosticIds.VocabularyEntryRejected, CellRef.ForFile(path),
            $"Found {found}; expected {expected}.", "Correct the entry; it was not used.");

    /// <summary>The text of a property; null = it has none.</summary>
    public static string? GetText(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Does something for each element of a list, if there is one.</summary>
    public static void ForEach(JsonElement element, string name, Action<JsonElement> action)
    {
        if (element.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in list.EnumerateArray())
            {
                action(item);
            }
        }
    }

    /// <summary>The ideas that a name stands for: those of a group, or the idea itself.</summary>
    public IEnumerable<int> GetIndexes(string name) =>
        draft.Groups.TryGetValue(name, out string[]? members) ? members.Select(member => draft.GetIdea(member).Index) : [draft.GetIdea(name).Index];
}
