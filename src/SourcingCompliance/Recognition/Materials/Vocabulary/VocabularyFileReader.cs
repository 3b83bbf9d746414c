using System.Text.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Reads one file of the vocabulary into the draft. What it cannot use becomes a diagnostic and is left out.</summary>
internal sealed class VocabularyFileReader(VocabularyDraft draft, DiagnosticBag diagnostics, string path)
{
    private readonly VocabularyElements _elements = new(draft, diagnostics, path);
    private readonly VocabularyCodeReader _codes = new(draft, new VocabularyElements(draft, diagnostics, path));

    /// <summary>Reads the file.</summary>
    public void Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using JsonDocument document = JsonText.Parse(content);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                _elements.Reject("the file", "an object with ideas, substances, components or makers");
                return;
            }

            VocabularyElements.ForEach(document.RootElement, "groups", ReadGroup);
            VocabularyElements.ForEach(document.RootElement, "ideas", ReadIdea);
            VocabularyElements.ForEach(document.RootElement, "makers", ReadMaker);
            VocabularyElements.ForEach(document.RootElement, "substances", ReadSubstance);
            VocabularyElements.ForEach(document.RootElement, "components", ReadComponent);
            VocabularyElements.ForEach(document.RootElement, "series", _codes.ReadSeries);
        }
        catch (JsonException exception)
        {
            diagnostics.Error(DiagnosticIds.MaterialVocabularyUnreadable, CellRef.ForFile(path), $"The vocabulary cannot be used: {exception.Message}.",
                "Correct the file; nothing in it was used.");
        }
    }

    private void ReadGroup(JsonElement element)
    {
        if (_elements.GetId(element, "group") is string id)
        {
            var members = new List<string>();
            VocabularyElements.ForEach(element, "ideas", member => members.Add(member.GetString() ?? ""));
            draft.Groups[id] = draft.Groups.TryGetValue(id, out string[]? known) ? [.. known, .. members] : [.. members];
        }
    }

    private void ReadIdea(JsonElement element)
    {
        if (_elements.GetId(element, "idea") is not string id)
        {
            return;
        }

        Idea idea = draft.GetIdea(id);
        if (VocabularyElements.GetText(element, "says") is string says)
        {
            idea.Says = says;
        }

        if (VocabularyElements.GetText(element, "role") is string role)
        {
            if (VocabularyTokens.GetRole(role) is IdeaRole known)
            {
                idea.Role = known;
            }
            else
            {
                _elements.Reject($"the role '{role}' of idea '{id}'", "one of the roles that the schema lists");
            }
        }

        idea.Family = VocabularyElements.GetText(element, "family") ?? idea.Family;
        idea.Weight = element.TryGetProperty("weight", out JsonElement weight) && weight.TryGetInt32(out int number) ? number : idea.Weight;
        _elements.ReadWords(element, idea);
    }

    private void ReadMaker(JsonElement element)
    {
        if (_elements.GetId(element, "maker") is string id)
        {
            Idea idea = draft.GetIdea(id);
            idea.Role = IdeaRole.Maker;
            idea.Says = VocabularyElements.GetText(element, "says") ?? $"a maker: {VocabularyElements.GetText(element, "makes")}";
            _elements.ReadWords(element, idea);
        }
    }

    private void ReadSubstance(JsonElement element)
    {
        if (_elements.GetId(element, "substance") is not string id)
        {
            return;
        }

        if (!draft.Substances.TryGetValue(id, out SubstanceEntry? entry))
        {
            draft.Substances.Add(id, entry = new SubstanceEntry(id));
        }

        entry.Title = VocabularyElements.GetText(element, "title") ?? entry.Title;
        entry.Family = VocabularyElements.GetText(element, "family") ?? entry.Family;
        entry.SettlesFamily |= element.TryGetProperty("settlesFamily", out JsonElement settles) && settles.ValueKind == JsonValueKind.True;
        entry.Kind = VocabularyElements.GetText(element, "kind") switch
        {
            "covered" => null,
            "not-covered" => OtherSubstanceKind.NotCovered,
            "feedstock" => OtherSubstanceKind.Feedstock,
            "watch" => OtherSubstanceKind.Watch,
            _ => entry.Kind,
        };
        if (element.TryGetProperty("words", out _))
        {
            Idea idea = draft.GetIdea(id);
            idea.Says = $"names {entry.Title}";
            idea.Weight = 2;
            _elements.ReadWords(element, idea);
            entry.Rules.Add(new RecognitionRule([[idea.Index]], [], Presence.Is, null));
        }

        VocabularyElements.ForEach(element, "rules", rule => AddRule(rule, id, entry.Rules, needsPresence: entry.Kind is null));
        VocabularyElements.ForEach(element, "tariffCodes", code => _codes.AddTariffCode(code, entry.Rules, entry.Kind is null
            ? VocabularyTokens.GetPresence(VocabularyElements.GetText(code, "presence")) : Presence.Is));
        _elements.ReadExamples(element, id);
    }

    private void ReadComponent(JsonElement element)
    {
        if (_elements.GetId(element, "component") is not string id)
        {
            return;
        }

        if (!draft.Components.TryGetValue(id, out ComponentEntry? entry))
        {
            draft.Components.Add(id, entry = new ComponentEntry(id));
        }

        entry.Title = VocabularyElements.GetText(element, "title") ?? entry.Title;
        entry.Material = VocabularyElements.GetText(element, "material") ?? entry.Material;
        entry.UsualMaterial = VocabularyElements.GetText(element, "usualMaterial") ?? entry.UsualMaterial;
        entry.Likelihood = _elements.GetStep(element, id) ?? entry.Likelihood;
        if (element.TryGetProperty("massKilograms", out JsonElement mass) && mass.ValueKind == JsonValueKind.Array && mass.GetArrayLength() == 2)
        {
            entry.MassKilograms = (mass[0].GetDecimal(), mass[1].GetDecimal());
        }

        VocabularyElements.ForEach(element, "otherMaterials", other =>
        {
            if (VocabularyElements.GetText(other, "material") is string material && _elements.GetStep(other, id) is string step)
            {
                entry.OtherMaterials.Add((material, step));
            }
        });
        VocabularyElements.ForEach(element, "insteadOf", other => entry.InsteadOf.Add(other.GetString() ?? ""));
        VocabularyElements.ForEach(element, "otherKinds", other => entry.OtherKinds = [.. entry.OtherKinds, .. _elements.GetIndexes(other.GetString() ?? "")]);
        if (element.TryGetProperty("words", out _))
        {
            Idea idea = draft.GetIdea(id);
            idea.Says = $"names a component: {entry.Title}";
            idea.Role = IdeaRole.Component;
            idea.Weight = 2;
            _elements.ReadWords(element, idea);
            entry.Rules.Add(new RecognitionRule([[idea.Index]], [], null, null));
        }

        VocabularyElements.ForEach(element, "rules", rule => AddRule(rule, id, entry.Rules, needsPresence: false));
        VocabularyElements.ForEach(element, "tariffCodes", code => _codes.AddTariffCode(code, entry.Rules, null));
        VocabularyElements.ForEach(element, "supplyClasses", code => _codes.AddSupplyClass(code, entry.Rules));
        _elements.ReadExamples(element, id);
    }

    private void AddRule(JsonElement element, string owner, List<RecognitionRule> rules, bool needsPresence)
    {
        var all = new List<int[]>();
        VocabularyElements.ForEach(element, "all", part => all.Add([.. (part.GetString() ?? "").Split('|').SelectMany(_elements.GetIndexes)]));
        var none = new List<int>();
        VocabularyElements.ForEach(element, "none", part => none.AddRange(_elements.GetIndexes(part.GetString() ?? "")));
        Presence? presence = VocabularyTokens.GetPresence(VocabularyElements.GetText(element, "presence"));
        if (all.Count == 0 || (needsPresence && presence is null))
        {
            _elements.Reject($"a rule of '{owner}' without condition or presence",
                "\"all\" with at least one idea, and for a covered substance \"presence\": is, contains or possible");
            return;
        }

        rules.Add(new RecognitionRule([.. all], [.. none], presence ?? Presence.Is, _elements.GetStep(element, owner)));
    }

}
