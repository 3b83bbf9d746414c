using System.Globalization;
using System.Text.RegularExpressions;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Tests.Pdf;

/// <summary>The fields of requests to suppliers, which are filled in on a screen and leave the file an archive file.</summary>
public class PdfFieldsTests
{
    private static readonly PdfFile File = new(SampleRequests.Write());

    [Fact]
    public void Fields_belong_to_a_form_node_say_what_they_are_for_and_do_nothing()
    {
        PdfFile file = File;
        var structure = new PdfStructure(file);
        KeyValuePair<int, string>[] fields = [.. file.Having("/Subtype /Widget")];

        fields.Length.ShouldBeGreaterThan(20);
        fields.Select(field => Regex.Match(field.Value, @"/T [(<](.*?)[)>] /TU").Groups[1].Value)
            .Distinct(StringComparer.Ordinal).Count().ShouldBe(fields.Length);
        foreach ((int id, string field) in fields)
        {
            PdfElement owner = structure.All.Single(element => element.Annotations.Contains(id));
            owner.Role.ShouldBe("Form");
            owner.Id.ShouldBe(structure.Parents[int.Parse(Regex.Match(field, @"/StructParent (\d+)").Groups[1].Value, CultureInfo.InvariantCulture)]);
            field.ShouldMatch(@"/TU [(<]..");
            field.ShouldContain("/F 4 ");
            field.ShouldMatch(@"/AP << /N (\d+ 0 R|<< /Yes \d+ 0 R /Off \d+ 0 R >>) >>");
            field.ShouldNotMatch(@"/(A|AA) <<");
        }

        string form = Regex.Match(file.Catalog, @"/AcroForm << /Fields \[([^\]]+)\]").Groups[1].Value;
        PdfFile.References(form).ShouldBe(fields.Select(field => field.Key), ignoreOrder: true);
    }

    [Fact]
    public void The_font_that_answers_are_typed_in_is_embedded_with_its_letters()
    {
        PdfFile file = File;
        string font = file.Objects[PdfFile.Reference(file.Catalog, "Inter")];
        byte[] program = file.Streams[PdfFile.Reference(file.Objects[PdfFile.Reference(font, "FontDescriptor")], "FontFile2")];
        double[] widths = [.. Regex.Match(font, @"/Widths \[([^\]]+)\]").Groups[1].Value.Split(' ')
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

        font.ShouldContain("/Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255");
        widths.Length.ShouldBe(224);
        // Glyph 0 is the one for nothing; the others stand in the order of the encoding.
        PdfStandardsTests.WidthsOf(program).Skip(1).Take(widths.Length).Zip(widths).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 0.01);
        var sfnt = new SfntFile(program, 0);
        "Aaé€ñ9".Count(letter => CharacterMap.GetGlyph(sfnt.Table("cmap"), letter) > 0).ShouldBe(6);
    }
}
