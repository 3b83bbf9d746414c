using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Remediation;

/// <summary>Reads <c>remediation.json</c>: parse, check that what it names exists, then hand over an immutable model.</summary>
internal static class RemediationTemplatesReader
{
    /// <summary>Reads the file of a pack; gives <see cref="RemediationTemplates.None"/> and a diagnostic when it cannot be used.</summary>
    public static RemediationTemplates Read(RuleFolder folder, string packId, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(diagnostics);
        string path = $"{packId}/remediation.json";
        CellRef file = CellRef.ForFile($"{folder.Name}/{path}");
        if (folder.Find(path) is not { } content)
        {
            diagnostics.Warn(
                DiagnosticIds.RemediationTemplatesNotFound, file,
                $"The pack '{packId}' has no remediation.json, so findings get a general action without a lead time of their own.",
                "Add the file, see rules/schema/remediation.schema.json.");
            return RemediationTemplates.None;
        }

        var problems = new List<string>();
        RemediationTemplates? templates = null;
        try
        {
            using JsonDocument document = JsonText.Parse(content);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                templates = ReadTemplates(new JsonFields(document.RootElement, "", problems));
                Check(templates, packId, problems);
            }
            else
            {
                problems.Add("The file is no JSON object.");
            }
        }
        catch (JsonException error)
        {
            problems.Add($"The file cannot be used: {error.Message}.");
        }

        foreach (string problem in problems)
        {
            diagnostics.Error(
                DiagnosticIds.RemediationTemplatesInvalid, file, problem,
                "Mend the file, see rules/schema/remediation.schema.json; until then findings get a general action.");
        }

        return problems.Count == 0 && templates is not null ? templates : RemediationTemplates.None;
    }

    private static RemediationTemplates ReadTemplates(JsonFields root) => new()
    {
        Pack = root.Text("pack"),
        OwnFacts = root.Texts("ownFacts"),
        ExceptionFacts = root.Texts("exceptionFacts"),
        Materials = root.Map("materials"),
        Actions = [.. root.Objects("actions").Select(ReadAction)],
        Routes = [.. root.Objects("routes").Select(ReadRoute)],
        Letter = root.ObjectOrNull("letter") is { } letter ? ReadLetter(letter) : RequestLetter.Plain,
    };

    private static ActionTemplate ReadAction(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        Kind = fields.Text("kind"),
        MergeBy = fields.Choice<MergeBy>(
            "mergeBy", null, ("supplier", MergeBy.Supplier), ("part", MergeBy.Part), ("material", MergeBy.Material),
            ("file", MergeBy.File), ("contract", MergeBy.Contract)),
        Asks = fields.Choice<Asks>("asks", Asks.None, ("none", Asks.None), ("supplier", Asks.Supplier), ("house", Asks.House)),
        Needs = fields.Choice<ActionNeed>(
            "needs", ActionNeed.None, ("none", ActionNeed.None), ("approved-alternate", ActionNeed.ApprovedAlternate),
            ("exception", ActionNeed.Exception), ("delivered", ActionNeed.Delivered)),
        After = fields.Texts("after"),
        Title = fields.Text("title"),
        TitleWithoutSupplier = fields.TextOrNull("titleWithoutSupplier"),
        Detail = fields.Text("detail"),
        Owner = fields.Text("owner"),
        Question = fields.TextOrNull("question"),
        LeadTime = ReadLeadTime(fields),
        Notes = [.. fields.Objects("notes").Select(note => new TemplateNote(ReadCondition(note), note.Text("text")))],
    };

    private static LeadTime ReadLeadTime(JsonFields action)
    {
        if (action.ObjectOrNull("leadTime") is not { } fields)
        {
            action.Fail("leadTime", "is not stated");
            return ActionTemplate.Review.LeadTime;
        }

        var time = new LeadTime(
            fields.Number("least"), fields.Number("typical"), fields.Number("most"), fields.Text("label"), fields.Text("source"));
        if (time.Least > time.Typical || time.Typical > time.Most)
        {
            action.Fail("leadTime", "must grow from least over typical to most");
        }

        return time;
    }

    private static RemediationRoute ReadRoute(JsonFields fields) =>
        new(fields.Text("name"), ReadCondition(fields), fields.Texts("ways"));

    private static RequestLetter ReadLetter(JsonFields fields) =>
        new(fields.Text("subject"), fields.Text("opening"), fields.Texts("evidence"), fields.Text("closing"))
        {
            WithoutClause = fields.TextOrNull("openingWithoutClause"),
            ClosingWithoutClause = fields.TextOrNull("closingWithoutClause"),
            Extents = [.. fields.Objects("extents").Select(extent => new TemplateNote(ReadCondition(extent), extent.Text("text")))],
            Questions = [.. fields.Objects("questions").Select(question => new TemplateNote(ReadCondition(question), question.Text("text")))],
        };

    private static FindingCondition ReadCondition(JsonFields owner)
    {
        if (owner.ObjectOrNull("when") is not { } fields)
        {
            owner.Fail("when", "is not stated");
            return new FindingCondition();
        }

        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        foreach (string text in fields.Texts("verdicts"))
        {
            switch (text)
            {
                case "violation":
                    verdicts.Add(Verdict.Violation);
                    break;
                case "suspect":
                    verdicts.Add(Verdict.Suspect);
                    break;
                case "open":
                    verdicts.Add(Verdict.Open);
                    break;
                default:
                    fields.Fail("verdicts", $"holds '{text}'; expected violation, suspect, open");
                    break;
            }
        }

        return new FindingCondition
        {
            Verdicts = verdicts.DrainToImmutable(),
            Rules = fields.Texts("rules"),
            Facts = fields.Texts("facts"),
            Materials = fields.Texts("materials"),
            Stages = fields.Texts("stages"),
            Presences = fields.Texts("presences"),
            Regimes = fields.Texts("regimes"),
            IsComponent = fields.BooleanOrNull("component"),
            HasMaterial = fields.BooleanOrNull("hasMaterial"),
        };
    }

    private static void Check(RemediationTemplates templates, string packId, List<string> problems)
    {
        if (!templates.Pack.Equals(packId, StringComparison.Ordinal))
        {
            problems.Add($"'pack' is '{templates.Pack}'; the folder is '{packId}'.");
        }

        foreach (IGrouping<string, ActionTemplate> twice in templates.Actions.GroupBy(action => action.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
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
                .Select(before => $"The action '{action.Id}' comes after '{before}', which is no action above it."));
            problems.AddRange(TextsOf(action).SelectMany(TemplateText.UnknownPlaces)
                .Select(name => $"The action '{action.Id}' has the place '{{{name}}}'; known are {string.Join(", ", TemplateText.Places)}."));
        }

        problems.AddRange(templates.Routes.SelectMany(route => route.Ways
            .Where(way => templates.Find(way) is null)
            .Select(way => $"The route '{route.Name}' names the action '{way}', which does not exist.")));
        string[] letter = 
        [
            templates.Letter.Subject, templates.Letter.Opening, templates.Letter.Closing, .. templates.Letter.Evidence,
            .. templates.Letter.Questions.Concat(templates.Letter.Extents).Select(note => note.Text), templates.Letter.WithoutClause ?? "", templates.Letter.ClosingWithoutClause ?? "",
        ];
        problems.AddRange(letter.SelectMany(TemplateText.UnknownPlaces)
            .Select(name => $"The letter has a place '{{{name}}}' that is not known."));
    }

    private static string[] TextsOf(ActionTemplate action) =>
        [action.Title, action.TitleWithoutSupplier ?? "", action.Detail, action.Question ?? "", .. action.Notes.Select(note => note.Text)];
}
