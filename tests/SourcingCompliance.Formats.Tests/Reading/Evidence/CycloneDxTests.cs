using System.Text;
using Shouldly;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Reading.Evidence;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading.Evidence;

public class CycloneDxTests
{
    private const string Nested = """
        {"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"type":"device","name":"A-1"}},"components":[
          {"type":"device","bom-ref":"m","name":"MOTOR-4","description":"Brushless motor","components":[
            {"type":"device","name":"MAG-7","description":"SmCo ring magnet","properties":[{"name":"cdx:device:quantity","value":"2"},{"name":"acme:countryOfOrigin","value":"CN"}]}]},
          {"type":"firmware","name":"fw"}],"compositions":[{"aggregate":"AGGREGATE","assemblies":["m"]}]}
        """;

    private const string Draft = """
        {"specFormat":"CycloneDX","specVersion":"2.0","components":[{"type":"device","name":"Magnet","supplier":{"name":"Magnets Ltd"},"components":[
          {"type":"material","name":"Samarium Metal","origins":[{"stage":"mined","distribution":[{"isoCode":"AU","percentage":SHARE}]},{"stage":{"description":"no name"},"distribution":[{"isoCode":"US","percentage":100}]}]}]}]}
        """;

    [Fact]
    public void A_document_of_hardware_is_read_as_a_list_with_levels()
    {
        string[][] rows = RowsOf(Nested.Replace("AGGREGATE", "complete", StringComparison.Ordinal), out _);

        rows.Select(row => $"{row[0]} {row[1]}").ShouldBe(["Level Part Number", "0 A-1", "1 MOTOR-4", "2 MAG-7"]);
    }

    [Fact]
    public void Quantities_and_origins_of_properties_reach_the_list()
    {
        string[][] rows = RowsOf(Nested, out _);

        (rows[3][Array.IndexOf(rows[0], "Quantity")], rows[3][Array.IndexOf(rows[0], "Country of Origin")]).ShouldBe(("2", "CN"));
    }

    [Theory]
    [InlineData("incomplete", true)]
    [InlineData("incomplete_first_party_only", true)]
    [InlineData("unknown", true)]
    [InlineData("complete", false)]
    public void An_assembly_that_is_called_incomplete_cannot_pass(string aggregate, bool isBlocked)
    {
        var diagnostics = new DiagnosticBag();
        using BomDocument document = Open(Nested.Replace("AGGREGATE", aggregate, StringComparison.Ordinal), diagnostics).ShouldNotBeNull();

        document.Tables[0].Rows.Any(row => row.UnreadCell is not null).ShouldBe(isBlocked);
        (diagnostics.GetCount(DiagnosticIds.BomIncomplete) > 0).ShouldBe(isBlocked);
    }

    [Theory]
    [InlineData("1.4")]
    [InlineData("1.7")]
    public void Xml_is_read_as_json_is(string version)
    {
        using BomDocument document = Open($"<bom xmlns=\"http://cyclonedx.org/schema/bom/{version}\"><components><component type=\"device\">"
            + $"<name>MAG-7</name><properties><property name=\"cdx:device:quantity\">2</property></properties></component></components></bom>",
                new DiagnosticBag()).ShouldNotBeNull();

        document.Tables[0].Rows.Select(row => row[2].Text).ShouldBe(["Part Number", "MAG-7"]);
    }

    [Fact]
    public void A_list_of_software_is_named_and_not_read()
    {
        var diagnostics = new DiagnosticBag();

        Open("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"components\":[{\"type\":\"library\",\"name\":\"zlib\"}]}", diagnostics).ShouldBeNull();

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.SoftwareBom);
    }

    [Fact]
    public void A_version_that_is_not_known_is_refused()
    {
        var diagnostics = new DiagnosticBag();

        Open("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"3.1\",\"components\":[{\"type\":\"device\",\"name\":\"X\"}]}", diagnostics).ShouldBeNull();

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.FormIsNoBom);
    }

    [Fact]
    public void Origins_of_the_draft_are_evidence_marked_as_draft()
    {
        Statement statement = EvidenceRun.Import(Draft.Replace("SHARE", "100", StringComparison.Ordinal)).Statements.ShouldHaveSingleItem();

        statement.Source.IsDraft.ShouldBeTrue();
        StageFact fact = statement.Items.ShouldHaveSingleItem().Facts.ShouldHaveSingleItem().ShouldBeOfType<StageFact>();
        (fact.Stage, fact.Element, fact.IsCertain, fact.Countries[0].Code).ShouldBe(("mined", "Sm", true, "AU"));
    }

    [Fact]
    public void Shares_that_do_not_add_up_make_an_origin_uncertain() =>
        EvidenceRun.Import(Draft.Replace("SHARE", "60", StringComparison.Ordinal)).Statements[0].Items[0].Facts[0]
            .ShouldBeOfType<StageFact>().IsCertain.ShouldBeFalse();

    [Fact]
    public void A_stage_without_a_name_is_left_with_the_reason() =>
        EvidenceRun.Import(Draft.Replace("SHARE", "100", StringComparison.Ordinal)).Left.ShouldContain(left =>
            left.Reason.Contains("needs a name", StringComparison.Ordinal));

    [Fact]
    public void A_lot_in_a_property_narrows_the_statement()
    {
        string json = Nested.Replace("{\"name\":\"cdx:device:quantity\",\"value\":\"2\"}",
            "{\"name\":\"cdx:device:lotNumber\",\"value\":\"L-1\"}", StringComparison.Ordinal);

        EvidenceRun.Import(json).Statements[0].Items.ShouldHaveSingleItem().Subject.Lot.ShouldBe("L-1");
    }

    [Fact]
    public void A_name_without_a_supplier_is_given_by_whoever_receives_it()
    {
        ImportedEvidence imported =
            EvidenceRun.Import(
                "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{\"type\":\"device\",\"name\":\"X\",\"properties\":[{\"name\":\"coo\",\"value\":\"JP\"}]}]}");

        imported.Statements[0].Supplier.Name.ShouldBeEmpty();
        imported.WithSupplier("Acme").Statements[0].Supplier.Name.ShouldBe("Acme");
    }

    private static BomDocument? Open(string content, DiagnosticBag diagnostics) =>
        BomDocumentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(content)), "parts.json", ReadLimits.Default, diagnostics);

    private static string[][] RowsOf(string content, out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        using BomDocument document = Open(content, diagnostics).ShouldNotBeNull();
        return [.. document.Tables[0].Rows.Select(row => row.Cells.Select(cell => cell.Text).ToArray())];
    }
}
