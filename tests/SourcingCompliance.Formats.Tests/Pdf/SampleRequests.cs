using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Requests;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Pdf;

/// <summary>Requests to the suppliers of the sample report's findings.</summary>
internal static class SampleRequests
{
    /// <summary>One request for each supplier with all of its parts.</summary>
    public static ImmutableArray<SupplierRequest> Of(ComplianceReport report) =>
    [
        .. report.Findings.Where(finding => finding.Supplier.Length > 0).GroupBy(finding => finding.Supplier, StringComparer.Ordinal)
            .Select(group => new SupplierRequest
        {
            ActionId = "A-" + group.Key,
            Supplier = group.Key,
            AnswerBy = new DateOnly(2027, 1, 4),
            Subject = "Country of origin by production step, answer by 2027-01-04",
            Opening = "The clause bars delivery of covered materials that were \"melted or produced\" in China, Russia, Iran, or North Korea.",
            Parts =
            [
                .. group.DistinctBy(finding => finding.PartNumber).Select(finding => new RequestedPart(
                    finding.PartNumber, finding.Description, finding.Manufacturer, ["a magnet"], [],
                    [.. finding.Missing.Select(fact => fact.Question), $"{finding.PartNumber}: who is your source?"])),
            ],
            Evidence = ["For each step: country, name and place of the facility, date or period.", "Where you do not know: the name of your source."],
            Closing = "Please pass it on to your own sources.",
        }),
    ];

    /// <summary>All of them in one file.</summary>
    public static byte[] Write()
    {
        using var output = new MemoryStream();
        ComplianceReport sample = SampleReport.Build();
        new RequestPdfWriter([]).Write(sample, Of(sample), output, CancellationToken.None);
        return output.ToArray();
    }
}
