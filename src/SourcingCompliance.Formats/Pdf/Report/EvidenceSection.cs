using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>What is on file for the required steps of production, what is missing, and who can answer.</summary>
internal static class EvidenceSection
{
    // Facts of the contract are not for suppliers to answer.
    private const string ContractFacts = "contract";
    private const int ListedParts = 14;

    /// <summary>The blocks of the section; none without a covered part.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        StepCount[] steps = [.. GetSteps(setting)];
        ImmutableArray<Block> settled = LinesSection.Build(setting);
        ImmutableArray<Block> notInstalled = NotInstalledSection.Build(setting);
        Asked[] asked = [.. GetAsked(setting)];
        return steps.Length == 0 && settled.IsEmpty && notInstalled.IsEmpty && asked.Length == 0
            ? []
            :
            [
                new Heading(1, "Evidence on file and what is missing"),
                .. Steps(steps),
                .. Questions(asked, setting),
                .. settled,
                .. notInstalled,
            ];
    }

    private static IEnumerable<Block> Steps(StepCount[] steps)
    {
        string[] materials = [.. steps.Select(step => step.Material).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ImmutableArray<TableRow> rows =
        [
            .. steps.GroupBy(step => step.Step, StringComparer.Ordinal).OrderBy(group => group.Min(step => step.Place)).Select(group => new TableRow(
            [
                new TableCell(new Paragraph(Sentences.Capitalized(group.Key))) { IsRowHead = true },
                .. materials.Select(material => CountCell(group.FirstOrDefault(step => step.Material == material))),
            ])),
        ];
        return steps.Length == 0
            ? []
            :
            [
                new Paragraph("Steps of production on file, of those that must be shown for each element outside the covered countries. Statements in the "
                    + "BOM were read, not verified.") { Style = TextStyle.Small, KeepsWithNext = true },
                new Table([new TableColumn(3), .. materials.Select(_ => Numbers(9.0 / materials.Length))],
                    [Table.HeadRow(["Step of production", .. materials])], rows)
                {
                    Summary = "Required steps of production by material, with how many are on file of how many are required",
                    Style = ReportSetting.Row,
                    Padding = 2.2,
                },
            ];
    }

    private static TableCell CountCell(StepCount? count) => count is null
        ? new TableCell(new Paragraph(Run.Muted("–")))
        : new TableCell(new Paragraph(new Run($"{Wording.GetNumber(count.OnFile)} of "
            + $"{Wording.GetNumber(count.Required)}")
        { IsStrong = count.OnFile < count.Required }));

    // Of line items that share a decision the steps are looked at once.
    private static IEnumerable<StepCount> GetSteps(ReportSetting setting)
    {
        string gate = setting.Report.Run.GateRegime;
        var counts = new Dictionary<(string Material, string Step), (int Required, int OnFile, int Place)>();
        foreach (IGrouping<object, LineReport> lines in setting.Report.Files.SelectMany(file => file.Lines)
            .Where(line => !line.Materials.IsEmpty).GroupBy(line => line.SameFacts ?? line))
        {
            int times = lines.Count();
            foreach (Determination determination in lines.First().Determinations.Where(one => one.Regime == gate
                && one.Material is not null && one.Through is null))
            {
                foreach (StepDetermination step in determination.Steps.Where(step => step.IsRequired))
                {
                    (string, string) key = (MaterialPrint.Format(determination.Material), string.Join(" or ", step.Stages.Select(MissingWords.GetShort)));
                    (int required, int onFile, _) = counts.GetValueOrDefault(key);
                    counts[key] = (required + times, onFile + (step.Statement is null || step.InCoveredCountry == Truth.Unknown ? 0 : times),
                        MissingWords.GetPlace(step.Stages[0]));
                }
            }
        }

        return counts.Select(count => new StepCount(count.Key.Material, count.Key.Step, count.Value.Required, count.Value.OnFile, count.Value.Place));
    }

    // What a named supplier can answer is in the request to it.
    private static IEnumerable<Asked> GetAsked(ReportSetting setting)
    {
        HashSet<string> written = [.. (setting.IsFull ? setting.Report.Plan?.Requests ?? [] : []).Select(request => setting.GetSupplier(request.Supplier))];
        foreach (Finding finding in setting.Report.Findings)
        {
            foreach (IGrouping<bool, MissingFact> facts in finding.Missing.GroupBy(fact => fact.Fact.StartsWith(ContractFacts, StringComparison.Ordinal)))
            {
                string whom = facts.Key ? "Contracts" : setting.GetSupplier(finding.Supplier);
                if (facts.Key || !written.Contains(whom))
                {
                    yield return new Asked(whom, finding.PartNumber, facts.Key ? string.Join(' ', facts.Select(fact => fact.Question)
                        .Distinct(StringComparer.Ordinal)) : Sentences.Capitalized(MissingWords.Format(facts)));
                }
            }
        }
    }

    private static IEnumerable<Block> Questions(Asked[] asked, ReportSetting setting)
    {
        if (asked.Length == 0)
        {
            return [];
        }

        var groups = asked.GroupBy(entry => (entry.Whom, Missing: WithoutPart(entry))).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Whom, StringComparer.Ordinal).ToArray();
        return
        [
            new Heading(2, setting.IsFull ? "Missing, and in no request to a supplier" : "Missing, and who can answer"),
            new Table(
                [new TableColumn(2.6), new TableColumn(3.6), new TableColumn(5.8)],
                [Table.HeadRow("Who can answer", "Parts", "What is missing")],
                [
                    .. groups.Select(group => new TableRow(
                        new TableCell(new Paragraph(Run.Strong(group.Key.Whom))) { IsRowHead = true },
                        new TableCell(
                            new Paragraph([.. setting.PartRuns([.. group.Select(entry => entry.Part).Distinct(StringComparer.Ordinal)], ListedParts)])),
                        setting.Words(group.Key.Missing))),
                ])
            {
                Summary = "Facts that are not on file, with the parts and who can answer",
                Style = ReportSetting.Row,
                Padding = 3,
            },
        ];
    }

    // A question begins with its part, which stands next to it.
    private static string WithoutPart(Asked asked) => asked.Missing.Replace(asked.Part + ": ", "", StringComparison.Ordinal);

    private static TableColumn Numbers(double parts) => new(parts) { Alignment = Alignment.Right };

    private sealed record StepCount(string Material, string Step, int Required, int OnFile, int Place);

    private sealed record Asked(string Whom, string Part, string Missing);
}
