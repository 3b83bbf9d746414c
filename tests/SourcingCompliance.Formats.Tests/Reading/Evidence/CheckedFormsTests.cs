using System.Text;
using Shouldly;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading.Evidence;

public class CheckedFormsTests
{
    [Fact]
    public void A_reporting_template_is_no_list() => NamesForm(TemplateBook.Cmrt().Bytes()).ShouldContain("CMRT) 6.5");

    [Theory]
    [InlineData("<MainDeclaration xmlns=\"http://webstds.ipc.org/175x/2.0\" version=\"2.0\"/>", "IPC-1752A")]
    [InlineData("{\"Certificate\":{\"CommercialTransaction\":{}}}", "EN 10204")]
    [InlineData("Part Number,Substance,CAS\nX,Tantalum,7440-25-7\n", "material disclosure")]
    [InlineData("Part Number,Material,Contains\nX,Tantalum,No\n", "list of parts with facts")]
    public void Other_forms_are_named_with_the_verb_that_takes_them(string content, string title) =>
        NamesForm(Encoding.UTF8.GetBytes(content)).ShouldContain(title);

    [Fact]
    public void A_list_with_a_quantity_stays_a_list()
    {
        using BomDocument? document = BomDocumentReader.Open(new MemoryStream("Part Number,Material,Contains,Qty\nX,Tantalum,No,1\n"u8.ToArray()),
            "bom.csv", ReadLimits.Default, new DiagnosticBag());

        document.ShouldNotBeNull();
    }

    [Fact]
    public void Damaged_json_of_a_form_is_not_taken_for_a_list()
    {
        var diagnostics = new DiagnosticBag();

        BomDocumentReader.Open(new MemoryStream("{\"bomFormat\":\"CycloneDX\",\"components\":[{\"name\":\"Magnet, NdFeB"u8.ToArray()),
            "bom.json", ReadLimits.Default, diagnostics).ShouldBeNull();

        diagnostics.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void The_columns_of_a_form_can_be_looked_at_and_a_warning_says_that_a_check_does_not_read_it()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("sourcing-form-").FullName, "answer.csv");
        File.WriteAllText(path, "Part Number,Material,Contains\nX,Tantalum,No\n");
        var diagnostics = new DiagnosticBag();

        using BomDocument? document = BomDocumentReader.OpenForMapping(new CheckInput(path, "answer.csv"), ReadLimits.Default, diagnostics);

        document.ShouldNotBeNull().Tables.ShouldHaveSingleItem().Rows.Count().ShouldBe(2);
        Diagnostic warning = diagnostics.Items.ShouldHaveSingleItem();
        (warning.Id, warning.Severity).ShouldBe((DiagnosticIds.FormIsNoBom, DiagnosticSeverity.Warning));
    }

    private static string NamesForm(byte[] content)
    {
        var diagnostics = new DiagnosticBag();
        BomDocumentReader.Open(new MemoryStream(content), "list.csv", ReadLimits.Default, diagnostics).ShouldBeNull();
        Diagnostic named = diagnostics.Items.Where(diagnostic => diagnostic.Id == DiagnosticIds.FormIsNoBom).ShouldHaveSingleItem();
        named.Severity.ShouldBe(DiagnosticSeverity.Error);
        named.Hint.ShouldNotBeNull().ShouldContain("sourcing receive");
        return named.Message;
    }
}
