using System.Globalization;
using SourcingCompliance.Recognition.Quantities;

namespace SourcingCompliance.Tests.Recognition.Quantities;

public sealed class MassParserTests
{
    [Theory]
    [InlineData("250", "g", "0.25")]
    [InlineData("250 g", null, "0.25")]
    [InlineData("1,5kg", null, "1.5")]
    [InlineData("2 kg", "g", "2")]
    [InlineData("500", "mg", "0.0005")]
    [InlineData("1", "lb", "0.45359237")]
    [InlineData("16 oz.", null, "0.45359237")]
    [InlineData("0,125", "kg", "0.125")]
    public void Masses_are_read_into_kilograms(string text, string? headerUnit, string kilograms)
    {
        MassParser.Parse(text, headerUnit).ShouldBe(decimal.Parse(kilograms, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("250", null)]
    [InlineData("", "g")]
    [InlineData("---", "g")]
    [InlineData("light", "g")]
    [InlineData("1,250", "g")]
    [InlineData("5 stone", "g")]
    public void A_mass_without_a_certain_number_or_unit_is_unknown(string text, string? headerUnit) => MassParser.Parse(text, headerUnit).ShouldBeNull();
}
