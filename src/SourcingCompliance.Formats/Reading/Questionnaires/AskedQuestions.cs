using System.Text;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Reading.Questionnaires;

/// <summary>
/// Compares what a filled questionnaire asks with what was asked. An answer to another question, or for another part, is none: it is listed and does
/// not count.
/// </summary>
/// <param name="sheet">The filled sheet.</param>
/// <param name="request">What was asked.</param>
/// <param name="file">Path of the file, with forward slashes.</param>
/// <param name="diagnostics">Receives SC9538.</param>
internal sealed class AskedQuestions(QuestionnaireSheet sheet, EvidenceRequest request, string file, DiagnosticBag diagnostics)
{
    private const string Remedy = "Ask the supplier what was meant, and receive an answer in an unchanged questionnaire.";

    // The cells below these titles are compared themselves. A lot limits an answer whatever its title has become.
    private static readonly string[] ComparedByCell = [QuestionnaireTerms.Row, QuestionnaireTerms.Part, QuestionnaireTerms.Maker, QuestionnaireTerms.MakerPart,
        QuestionnaireTerms.Description, QuestionnaireTerms.Material, QuestionnaireTerms.Lot];

    /// <summary>Takes the columns out whose title is not the one that was sent.</summary>
    /// <returns>Their codes.</returns>
    public IReadOnlyCollection<string> LeaveOutChanged()
    {
        Dictionary<string, string> asked =
            new(QuestionnaireTerms.OfRows.ToDictionary(code => code, QuestionnaireTerms.GetTitle), StringComparer.OrdinalIgnoreCase);
        foreach (RequestedFact question in request.Items.SelectMany(item => item.Questions).Where(question => question.Stage is not null))
        {
            asked[question.Code] = QuestionnaireTerms.GetTitle(question);
        }

        string[] changed = [.. sheet.Columns.Keys.Where(code => asked.TryGetValue(code, out string? title)
            && !ComparedByCell.Contains(code, StringComparer.OrdinalIgnoreCase)
            && !QuestionnaireTerms.AskTheSame(title, sheet.Titles[code])).Order(StringComparer.Ordinal)];
        foreach (string code in changed)
        {
            string found = QuestionnaireRows.Shorten(sheet.Titles[code]);
            diagnostics.Warn(DiagnosticIds.QuestionChanged, new CellRef(file, sheet.Name, sheet.TitleRow, sheet.Columns[code] + 1),
                $"The question was changed: it reads {QuotedText.Quote(found)}, and we asked {QuotedText.Quote(asked[code])}. The answers of the column "
                    + $"do not count.", Remedy);
            sheet.LeaveOut(code, $"the question was changed from \"{asked[code]}\" to \"{found}\"");
        }

        return changed;
    }

    /// <summary>What of the part that a row asks about was changed, in words; null when nothing was.</summary>
    /// <param name="row">The row.</param>
    /// <param name="item">What the row asks about.</param>
    public string? GetChange((int Row, string[] Cells) row, RequestedItem item)
    {
        foreach ((string code, string name, string? sent, Func<string, string, bool> areSame) in GetFields(item))
        {
            if (Compare(row, code, sent, areSame) is false && sent is not null)
            {
                string found = GetFound(row, code);
                string shown = QuestionnaireRows.Shorten(found);
                string part = code == QuestionnaireTerms.Part ? "" : $" (part {QuotedText.Quote(item.PartNumber)})";
                diagnostics.Warn(DiagnosticIds.QuestionChanged, new CellRef(file, sheet.Name, row.Row, sheet.Columns[code] + 1),
                    $"The {name} was changed to {QuotedText.Quote(shown)}; the row asks about {QuotedText.Quote(QuestionnaireRows.Shorten(sent))}{part}. "
                        + $"Its answers do not count.", Remedy);
                return $"the {name} was changed to \"{shown}\": the row asks about {QuestionnaireRows.Shorten(sent)}";
            }
        }

        return null;
    }

    /// <summary>The questions that a row without a key can only be about: those of the part that it names, where nothing in it speaks against them.</summary>
    /// <param name="row">The row.</param>
    public IEnumerable<RequestedItem> Find((int Row, string[] Cells) row) => request.Items
        .Where(item => Names(row, item) && GetFields(item).All(field => Compare(row, field.Code, field.Sent, field.AreSame) is not false));

    /// <summary>Whether a row names the part that it asks about by a number or by its description.</summary>
    /// <param name="row">The row.</param>
    /// <param name="item">What the row asks about.</param>
    public bool Names((int Row, string[] Cells) row, RequestedItem item) => GetFields(item).Any(field =>
        field.Code is QuestionnaireTerms.Part or QuestionnaireTerms.MakerPart or QuestionnaireTerms.Description
        && Compare(row, field.Code, field.Sent, field.AreSame) is true);

    private static (string Code, string Name, string? Sent, Func<string, string, bool> AreSame)[] GetFields(RequestedItem item) =>
    [
        (QuestionnaireTerms.Part, "part number", item.PartNumber, AreSameNumbers),
        (QuestionnaireTerms.Maker, "manufacturer", item.Manufacturer, AreSameNames),
        (QuestionnaireTerms.MakerPart, "manufacturer's part number", item.ManufacturerPartNumber, AreSameNumbers),
        (QuestionnaireTerms.Material, "material", QuestionnaireTerms.GetName(item.Questions[0].Material), AreSameNames),
        (QuestionnaireTerms.Description, "description", item.Description, AreSameNames),
    ];

    // A cell that was emptied names no other part, and one that was empty names none that we asked about: null.
    private bool? Compare((int Row, string[] Cells) row, string code, string? sent, Func<string, string, bool> areSame) =>
        GetFound(row, code) is { Length: > 0 } found && !string.IsNullOrWhiteSpace(sent) ? areSame(found, sent.TrimStart('\'')) : null;

    private string GetFound((int Row, string[] Cells) row, string code) => sheet.GetText(row.Cells, code).TrimStart('\'');

    private static bool AreSameNumbers(string found, string sent) => NumberKey(found) == NumberKey(sent);

    // A csv in an old code page has lost the letters that it does not have; what is left of the text must still be the same.
    private static bool AreSameNames(string found, string sent) => NameKey.Compute(found) == NameKey.Compute(sent)
        || (found.AsSpan().IndexOfAny('?', '\uFFFD') >= 0 && PlainKey(sent) is { Length: > 0 } key && PlainKey(found) == key);

    private static string NumberKey(string text) =>
        string.Join(' ', NameKey.OfPart(text.Normalize(NormalizationForm.FormKC)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string PlainKey(string text) => new([.. NameKey.Compute(text).Where(char.IsAscii)]);
}
