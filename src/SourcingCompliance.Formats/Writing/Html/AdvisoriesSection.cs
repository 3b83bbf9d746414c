using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>What the advisory packs tell of lines: supply risks, tariffs, other law to look at. No verdict; it gates nothing.</summary>
internal static class AdvisoriesSection
{
    private const int MostParts = 12;

    /// <summary>Writes the section; nothing when nothing is advised.</summary>
    public static void Write(HtmlPage page, ComplianceReport report)
    {
        if (report.Advisories.IsEmpty)
        {
            return;
        }

        page.Add($"""
            <section id="advisories" aria-labelledby="advisories-title">
            <h2 id="advisories-title">Related information</h2>
            <p class="note">Supply, tariffs, and other rules that concern these parts. None of it is a violation, and none of it affects the result.</p>
            <div class="scroll">
            <table>
            <thead><tr><th scope="col">What</th><th scope="col">Figures, with date and source</th><th scope="col">Lines</th></tr></thead>
            <tbody>

            """);
        foreach (AdvisoryGroup group in AdvisoryGroup.From(report.Advisories))
        {
            WriteRow(page, group);
        }

        page.AddTrusted("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static void WriteRow(HtmlPage page, AdvisoryGroup group)
    {
        AdvisoryReport advisory = group.Advisory;
        page.Add($"<tr data-advisory=\"{advisory.Rule}\"><td>{advisory.Title}<br><span class=\"muted\">"
            + $"{string.Join(", ", group.Substances.Select(HtmlWords.OfMaterial))} · {advisory.Citation} · {advisory.Rule}, {advisory.Pack}</span></td><td>");
        page.Add($"<details><summary>{Wording.FormatCount(advisory.Figures.Length, "figure")}</summary>");
        foreach (var figure in advisory.Figures)
        {
            page.Add($"<p>{figure.Text} <span class=\"muted\">({figure.AsOf}; {figure.Reference})</span></p>");
        }

        page.AddTrusted("</details>");
        string[] parts = [.. group.Lines.Select(line => line.PartNumber).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)];
        page.Add($"</td><td>{Wording.FormatCount(group.Lines.Length, "line")}<br><span class=\"muted\">"
            + $"{string.Join(", ", parts.Take(MostParts))}{(parts.Length > MostParts ? $" and {parts.Length - MostParts} more" : "")}</span></td></tr>\n");
    }
}
