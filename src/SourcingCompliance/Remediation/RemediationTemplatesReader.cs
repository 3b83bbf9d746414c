using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Remediation;

/// <summary>Reads <c>remediation.json</c>: parse, check that what it names exists, then hand over an immutable model.</summary>
internal static partial class RemediationTemplatesReader
{
    private const string Fault = DiagnosticIds.RemediationTemplatesInvalid;
    private const string Remedy = "Correct the file, see rules/schema/remediation.schema.json; until then findings get a general action.";

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

        // Faults are collected apart: one is enough to leave the file unused.
        var own = new DiagnosticBag();
        RemediationTemplates templates = RemediationTemplates.None;
        if (JsonObjectReader.Open(content, JsonReadingContext.ForOneId(file, Fault, own)) is { } root)
        {
            templates = ReadTemplates(root);
            foreach (string problem in FindFaults(templates, packId))
            {
                own.Error(Fault, file, problem, Remedy);
            }
        }

        foreach (Diagnostic fault in own.Items)
        {
            diagnostics.Add(fault with { Hint = Remedy });
        }

        return own.HasErrors ? RemediationTemplates.None : templates;
    }

    private static RemediationTemplates ReadTemplates(JsonObjectReader root)
    {
        var templates = new RemediationTemplates
        {
            Pack = root.RequiredText("pack"),
            OwnFacts = root.Texts("ownFacts"),
            ExceptionFacts = root.Texts("exceptionFacts"),
            Materials = ReadNames(root, "materials"),
            Actions = [.. root.Objects("actions").Select(ReadAction)],
            Routes = [.. root.Objects("routes").Select(ReadRoute)],
            Answers = root.Object("answers") is { } answers ? ReadAnswers(answers) : AnswerTimes.Default,
            Letter = root.Object("letter") is { } letter ? ReadLetter(letter) : RequestLetter.Plain,
        };
        root.Date("reviewedOn");
        root.Finish();
        return templates;
    }

    private static Dictionary<string, string> ReadNames(JsonObjectReader root, string name)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.Object(name) is { } map)
        {
            foreach ((string id, _) in map.Members().ToArray())
            {
                names[id] = map.RequiredText(id);
            }
        }

        return names;
    }

    private static ActionTemplate ReadAction(JsonObjectReader fields)
    {
        var action = new ActionTemplate
        {
            Id = fields.RequiredText("id"),
            Kind = fields.RequiredText("kind"),
            MergeBy = ReadMergeBy(fields),
            Asks = fields.Choice<Asks>("asks", ("none", Asks.None), ("supplier", Asks.Supplier), ("house", Asks.House)) ?? Asks.None,
            Needs = fields.Choice<ActionNeed>(
                "needs", ("none", ActionNeed.None), ("approved-alternate", ActionNeed.ApprovedAlternate),
                ("exception", ActionNeed.Exception), ("delivered", ActionNeed.Delivered)) ?? ActionNeed.None,
            After = fields.Texts("after"),
            Route = fields.Text("route"),
            Title = fields.RequiredText("title"),
            TitleWithoutSupplier = fields.Text("titleWithoutSupplier"),
            Detail = fields.RequiredText("detail"),
            Owner = fields.RequiredText("owner"),
            Question = fields.Text("question"),
            LeadTime = ReadLeadTime(fields),
            Notes = ReadNotes(fields, "notes"),
        };
        fields.Finish();
        return action;
    }

    private static MergeBy ReadMergeBy(JsonObjectReader fields)
    {
        fields.RequiredText("mergeBy");
        return fields.Choice<MergeBy>(
            "mergeBy", ("supplier", MergeBy.Supplier), ("part", MergeBy.Part), ("material", MergeBy.Material),
            ("file", MergeBy.File), ("contract", MergeBy.Contract)) ?? default;
    }

    private static AnswerTimes ReadAnswers(JsonObjectReader fields)
    {
        var times = new AnswerTimes(ReadLeadTime(fields, "evaluation"), ReadLeadTime(fields, "late"));
        fields.Finish();
        return times;
    }

    private static LeadTime ReadLeadTime(JsonObjectReader action, string name = "leadTime")
    {
        if (action.Object(name) is not { } fields)
        {
            action.Refuse(name, "missing", "a lead time");
            return ActionTemplate.Review.LeadTime;
        }

        var time = new LeadTime(
            fields.Count("least", isRequired: true) ?? 0, fields.Count("typical", isRequired: true) ?? 0, fields.Count("most", isRequired: true) ?? 0,
            fields.RequiredText("label"), fields.RequiredText("source"));
        fields.Finish();
        if (time.Least > time.Typical || time.Typical > time.Most)
        {
            action.Refuse(name, $"{time.Least}, {time.Typical}, {time.Most}", "a lead time that grows from least over typical to most");
        }

        return time;
    }

    private static RemediationRoute ReadRoute(JsonObjectReader fields)
    {
        var route = new RemediationRoute(fields.RequiredText("name"), ReadCondition(fields), fields.Texts("ways"));
        fields.Finish();
        return route;
    }

    private static RequestLetter ReadLetter(JsonObjectReader fields)
    {
        var letter = new RequestLetter(fields.RequiredText("subject"), fields.RequiredText("opening"), fields.Texts("evidence"), fields.RequiredText("closing"))
        {
            WithoutClause = fields.Text("openingWithoutClause"),
            ClosingWithoutClause = fields.Text("closingWithoutClause"),
            Extents = ReadNotes(fields, "extents"),
            Questions = ReadNotes(fields, "questions"),
        };
        fields.Finish();
        return letter;
    }

    private static ImmutableArray<TemplateNote> ReadNotes(JsonObjectReader owner, string name)
    {
        var notes = ImmutableArray.CreateBuilder<TemplateNote>();
        foreach (JsonObjectReader fields in owner.Objects(name))
        {
            notes.Add(new TemplateNote(ReadCondition(fields), fields.RequiredText("text")));
            fields.Finish();
        }

        return notes.DrainToImmutable();
    }

    private static FindingCondition ReadCondition(JsonObjectReader owner)
    {
        if (owner.Object("when") is not { } fields)
        {
            owner.Refuse("when", "missing", "a condition");
            return new FindingCondition();
        }

        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        foreach (string text in fields.Texts("verdicts"))
        {
            if (VerdictTokens.ParseOfFinding(text) is { } verdict)
            {
                verdicts.Add(verdict);
            }
            else
            {
                fields.Refuse("verdicts", $"'{text}'", "violation, suspect or open");
            }
        }

        var condition = new FindingCondition
        {
            Verdicts = verdicts.DrainToImmutable(),
            Rules = fields.Texts("rules"),
            Facts = fields.Texts("facts"),
            Materials = fields.Texts("materials"),
            Stages = fields.Texts("stages"),
            Presences = fields.Texts("presences"),
            Regimes = fields.Texts("regimes"),
            IsComponent = fields.Flag("component"),
            HasMaterial = fields.Flag("hasMaterial"),
        };
        fields.Finish();
        return condition;
    }
}
