using System.Text.Json;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Reads what stands for a thing without naming it: part numbers by series, tariff codes, supply classes.</summary>
internal sealed class VocabularyCodeReader(VocabularyDraft draft, VocabularyElements elements)
{
    /// <summary>Reads a series of part numbers: an idea whose words are numbers, and the rule that a number of it, beside what it needs, is the
    /// thing.</summary>
    public void ReadSeries(JsonElement element)
    {
        if (elements.GetId(element, "series") is not string id)
        {
            return;
        }

        string owner = VocabularyElements.GetText(element, "component") ?? VocabularyElements.GetText(element, "substance") ?? "";
        bool isComponent = draft.Components.TryGetValue(owner, out ComponentEntry? component);
        if (!isComponent && !draft.Substances.ContainsKey(owner))
        {
            elements.Reject($"the series '{id}' of '{owner}'", "\"component\" or \"substance\" with the id of an entry");
            return;
        }

        Idea idea = draft.GetIdea(id);
        idea.IsNumber = true;
        idea.Weight = element.TryGetProperty("beside", out _) ? 2 : 3;
        idea.Says = VocabularyElements.GetText(element, "says") ?? $"a part number of {component?.Title ?? draft.Substances[owner].Title}";
        draft.Defined.Add(id);
        VocabularyElements.ForEach(element, "numbers", number => elements.AddWord(number.GetString() ?? "", idea, FormGroup.None));
        int[][] beside = VocabularyElements.GetText(element, "beside") is string needed ? [[.. needed.Split('|').SelectMany(elements.GetIndexes)]] : [];
        var rule = new RecognitionRule([[idea.Index], .. beside], [], isComponent ? null
            : VocabularyTokens.GetPresence(VocabularyElements.GetText(element, "presence")) ?? Presence.Possible, elements.GetStep(element, id));
        (component?.Rules ?? draft.Substances[owner].Rules).Add(rule);
        elements.ReadExamples(element, owner);
    }

    /// <summary>Adds a tariff code and the rule that a line under it is the thing.</summary>
    public void AddTariffCode(JsonElement element, List<RecognitionRule> rules, Presence? presence)
    {
        if (VocabularyElements.GetText(element, "code") is not string code)
        {
            return;
        }

        Idea idea = draft.GetIdea($"tariff-{code}");
        idea.Says = $"tariff code {code}: {VocabularyElements.GetText(element, "title")}";
        // A code under which many things lie says no more than a shelf does; "parts of motors" on a shaft is a shaft.
        idea.IsNumber = presence is null && Likelihoods.Get(elements.GetStep(element, code) ?? Likelihoods.None) is > 0 and < Likelihoods.Contains;
        idea.Weight = idea.IsNumber ? 1 : 3;
        draft.Defined.Add(idea.Id);
        draft.TariffCodes.Add(code, idea);
        rules.Add(new RecognitionRule([[idea.Index]], [], presence, elements.GetStep(element, code)));
    }

    /// <summary>Adds a Federal Supply Class. It stands in a column of its own or begins a National Stock Number, and says no more than on which shelf the thing
    /// lies.</summary>
    public void AddSupplyClass(JsonElement element, List<RecognitionRule> rules)
    {
        if (VocabularyElements.GetText(element, "code") is not string code)
        {
            return;
        }

        Idea idea = draft.GetIdea($"supply-class-{code}");
        idea.Says = $"Federal Supply Class {code}: {VocabularyElements.GetText(element, "title")}";
        idea.IsNumber = true;
        draft.Defined.Add(idea.Id);
        elements.AddWord($"fsc_{code}", idea, FormGroup.None);
        elements.AddWord($"nsn_{code}_##_###_####", idea, FormGroup.None);
        elements.AddWord($"{code} ## ### ####", idea, FormGroup.None);
        rules.Add(new RecognitionRule([[idea.Index]], [], null, elements.GetStep(element, code) ?? "possible"));
    }
}
