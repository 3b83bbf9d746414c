using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Pdf.Requests;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Tests.Reports;

/// <summary>What follows the findings: other sources, requests to suppliers, related information.</summary>
public sealed class PdfSupplementsTests : IDisposable
{
    private const string List =
        "Level,Part Number,Description,Qty,Supplier,Country of Origin\n"
        + "0,UAV-1,Unmanned aircraft,1,,US\n"
        + "1,ASY-1,Rotor assembly,1,,\n"
        + "2,MAG-1,\"Magnet, sintered NdFeB N42SH\",4,Kestrel Magnetics,China\n"
        + "2,MAG-2,\"Magnet, sintered NdFeB N42SH\",4,Kestrel Magnetics,China\n"
        + "1,ASY-2,Gimbal,1,,\n"
        + "2,MAG-3,\"Magnet, sintered NdFeB N42SH\",4,Heron Drives,\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("pdf-supplements-").FullName;

    [Fact]
    public void A_request_asks_for_the_country_of_each_step_and_names_neither_assembly_nor_another_supplier()
    {
        ComplianceReport report = Check();
        SupplierRequest request = report.Plan.ShouldNotBeNull().Requests.Single(one => one.Supplier == "Heron Drives");

        ImmutableArray<Block> blocks = RequestDocument.Get(report, [request]).Blocks;

        Table parts = blocks.OfType<Table>().First();
        parts.Rows.Select(FirstText).ShouldBe(["MAG-3"]);
        parts.Rows[0].Cells.Skip(1).ShouldAllBe(cell => cell.Field != null);
        parts.Head[0].Cells.Select(cell => TextOf(cell.Paragraphs[0]).Trim()).ShouldContain("Mined (Nd, Fe, B)");
        string text = string.Join('\n', blocks.SelectMany(TextsOf));
        text.ShouldNotContain("ASY-2");
        text.ShouldNotContain("uav.csv");
        text.ShouldNotContain("Kestrel");
        text.ShouldNotContain("In which country was the neodymium ore mined");
        text.ShouldContain("Praseodymium");
    }

    [Fact]
    public void Parts_with_other_steps_have_a_table_of_their_own()
    {
        const string list = "Part Number,Description,Qty,Supplier,Country of Origin\n"
            + "MAG-1,\"Magnet, sintered NdFeB N42SH\",4,Heron Drives,\nMAG-2,\"Magnet, sintered NdFeB N42SH\",4,Heron Drives,\nSCX-1,\"Magnet, SmCo "
                + "2:17\",1,Heron Drives,\n";
        ComplianceReport report = Check(list: list);

        Table[] tables = [.. RequestDocument.Get(report, report.Plan.ShouldNotBeNull().Requests).Blocks.OfType<Table>()];

        tables[0].Rows.Select(FirstText).ShouldBe(["MAG-1", "MAG-2"]);
        tables[1].Rows.Select(FirstText).ShouldBe(["SCX-1"]);
    }

    [Fact]
    public void Lists_of_one_name_are_told_apart_by_their_folder()
    {
        string[] paths = [.. new[] { "one",
            "two" }.Select(folder => Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, folder)).FullName, "bom.csv"))];
        foreach (string path in paths)
        {
            File.WriteAllText(path, List);
        }

        ComplianceReport report = CheckRunner.Run(new CheckJob { Paths = [.. paths], AsOf = new DateOnly(2026, 11, 22) }, null, CancellationToken.None);

        string[] heads = [.. FindingsSection.Build(SettingOf(report)).OfType<Table>().Last().Rows.Where(row => row.IsGroupHead).Select(FirstText)];
        heads.ShouldContain(head => head.StartsWith("one/bom.csv", StringComparison.Ordinal));
        heads.ShouldContain(head => head.StartsWith("two/bom.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void Approved_alternates_stand_beside_public_facts_and_a_customer_sees_neither()
    {
        string alternates = Path.Combine(_folder, "alternates.csv");
        File.WriteAllText(alternates,
            "part,alternate part,manufacturer,approved by,approved on,notes\nMAG-1,MAG-1B,Secret Alternate Works,J. Ortiz,2026-05-04,same envelope\n");
        ComplianceReport report = Check(alternates);

        Table[] tables = [.. OtherSourcesSection.Build(SettingOf(report)).OfType<Table>()];

        FirstText(tables[0].Rows.ShouldHaveSingleItem()).ShouldBe("MAG-1");
        tables[1].Rows.ShouldNotBeEmpty();
        TextOf(report, ReportProfile.Full).ShouldContain("Secret Alternate Works");
        string customer = TextOf(report, ReportProfile.Customer);
        customer.ShouldNotContain("Secret Alternate Works");
        customer.ShouldNotContain("Kestrel");
    }

    [Fact]
    public void Advisories_stand_with_the_date_and_source_of_each_figure()
    {
        ComplianceReport report = Check();

        string text = TextOf(report, ReportProfile.Full);

        report.Advisories.ShouldNotBeEmpty();
        text.ShouldContain("Related information (does not affect the result)");
        report.Advisories.ShouldAllBe(advisory => text.Contains(advisory.Title, StringComparison.Ordinal));
        report.Advisories.SelectMany(advisory => advisory.Figures).Where(figure => text.Contains(figure.Text, StringComparison.Ordinal))
            .ShouldAllBe(figure => text.Contains($"{figure.Text} ({figure.AsOf}; {figure.Source})", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ComplianceReport Check(string? alternates = null, string list = List)
    {
        string path = Path.Combine(_folder, "uav.csv");
        File.WriteAllText(path, list);
        return CheckRunner.Run(new CheckJob
        {
            Paths = [path],
            AsOf = new DateOnly(2026, 11, 22),
            Delivery = new DateOnly(2027, 6, 15),
            Alternates = CheckInput.At(alternates),
        }, null, CancellationToken.None);
    }

    private static ReportSetting SettingOf(ComplianceReport report) =>
        new(report, new FontSet(new SystemFonts([])), PageFormat.A4, SupplierVeil.Nothing());

    private static string TextOf(ComplianceReport report, ReportProfile profile) => string.Join('\n',
        new ReportDocumentBuilder(new FontSet(new SystemFonts([])), new PdfReportOptions { Profile = profile }).Build(report).Blocks.SelectMany(TextsOf));

    private static IEnumerable<string> TextsOf(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [TextOf(paragraph)],
        ItemList list => list.Items.Select(TextOf),
        KeepTogether together => together.Blocks.SelectMany(TextsOf),
        Table table => table.Head.Concat(table.Rows).SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs).Select(TextOf).Prepend(table.Summary),
        _ => [],
    };

    private static string FirstText(TableRow row) => TextOf(row.Cells[0].Paragraphs[0]);

    private static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Runs.Select(run => run.Text));
}
