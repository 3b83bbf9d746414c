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
        (string Code, string Name, string? Sent, Func<string, string, bool> AreSame)[] fields =
        [
            (QuestionnaireTerms.Part, "part number", item.PartNumber, AreSameNumbers),
            (QuestionnaireTerms.Maker, "manufacturer", item.Manufacturer, AreSameNames),
            (QuestionnaireTerms.MakerPart, "manufacturer's part number", item.ManufacturerPartNumber, AreSameNumbers),
            (QuestionnaireTerms.Material, "material", QuestionnaireTerms.GetName(item.Questions[0].Material), AreSameNames),
            (QuestionnaireTerms.Description, "description", item.Description, AreSameNames),
        ];
        foreach ((string code, string name, string? sent, Func<string, string, bool> areSame) in fields)
        {
            // A cell that was emptied names no other part, and one that was empty names none that we asked about.
            string found = sheet.GetText(row.Cells, code).TrimStart('\'');
            if (found.Length > 0 && !string.IsNullOrWhiteSpace(sent) && !areSame(found, sent.TrimStart('\'')))
            {
                string shown = QuestionnaireRows.Shorten(found);
                diagnostics.Warn(DiagnosticIds.QuestionChanged, new CellRef(file, sheet.Name, row.Row, sheet.Columns[code] + 1),
                    $"The {name} was changed to {QuotedText.Quote(shown)}; the row asks about "
                        + $"{QuotedText.Quote(QuestionnaireRows.Shorten(sent))}{(code == QuestionnaireTerms.Part ? "" : $" (part {QuotedText.Quote(item.PartNumber)})")}. Its answers do not count.", Remedy);
                return $"the {name} was changed to \"{shown}\": the row asks about {QuestionnaireRows.Shorten(sent)}";
            }
        }

        return null;
    }

    private static bool AreSameNumbers(string found, string sent) => NumberKey(found) == NumberKey(sent);

    // A csv in an old code page has lost the letters that it does not have; what is left of the text must still be the same.
    private static bool AreSameNames(string found, string sent) => NameKey.Compute(found) == NameKey.Compute(sent)
        || (found.AsSpan().IndexOfAny('?', '\uFFFD') >= 0 && PlainKey(sent) is { Length: > 0 } key && PlainKey(found) == key);

    private static string NumberKey(string text) =>
        string.Join(' ', NameKey.OfPart(text.Normalize(NormalizationForm.FormKC)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string PlainKey(string text) => new([.. NameKey.Compute(text).Where(char.IsAscii)]);
}
