using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Composes the document of a report: the answer, what to do, the findings, the plan, the questions, and what it all rests on.</summary>
internal sealed class ReportDocumentBuilder(FontSet fonts, PdfReportOptions options)
{
    /// <summary>The document, without attachments.</summary>
    public Document Build(ComplianceReport report)
    {
        PageFormat page = options.Paper switch
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
            HasOtherSources = options.Profile == ReportProfile.Full && report.Plan is { Sources.IsEmpty: false },
        };
        ImmutableArray<Block> blocks =
        [
            .. CoverSection.Build(setting),
            .. ExposureSection.Build(setting),
            .. FindingsSection.Build(setting),
            .. WaivedSection.Build(setting),
            .. LinesSection.Build(setting),
            .. NotInstalledSection.Build(setting),
            .. PlanSection.Build(setting),
            // A message may name makers and suppliers in words of the company's own; it is for the company.
            .. options.Profile == ReportProfile.Full ? PoliciesSection.Build(setting) : [],
            .. QuestionsSection.Build(setting, hasLetters: options.Profile == ReportProfile.Full),
            // Letters and alternates name who stands behind a part; they are for the own house.
            .. options.Profile == ReportProfile.Full ? OtherSourcesSection.Build(setting) : [],
            .. options.Profile == ReportProfile.Full ? RequestsSection.Build(setting) : [],
            .. AdvisoriesSection.Build(setting),
            .. AuthoritiesSection.Build(setting),
            .. MethodSection.Build(setting),
            .. DiagnosticsSection.Build(setting),
        ];
        return new Document
        {
            Title = $"Sourcing check of {CoverSection.NameOf(setting)}",
            Subject = setting.Words(Answer.Of(report)),
            Producer = $"{report.Tool.Name} {report.Tool.Version}",
            Date = report.Run.AsOf,
            Page = page,
            Foot = FootOf(setting),
            Blocks = blocks,
            ExplainMissing = Explain,
        };
    }

    private static RunningFoot FootOf(ReportSetting setting)
    {
        ComplianceReport report = setting.Report;
        string packs = string.Join("; ", report.Packs.Where(pack => pack.Status == "active").DefaultIfEmpty(report.Packs.FirstOrDefault()).OfType<PackReference>()
            .Select(pack => $"{pack.Title}, edition {pack.Edition}{AuthoritiesSection.VerifyOf(pack, report.Run.AsOf)}"));
        return new RunningFoot(
            $"{CoverSection.NameOf(setting)} · checked on {Wording.DateOf(report.Run.AsOf)}",
            string.Join(" · ", new[] { "Not legal advice", packs }.Where(part => part.Length > 0)));
    }

    private static Paragraph Explain(IReadOnlyCollection<string> missing) => new(
        Run.Strong("Characters shown as □. "),
        $"This machine has no font for {Wording.CountOf(missing.Count, "character")} of the lists. An empty box stands in the place of each; the text behind it is kept and can be copied.")
    {
        Style = TextStyle.Small with { Before = 12 },
    };
}
