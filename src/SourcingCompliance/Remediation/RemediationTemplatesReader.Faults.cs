using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Remediation;

/// <content>What is wrong with templates.</content>
internal static partial class RemediationTemplatesReader
{
    private static List<string> FindFaults(RemediationTemplates templates, string packId)
    {
        var problems = new List<string>();
        if (!templates.Pack.Equals(packId, StringComparison.Ordinal))
        {
            problems.Add($"'pack' is '{templates.Pack}'; the folder is '{packId}'.");
        }

        foreach (IGrouping<string, ActionTemplate> twice in templates.Actions.GroupBy(action => action.Id, StringComparer.Ordinal)
            .Where(group => group.Count() > 1))
        {
            problems.Add($"Two actions have the id '{twice.Key}'.");
        }

        foreach (ActionTemplate action in templates.Actions)
        {
            if (!ActionKinds.All.Contains(action.Kind, StringComparer.Ordinal))
            {
                problems.Add($"The action '{action.Id}' is of kind '{action.Kind}'; expected {string.Join(", ", ActionKinds.All)}.");
            }

            // An action may only come after one that stands before it in the file: so the chain can have no circle.
            problems.AddRange(action.After
                .Where(before => !templates.Actions.TakeWhile(other => other != action).Any(other => other.Id.Equals(before, StringComparison.Ordinal)))
                .Select(before => $"The action '{action.Id}' comes after '{before}', which is not an action above it."));
            problems.AddRange(GetTexts(action).SelectMany(TemplateText.UnknownPlaces)
                .Select(name => $"The action '{action.Id}' has the place '{{{name}}}'; known are {string.Join(", ", TemplateText.Places)}."));
        }

        problems.AddRange(templates.Routes.SelectMany(route => route.Ways
            .Where(way => templates.Find(way) is null)
            .Select(way => $"The route '{route.Name}' names the action '{way}', which does not exist.")));
        string[] letter =
        [
            templates.Letter.Subject, templates.Letter.Opening, templates.Letter.Closing, .. templates.Letter.Evidence,
            .. templates.Letter.Questions.Concat(templates.Letter.Extents).Select(note => note.Text), templates.Letter.WithoutClause
                ?? "", templates.Letter.ClosingWithoutClause ?? "",
        ];
        problems.AddRange(letter.SelectMany(TemplateText.UnknownPlaces)
            .Select(name => $"The letter has a place '{{{name}}}' that is not known."));
        return problems;
    }

    private static string[] GetTexts(ActionTemplate action) =>
        [action.Title, action.TitleWithoutSupplier ?? "", action.Detail, action.Question ?? "", .. action.Notes.Select(note => note.Text)];
}
