using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>What the answer rests on: required steps that are documented, stated, expired or unknown, over all and by supplier.</summary>
internal static class EvidencePanel
{
    private const int MostSuppliers = 30;

    /// <summary>Writes the panel.</summary>
    public static void Write(HtmlPage page, Coverage coverage)
    {
        EvidenceCoverage evidence = coverage.Evidence;
        page.AddTrusted("<section class=\"panel\" aria-labelledby=\"evidence-title\">\n<h2 id=\"evidence-title\">Evidence on file</h2>\n");
        if (evidence.Steps.Total > 0)
        {
            page.Add($"<p>{Wording.GetNumber(evidence.Steps.Documented + evidence.Steps.Stated)} of "
                + $"{Wording.FormatCount(evidence.Steps.Total, "required step")} on file<br><span class=\"muted\">{GetCounts(evidence.Steps)}</span></p>\n");
        }

        page.Add($"<p class=\"note\">{ReportWords.GetCoverage(coverage)} A required step that is not on file is never a pass.</p>\n");
        if (evidence.BySupplier.Length > 0)
        {
            page.Add($"<details><summary>By supplier ({evidence.BySupplier.Length})</summary>\n<ul>\n");
            foreach (CoverageGroup group in evidence.BySupplier.OrderByDescending(group => group.Steps.Unknown + group.Steps.Expired).Take(MostSuppliers))
            {
                page.Add($"<li>{(group.Name.Length > 0 ? group.Name : "supplier not stated")}, {Wording.FormatCount(group.Lines, "line item")}<br>"
                    + $"<span class=\"muted\">{GetCounts(group.Steps)}</span></li>\n");
            }

            page.AddTrusted("</ul>\n");
            if (evidence.BySupplier.Length > MostSuppliers)
            {
                page.Add($"<p class=\"note\">And {Wording.FormatCount(evidence.BySupplier.Length - MostSuppliers, "more supplier")}"
                    + $". The JSON report contains all of them.</p>\n");
            }

            page.AddTrusted("</details>\n");
        }

        page.AddTrusted("</section>\n");
    }

    private static string GetCounts(StepCoverage steps) =>
        $"{Wording.GetNumber(steps.Documented)} documented · {Wording.GetNumber(steps.Stated)} stated · {Wording.GetNumber(steps.Expired)} expired · "
            + $"{Wording.GetNumber(steps.Unknown)} unknown";
}
