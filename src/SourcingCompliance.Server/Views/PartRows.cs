using SourcingCompliance.Primitives;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Reports;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Views;

/// <summary>The line items of a result as the search over all checks keeps them; they have the places that they have in the view.</summary>
internal static class PartRows
{
    private static readonly string NotCovered = ReportTokens.Format(Verdict.NotCovered);

    /// <summary>Those of a report: every one that is covered, and of the others the first that the pages show.</summary>
    /// <param name="report">The report.</param>
    public static IndexedParts Get(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var parts = new List<StoredPart>();
        int leftOut = 0;
        foreach ((FileReport file, LineReport line, int at) in report.Files.SelectMany(file => file.Lines.Select(line => (file, line)))
            .Select((entry, at) => (entry.file, entry.line, at)))
        {
            // A covered part must not look unknown, or fine, because its BOM is long.
            string verdict = CheckViewBuilder.GetVerdict(line.Verdicts, report.Run.GateRegime);
            if (at < CheckViewBuilder.MostLines || verdict != NotCovered || !line.Materials.IsEmpty)
            {
                parts.Add(Get(file, line, at, verdict));
            }
            else
            {
                leftOut++;
            }
        }

        return new IndexedParts(parts, leftOut);
    }

    private static StoredPart Get(FileReport file, LineReport line, int at, string verdict) => new()
    {
        Position = at,
        Part = Clean(line.PartNumber),
        MakerPart = Clean(line.ManufacturerPartNumber),
        Maker = Clean(line.Manufacturer),
        Supplier = Clean(line.Supplier),
        Description = Clean(line.Description),
        File = file.Path,
        Sheet = Clean(line.Row.Sheet),
        Row = line.Row.Row,
        Verdict = verdict,
        Materials = string.Join(", ", line.Materials.Select(material => HtmlWords.OfMaterial(material.Material)).Distinct(StringComparer.Ordinal)),
        Origin = Clean(LineOrigin.Get(line.Origins)),
    };

    /// <summary>Those of a view that an older version wrote; it has no part numbers of makers.</summary>
    /// <param name="view">The view.</param>
    public static IndexedParts Get(CheckView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new IndexedParts([.. view.Lines.Select((line, at) => new StoredPart
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
        })], view.LinesNotShown > 0 ? IndexedParts.NotCounted : 0);
    }

    // PostgreSQL takes no NUL.
    private static string Clean(string text) => text.Replace('\0', '\uFFFD');
}
