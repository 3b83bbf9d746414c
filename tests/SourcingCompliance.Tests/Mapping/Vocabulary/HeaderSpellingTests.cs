using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Mapping.Vocabulary;

public sealed class HeaderSpellingTests
{
    [Theory]
    [InlineData("Descripton", "description=B")]
    [InlineData("Desciption", "description=B")]
    [InlineData("Decsription", "description=B")]
    [InlineData("Descriptiion", "description=B")]
    [InlineData("Manufacturrer", "manufacturer=B")]
    [InlineData("Manufakturer Name", "manufacturer=B")]
    [InlineData("Beschreibng", "description=B")]
    [InlineData("Ursprungslnd", "countryOfOrigin=B")]
    [InlineData("Coutry of Origin", "countryOfOrigin=B")]
    [InlineData("Quanttiy per assembly", "quantity=B")]
    [InlineData("Материл", "material=B")]
    public void One_typing_error_in_a_long_word_is_forgiven_and_reported(string header, string expected)
    {
        var diagnostics = new DiagnosticBag();
        (string first, string second) = expected[..3] switch
        {
            "cou" => ("China", "Japan"),
            "qua" => ("=2", "=4"),
            _ => ("Ring", "Plate"),
        };

        SheetMapping mapping = Sheets.Map(diagnostics, $"Part Number|{header}|Mass (g)", $"A-1|{first}|=2", $"A-2|{second}|=4");

        mapping.Columns().ShouldBe($"partNumber=A {expected} mass=C");
        Diagnostic note = diagnostics.Items.Where(one => one.Id == DiagnosticIds.HeaderMisspelled).ShouldHaveSingleItem();
        note.Severity.ShouldBe(DiagnosticSeverity.Note);
        note.Message.ShouldContain(header);
        note.Cell.Column.ShouldBe(2);
    }

    [Theory]
    [InlineData("Retail")]
    [InlineData("Preference")]
    [InlineData("Partner")]
    [InlineData("Patent number")]
    [InlineData("Valves")]
    [InlineData("Descrption of manufactrer")]
    [InlineData("Decrpton")]
    [InlineData("Unti")]
    public void A_word_of_its_own_a_second_error_and_a_short_word_are_not_corrected(string header)
    {
        var diagnostics = new DiagnosticBag();

        Sheets.Map(diagnostics, $"Part Number|Description|{header}", "A-1|Ring|yes", "A-2|Plate|no").Columns().ShouldBe("partNumber=A description=B");

        diagnostics.GetCount(DiagnosticIds.HeaderMisspelled).ShouldBe(0);
    }

    [Fact]
    public void A_misspelled_origin_needs_countries_below_it()
    {
        Sheets.Map("Part Number|Description|Coutry of Origin", "A-1|Ring|warehouse 3", "A-2|Plate|warehouse 4")
            .Columns().ShouldBe("partNumber=A description=B");
    }

    [Fact]
    public void The_right_spelling_goes_before_a_misspelled_one()
    {
        Sheets.Map("Part Number|Descripton|Description|Qty", "A-1|one|Ring|=2", "A-2|two|Plate|=4").Columns()
            .ShouldBe("partNumber=A description_2=B description=C quantity=D");
    }

    [Theory]
    [InlineData("abcdef", "abcdef", false)]
    [InlineData("abcde", "abcdef", true)]
    [InlineData("abcdefg", "abcdef", true)]
    [InlineData("abxdef", "abcdef", true)]
    [InlineData("abdcef", "abcdef", true)]
    [InlineData("badcef", "abcdef", false)]
    [InlineData("abcd", "abcdef", false)]
    public void One_error_is_one_letter_or_two_neighbors_swapped(string typed, string correct, bool expected)
    {
        HeaderSpelling.IsOneErrorAway(typed, correct).ShouldBe(expected);
    }

    [Fact]
    public void A_known_header_is_never_read_as_another()
    {
        var reader = new HeaderReader(Sheets.Vocabulary.Words);
        string[] known = [.. Sheets.Vocabulary.Words.Aliases.Keys, .. Sheets.Vocabulary.Words.OtherHeaders];

        Prop.ForAll(Gen.Elements(known).ToArbitrary(), header => reader.ReadForgiving(header) == reader.Read(header)
            && reader.ReadForgiving(header).ReadAs is null)
            .QuickCheckThrowOnFailure();
    }
}
