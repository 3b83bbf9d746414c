using System.Text.Json;
using SourcingCompliance.Boms;
using SourcingCompliance.Diagnostics;

namespace SourcingCompliance.Materials.Vocabulary;

/// <summary>Reads one file of the vocabulary into the draft. What it cannot use becomes a diagnostic and is left out.</summary>
internal sealed class VocabularyFileReader(VocabularyDraft draft, DiagnosticBag diagnostics, string path)
{
    /// <summary>Reads the file.</summary>
    public void Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                Reject("the file", "an object with ideas, substances, components or makers");
                return;
            }

            ForEach(document.RootElement, "groups", ReadGroup);
            ForEach(document.RootElement, "ideas", ReadIdea);
            ForEach(document.RootElement, "makers", ReadMaker);
            ForEach(document.RootElement, "substances", ReadSubstance);
            ForEach(document.RootElement, "components", ReadComponent);
            ForEach(document.RootElement, "series", ReadSeries);
        }
        catch (JsonException exception)
        {
            diagnostics.Error(DiagnosticIds.MaterialVocabularyUnreadable, CellRef.ForFile(path), $"The vocabulary is no sound JSON: {exception.Message}", "Mend the file; nothing of it was used.");
        }
    }

    private void ReadGroup(JsonElement element)
    {
        if (IdOf(element, "group") is string id)
        {
            var members = new List<string>();
            ForEach(element, "ideas", member => members.Add(member.GetString() ?? ""));
            draft.Groups[id] = draft.Groups.TryGetValue(id, out string[]? known) ? [.. known, .. members] : [.. members];
        }
    }

    private void ReadIdea(JsonElement element)
    {
        if (IdOf(element, "idea") is not string id)
        {
            return;
        }

        Idea idea = draft.IdeaOf(id);
        if (TextOf(element, "says") is string says)
        {
            idea.Says = says;
        }

        if (TextOf(element, "role") is string role)
        {
            if (VocabularyTokens.RoleOf(role) is IdeaRole known)
            {
                idea.Role = known;
            }
            else
            {
                Reject($"the role '{role}' of idea '{id}'", "one of the roles that the schema lists");
            }
        }

        idea.Family = TextOf(element, "family") ?? idea.Family;
        idea.Weight = element.TryGetProperty("weight", out JsonElement weight) && weight.TryGetInt32(out int number) ? number : idea.Weight;
        ReadWords(element, idea);
    }

    private void ReadMaker(JsonElement element)
    {
        if (IdOf(element, "maker") is string id)
        {
            Idea idea = draft.IdeaOf(id);
            idea.Role = IdeaRole.Maker;
            idea.Says = TextOf(element, "says") ?? $"a maker: {TextOf(element, "makes")}";
            ReadWords(element, idea);
        }
    }

    private void ReadSubstance(JsonElement element)
    {
        if (IdOf(element, "substance") is not string id)
        {
            return;
        }

        if (!draft.Substances.TryGetValue(id, out SubstanceEntry? entry))
        {
            draft.Substances.Add(id, entry = new SubstanceEntry(id));
        }

        entry.Title = TextOf(element, "title") ?? entry.Title;
        entry.Family = TextOf(element, "family") ?? entry.Family;
        entry.SettlesFamily |= element.TryGetProperty("settlesFamily", out JsonElement settles) && settles.ValueKind == JsonValueKind.True;
        entry.Kind = TextOf(element, "kind") switch
        {
            "covered" => null,
            "not-covered" => OtherSubstanceKind.NotCovered,
            "feedstock" => OtherSubstanceKind.Feedstock,
            "watch" => OtherSubstanceKind.Watch,
            _ => entry.Kind,
        };
        if (element.TryGetProperty("words", out _))
        {
            Idea idea = draft.IdeaOf(id);
            idea.Says = $"names {entry.Title}";
            idea.Weight = 2;
            ReadWords(element, idea);
            entry.Rules.Add(new RecognitionRule([[idea.Index]], [], Presence.Is, null));
        }

        ForEach(element, "rules", rule => AddRule(rule, id, entry.Rules, needsPresence: entry.Kind is null));
        ForEach(element, "tariffCodes", code => AddTariffCode(code, entry.Rules, entry.Kind is null ? VocabularyTokens.PresenceOf(TextOf(code, "presence")) : Presence.Is));
        ReadExamples(element, id);
    }

    private void ReadComponent(JsonElement element)
    {
        if (IdOf(element, "component") is not string id)
        {
            return;
        }

        if (!draft.Components.TryGetValue(id, out ComponentEntry? entry))
        {
            draft.Components.Add(id, entry = new ComponentEntry(id));
        }

        entry.Title = TextOf(element, "title") ?? entry.Title;
        entry.Material = TextOf(element, "material") ?? entry.Material;
        entry.UsualMaterial = TextOf(element, "usualMaterial") ?? entry.UsualMaterial;
        entry.Likelihood = StepOf(element, id) ?? entry.Likelihood;
        if (element.TryGetProperty("massKilograms", out JsonElement mass) && mass.ValueKind == JsonValueKind.Array && mass.GetArrayLength() == 2)
        {
            entry.MassKilograms = (mass[0].GetDecimal(), mass[1].GetDecimal());
        }

        ForEach(element, "otherMaterials", other =>
        {
            if (TextOf(other, "material") is string material && StepOf(other, id) is string step)
            {
                entry.OtherMaterials.Add((material, step));
            }
        });
        ForEach(element, "insteadOf", other => entry.InsteadOf.Add(other.GetString() ?? ""));
        ForEach(element, "otherKinds", other => entry.OtherKinds = [.. entry.OtherKinds, .. IndexesOf(other.GetString() ?? "")]);
        if (element.TryGetProperty("words", out _))
        {
            Idea idea = draft.IdeaOf(id);
            idea.Says = $"names a component: {entry.Title}";
            idea.Role = IdeaRole.Component;
            idea.Weight = 2;
            ReadWords(element, idea);
            entry.Rules.Add(new RecognitionRule([[idea.Index]], [], null, null));
        }

        ForEach(element, "rules", rule => AddRule(rule, id, entry.Rules, needsPresence: false));
        ForEach(element, "tariffCodes", code => AddTariffCode(code, entry.Rules, null));
        ForEach(element, "supplyClasses", code => AddSupplyClass(code, entry.Rules));
        ReadExamples(element, id);
    }

    // A series of part numbers: an idea whose words are numbers, and the rule that a number of it, beside what it needs, is the thing.
    private void ReadSeries(JsonElement element)
    {
        if (IdOf(element, "series") is not string id)
        {
            return;
        }

        string owner = TextOf(element, "component") ?? TextOf(element, "substance") ?? "";
        bool isComponent = draft.Components.TryGetValue(owner, out ComponentEntry? component);
        if (!isComponent && !draft.Substances.ContainsKey(owner))
        {
            Reject($"the series '{id}' of '{owner}'", "\"component\" or \"substance\" with the id of an entry");
            return;
        }

        Idea idea = draft.IdeaOf(id);
        idea.IsNumber = true;
        idea.Weight = element.TryGetProperty("beside", out _) ? 2 : 3;
        idea.Says = TextOf(element, "says") ?? $"a part number of {component?.Title ?? draft.Substances[owner].Title}";
        draft.Defined.Add(id);
        ForEach(element, "numbers", number => AddWord(number.GetString() ?? "", idea, FormGroup.None));
        int[][] beside = TextOf(element, "beside") is string needed ? [[.. needed.Split('|').SelectMany(IndexesOf)]] : [];
        var rule = new RecognitionRule([[idea.Index], .. beside], [], isComponent ? null : VocabularyTokens.PresenceOf(TextOf(element, "presence")) ?? Presence.Possible, StepOf(element, id));
        (component?.Rules ?? draft.Substances[owner].Rules).Add(rule);
        ReadExamples(element, owner);
    }

    private void AddRule(JsonElement element, string owner, List<RecognitionRule> rules, bool needsPresence)
    {
        var all = new List<int[]>();
        ForEach(element, "all", part => all.Add([.. (part.GetString() ?? "").Split('|').SelectMany(IndexesOf)]));
        var none = new List<int>();
        ForEach(element, "none", part => none.AddRange(IndexesOf(part.GetString() ?? "")));
        Presence? presence = VocabularyTokens.PresenceOf(TextOf(element, "presence"));
        if (all.Count == 0 || (needsPresence && presence is null))
        {
            Reject($"a rule of '{owner}' without condition or presence", "\"all\" with at least one idea, and for a covered substance \"presence\": is, contains or possible");
            return;
        }

        rules.Add(new RecognitionRule([.. all], [.. none], presence ?? Presence.Is, StepOf(element, owner)));
    }

    private IEnumerable<int> IndexesOf(string name) =>
        draft.Groups.TryGetValue(name, out string[]? members) ? members.Select(member => draft.IdeaOf(member).Index) : [draft.IdeaOf(name).Index];

    private void AddTariffCode(JsonElement element, List<RecognitionRule> rules, Presence? presence)
    {
        if (TextOf(element, "code") is not string code)
        {
            return;
        }

        Idea idea = draft.IdeaOf($"tariff-{code}");
        idea.Says = $"tariff code {code}: {TextOf(element, "title")}";
        // A code under which many things lie says no more than a shelf does; "parts of motors" on a shaft is a shaft.
        idea.IsNumber = presence is null && Likelihoods.Of(StepOf(element, code) ?? Likelihoods.None) is > 0 and < Likelihoods.Contains;
        idea.Weight = idea.IsNumber ? 1 : 3;
        draft.Defined.Add(idea.Id);
        draft.TariffCodes.Add(code, idea);
        rules.Add(new RecognitionRule([[idea.Index]], [], presence, StepOf(element, code)));
    }

    // The class stands in a column of its own or begins a National Stock Number. It says no more than on which shelf the thing lies.
    private void AddSupplyClass(JsonElement element, List<RecognitionRule> rules)
    {
        if (TextOf(element, "code") is not string code)
        {
            return;
        }

        Idea idea = draft.IdeaOf($"supply-class-{code}");
        idea.Says = $"Federal Supply Class {code}: {TextOf(element, "title")}";
        idea.IsNumber = true;
        draft.Defined.Add(idea.Id);
        AddWord($"fsc_{code}", idea, FormGroup.None);
        AddWord($"nsn_{code}_##_###_####", idea, FormGroup.None);
        AddWord($"{code} ## ### ####", idea, FormGroup.None);
        rules.Add(new RecognitionRule([[idea.Index]], [], null, StepOf(element, code) ?? "possible"));
    }

    private void ReadWords(JsonElement element, Idea idea)
    {
        draft.Defined.Add(idea.Id);
        if (!element.TryGetProperty("words", out JsonElement words) || words.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty language in words.EnumerateObject())
        {
            FormGroup forms = WordForms.Of(language.Name);
            foreach (JsonElement word in language.Value.EnumerateArray())
            {
                AddWord(word.GetString() ?? "", idea, forms);
            }
        }
    }

    private void AddWord(string notation, Idea idea, FormGroup forms)
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

    private void ReadExamples(JsonElement element, string id)
    {
        if (element.TryGetProperty("examples", out JsonElement examples) && examples.ValueKind == JsonValueKind.Object)
        {
            ForEach(examples, "match", text => draft.Examples.Add(new VocabularyExample(id, text.GetString() ?? "", Matches: true)));
            ForEach(examples, "noMatch", text => draft.Examples.Add(new VocabularyExample(id, text.GetString() ?? "", Matches: false)));
        }
    }

    private string? IdOf(JsonElement element, string what)
    {
        string? id = element.ValueKind == JsonValueKind.Object ? TextOf(element, "id") : null;
        if (id is null)
        {
            Reject($"{what} without an id", "\"id\" in lower case with hyphens");
        }

        return id;
    }

    private string? StepOf(JsonElement element, string owner)
    {
        string? step = TextOf(element, "likelihood");
        if (step is not null && Likelihoods.Of(step) is null)
        {
            Reject($"the likelihood '{step}' of '{owner}'", "certain, very-likely, likely, possible, unlikely or none");
            return null;
        }

        return step;
    }

    private void Reject(string found, string expected) =>
        diagnostics.Error(DiagnosticIds.VocabularyEntryRejected, CellRef.ForFile(path), $"Found {found}; expected {expected}.", "Mend the entry; it was left out.");

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void ForEach(JsonElement element, string name, Action<JsonElement> action)
    {
        if (element.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in list.EnumerateArray())
            {
                action(item);
            }
        }
    }
}
