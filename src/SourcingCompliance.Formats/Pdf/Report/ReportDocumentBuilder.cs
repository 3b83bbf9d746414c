using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Composes the document of a report: the answer, the findings, the plan, the evidence, and what it all rests on.</summary>
internal sealed class ReportDocumentBuilder(FontSet fonts, PdfReportOptions options)
{
    /// <summary>The document, without attachments.</summary>
    public Document Build(ComplianceReport report)
    {
        PageFormat page = (options.Paper ?? report.Settings.Paper) switch
        {
            PaperSize.A4 => PageFormat.A4,
            PaperSize.Letter => PageFormat.Letter,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        SupplierVeil veil = options.Profile switch
        {
            ReportProfile.Full => SupplierVeil.Nothing(),
            ReportProfile.Customer => SupplierVeil.Over(report),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var setting = new ReportSetting(report, fonts, page, veil)
        {
            IsFull = options.Profile == ReportProfile.Full,
        };
        ImmutableArray<Block> blocks =
        [
            .. CoverSection.Build(setting),
            .. FindingsSection.Build(setting),
            .. WaivedSection.Build(setting),
            .. PlanSection.Build(setting),
            .. EvidenceSection.Build(setting),
            // A message may name makers and suppliers in words of the company's own; it is for the company.
            .. setting.IsFull ? PoliciesSection.Build(setting) : [],
            .. AdvisoriesSection.Build(setting),
            .. AuthoritiesSection.Build(setting),
            .. MethodSection.Build(setting),
            .. DiagnosticsSection.Build(setting),
        ];
        return new Document
        {
            Title = $"Sourcing compliance report: {CoverSection.GetName(setting)}",
            Subject = setting.Words(Answer.Compose(report)),
            Producer = $"{report.Tool.Name} {report.Tool.Version}",
            Date = report.Run.AsOf,
            Page = page,
            Marking = ReportMarking.Format(report) is { Length: > 0 } marking ? setting.Words(marking) : null,
            Foot = GetFoot(setting),
            Blocks = blocks,
            NameFonts = NameFonts,
            ExplainMissing = Explain,
        };
    }

    private static RunningFoot GetFoot(ReportSetting setting)
    {
        ComplianceReport report = setting.Report;
        string[] packs = [.. report.Packs.Where(pack => pack.Status == "active").DefaultIfEmpty(report.Packs.FirstOrDefault()).OfType<PackReference>()
            .Select(pack => string.Join(", ",
                new[] { $"Rules: {pack.Edition}", AuthoritiesSection.VerifyOf(pack, report.Run.AsOf) }.Where(part => part.Length > 0)))];
        string prepared = report.Settings.PreparedBy.Length > 0 ? $"Prepared by {report.Settings.PreparedBy}" : "";
        string engines = report.SecondOpinion?.Sentence ?? "";
        return new RunningFoot(
            string.Join(" · ", new[] { report.Settings.Company, CoverSection.GetName(setting),
                $"checked {Wording.FormatDate(report.Run.AsOf)}" }.Where(part => part.Length > 0)),
            string.Join(" · ", new[] { "Not legal advice", string.Join("; ", packs), prepared, engines }.Where(part => part.Length > 0)));
    }

    /// <summary>The line that names fonts of the machine.</summary>
    internal static Paragraph NameFonts(IReadOnlyCollection<string> families) => new(
        $"Characters that the typeface Inter does not contain are set in {Wording.GetList([.. families])}, installed on the machine that made this file.")
    {
        Style = ReportSetting.Fine with { Before = 8, Color = Ink.Muted },
    };

    private static Paragraph Explain(IReadOnlyCollection<string> missing) => new(
        Run.Strong("Characters shown as □. "),
        $"This machine has no font for {Wording.FormatCount(missing.Count, "character")} of the BOMs. An empty box stands in for each; the text itself is "
            + $"kept and can be copied.")
    {
        Style = TextStyle.Small with { Before = 12 },
    };
}
