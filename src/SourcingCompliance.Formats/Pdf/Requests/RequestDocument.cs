using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Images;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Requests;

/// <summary>Composes letters to suppliers: letterhead, why we ask, the parts, what counts as an answer, and room for answers and signature.</summary>
internal static class RequestDocument
{
    private static readonly TextStyle Subject = new(13, 17) { IsStrong = true, Before = 8, After = 5 };
    private static readonly TextStyle Section = new(10.5, 14) { IsStrong = true, Before = 9, After = 3 };
    private static readonly TextStyle Text = new(8.6, 11.6) { After = 4 };
    private static readonly TextStyle Small = new(8, 10.6) { After = 2 };

    /// <summary>The document of one or several letters.</summary>
    public static Document Get(ComplianceReport report, ImmutableArray<SupplierRequest> requests)
    {
        ReportSettings settings = report.Settings;
        string from = settings.Company.Length > 0 ? settings.Company : "the buyer";
        string sender = string.Join(" · ", new[] { settings.Company, settings.Contact }.Where(text => text.Length > 0));
        return new Document
        {
            Title = requests.Length == 1 ? $"Request to {requests[0].Supplier}: {Dated(requests[0].Subject, requests[0])}"
                : $"Requests to {Wording.FormatCount(requests.Length, "supplier")}",
            Subject = $"Request for country-of-origin information from {from}",
            Producer = $"{report.Tool.Name} {report.Tool.Version}",
            Date = report.Run.AsOf,
            Page = settings.Paper == PaperSize.A4 ? PageFormat.A4 : PageFormat.Letter,
            Marking = ReportMarking.Format(report) is { Length: > 0 } marking ? marking : null,
            Foot = new RunningFoot(GetFoot(requests[0]), sender.Length > 0 ? $"Please return to {sender}" : "Please return to the sender."),
            NameFonts = ReportDocumentBuilder.NameFonts,
            Blocks = [.. requests.SelectMany((request, at) => Letter(report, request, at, isOnly: requests.Length == 1))],
        };
    }

    private static IEnumerable<Block> Letter(ComplianceReport report, SupplierRequest request, int at, bool isOnly)
    {
        // Names of fields differ between the letters of one file.
        var form = new RequestForm(report, request, isOnly ? "" : $"{at + 1} ");
        return
        [
            new PageBreak { StartsNumbering = true, Foot = GetFoot(request) },
            .. Letterhead(report, request, form),
            new Heading(1, Dated(request.Subject, request)) { Style = Subject },
            .. Why(report, request),
            new Heading(2, "1. Country of each step of production") { Style = Section },
            .. form.Parts(),
            new Heading(2, "What counts as evidence") { Style = Section },
            new ItemList([.. request.Evidence.Select(sentence => new Paragraph(sentence) { Style = Small })]),
            .. request.Closing.Length > 0 ? [new Heading(2, "Flow-down") { Style = Section }, new Paragraph(request.Closing) { Style = Small }]
                : Array.Empty<Block>(),
            new KeepTogether([.. form.Facilities(Section)]),
            new KeepTogether([.. form.Questions(Section), .. form.Certification(Section)]),
        ];
    }

    private static IEnumerable<Block> Letterhead(ComplianceReport report, SupplierRequest request, RequestForm form)
    {
        ReportSettings settings = report.Settings;
        var left =
            new List<Paragraph> { new(Run.Strong(settings.Company.Length > 0 ? settings.Company : "Buyer (company not stated)")) { Style =
                new TextStyle(13, 16) } };
        left.AddRange(settings.Address.Select(line => new Paragraph(Run.Muted(line)) { Style = Small with { After = 0 } }));
        var right = new List<Paragraph> { Right(Wording.FormatDate(report.Run.AsOf)) };
        if (settings.Cage.Length > 0)
        {
            right.Add(Right($"CAGE {settings.Cage}"));
        }

        if (settings.Contact.Length > 0)
        {
            right.Add(Right(settings.Contact));
        }

        yield return new Cards(new Card([.. left]) { Parts = 1.3, Picture = settings.Logo is { } logo ? PixelImage.Read(logo.Content.AsSpan()) : null },
            new Card([.. right]))
        { After = 0 };
        yield return new Separator { Thickness = 1.4, IsStrong = true };
        yield return form.Facts();
    }

    // The sentences of the law, then what is asked, in a paragraph of its own so that it is not overlooked.
    private static IEnumerable<Block> Why(ComplianceReport report, SupplierRequest request)
    {
        yield return new Paragraph(Dated(request.Opening, request)) { Style = Text };
        yield return new Paragraph(
            Run.Strong($"Please complete this form and return it by {Wording.FormatDate(request.AnswerBy)}"
                + $"{(report.Settings.Contact.Length > 0 ? $" to {report.Settings.Contact}" : "")}. "),
            "Attach the evidence that is listed below. The form can be filled in on a screen or on paper. If one answer applies to several parts, fill in "
                + "one row and name the parts. If you do not know a step, name your source in section 3.")
        { Style = Text };
    }

    // A person reads the day as people write it.
    private static string Dated(string text, SupplierRequest request) =>
        text.Replace(request.AnswerBy.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Wording.FormatDate(request.AnswerBy), StringComparison.Ordinal);

    private static Paragraph Right(string text) => new(text) { Style = Small with { After = 0 }, Alignment = Alignment.Right };

    private static string GetFoot(SupplierRequest request)
    {
        string parts = request.Parts.Length switch
        {
            <= 2 => Wording.GetList([.. request.Parts.Select(part => part.PartNumber)]),
            var count => $"{request.Parts[0].PartNumber} and {count - 1} more parts",
        };
        return $"{request.Supplier} · {parts} · reply by {Wording.FormatDate(request.AnswerBy)}";
    }
}
