using System.Collections.Immutable;
using SourcingCompliance.Findings;

namespace SourcingCompliance.Remediation;

/// <summary>Turns the evidence requests of a plan into letters.</summary>
internal static class SupplierRequests
{
    /// <summary>One letter for each request to a supplier that is named, by supplier.</summary>
    public static ImmutableArray<SupplierRequest> Create(
        IEnumerable<PlanStep> steps, ImmutableArray<RemediationAction> actions, PlanSettings settings, ActionTexts texts)
    {
        Dictionary<string, RemediationAction> byId = actions.ToDictionary(action => action.Id, StringComparer.Ordinal);
        return
        [
            .. steps.Where(step => step.Template.Asks == Asks.Supplier && step.Supplier.Length > 0)
                .Select(step => Write(step, byId[step.Id], settings, texts))
                .OrderBy(request => request.Supplier, StringComparer.Ordinal).ThenBy(request => request.ActionId, StringComparer.Ordinal),
        ];
    }

    private static SupplierRequest Write(PlanStep step, RemediationAction action, PlanSettings settings, ActionTexts texts)
    {
        DateOnly answerBy = action.DueBy;
        RequestLetter letter = settings.Templates.Letter;
        bool isWithoutClause = settings.Clause is { IsInContract: false };
        var contexts = step.Contexts.ToLookup(context => context.Finding.PartNumber, StringComparer.Ordinal);
        Dictionary<string, PartQuestions> questions = action.QuestionsByPart.ToDictionary(part => part.Part, StringComparer.Ordinal);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["supplier"] = step.Supplier,
            ["count"] = TemplateText.Count(step.Parts.Count, "part"),
            ["part"] = TemplateText.List([.. step.Parts]),
            ["parts"] = TemplateText.List([.. step.Parts]),
            ["due"] = TemplateText.Day(answerBy),
            ["clause"] = settings.Clause?.Name ?? "",
            ["delivery"] = TemplateText.Day(settings.Deadline),
            ["material"] = TemplateText.List(texts.GetMaterials(step.Contexts)),
            ["stages"] = string.Join(", ", ActionTexts.GetStages(step.Contexts)),
        };
        return new SupplierRequest
        {
            ActionId = action.Id,
            Supplier = step.Supplier,
            AnswerBy = answerBy,
            IsLate = action.IsLate,
            Subject = TemplateText.Fill(letter.Subject, values),
            Opening = string.Join(' ', letter.Extents.Where(extent => step.Contexts.Any(extent.When.Holds)).Select(extent => extent.Text)
                .Prepend(isWithoutClause ? letter.WithoutClause ?? letter.Opening : letter.Opening).Select(text => TemplateText.Fill(text, values))),
            Parts = [.. step.Parts.Select(part => GetPart(part, [.. contexts[part]], questions, letter, texts))],
            Evidence = [.. letter.Evidence.Select(sentence => TemplateText.Fill(sentence, values))],
            Closing = TemplateText.Fill(isWithoutClause ? letter.ClosingWithoutClause ?? letter.Closing : letter.Closing, values),
        };
    }

    private static RequestedPart GetPart(string part, FindingContext[] contexts,
        Dictionary<string, PartQuestions> questions, RequestLetter letter, ActionTexts texts)
    {
        Finding first = contexts[0].Finding;
        ImmutableArray<string> more = letter.Questions.All(question => contexts.Any(question.When.Holds))
            ? texts.LetterQuestions
            : [.. letter.Questions.Where(question => contexts.Any(question.When.Holds)).Select(question => question.Text)];
        return new RequestedPart(
            part, first.Description, first.Manufacturer, texts.GetMaterials(contexts), texts.GetStages(contexts),
            [])
        {
            Asked = questions.GetValueOrDefault(part),
            More = more,
        };
    }
}
