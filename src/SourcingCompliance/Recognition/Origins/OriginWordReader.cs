using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>Reads <c>reference/origin-words.json</c>: the words around countries.</summary>
internal sealed class OriginWordReader(VocabularyBuilder builder)
{
    /// <summary>Adds everything that the file says to the vocabulary.</summary>
    public void Read(JsonElement root)
    {
        foreach (JsonElement word in GetElements(root, "ambiguous"))
        {
            if (JsonTexts.Optional(word, "usually") is string usual)
            {
                builder.AddUsual(JsonTexts.Required(word, "word"), new Country(usual), JsonTexts.Countries(word));
            }
            else
            {
                builder.AddAmbiguous(JsonTexts.Required(word, "word"), JsonTexts.Countries(word), JsonTexts.Required(word, "why"),
                    word.TryGetProperty("unlessUpper", out JsonElement unlessUpper) && unlessUpper.GetBoolean());
            }
        }

        foreach (JsonElement bloc in GetElements(root, "blocs"))
        {
            foreach (string word in JsonTexts.List(bloc, "words"))
            {
                builder.AddBloc(word, JsonTexts.Countries(bloc), bloc.GetProperty("listed").GetBoolean(), JsonTexts.Required(bloc, "why"));
            }
        }

        foreach (JsonElement state in GetElements(root, "states"))
        {
            builder.AddState(JsonTexts.Required(state, "code"), JsonTexts.Required(state, "name"));
        }

        foreach (JsonElement town in GetElements(root, "towns"))
        {
            builder.Towns[builder.GetKey(JsonTexts.Required(town, "town"))] = [.. JsonTexts.List(town, "states").Select(state => state.ToLowerInvariant())];
        }

        foreach (JsonElement group in GetElements(root, "groups"))
        {
            ReadGroup(group);
        }
    }

    private static JsonElement[] GetElements(JsonElement root, string property) =>
        root.TryGetProperty(property, out JsonElement list) ? [.. list.EnumerateArray()] : [];

    private void ReadGroup(JsonElement group)
    {
        string id = JsonTexts.Required(group, "id");
        WordMeanings meaning = GetMeaning(JsonTexts.Required(group, "meaning"));
        if (meaning == WordMeanings.Label && !(group.TryGetProperty("running", out JsonElement running) && !running.GetBoolean()))
        {
            meaning |= WordMeanings.RunningLabel;
        }

        string? stage = JsonTexts.Optional(group, "stage");
        ImmutableArray<string> elements = JsonTexts.List(group, "elements");
        bool asWritten = group.TryGetProperty("asWritten", out JsonElement written) && written.GetBoolean();
        foreach (string word in JsonTexts.List(group, "words"))
        {
            if (asWritten)
            {
                builder.AddWrittenWord(word, meaning);
            }
            else
            {
                builder.AddWord(word, meaning, stage, elements);
            }
        }

        JsonTexts.AddExamples(builder, group, id, GetProof(meaning, stage, elements));
    }

    // What a text with a word of the group has to read like.
    private static Func<OriginRecognizer, string, bool> GetProof(WordMeanings meaning, string? stage, ImmutableArray<string> elements) => meaning switch
    {
        _ when (meaning & (WordMeanings.RunningLabel | WordMeanings.SuffixLabel)) != 0 =>
            (recognizer, text) => !recognizer.RecognizeLabelled(text).Countries.IsEmpty,
        WordMeanings.Negator or WordMeanings.PostNegator =>
            (recognizer, text) => ReadCell(recognizer, text) is { Countries.IsEmpty: true, Excluded.IsEmpty: false },
        WordMeanings.Hedge or WordMeanings.Or or WordMeanings.And or WordMeanings.CompanyWord or WordMeanings.Indicative or WordMeanings.SupplierNoun =>
            (recognizer, text) => ReadCell(recognizer, text).Certainty == OriginCertainty.Ambiguous,
        WordMeanings.Stage => (recognizer, text) => ReadCell(recognizer, text).Stages.Any(part => part.Stage == stage),
        WordMeanings.Element => (recognizer, text) =>
            ReadCell(recognizer, text).Stages.Any(part => part.Element is string element && elements.Contains(element)),
        WordMeanings.Part or WordMeanings.From => (recognizer, text) => ReadCell(recognizer, text).Relation == OriginRelation.All,
        WordMeanings.Direction => (recognizer, text) => ReadCell(recognizer, text) is { Certainty: OriginCertainty.Definite, Excluded.IsEmpty: true },
        WordMeanings.Move => (recognizer, text) => ReadCell(recognizer, text) is { Countries.Length: > 1, Certainty: OriginCertainty.Ambiguous },
        WordMeanings.Firm => (recognizer, text) => ReadCell(recognizer, text) is { Countries.IsEmpty: true, Unread: not null },
        WordMeanings.NotOrigin or WordMeanings.Recipient or WordMeanings.OwnerNoun or WordMeanings.NoInformation or WordMeanings.Ignored =>
            (recognizer, text) => ReadCell(recognizer, text).Countries.IsEmpty,
        _ => (recognizer, text) => !ReadCell(recognizer, text).Countries.IsEmpty,
    };

    private static RecognizedOrigin ReadCell(OriginRecognizer recognizer, string text) => recognizer.RecognizeCell(text, OriginCodeScheme.Iso);

    private static WordMeanings GetMeaning(string name) => name switch
    {
        "label" => WordMeanings.Label,
        "suffixLabel" => WordMeanings.SuffixLabel,
        "notOrigin" => WordMeanings.NotOrigin,
        "recipient" => WordMeanings.Recipient,
        "indicative" => WordMeanings.Indicative,
        "ownerNoun" => WordMeanings.OwnerNoun,
        "supplierNoun" => WordMeanings.SupplierNoun,
        "companyWord" => WordMeanings.CompanyWord,
        "stage" => WordMeanings.Stage,
        "part" => WordMeanings.Part,
        "element" => WordMeanings.Element,
        "from" => WordMeanings.From,
        "in" => WordMeanings.In,
        "negator" => WordMeanings.Negator,
        "postNegator" => WordMeanings.PostNegator,
        "hedge" => WordMeanings.Hedge,
        "or" => WordMeanings.Or,
        "and" => WordMeanings.And,
        "but" => WordMeanings.But,
        "noInformation" => WordMeanings.NoInformation,
        "ignored" => WordMeanings.Ignored,
        "filler" => WordMeanings.Filler,
        "direction" => WordMeanings.Direction,
        "move" => WordMeanings.Move,
        "firm" => WordMeanings.Firm,
        "codeLabel" => WordMeanings.CodeLabel,
        _ => throw new JsonException($"'{name}' is not a meaning of a word group"),
    };
}
