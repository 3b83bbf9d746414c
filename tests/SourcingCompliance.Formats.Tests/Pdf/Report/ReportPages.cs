using System.Text;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Pdf.Report;

/// <summary>Reports set in pages, without the fonts of the machine, and what stands on them.</summary>
internal static class ReportPages
{
    public static LaidOutDocument Lay(ComplianceReport report, PdfReportOptions? options = null)
    {
        var fonts = new FontSet(new SystemFonts([]));
        return DocumentLayout.Lay(new ReportDocumentBuilder(fonts, options ?? new PdfReportOptions()).Build(report), fonts);
    }

    public static IEnumerable<StructureNode> Nodes(StructureNode node) => node.Children.SelectMany(Nodes).Prepend(node);

    public static string TextOf(LaidOutDocument laid) => string.Join(' ', laid.Pages.Select(TextOf));

    // A divided word is whole again without the pages' lines; the text of one node stands together.
    public static string TextOf(Page page)
    {
        var text = new StringBuilder();
        StructureNode? last = null;
        foreach (PlacedText placed in page.Contents.OfType<PlacedText>())
        {
            bool isSame = ReferenceEquals(last, placed.Node) || placed.Node?.Role is "Link" || last?.Role is "Link";
            text.Append(isSame ? "" : " ").Append(placed.Piece.Text);
            last = placed.Node;
        }

        return text.ToString();
    }
}
