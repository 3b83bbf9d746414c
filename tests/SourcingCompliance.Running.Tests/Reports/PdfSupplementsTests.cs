using System.Collections.Immutable;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Tests.Reports;

/// <summary>What stands behind the findings: where they come from, other sources, requests to suppliers, advisories.</summary>
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
    public void Exposure_counts_findings_by_assembly_and_by_supplier()
    {
        ImmutableArray<Block> blocks = ExposureSection.Build(SettingOf(Check()));

        blocks.OfType<Heading>().Select(heading => heading.Text).Take(3).ShouldBe(["Where the findings come from", "By assembly", "By supplier"]);
        Table[] tables = [.. blocks.OfType<Table>()];
        tables[0].Rows.Select(FirstText).ShouldBe(["UAV-1 › ASY-1", "UAV-1 › ASY-2"]);
        tables[1].Rows.Select(FirstText).ShouldBe(["Kestrel Magnetics", "Heron Drives"]);
    }

    [Fact]
    public void A_request_to_a_supplier_names_its_parts_and_leaves_room_for_each_answer()
    {
        ImmutableArray<Block> blocks = RequestsSection.Build(SettingOf(Check()));

        Table table = blocks.OfType<Table>().First(one => one.Summary.Contains("Heron Drives", StringComparison.Ordinal));
        TableRow[] questions = [.. table.Rows.Where(row => !row.IsGroupHead)];
        FirstText(table.Rows[0]).ShouldStartWith("MAG-3");
        questions.ShouldNotBeEmpty();
        questions.ShouldAllBe(row => row.Cells.Length == 3 && row.Cells[1].Paragraphs.IsEmpty && row.Cells[2].Paragraphs.IsEmpty);
        string.Concat(table.Rows.Select(FirstText)).ShouldNotContain("ASY-2");
    }

    [Fact]
    public void Parts_of_one_supplier_of_which_the_same_is_asked_share_their_questions()
    {
        const string list = "Part Number,Description,Qty,Supplier,Country of Origin\n"
            + "MAG-1,\"Magnet, sintered NdFeB N42SH\",4,Heron Drives,\nMAG-2,\"Magnet, sintered NdFeB N42SH\",4,Heron Drives,\nSCX-1,\"Magnet, SmCo 2:17\",1,Heron Drives,\n";

        Table table = RequestsSection.Build(SettingOf(Check(list: list))).OfType<Table>().First();

        string[] rows = [.. table.Rows.Select(row => string.Join('|', row.Cells[0].Paragraphs.Select(TextOf)))];
        rows[0].ShouldStartWith("The same questions for 2 parts");
        rows[1].ShouldStartWith("MAG-1");
        rows[1].ShouldContain("|MAG-2");
        rows.Count(row => row.Contains("neodymium ore", StringComparison.Ordinal)).ShouldBe(1);
        int samarium = Array.FindIndex(rows, row => row.StartsWith("SCX-1", StringComparison.Ordinal));
        table.Rows[samarium].IsGroupHead.ShouldBeTrue();
        rows.Skip(samarium).ShouldContain(row => row.Contains("cobalt ore", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_that_a_supplier_receives_names_neither_the_list_nor_another_supplier()
    {
        var fonts = new FontSet(new SystemFonts([]));

        LaidOutDocument laid = DocumentLayout.Lay(new ReportDocumentBuilder(fonts, new PdfReportOptions()).Build(Check()), fonts);

        Page[] pages = [.. laid.Pages.Where(one => WordsOf(one.Foot).Contains("Request to Heron Drives · 22 November 2026", StringComparison.Ordinal))];
        WordsOf(pages.SelectMany(page => page.Contents)).ShouldContain("Signature");
        WordsOf(pages.SelectMany(page => page.Contents.Concat(page.Foot))).ShouldNotContain("uav.csv");
        WordsOf(pages.SelectMany(page => page.Contents.Concat(page.Foot))).ShouldNotContain("Kestrel");
        WordsOf(laid.Pages[0].Foot).ShouldContain("checked on 22 November 2026");
        WordsOf(laid.Pages[^1].Foot).ShouldContain("checked on 22 November 2026");

        static string WordsOf(IEnumerable<Placed> placed) => string.Concat(placed.OfType<PlacedText>().Select(text => text.Piece.Text));
    }

    [Fact]
    public void Makers_are_told_once_in_the_own_house()
    {
        ComplianceReport report = Check();
        string makers = report.Actions.Select(action => action.Makers).First(text => text.Length > 0);

        TextOf(report, ReportProfile.Full).ShouldNotContain(makers);
        TextOf(report, ReportProfile.Full).ShouldContain("stands under \"Other sources\"");
        TextOf(report, ReportProfile.Customer).ShouldContain(makers);
    }

    [Fact]
    public void Lists_of_one_name_are_told_apart_by_their_folder()
    {
        string[] paths = [.. new[] { "one", "two" }.Select(folder => Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, folder)).FullName, "bom.csv"))];
        foreach (string path in paths)
        {
            File.WriteAllText(path, List);
        }

        ComplianceReport report = CheckRunner.Run(new CheckJob { Paths = [.. paths], AsOf = new DateOnly(2026, 11, 22) }, null, CancellationToken.None);

        ImmutableArray<Block> blocks = ExposureSection.Build(SettingOf(report));
        blocks.OfType<Table>().First().Rows.Select(FirstText).ShouldContain("one/bom.csv · UAV-1 › ASY-1");
        FindingsSection.Build(SettingOf(report)).OfType<Heading>().Select(heading => heading.Text).ShouldContain("two/bom.csv");
    }

    [Fact]
    public void Approved_alternates_stand_beside_public_facts_and_a_customer_sees_neither()
    {
        string alternates = Path.Combine(_folder, "alternates.csv");
        File.WriteAllText(alternates, "part,alternate part,manufacturer,approved by,approved on,notes\nMAG-1,MAG-1B,Secret Alternate Works,J. Ortiz,2026-05-04,same envelope\n");
        ComplianceReport report = Check(alternates);

        Table[] tables = [.. OtherSourcesSection.Build(SettingOf(report)).OfType<Table>()];

        FirstText(tables[0].Rows.ShouldHaveSingleItem()).ShouldBe("MAG-1");
        tables[1].Rows.ShouldNotBeEmpty();
        TextOf(report, ReportProfile.Full).ShouldContain("Secret Alternate Works");
        string customer = TextOf(report, ReportProfile.Customer);
        customer.ShouldNotContain("Secret Alternate Works");
        customer.ShouldNotContain("Kestrel");
        customer.ShouldNotContain("Request to");
    }

    [Fact]
    public void Advisories_stand_with_the_date_and_source_of_each_figure()
    {
        ComplianceReport report = Check();

        string text = TextOf(report, ReportProfile.Full);

        report.Advisories.ShouldNotBeEmpty();
        text.ShouldContain("Worth knowing, no verdict");
        report.Advisories.SelectMany(advisory => advisory.Figures).ShouldAllBe(figure => text.Contains(figure.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void Actions_that_differ_only_in_their_part_share_a_row_that_names_every_part()
    {
        ComplianceReport report = Check();

        ImmutableArray<ActionGroup> groups = ActionGroup.Of(report.Actions);

        groups.Length.ShouldBeLessThan(report.Actions.Length);
        groups.SelectMany(group => group.Actions).ShouldBe(report.Actions, ignoreOrder: true);
        ActionGroup shared = groups.First(group => group.Actions.Length > 1);
        shared.Title.ShouldContain($"{shared.Parts.Length} parts");
        shared.Parts.ShouldContain("MAG-1");
        shared.Parts.ShouldContain("MAG-2");
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
