using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The law that the report rests on: the packs of rules with their editions, and every paragraph cited.</summary>
internal static class AuthoritiesSection
{
    /// <summary>The blocks of the section.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        ComplianceReport report = setting.Report;
        var blocks = new List<Block> { new Heading(1, "Authorities") };
        if (!report.Packs.IsEmpty)
        {
            blocks.Add(new Paragraph("These packs of rules were applied. A pack past its verify-by date must be compared with the law before anyone relies on it. Drafts and advisories never decide the result."));
            blocks.Add(Packs(report));
        }

        List<(string Citation, Verdict Verdict)> cited =
        [
            .. report.Files.SelectMany(file => file.Findings).Select(finding => (finding.Citation, finding.Verdict))
                .Concat(report.Files.SelectMany(file => file.Lines).SelectMany(line => line.Determinations)
                    .Where(determination => determination.Regime == report.Run.GateRegime && determination.Verdict is Verdict.Exempt or Verdict.Pass)
                    .Select(determination => (determination.Citation, determination.Verdict))),
        ];
        if (cited.Count > 0)
        {
            blocks.Add(new Heading(2, "Paragraphs cited"));
            blocks.Add(Citations(cited));
        }

        return [.. blocks];
    }

    /// <summary>When someone must look at the pack again, as it stands behind its edition; empty when no day is set.</summary>
    public static string VerifyOf(PackReference pack, DateOnly asOf) => pack.VerifyBy switch
    {
        null => "",
        DateOnly day when day < asOf => $", past its verify-by date of {Wording.DateOf(day)}",
        DateOnly day => $", verify by {Wording.DateOf(day)}",
    };

    private static Table Packs(ComplianceReport report) => new(
        [new TableColumn(4), new TableColumn(2), new TableColumn(1.6), new TableColumn(2), new TableColumn(2.4)],
        [Table.HeadRow("Pack", "Edition", "Status", "Verify by", "SHA-256")],
        [
            .. report.Packs.Select(pack => new TableRow(
                new TableCell(new Paragraph(Run.Strong(pack.Title)), ReportSetting.Below(Run.Code(pack.Id))) { IsRowHead = true },
                pack.Edition,
                pack.Status == "active" ? "active" : pack.Status.ToUpperInvariant(),
                Run.Code(pack.VerifyBy is DateOnly day ? Wording.DateOf(day) + (day < report.Run.AsOf ? " (past)" : "") : "no date set"),
                Run.Code(MethodSection.Shortened(pack.Sha256)))),
        ])
    {
        Summary = "Packs of rules that were applied, with edition, status and the day by which each must be verified",
    };

    private static Table Citations(List<(string Citation, Verdict Verdict)> cited) => new(
        [new TableColumn(6), new TableColumn(6)],
        [Table.HeadRow("Paragraph", "Cited for")],
        [
            .. cited.GroupBy(entry => entry.Citation, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new TableRow(
                new TableCell(new Paragraph(Run.Strong(group.Key))) { IsRowHead = true },
                Wording.ListOf([.. group.GroupBy(entry => entry.Verdict).OrderBy(verdict => verdict.Key).Select(verdict =>
                    string.Create(CultureInfo.InvariantCulture, $"{verdict.Count():N0} {VerdictPrint.Of(verdict.Key).Word.ToLowerInvariant()}"))]))),
        ])
    {
        Summary = "Paragraphs of the law that findings and exceptions cite, and how often",
    };
}
