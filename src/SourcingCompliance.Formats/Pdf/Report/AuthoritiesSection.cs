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
        PackReference[] binding = [.. report.Packs.Where(pack => pack.Status == "active")];
        return
        [
            new Heading(1, "Law, method and limits"),
            new Paragraph(GetClause(report)) { Style = TextStyle.Small },
            .. binding.Length > 0 ? new Block[] { Packs(report, binding) } : [],
        ];
    }

    /// <summary>When the rules must be verified again: <c>re-verify by December 31, 2026</c>; empty when no day is set.</summary>
    public static string VerifyOf(PackReference pack, DateOnly asOf) => pack.VerifyBy switch
    {
        null => "",
        DateOnly day when day < asOf => $"past its re-verify date of {Wording.FormatDate(day)}",
        DateOnly day => $"re-verify by {Wording.FormatDate(day)}",
    };

    private static string GetClause(ComplianceReport report)
    {
        string applied = report.Run.Clause is { } clause
            ? $"Applied: DFARS {clause.Name} ({clause.Citation}){(clause.IsInContract is false ? ", which is not in the contract" : clause.Stated is null ? ", the newest text, as the contract states no date" : "")}. "
            : "";
        string paragraphs = GetParagraphs(report.Files.SelectMany(file => file.Findings).Select(finding => finding.Citation));
        return applied + (paragraphs.Length > 0 ? $"The findings rest on {paragraphs}. " : "")
            + "A rule pack past its re-verify date must be compared with the law before anyone relies on it.";
    }

    /// <summary>Each paragraph that citations name, once: <c>252.225-7052(b)(1)(i), (b)(1)(ii) and (b)(3)</c>; empty when none does.</summary>
    /// <param name="citations">The citations; one may name several paragraphs of its text.</param>
    internal static string GetParagraphs(IEnumerable<string> citations)
    {
        string[] paragraphs = [.. citations.Distinct(StringComparer.Ordinal).SelectMany(Split).Where(paragraph => paragraph.Length > 0)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return Wording.GetList([.. paragraphs.Select((paragraph, at) =>
            at > 0 && GetText(paragraph) is { Length: > 0 } text && text == GetText(paragraphs[at - 1]) ? paragraph[text.Length..] : paragraph)]);
    }

    private static string[] Split(string citation)
    {
        string[] parts = citation.Replace(" and (", ", (", StringComparison.Ordinal).Split(", (");
        string text = GetText(parts[0]);
        return text.Length == 0 ? [citation] : [parts[0], .. parts.Skip(1).Select(part => $"{text}({part}")];
    }

    private static string GetText(string paragraph) => paragraph[..Math.Max(0, paragraph.IndexOf('(', StringComparison.Ordinal))];

    private static Table Packs(ComplianceReport report, PackReference[] binding) => new(
        [new TableColumn(4.6), new TableColumn(3.6), new TableColumn(2.2), new TableColumn(1.6)],
        [Table.HeadRow("Rules applied", "Edition", "Re-verify by", "SHA-256")],
        [
            .. binding.Select(pack => new TableRow(
                new TableCell(new Paragraph(Run.Strong(pack.Title)), ReportSetting.Below(Run.Code(pack.Id))) { IsRowHead = true },
                pack.Edition,
                Run.Code(pack.VerifyBy is DateOnly day ? Wording.FormatDate(day) + (day < report.Run.AsOf ? " (past)" : "") : "no date set"),
                Run.Code(MethodSection.Shortened(pack.Sha256)))),
        ])
    {
        Summary = "Rule packs that were applied, with edition and the day by which each must be verified again",
        Style = ReportSetting.Row,
        Padding = 3,
    };
}
