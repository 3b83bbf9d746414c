using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;
using static SourcingCompliance.Mapping.Vocabulary.VocabularyJson;

namespace SourcingCompliance.Mapping.Vocabulary;

/// <content>How the words of stages and elements are read.</content>
internal sealed partial class ColumnVocabularyReader
{
    private static Dictionary<string, ImmutableArray<string>> ReadConcepts(JsonElement root)
    {
        var concepts = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (JsonProperty concept in Properties(root, "words"))
        {
            ImmutableArray<string> alone = [concept.Name];
            foreach (string word in Languages(concept.Value))
            {
                if (!concepts.TryGetValue(word, out ImmutableArray<string> names))
                {
                    concepts.Add(word, alone);
                }
                else if (!names.Contains(concept.Name))
                {
                    concepts[word] = names.Add(concept.Name);
                }
            }
        }

        return concepts;
    }

    private Dictionary<string, ImmutableArray<BomField>> ReadStages(JsonElement root)
    {
        var stages = new Dictionary<string, ImmutableArray<BomField>>(StringComparer.Ordinal);
        foreach (JsonProperty stage in Properties(root, "stages"))
        {
            if (!FieldNames.TryParse(stage.Name, out BomField field))
            {
                Fail($"'{stage.Name}' under stages is not a field of a bill of materials.");
                continue;
            }

            foreach (string phrase in Languages(stage.Value))
            {
                ImmutableArray<BomField> known = stages.GetValueOrDefault(phrase, []);
                stages[phrase] = known.Contains(field) ? known : known.Add(field);
            }
        }

        return stages;
    }

    // The first text of an element is its symbol, the second its English name.
    private static Dictionary<string, string> ReadElementNames(JsonElement root)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonElement magnets = Child(root, "magnetElements");
        foreach (JsonProperty element in Properties(root, "elements"))
        {
            string name = Texts(element.Value).ElementAtOrDefault(1) ?? element.Name;
            names[element.Name] = Child(magnets, element.Name) is { ValueKind: JsonValueKind.String } magnet ? $"{name} ({magnet.GetString()})" : name;
        }

        return names;
    }

    private static Dictionary<string, string> ReadNamed(JsonElement root, string name)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty property in Properties(root, name))
        {
            foreach (string key in Texts(property.Value))
            {
                named.TryAdd(key, property.Name);
            }
        }

        return named;
    }
}
