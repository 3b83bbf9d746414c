using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Mapping.Vocabulary;

public sealed class FieldNamesTests
{
    [Theory]
    [InlineData("countryOfOrigin", BomField.CountryOfOrigin, null, 1)]
    [InlineData("originMinedNd", BomField.OriginMined, "Nd", 1)]
    [InlineData("originReducedW", BomField.OriginReduced, "W", 1)]
    [InlineData("manufacturerPartNumber_2", BomField.ManufacturerPartNumber, null, 2)]
    public void Names_are_read_as_they_are_written(string name, BomField field, string? element, int alternate)
    {
        FieldNames.TryParse(name, out BomField read, out string? readElement, out int readAlternate).ShouldBeTrue();

        (read, readElement, readAlternate).ShouldBe((field, element, alternate));
        FieldNames.Format(new MappedColumn(field, 1, "", MappingBasis.Profile, "") { Element = element, Alternate = alternate }).ShouldBe(name);
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("nameNd")]
    [InlineData("name_0")]
    [InlineData("name_x")]
    [InlineData("")]
    public void Other_names_are_refused(string name) => FieldNames.TryParse(name, out _, out _, out _).ShouldBeFalse();
}
