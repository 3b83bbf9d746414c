using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>The sheet of the statements that speak of the lines: who says what, whether it counts, who signed it, and which document shows it.</summary>
internal static class StatementTable
{
    private const string Counts = "counts";

    /// <summary>One table, or none where no statement speaks of a line of the file.</summary>
    public static IEnumerable<WorkbookTable> All(ComplianceReport report, FileReport file)
    {
        TableRow[] rows = [.. file.Lines.Where(line => !line.IsImplied).SelectMany(line => GetRows(report, line))];
        return rows.Length == 0
            ? []
            : [new WorkbookTable("Statements",
                [
                    new("Verdict", 14), new("Part number", 20), new("Cell", 12), new("What it says", 50), new("Does it count", 36), new("Statement", 30),
                    new("Signed by", 28), new("Documents", 44), new("About", 34), new("Date", 12), new("Valid until", 12),
                    new("Place in the answer", 20), new("File", 44),
                ], rows) { PrintedColumns = 8 }];
    }

    /// <summary>The statements that a line rests on, each once with its chain, in the order of its facts; empty = none.</summary>
    /// <param name="line">The line.</param>
    internal static IEnumerable<string> GetChains(LineReport line) =>
        GetFacts(line).Where(fact => fact.Standing == Counts).Select(fact => fact.Evidence.Chain).Distinct(StringComparer.Ordinal);

    private static IEnumerable<TableRow> GetRows(ComplianceReport report, LineReport line)
    {
        Verdict verdict = line.Verdicts.FirstOrDefault(own => own.Regime == report.Run.GateRegime)?.Verdict ?? Verdict.NotCovered;
        string cell = (line.Row with { File = "" }).ToString();
        foreach (IGrouping<(string Statement, string Standing), StatedFact> group in GetFacts(line).GroupBy(fact => (fact.Evidence.Statement, fact.Standing)))
        {
            EvidenceRef first = group.First().Evidence;
            yield return new TableRow(
                verdict, VerdictCell.From(verdict).Text, line.PartNumber, cell, Join("; ", group.Select(fact => fact.Words)),
                group.Key.Standing, first.Words, first.Signer ?? "not signed",
                Join("\n", group.SelectMany(fact => fact.Evidence.Documents).Select(document => document.Words)),
                first.Subject, ToDay(first.Day), ToDay(first.ValidUntil),
                Join(", ", group.Select(fact => fact.Evidence.Place ?? "")), first.Path);
        }

        foreach (Contradiction contradiction in line.Stated.Contradictions)
        {
            yield return new TableRow(
                verdict, VerdictCell.From(verdict).Text, line.PartNumber, cell, $"{contradiction.About}: {contradiction.One}, but {contradiction.Other}",
                "contradiction: the worse one counts",
                "", "", "", "", "", "", "", "");
        }
    }

    private static IEnumerable<StatedFact> GetFacts(LineReport line) =>
    [
        .. line.Origins.Where(origin => origin.Evidence is not null)
            .Select(origin => new StatedFact(GetWords(origin), Counts, origin.Evidence ?? throw new System.Diagnostics.UnreachableException())),
        .. line.Stated.Denied.Select(denied => new StatedFact($"contains no {denied.Occurrence.Material}", Counts, denied.Evidence)),
        .. line.Stated.Claims.Select(claim => new StatedFact($"{ReportTokens.Format(claim.Exception)}: {(claim.Holds ? "yes" : "no")}, basis: "
            + $"{claim.Basis ?? "not stated"}", Counts, claim.Evidence)),
        .. line.Stated.Leads.Select(lead => new StatedFact(lead.Words, "does not settle the line, and must be explained", lead.Evidence)),
        .. line.Stated.Uncounted.Select(fact =>
            new StatedFact(fact.Words, $"does not count: {EvidenceReport.GetWords(fact.Reason, fact.Evidence)}", fact.Evidence)),
    ];

    private static string GetWords(OriginStatement origin) => origin.Stage is { } stage
        ? $"{(origin.Element is { } element ? Wording.GetElement(element) + " " : "")}{Wording.DoneAt(stage)} in {origin.Raw}"
        : $"made in {origin.Raw}";

    private static string Join(string separator, IEnumerable<string> texts) =>
        string.Join(separator, texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));

    private static string ToDay(DateOnly? date) => date is { } day ? WorkbookTables.ToDay(day) : "";

    private sealed record StatedFact(string Words, string Standing, EvidenceRef Evidence);
}
