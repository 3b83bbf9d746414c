using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The findings, grouped by the assembly that carries them, the worst assembly first.</summary>
internal static class FindingsSection
{
    /// <summary>The blocks of the section.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        ImmutableArray<FileReport> files = 
            [.. setting.Report.Files.Where(file => !file.Findings.IsEmpty).OrderBy(file => file.Findings.Min(finding => finding.Verdict))];
        var blocks = new List<Block> { new Heading(1, "Findings") { StartsPage = true } };
        if (files.IsEmpty)
        {
            blocks.Add(new Paragraph("No line needs attention on the evidence supplied."));
            return [.. blocks];
        }

        blocks.Add(new Paragraph(
            "Each finding names the part, the material, the step, the country and the date, and the paragraph that it rests on. "
            + "They stand under the assembly that carries the part, the worst assembly first."));
        Dictionary<string, RemediationAction> actions = setting.Report.Actions.ToDictionary(action => action.Id, StringComparer.Ordinal);
        foreach (FileReport file in files)
        {
            if (setting.Report.Files.Length > 1)
            {
                blocks.Add(new Heading(2, setting.Words(setting.Names.Of(file.Path))));
            }

            blocks.Add(TableOf(file, actions, setting));
        }

        return [.. blocks];
    }

    private static Table TableOf(FileReport file, Dictionary<string, RemediationAction> actions, ReportSetting setting)
    {
        var rows = new List<TableRow>();
        List<IGrouping<string, Finding>> groups =
            [.. file.Findings.GroupBy(finding => string.Join(" › ", finding.Path.SkipLast(1)), StringComparer.Ordinal).OrderBy(group => group.Min(finding => finding.Verdict))];
        foreach (IGrouping<string, Finding> group in groups)
        {
            // A flat list has no assemblies to tell apart.
            if (groups.Count > 1 || group.Key.Length > 0)
            {
                string name = group.Key.Length > 0 ? $"In {setting.Words(group.Key)}" : "At the top of the list";
                rows.Add(new TableRow(new TableCell(new Paragraph(
                    Run.Strong(name), Run.Muted($" · {Wording.CountOf(group.Count(), "finding")}")) { Style = TextStyle.Small with { Before = 4 } }) { Span = 3 })
                {
                    IsGroupHead = true,
                });
            }

            rows.AddRange(group.OrderBy(finding => finding.Verdict).Select(finding => RowOf(finding, actions, setting)));
        }

        return new Table(
            [new TableColumn(1.6), new TableColumn(3.7), new TableColumn(6.7)],
            [Table.HeadRow("Verdict", "Part", "Finding")], [.. rows])
        {
            Summary = $"Findings in {setting.Words(setting.Names.Of(file.Path))}",
        };
    }

    private static TableRow RowOf(Finding finding, Dictionary<string, RemediationAction> actions, ReportSetting setting)
    {
        var part = new List<Paragraph> { new(Run.Code(setting.Words(finding.PartNumber)) with { IsStrong = true }) };
        if (finding.Description.Length > 0)
        {
            part.Add(ReportSetting.Below(setting.Brief(finding.Description)));
        }

        if (finding.Supplier.Length > 0)
        {
            part.Add(ReportSetting.Below(setting.SupplierOf(finding.Supplier)));
        }

        var text = new List<Paragraph> { new(setting.Words(WithoutPart(finding))) };
        string place = setting.PlaceOf(finding.Cell);
        text.Add(ReportSetting.Below($"{finding.Rule} · ", new Run(place) { IsUnbroken = place.Length < 40 }, CitationOf(finding)));
        if (finding.Waiver is { } waiver)
        {
            text.Add(new Paragraph(Run.Strong(setting.Words(WaiverWords.Of(waiver)))));
        }

        foreach (RemediationAction action in finding.Actions.Where(actions.ContainsKey).Select(id => actions[id]).Take(1))
        {
            text.Add(new Paragraph(Run.Muted("To do: "), new Run(setting.Words(action.Title)) { Anchor = setting.AnchorOf(action) }));
        }

        return new TableRow(
            VerdictPrint.Of(finding.Verdict).Cell(),
            new TableCell([.. part]) { IsRowHead = true },
            new TableCell([.. text]));
    }

    // The sentence begins with the part, which stands in the column beside it already.
    private static string WithoutPart(Finding finding)
    {
        string opening = finding.PartNumber + ": ";
        if (finding.PartNumber.Length == 0 || !finding.Message.StartsWith(opening, StringComparison.Ordinal) || finding.Message.Length == opening.Length)
        {
            return finding.Message;
        }

        string rest = finding.Message[opening.Length..];
        return char.ToUpperInvariant(rest[0]) + rest[1..];
    }

    private static string CitationOf(Finding finding) =>
        finding.Message.Contains(finding.Citation, StringComparison.Ordinal) ? "" : $" · {finding.Citation}";
}
