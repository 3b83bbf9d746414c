using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Where the findings come from: by assembly, by supplier, and which parts clear most of the violations.</summary>
internal static class ExposureSection
{
    private const int MostRows = 25;
    private const int MostPlaces = 6;

    /// <summary>The blocks of the section; none without a finding.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        // What bars deliveries of another period than those on file is told with the findings and counted nowhere.
        Finding[] findings = [.. setting.Report.Findings.Where(setting.Report.Run.Concerns)];
        if (findings.Length == 0)
        {
            return [];
        }

        var blocks = new List<Block> { new Heading(1, "Where the findings come from") { StartsPage = true } };
        (string Name, Finding[] Findings)[] assemblies = [.. AssembliesOf(findings, setting)];
        if (assemblies.Length > 1)
        {
            blocks.Add(new Heading(2, setting.Report.Files.Length > 1 ? "By list and assembly" : "By assembly"));
            blocks.Add(CountsOf("Assembly", assemblies));
        }

        blocks.Add(new Heading(2, "By supplier"));
        blocks.Add(CountsOf("Supplier", [.. findings.GroupBy(finding => setting.SupplierOf(finding.Supplier), StringComparer.OrdinalIgnoreCase)
            .Select(group => (group.Key, group.ToArray()))]));
        blocks.AddRange(Fixes(setting));
        return [.. blocks];
    }

    // The highest level of the tree at which there is something to tell apart: most lists have one product at the top.
    private static IEnumerable<(string Name, Finding[] Findings)> AssembliesOf(Finding[] findings, ReportSetting setting)
    {
        FileNames? names = setting.Report.Files.Length > 1 ? setting.Names : null;
        int deepest = findings.Max(finding => finding.Path.Length);
        int depth = 1;
        while (depth < deepest - 1 && findings.Select(finding => KeyOf(finding, depth, null)).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            depth++;
        }

        return findings.GroupBy(finding => KeyOf(finding, depth, names), StringComparer.Ordinal)
            .Select(group => (setting.Words(group.Key.Length == 0 ? "At the top of the list" : group.Key), group.ToArray()));
    }

    // Names are null where there is one list only.
    private static string KeyOf(Finding finding, int depth, FileNames? names)
    {
        string assembly = string.Join(" › ", finding.Path.SkipLast(1).Take(depth));
        string file = names?.Of(finding.Cell.File) ?? "";
        return file.Length == 0 ? assembly : assembly.Length == 0 ? file : $"{file} · {assembly}";
    }

    private static Table CountsOf(string what, (string Name, Finding[] Findings)[] groups)
    {
        (string Name, Finding[] Findings)[] ordered =
        [
            .. groups.OrderByDescending(group => Count(group.Findings, Verdict.Violation)).ThenByDescending(group => Count(group.Findings, Verdict.Suspect))
                .ThenByDescending(group => group.Findings.Length).ThenBy(group => group.Name, StringComparer.Ordinal),
        ];
        IEnumerable<TableRow> rows = ordered.Take(MostRows).Select(group => RowOf(group.Name, group.Findings));
        if (ordered.Length > MostRows)
        {
            Finding[] others = [.. ordered.Skip(MostRows).SelectMany(group => group.Findings)];
            rows = rows.Append(RowOf(string.Create(CultureInfo.InvariantCulture, $"{ordered.Length - MostRows:N0} others"), others));
        }

        return new Table(
            [new TableColumn(5.4), Numbers(1.5), Numbers(1.7), Numbers(1.7), Numbers(1.7)],
            [Table.HeadRow(what, "Parts", "Violation", "Suspect", "Open")], [.. rows])
        {
            Summary = $"Findings by {what.ToLowerInvariant()}, with the number of parts and of findings of each verdict",
        };
    }

    private static TableColumn Numbers(double parts) => new(parts) { Alignment = Alignment.Right };

    private static TableRow RowOf(string name, Finding[] findings) => new(
        new TableCell(new Paragraph(Run.Strong(name))) { IsRowHead = true },
        new Run(findings.Select(finding => finding.PartNumber).Distinct(StringComparer.Ordinal).Count().ToString("N0", CultureInfo.InvariantCulture)) { IsTabular = true },
        Cell(findings, Verdict.Violation), Cell(findings, Verdict.Suspect), Cell(findings, Verdict.Open));

    private static TableCell Cell(Finding[] findings, Verdict verdict)
    {
        int count = Count(findings, verdict);
        VerdictPrint look = VerdictPrint.Of(verdict);
        return count == 0
            ? new TableCell(new Paragraph(Run.Muted("–")))
            : new TableCell(new Paragraph(new Run(count.ToString("N0", CultureInfo.InvariantCulture)) { Mark = look.Mark, Color = look.Color, IsStrong = true, IsTabular = true })) { Tint = look.Tint };
    }

    private static int Count(Finding[] findings, Verdict verdict) => findings.Count(finding => finding.Verdict == verdict);

    private static IEnumerable<Block> Fixes(ReportSetting setting)
    {
        if (setting.Report.Plan?.Fixes is not { Parts.IsEmpty: false } fixes)
        {
            yield break;
        }

        yield return new Heading(2, "Which parts clear most");
        yield return new Paragraph(setting.Words(fixes.Sentence));
        yield return new Table(
            [new TableColumn(3.4), new TableColumn(2.6), Numbers(1.4), Numbers(1.6), new TableColumn(3)],
            [Table.HeadRow("Part", "Made by", "Violations", "So far", "Used in")],
            [.. fixes.Parts.Take(MostRows).Select(part => RowOf(part, fixes.Violations, setting))])
        {
            Summary = "Parts whose replacement clears violations, the one that clears most first, with how many are cleared by it and by those before it",
        };
    }

    private static TableRow RowOf(PartFix part, int all, ReportSetting setting)
    {
        string[] places = [.. part.UsedIn.Select(place => place.Path.Contains('/', StringComparison.Ordinal) ? place.Path[..place.Path.LastIndexOf('/')] : setting.Names.Of(place.File))
            .Distinct(StringComparer.Ordinal)];
        string more = places.Length > MostPlaces ? string.Create(CultureInfo.InvariantCulture, $" and {places.Length - MostPlaces} more") : "";
        return new TableRow(
            new TableCell(new Paragraph(Run.Code(setting.Words(part.PartNumber)) with { IsStrong = true })) { IsRowHead = true },
            setting.SupplierOf(part.Manufacturer),
            new Run(part.Violations.ToString("N0", CultureInfo.InvariantCulture)) { IsTabular = true },
            new Run(string.Create(CultureInfo.InvariantCulture, $"{part.ClearedSoFar:N0} of {all:N0}")) { IsTabular = true },
            setting.Words(string.Join(", ", places.Take(MostPlaces)) + more));
    }
}
