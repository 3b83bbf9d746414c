using System.Text;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Formats.Tests.Pdf;

public class PdfFileWriterTests
{
    private static readonly byte[] Bytes = Documents.Write(Documents.Everything());
    private static readonly PdfFile File = new(Bytes);

    [Fact]
    public void Every_place_in_the_table_leads_to_its_object()
    {
        // Reading the file by its table checks every place and the end of every stream.
        File.Objects.Count.ShouldBe(File.Places.Count - 1);
        File.Trailer.ShouldContain($"/Size {File.Places.Count}");
    }

    [Fact]
    public void Every_reference_leads_to_an_object()
    {
        foreach (string body in File.Objects.Values)
        {
            PdfFile.References(Regex.Replace(body, @"\([^)]*\)", "")).ShouldAllBe(id => File.Objects.ContainsKey(id));
        }
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() => Documents.Write(Documents.Everything()).ShouldBe(Bytes);

    [Fact]
    public void Another_document_gets_another_id()
    {
        PdfFile other = new(Documents.Write(Documents.Everything() with { Title = "Another title" }));

        Id(other).ShouldNotBe(Id(File));
    }

    [Fact]
    public void Page_numbers_stand_at_the_foot()
    {
        File.Pages.Count.ShouldBe(3);
        File.Pages.ShouldAllBe(page => File.Content(page).Contains("/Subtype /Footer", StringComparison.Ordinal));
    }

    [Fact]
    public void The_information_dictionary_and_the_metadata_say_the_same()
    {
        string information = File.Objects[PdfFile.Reference(File.Trailer, "Info")];
        string metadata = Encoding.UTF8.GetString(File.Streams[PdfFile.Reference(File.Catalog, "Metadata")]);

        information.ShouldContain("/CreationDate (D:20261122000000Z) /ModDate (D:20261122000000Z)");
        metadata.ShouldContain("<xmp:CreateDate>2026-11-22T00:00:00Z</xmp:CreateDate>");
        metadata.ShouldContain("<xmp:ModifyDate>2026-11-22T00:00:00Z</xmp:ModifyDate>");
        metadata.ShouldContain("<rdf:li xml:lang=\"x-default\">A document (with brackets) – and a dash</rdf:li>");
        information.ShouldContain("/Title <FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("A document (with brackets) – and a dash")) + ">");
        metadata.ShouldContain("<pdf:Producer>tests 1.0</pdf:Producer>");
        information.ShouldContain("/Producer (tests 1.0)");
        System.Xml.Linq.XDocument.Parse(metadata).Root.ShouldNotBeNull();
    }

    [Fact]
    public void Metadata_stay_well_formed_whatever_the_title_is()
    {
        PdfFile odd = new(Documents.Write(Documents.Everything() with { Title = "<b>&amp;\u0007 \"x\" ]]>" }));

        string metadata = Encoding.UTF8.GetString(odd.Streams[PdfFile.Reference(odd.Catalog, "Metadata")]);

        System.Xml.Linq.XDocument.Parse(metadata).Descendants(System.Xml.Linq.XName.Get("title", "http://purl.org/dc/elements/1.1/"))
            .Single().Value.ShouldBe("<b>&amp; \"x\" ]]>");
    }

    [Fact]
    public void An_attached_file_is_associated_with_the_document()
    {
        (int id, string specification) = File.Having("/Type /Filespec").ShouldHaveSingleItem();

        File.Catalog.ShouldContain($"/AF [{id} 0 R]");
        File.Catalog.ShouldContain($"/EmbeddedFiles << /Names [(report.json) {id} 0 R] >>");
        specification.ShouldContain("/AFRelationship /Data");
        Encoding.UTF8.GetString(File.Streams[PdfFile.Reference(specification, "UF")]).ShouldBe("{}");
    }

    [Fact]
    public void Links_lead_to_places_in_the_document_and_to_the_web()
    {
        File.Having("/Subtype /Link").Count().ShouldBe(4);
        File.Objects.Values.ShouldContain(body => body.Contains("/URI (https://example.com/a%20b)", StringComparison.Ordinal)
            || body.Contains("/URI (https://example.com/a b)", StringComparison.Ordinal));
        File.Objects.Values.ShouldContain(body => body.Contains($"/Dest [{File.Pages[0]} 0 R /XYZ", StringComparison.Ordinal)
            && body.Contains("/Subtype /Link", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_to_nowhere_is_a_defect()
    {
        Action write = () => Documents.Write(Documents.Of(
            new Formats.Pdf.Documents.Paragraph(new Formats.Pdf.Documents.Run("link") { Anchor = "nowhere" })));

        write.ShouldThrow<InvalidOperationException>().Message.ShouldContain("nowhere");
    }

    [Fact]
    public void The_outline_nests_as_the_headings_do()
    {
        string root = File.Objects[PdfFile.Reference(File.Catalog, "Outlines")];
        string first = File.Objects[PdfFile.Reference(root, "First")];
        string second = File.Objects[PdfFile.Reference(first, "First")];
        string third = File.Objects[PdfFile.Reference(second, "First")];

        first.ShouldContain("/Title (Heading of the first level)");
        second.ShouldContain("/Title (Second level)");
        third.ShouldContain("/Title (Third level)");
    }

    private static string Id(PdfFile file) => Regex.Match(file.Trailer, @"/ID \[<(\w{32})>").Groups[1].Value;
}
