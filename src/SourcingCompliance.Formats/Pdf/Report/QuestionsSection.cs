using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Formats.Pdf.Documents;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>What is not on file and whom to ask: every question under the one who can answer it.</summary>
internal static class QuestionsSection
{
    // Facts of the contract are not for suppliers to answer.
    private const string ContractFacts = "contract";

    /// <summary>The blocks of the section; none when every fact is on file.</summary>
    /// <param name="setting">The report.</param>
    /// <param name="hasLetters">Whether the report has a request to each supplier, so that only the other questions stand here.</param>
    public static ImmutableArray<Block> Build(ReportSetting setting, bool hasLetters)
    {
        HashSet<string> written = [.. (hasLetters ? setting.Report.Plan?.Requests ?? [] : []).Select(request => setting.SupplierOf(request.Supplier))];
        List<Asked> asked =
        [
            .. setting.Report.Findings.SelectMany(finding => finding.Missing.Select(fact => new Asked(
                fact.Fact.StartsWith(ContractFacts, StringComparison.Ordinal) ? "The contract's owner" : setting.SupplierOf(finding.Supplier),
                finding.PartNumber, fact))).Where(entry => !written.Contains(entry.Whom)).Distinct(),
        ];
        if (asked.Count == 0)
        {
            return [];
        }

        var blocks = new List<Block>
        {
            new Heading(1, "What is not on file, and whom to ask") { StartsPage = true },
            new Paragraph("An answer names the country of each step, the facility and the date. The country of the last step alone does not settle a question about an earlier one."
                + (written.Count > 0 ? " What a named supplier is asked stands in the request to it, a page of its own further on." : "")),
        };
        foreach (IGrouping<string, Asked> group in asked.GroupBy(entry => entry.Whom, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            blocks.Add(new Heading(2, group.Key));
            blocks.Add(TableOf([.. group], group.Key, setting));
        }

        return [.. blocks];
    }

    private static Table TableOf(List<Asked> asked, string whom, ReportSetting setting) => new(
        [new TableColumn(3.2), new TableColumn(8.8)],
        [Table.HeadRow("Part", "Question")],
        [
            .. QuestionGroup.Of(asked.GroupBy(entry => entry.Part, StringComparer.Ordinal), part => part.Key, part => part.Select(entry => entry.Fact.Question)).Select(group => new TableRow(
                new TableCell([.. group.Parts.Select(part => new Paragraph(Run.Code(setting.Words(part.Key)) with { IsStrong = true }))]) { IsRowHead = true },
                new TableCell([.. group.Questions.Select(question => new Paragraph(setting.Words(question)))]))),
        ])
    {
        Summary = $"Questions for {whom}",
    };

    private sealed record Asked(string Whom, string Part, MissingFact Fact);
}
