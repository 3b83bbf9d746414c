using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Questionnaires;

/// <summary>
/// Reads filled questionnaires of ours in any format of a list: renamed, re-saved, sorted, with columns hidden or added, half filled. Nothing is guessed:
/// what is not plain is listed with its cell.
/// </summary>
public sealed class QuestionnaireReader
{
    private readonly AnswerCells _cells;

    /// <summary>Reads with a vocabulary of countries.</summary>
    public QuestionnaireReader(CountryVocabulary countries) => _cells = new AnswerCells(countries);

    /// <summary>Reads a file; null when no questionnaire of ours stands in it, or when it answers no request that is known: then a diagnostic says
    /// so.</summary>
    /// <param name="content">Seekable stream over the file; it is closed.</param>
    /// <param name="name">Name of the file, for messages and for the statement.</param>
    /// <param name="sha256">Hash of the file.</param>
    /// <param name="requests">The requests that were sent.</param>
    /// <param name="documentOf">The document of a file name; null = it was not given.</param>
    /// <param name="diagnostics">Receives what is wrong with the file, SC9531, SC9538, and SC9539.</param>
    public QuestionnaireReading? Read(
        Stream content, string name, string sha256, IReadOnlyCollection<EvidenceRequest> requests,
        Func<string, StatementDocument?> documentOf, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var reading = new DiagnosticBag();
        using BomDocument? document = BomDocumentReader.OpenTables(content, name, ReadLimits.Default, reading);
        QuestionnaireSheet[] sheets = [.. (document?.Tables ?? []).Select(QuestionnaireSheet.From).OfType<QuestionnaireSheet>()];
        QuestionnaireSheet? sheet = sheets.FirstOrDefault();
        foreach (Diagnostic fault in reading.Items.Where(fault => fault.Severity == DiagnosticSeverity.Error))
        {
            diagnostics.Add(fault);
        }

        if (sheet is null || reading.HasErrors)
        {
            return null;
        }

        if (sheets.Skip(1).FirstOrDefault(other => !sheet.SaysTheSameAs(other)) is { } second)
        {
            diagnostics.Error(DiagnosticIds.AnswerTwice, new CellRef(name.Replace('\\', '/'), second.Name, 0, 0),
                $"The questionnaire is in two sheets with different answers, {QuotedText.Quote(sheet.Name)}{(sheet.IsHidden ? " (hidden)" : "")} and "
                    + $"{QuotedText.Quote(second.Name)}{(second.IsHidden ? " (hidden)" : "")}. Which one counts is unknown, so nothing was taken from it.",
                "Ask the supplier which sheet is the answer, and receive a copy without the other one.");
            return null;
        }

        string[] ids = [.. sheet.Rows.Select(row => RowKeys.Normalize(sheet.GetText(row.Cells, QuestionnaireTerms.Row))).OfType<string>().Select(RowKeys.IdIn)
            .GroupBy(id => id, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => group.Key)];
        string response = sheet.Signer.GetValueOrDefault(QuestionnaireTerms.Response).Text ?? "";
        if (ids.Length == 0 && sheet.Rows.All(row => sheet.GetText(row.Cells, QuestionnaireTerms.Row).Length == 0))
        {
            ids = [response.ToUpperInvariant()];
        }

        EvidenceRequest? request = ids.Select(id => requests.FirstOrDefault(one => one.Id == id)).FirstOrDefault(one => one is not null);
        if (request is null)
        {
            string found = ids.Length > 0 ? ids[0] : response;
            diagnostics.Error(DiagnosticIds.AnswerOfNoRequest, CellRef.ForFile(name.Replace('\\', '/')),
                $"The questionnaire answers the request {(found.Length > 0 ? QuotedText.Quote(found) : "of an id that cannot be read")}, which "
                    + $"requests.json does not contain. Nothing was taken from it.",
                "Receive it with the evidence folder from which the request was made.");
            return null;
        }

        return new QuestionnaireRows(sheet, request, _cells, documentOf, diagnostics).Read(name, sha256);
    }
}
