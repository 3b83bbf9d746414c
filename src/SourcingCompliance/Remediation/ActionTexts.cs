using System.Collections.Concurrent;
using System.Collections.Immutable;
using SourcingCompliance.Decisions;

namespace SourcingCompliance.Remediation;

/// <summary>Writes what a step says: title, detail, questions.</summary>
internal sealed class ActionTexts(PlanSettings settings)
{
    // Actions for single parts say the same in detail; two threads write them.
    private readonly ConcurrentDictionary<string, string> _details = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Template, object Kind, string Supplier, DateOnly Due), string> _detailsOfKind = [];
    private readonly ConcurrentDictionary<(string Template, LeadTime Lead), string> _leads = [];
    private readonly ConcurrentDictionary<ActionTemplate, bool> _tellsParts = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _materials = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ImmutableArray<MissingFact>, ImmutableArray<string>> _stages = [];

    /// <summary>Every question that the letter asks beside those of the findings, without the part.</summary>
    public ImmutableArray<string> LetterQuestions { get; } = [.. settings.Templates.Letter.Questions.Select(question => question.Text)];

    /// <summary>
    /// The title with its places filled; the detail with its places filled, and the notes that speak of one of the step's findings; what
    /// the detail says of makers, empty when its template asks for none.
    /// </summary>
    public (string Title, string Detail, string Makers) Get(PlanStep step)
    {
        Func<string, string> values = GetValues(step, step.Contexts);
        string title = TemplateText.Fill(GetTemplate(step), values);
        if (GetKind(step) is not { } kind)
        {
            string own = GetDetail(step, values);
            return (title, _details.GetOrAdd(own, own), values("sources"));
        }

        if (!_detailsOfKind.TryGetValue((step.Template.Id, kind, step.Supplier, step.DueBy), out string? detail))
        {
            detail = GetDetail(step, values);
            _detailsOfKind[(step.Template.Id, kind, step.Supplier, step.DueBy)] = detail = _details.GetOrAdd(detail, detail);
        }

        return (title, detail, values("sources"));
    }

    /// <summary>Where the lead time of a step comes from; one text for all steps of a kind, of which there may be one for each line.</summary>
    public string GetLeadSource(PlanStep step) => _leads.GetOrAdd((step.Template.Id, step.Lead), static key => key.Lead.GetBasis(key.Template));

    // Thousands of parts with the same facts are told the same; null for a step whose detail speaks of parts or whose findings differ.
    private object? GetKind(PlanStep step) => step.Kind is { } kind && !_tellsParts.GetOrAdd(step.Template, TellsParts) ? kind : null;

    private static bool TellsParts(ActionTemplate template)
    {
        string[] places = ["{part}", "{parts}", "{count}", "{alternates}", "{file}"];
        return template.Notes.Select(note => note.Text).Prepend(template.Detail)
            .Any(text => places.Any(place => text.Contains(place, StringComparison.Ordinal)));
    }

    private string GetDetail(PlanStep step, Func<string, string> values)
    {
        // A note names the parts that it speaks of, not all that share the action.
        string[] sentences =
        [
            TemplateText.Fill(step.Template.Detail, values),
            .. step.Template.Notes.Select(note => (note.Text, Contexts: (FindingContext[])[.. step.Contexts.Where(note.When.Holds)]))
                .Where(note => note.Contexts.Length > 0).Select(note => TemplateText.Fill(note.Text, GetValues(step, note.Contexts))),
        ];
        return string.Join(' ', sentences.Where(text => text.Length > 0));
    }

    /// <summary>The title of a step with its places filled for some of its findings.</summary>
    public string GetTitle(PlanStep step, IReadOnlyList<FindingContext> contexts) => TemplateText.Fill(GetTemplate(step), GetValues(step, contexts));

    private static string GetTemplate(PlanStep step) => step.Supplier.Length == 0 ? step.Template.TitleWithoutSupplier
        ?? step.Template.Title : step.Template.Title;

    /// <summary>The questions by part, parts in ordinal order; each stands once. Those that go to nobody outside are of no single part.</summary>
    public ImmutableArray<PartQuestions> GetQuestions(PlanStep step)
    {
        if (step.Template.Asks == Asks.None)
        {
            return [];
        }

        var known = new Dictionary<(ImmutableArray<MissingFact>, ImmutableArray<ExceptionDetermination>), ImmutableArray<string>>();
        if (step.Template.Asks == Asks.House)
        {
            string[] texts = [.. step.Contexts.OrderBy(context => context.Finding.PartNumber, StringComparer.Ordinal)
                .SelectMany(context => GetTexts(step, context, known)).Distinct(StringComparer.Ordinal)];
            return texts.Length == 0 ? [] : [new PartQuestions("", [.. texts], IsPartNamed: false)];
        }

        var parts = new SortedDictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (FindingContext context in step.Contexts)
        {
            ImmutableArray<string> texts = GetTexts(step, context, known);
            parts[context.Finding.PartNumber] = !parts.TryGetValue(context.Finding.PartNumber, out ImmutableArray<string> other) || other == texts
                ? texts
                : [.. other.Concat(texts).Distinct(StringComparer.Ordinal)];
        }

        return [.. parts.Where(part => !part.Value.IsEmpty).Select(part => new PartQuestions(part.Key, part.Value, IsPartNamed: true))];
    }

    /// <summary>The stages that findings ask about, in document order: <c>separated (Nd)</c>.</summary>
    public ImmutableArray<string> GetStages(FindingContext[] contexts)
    {
        ImmutableArray<MissingFact> missing = contexts[0].Finding.Missing;
        if (!contexts.All(context => context.Finding.Missing == missing))
        {
            return GetStages((IEnumerable<FindingContext>)contexts);
        }

        if (!_stages.TryGetValue(missing, out ImmutableArray<string> stages))
        {
            _stages[missing] = stages = GetStages((IEnumerable<FindingContext>)contexts);
        }

        return stages;
    }

    /// <summary>The stages that findings ask about, in document order: <c>separated (Nd)</c>.</summary>
    public static ImmutableArray<string> GetStages(IEnumerable<FindingContext> contexts) =>
    [
        .. contexts.Select(context => context.Finding.Missing).Distinct().SelectMany(missing => missing).Select(missing => (missing.Stage, missing.Element))
            .Where(step => step.Stage is not null)
            .Select(step => step.Element is null ? $"{step.Stage}" : $"{step.Stage} ({step.Element})")
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>What the materials of findings are called, in document order.</summary>
    public ImmutableArray<string> GetMaterials(FindingContext[] contexts)
    {
        string material = contexts[0].Finding.Material ?? "";
        return contexts.All(context => (context.Finding.Material ?? "") == material)
            ? _materials.GetOrAdd(material, _ => GetMaterials((IEnumerable<FindingContext>)contexts))
            : GetMaterials((IEnumerable<FindingContext>)contexts);
    }

    /// <summary>What the materials of findings are called, in document order.</summary>
    public ImmutableArray<string> GetMaterials(IEnumerable<FindingContext> contexts) =>
        [.. contexts.Select(context => settings.Templates.GetName(context.Finding.Material)).Distinct(StringComparer.Ordinal)];

    // Findings with the same facts ask the same, and then hold the same lists. A question of the template names the part.
    private ImmutableArray<string> GetTexts(
        PlanStep step, FindingContext context, Dictionary<(ImmutableArray<MissingFact>, ImmutableArray<ExceptionDetermination>), ImmutableArray<string>> known)
    {
        if (!known.TryGetValue((context.Finding.Missing, context.OpenExceptions), out ImmutableArray<string> texts))
        {
            bool asksHouse = step.Template.Asks == Asks.House;
            texts =
            [
                .. context.Finding.Missing.Where(missing => settings.Templates.IsOwnFact(missing) == asksHouse)
                    .Concat(step.Template.Needs == ActionNeed.Exception ? context.OpenExceptions.SelectMany(exception => exception.Missing) : [])
                    .Select(missing => missing.Question).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal),
            ];
            known.Add((context.Finding.Missing, context.OpenExceptions), texts);
        }

        return texts.IsEmpty && step.Template.Question is { } question
            ? [TemplateText.Fill(question, GetValues(step, [context]))]
            : texts;
    }

    // Most texts use few of these, and an action of thousands of findings is long to look through.
    private Func<string, string> GetValues(PlanStep step, IReadOnlyList<FindingContext> contexts)
    {
        string[]? parts = null;
        return name => name switch
        {
            "part" or "parts" => TemplateText.List(Parts()),
            "count" => step.Template.MergeBy == MergeBy.File ? TemplateText.Count(contexts.Count, "row") : TemplateText.Count(Parts().Length, "part"),
            "supplier" => step.Supplier.Length == 0 ? "the supplier" : step.Supplier,
            "material" => TemplateText.List(GetMaterials(contexts)),
            "stages" => GetStages(contexts) is { IsEmpty: false } stages ? string.Join(", ", stages) : "every restricted step",
            "clause" => settings.Clause?.Name ?? "",
            "delivery" => TemplateText.Day(settings.Deadline),
            "due" => TemplateText.Day(step.DueBy),
            "file" => step.Template.MergeBy == MergeBy.File ? contexts[0].Finding.Cell.File : "",
            "alternates" => string.Join("; ", Parts().SelectMany(part => settings.ApprovedAlternates.For(part)).Select(alternate => alternate.ToString())),
            "exceptions" => GetExceptions(contexts),
            "sources" => step.Template.Detail.Contains("{sources}", StringComparison.Ordinal)
                ? settings.Sources.Sentence([.. contexts.Select(context => context.Finding.Material).OfType<string>().Distinct(StringComparer.Ordinal)])
                : "",
            _ => "",
        };

        string[] Parts() => parts ??= contexts is [var only] ? [only.Finding.PartNumber]
            : [.. contexts.Select(context => context.Finding.PartNumber).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static string GetExceptions(IEnumerable<FindingContext> contexts)
    {
        string[] exceptions =
        [
            .. contexts.Select(context => context.OpenExceptions).Distinct().SelectMany(open => open)
                .Select(exception => $"{exception.Title} ({exception.Citation})").Distinct(StringComparer.Ordinal),
        ];
        return exceptions.Length == 0 ? "exceptions that need facts of the contract" : string.Join("; ", exceptions);
    }
}
