using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Reports;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Views;

/// <summary>The line items of a result as the search over all checks keeps them; they have the places that they have in the view.</summary>
internal static class PartRows
{
    /// <summary>Those of a report.</summary>
    /// <param name="report">The report.</param>
    public static IReadOnlyList<StoredPart> Get(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. report.Files.SelectMany(file => file.Lines.Select(line => (file, line))).Take(CheckViewBuilder.MostLines)
            .Select((entry, at) => new StoredPart
        {
            Position = at,
            Part = Clean(entry.line.PartNumber),
            MakerPart = Clean(entry.line.ManufacturerPartNumber),
            Maker = Clean(entry.line.Manufacturer),
            Supplier = Clean(entry.line.Supplier),
            Description = Clean(entry.line.Description),
            File = entry.file.Path,
            Sheet = Clean(entry.line.Row.Sheet),
            Row = entry.line.Row.Row,
            Verdict = CheckViewBuilder.GetVerdict(entry.line.Verdicts, report.Run.GateRegime),
            Materials = string.Join(", ", entry.line.Materials.Select(material => HtmlWords.OfMaterial(material.Material)).Distinct(StringComparer.Ordinal)),
            Origin = Clean(OriginSummary.From(entry.line.Origins).Raw),
        })];
    }

    /// <summary>Those of a view that an older version wrote; it has no part numbers of makers.</summary>
    /// <param name="view">The view.</param>
    public static IReadOnlyList<StoredPart> Get(CheckView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. view.Lines.Select((line, at) => new StoredPart
        {
            Position = at,
            Part = Clean(line.Part),
            Maker = Clean(line.Maker),
            Supplier = Clean(line.Supplier),
            Description = Clean(line.Description),
            File = line.File,
            Sheet = Clean(line.Sheet),
            Row = line.Row,
            Verdict = line.Verdict,
            Materials = line.Materials,
            Origin = Clean(line.Origin),
        })];
    }

    // PostgreSQL takes no NUL.
    private static string Clean(string text) => text.Replace('\0', '\uFFFD');
}
