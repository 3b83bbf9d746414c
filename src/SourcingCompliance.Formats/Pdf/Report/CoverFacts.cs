using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Images;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>The head of the first page: who reports, on which BOM, under which contract and clause, and when.</summary>
internal static class CoverFacts
{
    private static readonly TextStyle Name = new(11, 14) { IsStrong = true, After = 0 };
    private static readonly TextStyle Kind = new(8.5, 14) { Color = Ink.Muted };
    private static readonly TextStyle Fact = new(8.6, 11) { IsStrong = true, After = 0 };
    private static readonly TextStyle Said = new(7.2, 9.4) { Color = Ink.Muted, After = 0 };

    /// <summary>The blocks of the head.</summary>
    public static ImmutableArray<Block> Build(ReportSetting setting)
    {
        ComplianceReport report = setting.Report;
        string clause = report.Run.Clause is { } applied ? $" · DFARS {applied.Name}" : "";
        string company = report.Settings.Company;
        return
        [
            new Cards(
                new Card(new Paragraph(company.Length > 0 ? company : "Sourcing compliance report") { Style = Name }) { Parts = 0.75,
                    Picture = report.Settings.Logo is { } logo ? PixelImage.Read(logo.Content.AsSpan()) : null },
                new Card(new Paragraph((company.Length > 0 ? "Sourcing compliance report" : "Company not stated")
                    + clause) { Style = Kind, Alignment = Alignment.Right })) { After = 0 },
            new Separator { Thickness = 1.4, IsStrong = true },
            new Cards([.. Facts(setting).Chunk(2).Select(GetCard)]) { After = 6 },
            new Separator(),
        ];
    }

    private static Card GetCard((string Label, string Value, string Below)[] facts)
    {
        var paragraphs = new List<Paragraph>();
        foreach ((string label, string value, string below) in facts)
        {
            paragraphs.Add(new Paragraph(label) { Style = Said });
            paragraphs.Add(new Paragraph(value) { Style = below.Length > 0 ? Fact : Fact with { After = 5 } });
            if (below.Length > 0)
            {
                paragraphs.Add(new Paragraph(below) { Style = Said with { After = 5 } });
            }
        }

        return new Card([.. paragraphs]);
    }

    // In pairs: each pair is a column.
    private static IEnumerable<(string Label, string Value, string Below)> Facts(ReportSetting setting)
    {
        ComplianceReport report = setting.Report;
        RunParameters run = report.Run;
        PackReference? pack = report.Packs.FirstOrDefault(one => one.Status == "active");
        string delivery = Sentences.Capitalized(ReportWords.GetDeliveryDays(run).Replace("delivery on ", "", StringComparison.Ordinal)
            .Replace("deliveries on ", "", StringComparison.Ordinal));
        yield return ("BOM", CoverSection.GetName(setting), ComputeHash(setting));
        yield return ("Contract", run.ContractNumber ?? "Not stated", run.Contract is null ? "No contract file: no exceptions considered" : "");
        yield return ("Delivery", delivery.Length > 0 ? delivery : "Not stated", delivery.Length > 0 ? "" : "Both periods shown");
        yield return ("Clause version", run.Clause?.Name ?? "Not applied", run.Clause is { IsInContract: false } ? "Not in the contract" : "");
        yield return ("Checked", Wording.FormatDate(run.AsOf), "");
        yield return ("Rules", pack is null ? "None applied" : GetRules(pack), pack is null ? "" : AuthoritiesSection.VerifyOf(pack, run.AsOf));
        yield return ("Prepared by", report.Settings.PreparedBy is { Length: > 0 } by ? by : "Not stated", report.Settings.Contact);
    }

    private static string GetRules(PackReference pack) => pack.Edition.Contains("edition of ", StringComparison.Ordinal)
        ? "DFARS of " + pack.Edition[(pack.Edition.IndexOf("edition of ", StringComparison.Ordinal) + "edition of ".Length)..]
        : pack.Edition;

    private static string ComputeHash(ReportSetting setting) => setting.Report.Files switch
    {
        [{ Sha256: { } hash } file] =>
            $"{(file.Identity.Subtitle.Length > 0 ? setting.Words(file.Identity.Subtitle) + ", " : "")}{(file.Identity.Name.Length > 0 ? setting.Words(file.Name) + ", " : "")}SHA-256 {MethodSection.Shortened(hash)}",
        { Length: > 1 } => "Names and hashes: see Files read",
        _ => "",
    };
}
