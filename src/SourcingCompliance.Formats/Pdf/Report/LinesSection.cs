using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Lines with a covered material that need no action: which exceptions they rest on, or what is on file for them.</summary>
internal static class LinesSection
{
    /// <summary>The blocks of the section; none when there are no such lines.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        return [.. Exceptions(setting, Settled(setting.Report, Verdict.Exempt)), .. Passes(setting, Settled(setting.Report, Verdict.Pass))];
    }

    // The verdict of the line decides whether it is listed; its determinations only say why.
    private static List<SettledLine> Settled(ComplianceReport report, Verdict verdict)
    {
        string gate = report.Run.GateRegime;
        return
        [
            .. report.Files.SelectMany(file => file.Lines)
                .Where(line => line.Verdicts.Any(of => of.Regime == gate && of.Verdict == verdict))
                .Select(line => new SettledLine(line, [.. line.Determinations.Where(of => of.Regime == gate && of.Verdict == verdict)])),
        ];
    }

    private static IEnumerable<Block> Exceptions(ReportSetting setting, List<SettledLine> lines)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        return
        [
            new Heading(2, "Line items under an exception"),
            new Paragraph("Recorded facts establish an exception for these line items: its basis, who claims it, and the step that it excuses. The last "
                + "column says what still binds."),
            new Table(
                [new TableColumn(1.6), new TableColumn(3.2), new TableColumn(3.6), new TableColumn(3.6)],
                [Table.HeadRow("Verdict", "Part", "Exception", "What still binds")],
                [.. lines.Select(entry => new TableRow(VerdictPrint.From(Verdict.Exempt).Cell(), GetPart(entry.Line, setting),
                    GetException(entry, setting), GetNotes(entry, setting)))])
            {
                Style = ReportSetting.Row,
                Padding = 3,
                Summary = "Line items under an exception, with its paragraph and what still binds",
            },
        ];
    }

    private static IEnumerable<Block> Passes(ReportSetting setting, List<SettledLine> lines)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        return
        [
            new Heading(2, "Line items with every required step on file"),
            new Paragraph("These line items contain a covered material, and every step that the rules require is stated on file, outside the covered "
                + "countries. Later phases that the text reaches and that are not stated are named."),
            new Table(
                [new TableColumn(1.6), new TableColumn(3.2), new TableColumn(7.2)],
                [Table.HeadRow("Verdict", "Part", "On file")],
                [.. lines.Select(entry => new TableRow(VerdictPrint.From(Verdict.Pass).Cell(), GetPart(entry.Line, setting), GetSteps(entry, setting)))])
            {
                Style = ReportSetting.Row,
                Padding = 3,
                Summary = "Line items whose restricted steps are all on file, with the statements",
            },
        ];
    }

    private static TableCell GetPart(LineReport line, ReportSetting setting)
    {
        var paragraphs = new List<Paragraph> { new(Run.Code(setting.Words(line.PartNumber)) with { IsStrong = true }) };
        if (line.Description.Length > 0)
        {
            paragraphs.Add(ReportSetting.Below(setting.Brief(line.Description)));
        }

        return new TableCell([.. paragraphs]) { IsRowHead = true };
    }

    private static TableCell GetException(SettledLine line, ReportSetting setting)
    {
        string[] exceptions =
        [
            .. line.Determinations.SelectMany(determination => determination.Exceptions).Where(exception => exception.Established == Truth.True)
                .Select(exception => $"{exception.Title}, {exception.Citation}").Distinct(StringComparer.Ordinal),
            .. line.Determinations.Select(determination => determination.Exemption).OfType<Exemption>().Distinct()
                .SelectMany(exemption => new[] { $"Basis: {exemption.Basis}.", $"Claimed by: {exemption.Claimant}.", $"Excuses: {exemption.Excuses}." }),
        ];
        return GetCell(exceptions.Length > 0 ? exceptions : GetBases(line), setting);
    }

    private static TableCell GetNotes(SettledLine line, ReportSetting setting) =>
        GetCell([.. line.Determinations.SelectMany(determination => determination.Notes).Distinct(StringComparer.Ordinal)], setting);

    private static TableCell GetSteps(SettledLine line, ReportSetting setting)
    {
        string[] steps =
        [
            .. line.Determinations.SelectMany(determination => determination.Steps).Where(step => step.Statement is not null).Select(step =>
                $"{(step.Element is string element ? Wording.GetElement(element) + " " : "")}{Wording.DoneAt(step.Stages)}: {string.Join(", ", step.Countries)}"
                + $" ({setting.GetPlace(step.Statement?.Cell ?? default)})").Distinct(StringComparer.Ordinal),
        ];
        string[] notes = [.. line.Determinations.SelectMany(determination => determination.Notes.Concat(GetNewer(determination)))
            .Distinct(StringComparer.Ordinal)];
        return GetCell([.. steps.Length > 0 ? [string.Join("; ", steps)] : GetBases(line), .. notes], setting);
    }

    private static string[] GetNewer(Determination determination) => determination.NewerText is { } newer
        ? [$"Under the {newer.Clause} text: {ReportTokens.Format(newer.Verdict)}, {newer.Reason}."]
        : [];

    private static string[] GetBases(SettledLine line) =>
        [.. line.Determinations.Select(determination => determination.Basis).Distinct(StringComparer.Ordinal)];

    private static TableCell GetCell(string[] texts, ReportSetting setting) =>
        texts.Length == 0 ? Run.Muted("the rules name nothing further") : new TableCell([.. texts.Select(text => new Paragraph(setting.Words(text)))]);

    private sealed record SettledLine(LineReport Line, ImmutableArray<Determination> Determinations);
}
