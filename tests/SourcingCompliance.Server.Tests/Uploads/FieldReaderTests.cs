namespace SourcingCompliance.Server.Uploads;

/// <summary>Fields forgive what can be read in one way only.</summary>
public sealed class FieldReaderTests
{
    [Theory]
    [InlineData("$250,000", 250_000)]
    [InlineData("US$ 1,250.00", 1250)]
    [InlineData("1.5 million", 1_500_000)]
    [InlineData("250k", 250_000)]
    public void Dollars_are_read_as_people_write_them(string text, int dollars)
    {
        FieldReader fields = ReaderOf("value", text);

        fields.ReadDollars("value").ShouldBe(dollars);
        fields.EnsureUsable();
    }

    // 250,00 is not 25,000, and 1.250 is not a dollar and a quarter: below the threshold an exception would apply.
    [Theory]
    [InlineData("250,00")]
    [InlineData("1.250")]
    [InlineData("1.250,00")]
    [InlineData("2,50,000")]
    [InlineData("-5")]
    [InlineData("€250,000")]
    public void A_number_that_can_mean_two_amounts_is_refused(string text) =>
        Refusal("value", text, fields => fields.ReadDollars("value")).ShouldContain("dollars");

    [Theory]
    [InlineData("3/15/2027", "2027-03-15")]
    [InlineData("5/5/2027", "2027-05-05")]
    [InlineData("September 1, 2027", "2027-09-01")]
    [InlineData("Sept 1, 2027", "2027-09-01")]
    [InlineData("2027/05/06", "2027-05-06")]
    public void A_date_is_read_as_people_write_it(string text, string day) =>
        ReaderOf("delivery", text).ReadDay("delivery").ShouldBe(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_date_whose_month_can_be_its_day_is_asked_for_again()
    {
        string refusal = Refusal("delivery", "05/06/2027", fields => fields.ReadDay("delivery"));

        refusal.ShouldContain("2027-05-06");
        refusal.ShouldContain("2027-06-05");
    }

    [Theory]
    [InlineData("United States", "US")]
    [InlineData("U.S.A.", "US")]
    [InlineData("Germany", "DE")]
    [InlineData("GE", "GE")]
    public void A_country_is_named_or_coded(string text, string code) => ReaderOf("placeOfUse", text).ReadCountry("placeOfUse").ShouldBe(code);

    [Theory]
    [InlineData("CA", "Canada")]
    [InlineData("de", "Germany")]
    [InlineData("Georgia", "GE")]
    [InlineData("no", "Norway")]
    [InlineData("USVI", "United States")]
    public void What_can_be_a_state_of_the_United_States_is_no_country_abroad(string text, string instead) =>
        Refusal("placeOfUse", text, fields => fields.ReadCountry("placeOfUse")).ShouldContain(instead);

    private static string Refusal<T>(string field, string text, Func<FieldReader, T> read)
    {
        FieldReader fields = ReaderOf(field, text);
        Equals(read(fields), null).ShouldBeTrue();
        return Should.Throw<UploadRefusedException>(fields.EnsureUsable).Errors[field];
    }

    private static FieldReader ReaderOf(string field, string text) =>
        new(new UploadForm([], new Dictionary<string, (string, Storage.StoredContent)>(), [(field, text)]));
}
