using System.Text.Json;
using ClosedXML.Excel;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Formats.Pdf.Layout;
using SourcingCompliance.Formats.Pdf.Packets;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Formats.Writing.Packets;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Packets;

namespace SourcingCompliance.Formats.Tests.Pdf.Packets;

/// <summary>A packet leaves the company, so it is marked as the report is.</summary>
public class PacketMarkingTests
{
    [Fact]
    public void Every_page_of_a_packet_is_marked_above_and_below()
    {
        PacketFacts facts = GetFacts("CUI//SP-EXPT");

        LaidOutDocument laid = DocumentLayout.Lay(
            PacketPdfWriter.Build(NonavailabilityPacket.Create(facts), facts), new FontSet(new SystemFonts([])));

        laid.Pages.Count.ShouldBeGreaterThan(1);
        laid.Pages.ShouldAllBe(page => page.Foot.OfType<PlacedText>().Count(text => text.Piece.Text == "CUI//SP-EXPT") == 2);
    }

    [Fact]
    public void Every_sheet_of_a_packet_is_marked_in_its_header()
    {
        PacketFacts facts = GetFacts("CUI//SP-EXPT");
        using var written = new MemoryStream();

        PacketWorkbookWriter.Write(NonavailabilityPacket.Create(facts), facts, written);

        using var workbook = new XLWorkbook(written);
        workbook.Worksheets.ShouldAllBe(sheet => sheet.PageSetup.Header.Center.GetText(XLHFOccurrence.OddPages).Contains("CUI//SP-EXPT"));
        workbook.Worksheet(1).Cell(1, 1).GetString().ShouldBe("CUI//SP-EXPT");
    }

    [Theory]
    [InlineData("", "PROPRIETARY")]
    [InlineData("CUI", "CUI")]
    public void The_marking_of_the_settings_wins_over_that_of_the_file(string stated, string expected)
    {
        PacketFacts facts = GetFacts(stated);
        using var written = new MemoryStream();

        PacketJsonWriter.Write(ProvenancePacket.Create(facts), facts, written);

        using JsonDocument packet = JsonDocument.Parse(written.ToArray());
        packet.RootElement.GetProperty("marking").GetString().ShouldBe(expected);
    }

    [Fact]
    public void A_packet_without_a_marking_has_no_property_for_one()
    {
        var facts = new PacketFacts(SampleReport.Build(), null, country => country.ToString());
        using var written = new MemoryStream();

        PacketJsonWriter.Write(ProvenancePacket.Create(facts), facts, written);

        using JsonDocument packet = JsonDocument.Parse(written.ToArray());
        packet.RootElement.TryGetProperty("marking", out _).ShouldBeFalse();
    }

    // The first file of the sample says that it is proprietary.
    private static PacketFacts GetFacts(string stated)
    {
        ComplianceReport sample = SampleReport.Build();
        FileReport file = sample.Files[0];
        return new PacketFacts(sample with
        {
            Settings = new ReportSettings { Marking = stated },
            Files = sample.Files.SetItem(0, file with { Identity = file.Identity with { Marking = "PROPRIETARY" } }),
        }, null, country => country.ToString());
    }
}
