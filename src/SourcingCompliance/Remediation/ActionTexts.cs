using System.Collections.Immutable;
using SourcingCompliance.Findings;

namespace SourcingCompliance.Remediation;

/// <summary>Writes what a step says: title, detail, questions.</summary>
internal sealed class ActionTexts(PlanSettings settings)
{
    /// <summary>
    /// The title with its places filled; the detail with its places filled, and the notes that speak of one of the step's findings; what
    /// the detail says of makers, empty when its template asks for none.
    /// </summary>
    public (string Title, string Detail, string Makers) Of(PlanStep step)
    {
        Dictionary<string, string> values = ValuesOf(step, step.Contexts);
        string title = step.Supplier.Length == 0 ? step.Template.TitleWithoutSupplier ?? step.Template.Title : step.Template.Title;
        // A note names the parts that it speaks of, not all that share the action.
        string[] sentences =
        [
            TemplateText.Fill(step.Template.Detail, values),
            .. step.Template.Notes.Select(note => (note.Text, Contexts: (FindingContext[])[.. step.Contexts.Where(note.When.Holds)]))
                .Where(note => note.Contexts.Length > 0).Select(note => TemplateText.Fill(note.Text, note.Text.Contains('{', StringComparison.Ordinal) ? ValuesOf(step, note.Contexts) : values)),
        ];
        string detail = string.Join(' ', sentences.Where(text => text.Length > 0));
        return (TemplateText.Fill(title, values), detail, values["sources"]);
    }

    /// <summary>The questions by part, parts in ordinal order; each question names its part and stands once.</summary>
    public IEnumerable<(string Part, string Question)> QuestionsOf(PlanStep step) => step.Contexts
        .OrderBy(context => context.Finding.PartNumber, StringComparer.Ordinal)
        .SelectMany(context => QuestionsOf(step, context).Select(question => (context.Finding.PartNumber, question)))
        .Distinct();

    /// <summary>The stages that findings ask about, in document order: <c>separated (Nd)</c>.</summary>
    public static ImmutableArray<string> StagesOf(IEnumerable<FindingContext> contexts) =>
    [
        .. contexts.SelectMany(context => context.Finding.Missing).Select(missing => (missing.Stage, missing.Element))
            .Where(step => step.Stage is not null)
            .Select(step => step.Element is null ? $"{step.Stage}" : $"{step.Stage} ({step.Element})")
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>What the materials of findings are called, in document order.</summary>
    public ImmutableArray<string> MaterialsOf(IEnumerable<FindingContext> contexts) =>
        [.. contexts.Select(context => settings.Templates.NameOf(context.Finding.Material)).Distinct(StringComparer.Ordinal)];

    private IEnumerable<string> QuestionsOf(PlanStep step, FindingContext context)
    {
        Finding finding = context.Finding;
        if (step.Template.Asks == Asks.None)
        {
            return [];
        }

        bool asksHouse = step.Template.Asks == Asks.House;
        string[] questions =
        [
            .. finding.Missing.Where(missing => settings.Templates.IsOwnFact(missing) == asksHouse)
                .Concat(step.Template.Needs == ActionNeed.Exception ? context.OpenExceptions.SelectMany(exception => exception.Missing) : [])
                .Select(missing => missing.Question),
        ];
        if (questions.Length == 0 && step.Template.Question is { } question)
        {
            questions = [TemplateText.Fill(question, ValuesOf(step, [context]))];
        }

        // A question about the contract is the same for all parts; one to a supplier must say which part it means.
        return questions.Where(text => text.Length > 0)
            .Select(text => asksHouse || text.Contains(finding.PartNumber, StringComparison.Ordinal) ? text : $"{finding.PartNumber}: {text}");
    }

    private Dictionary<string, string> ValuesOf(PlanStep step, IReadOnlyList<FindingContext> contexts)
    {
        string[] parts = [.. contexts.Select(context => context.Finding.PartNumber).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] materials = [.. contexts.Select(context => context.Finding.Material).OfType<string>().Distinct(StringComparer.Ordinal)];
        ImmutableArray<string> stages = StagesOf(contexts);
        string[] exceptions =
        [
            .. contexts.SelectMany(context => context.OpenExceptions).Select(exception => $"{exception.Title} ({exception.Citation})").Distinct(StringComparer.Ordinal),
        ];
        string[] alternates = [.. parts.SelectMany(part => settings.ApprovedAlternates.For(part)).Select(alternate => alternate.ToString())];
        bool isByFile = step.Template.MergeBy == MergeBy.File;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["part"] = TemplateText.List(parts),
            ["parts"] = TemplateText.List(parts),
            ["count"] = isByFile ? TemplateText.Count(contexts.Count, "row") : TemplateText.Count(parts.Length, "part"),
            ["supplier"] = step.Supplier.Length == 0 ? "the supplier" : step.Supplier,
            ["material"] = TemplateText.List(MaterialsOf(contexts)),
            ["stages"] = stages.IsEmpty ? "every restricted step" : string.Join(", ", stages),
            ["clause"] = settings.Clause?.Name ?? "",
            ["delivery"] = TemplateText.Day(settings.Deadline),
            ["due"] = TemplateText.Day(step.DueBy),
            ["file"] = isByFile ? contexts[0].Finding.Cell.File : "",
            ["alternates"] = string.Join("; ", alternates),
            ["exceptions"] = exceptions.Length == 0 ? "exceptions that need facts of the contract" : string.Join("; ", exceptions),
            ["sources"] = step.Template.Detail.Contains("{sources}", StringComparison.Ordinal) ? settings.Sources.Sentence(materials) : "",
        };
    }
}
