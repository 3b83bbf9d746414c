using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Pdf.Requests;
using SourcingCompliance.Formats.Writing.Mail;
using SourcingCompliance.Formats.Writing.Questionnaires;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Running.Exchange;

/// <summary>Writes what goes to a supplier: the questionnaire, and the mail with it as text and as a file to open and send.</summary>
public sealed class RequestFiles
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private readonly ComplianceReport _report;
    private readonly string[] _countries;

    /// <summary>Writes the requests of a report.</summary>
    /// <param name="report">The report, with the letters of its plan.</param>
    /// <param name="diagnostics">Receives what is wrong with the rules.</param>
    public RequestFiles(ComplianceReport report, DiagnosticBag diagnostics)
    {
        _report = report;
        var vocabulary = CountryVocabulary.Load(RuleFolders.WithOwn([], diagnostics), diagnostics);
        _countries = [.. vocabulary.All.Select(vocabulary.GetName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Writes the files of a request into <c>&lt;folder&gt;/&lt;supplier&gt;/</c>.</summary>
    /// <returns>Their paths.</returns>
    public ImmutableArray<string> Write(EvidenceRequest request, string folder)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(folder);
        string stem = Path.Combine(folder, EvidenceStore.GetFolder(request.Supplier), request.Id);
        using var content = new MemoryStream();
        QuestionnaireWorkbook.Write(request, _report.Settings.Company, _countries, content);
        byte[] questionnaire = content.ToArray();
        string subject = $"Request for origin information, {request.Id}";
        string text = GetText(request);
        byte[] letter = GetLetter(request);
        byte[] mail = MailFile.Write(request.Email, subject, text, request.AskedOn,
            [new MailAttachment($"{request.Id}.xlsx", Workbook, questionnaire), .. letter.Length > 0
                ? [new MailAttachment($"{request.Id}.pdf", "application/pdf", letter)] : Array.Empty<MailAttachment>()]);
        (string Path, byte[] Content)[] files =
        [
            ($"{stem}.xlsx", questionnaire), ($"{stem}.txt", Encoding.UTF8.GetBytes($"Subject: {subject}\n\n{text}")), ($"{stem}.eml", mail),
            .. letter.Length > 0 ? [($"{stem}.pdf", letter)] : Array.Empty<(string, byte[])>(),
        ];
        foreach ((string path, byte[] bytes) in files)
        {
            OutputFile.Write(path, output => output.Write(bytes));
        }

        return [.. files.Select(file => file.Path.Replace('\\', '/'))];
    }

    private ImmutableArray<SupplierRequest> LettersTo(string supplier) =>
        [.. (_report.Plan?.Requests ?? []).Where(one => NameKey.Compute(one.Supplier) == NameKey.Compute(supplier))];

    // A supplier whom another one named stands in no line of the list, so the plan has no letter to it; the mail says what to do.
    private byte[] GetLetter(EvidenceRequest request)
    {
        using var output = new MemoryStream();
        if (LettersTo(request.Supplier) is { IsEmpty: false } letters)
        {
            new RequestPdfWriter().Write(_report, letters, output, CancellationToken.None);
        }

        return output.ToArray();
    }

    private string GetText(EvidenceRequest request)
    {
        SupplierRequest? letter = LettersTo(request.Supplier).FirstOrDefault();
        string company = _report.Settings.Company;
        string[] parts = [.. request.Items.Select(item => item.PartNumber).Distinct(StringComparer.Ordinal)];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"To {request.Supplier}\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"{letter?.Opening ?? "We need to know where certain materials in your parts come from (DFARS 252.225-7052)."}\n\n");
        if (request.ReferredBy is { } referrer)
        {
            text.Append(CultureInfo.InvariantCulture, $"{referrer} named you as the one who knows.\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"The attached workbook {request.Id}.xlsx asks about {Wording.FormatCount(parts.Length, "part")}: "
            + $"{string.Join(", ", parts)}. Please fill it in, sign it, attach the certificates that it names, and return all of "
                + $"them{(request.DueOn is { } due ? $" by {Wording.FormatDate(due)}" : "")}.\n");
        foreach (string sentence in letter?.Evidence ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {sentence}");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{(letter is { Closing.Length: > 0 } ? $"\n{letter.Closing}\n" : "")}\n"
            + $"{(company.Length > 0 ? company + "\n" : "")}{(_report.Settings.Contact.Length > 0 ? _report.Settings.Contact + "\n" : "")}");
        return text.ToString();
    }
}
