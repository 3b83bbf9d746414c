using System.Globalization;
using SourcingCompliance.Recognition.Quantities;

namespace SourcingCompliance.Tests.Recognition.Quantities;

public sealed class QuantityParserTests
{
    [Theory]
    [InlineData("2", "2", "")]
    [InlineData(" 2 ea ", "2", "ea")]
    [InlineData("4x", "4", "")]
    [InlineData("x4", "4", "")]
    [InlineData("12 pcs.", "12", "pcs.")]
    [InlineData("12 pcs (6 spare)", "12", "pcs")]
    [InlineData("1,5", "1.5", "")]
    [InlineData("1,8 m", "1.8", "m")]
    [InlineData("0.25", "0.25", "")]
    [InlineData(".5", "0.5", "")]
    [InlineData("0,125", "0.125", "")]
    [InlineData("12个", "12", "个")]
    [InlineData("1 000", "1000", "")]
    [InlineData("1,234.5", "1234.5", "")]
    [InlineData("1.234,5", "1234.5", "")]
    [InlineData("1,234,567", "1234567", "")]
    [InlineData("1.000", "1", "")]
    [InlineData("0", "0", "")]
    public void Quantities_are_read_with_their_unit(string text, string amount, string unit)
    {
        QuantityParser.TryParse(text, out decimal read, out string readUnit).ShouldBeTrue();

        read.ShouldBe(decimal.Parse(amount, CultureInfo.InvariantCulture));
        readUnit.ShouldBe(unit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("as required")]
    [InlineData("若干")]
    [InlineData("2-3")]
    [InlineData("1/2")]
    [InlineData("~5")]
    [InlineData("-1")]
    [InlineData("1,000")]
    [InlineData("1+1")]
    [InlineData("#REF!")]
    [InlineData("9999999999999999999999999999999999")]
    public void What_is_no_certain_quantity_is_unknown(string text) => QuantityParser.Parse(text).ShouldBeNull();
}
