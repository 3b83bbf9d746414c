using System.Globalization;
using System.Text;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Tests.Reports;

/// <summary>How many pages a report takes, and that none of them is half empty or begins with the end of something.</summary>
public sealed class PdfPagesTests : IDisposable
{
    private static readonly (string Prefix, string Description)[] Kinds =
    [
        ("MAG", "NdFeB arc magnet, N42SH, sintered"), ("MTR", "BLDC motor 2207, NdFeB rotor"), ("CAP", "Tantalum capacitor 47uF 16V polymer"),
        ("SVO", "Digital servo, NdFeB coreless motor"), ("CWT", "Tungsten heavy alloy counterweight 17.5 g/cc"), ("SCX", "SmCo disc magnet 2:17, 8x3 mm"),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("pdf-pages-").FullName;

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 5)]
    [InlineData(25, 8)]
    [InlineData(27, 8)]
    [InlineData(60, 12)]
    public void A_report_takes_few_pages_and_fills_them(int findings, int most)
    {
        LaidOutDocument laid = Lay(findings);

        laid.Pages.Count.ShouldBeLessThanOrEqualTo(most);
        laid.Pages.SkipLast(1).ShouldAllBe(page => page.Filled >= 0.5,
            $"pages are filled {string.Join(", ", laid.Pages.Select(page => page.Filled.ToString("0.00", CultureInfo.InvariantCulture)))}");
        AssertThatNoHeadingStandsAlone(laid);
    }

    [Fact]
    public void A_thousand_findings_take_a_page_for_each_fifteen()
    {
        LaidOutDocument laid = Lay(1000);

        laid.Pages.Count.ShouldBeLessThan(85);
        laid.Pages.SkipLast(1).ShouldAllBe(page => page.Filled >= 0.5);
        AssertThatNoHeadingStandsAlone(laid);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void AssertThatNoHeadingStandsAlone(LaidOutDocument laid)
    {
        foreach (Bookmark bookmark in laid.Bookmarks)
        {
            double lowest = laid.Pages[bookmark.Target.Page].Contents.OfType<PlacedText>().Max(text => text.Baseline);
            (lowest - bookmark.Target.Y).ShouldBeGreaterThan(40, $"'{bookmark.Text}' stands at the foot of page {bookmark.Target.Page + 1}");
        }
    }

    private LaidOutDocument Lay(int findings)
    {
        string path = Path.Combine(_folder, "bom.csv");
        File.WriteAllText(path, ListOf(findings));
        ComplianceReport report = CheckRunner.Run(
            new CheckJob { Paths = [path], AsOf = new DateOnly(2026, 11, 29), Delivery = new DateOnly(2027, 8, 31) }, null, CancellationToken.None);
        report.Findings.Count().ShouldBeInRange(findings - (findings / 50), findings + (findings / 50));
        var fonts = new FontSet(new SystemFonts([]));
        return DocumentLayout.Lay(new ReportDocumentBuilder(fonts, new PdfReportOptions()).Build(report), fonts);
    }

    // One line item in three has a finding; a few are violations.
    private static string ListOf(int findings)
    {
        var list = new StringBuilder("Find No.,Part Number,Description,Qty,Supplier,Country of Origin,Melted Country\n");
        for (int at = 0; at < findings; at++)
        {
            (string prefix, string description) = Kinds[at % Kinds.Length];
            string melted = at % 12 == 0 ? "China" : "";
            string origin = (at % 4) switch { 0 => melted, 1 => "Japan", 2 => "Germany", _ => "" };
            list.Append(CultureInfo.InvariantCulture,
                $"{(3 * at) + 1},{prefix}-{3300 + at},\"{description}\",4,Supplier of parts {at % 14},{origin},{melted}\n");
            list.Append(CultureInfo.InvariantCulture, $"{(3 * at) + 2},HW-{1000 + at},Screw M3x8 A2,12,McMaster-Carr,,\n{(3 * at) + 3},BRK-{at},\"Bracket, "
                + $"aluminum 6061-T6\",1,Allied Assembly,US,\n");
        }

        return list.Append("9999,LBL-1,\"Label, polyester\",1,Allied Assembly,US,\n").ToString();
    }
}
