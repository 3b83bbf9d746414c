using System.Text;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Findings.Waivers;

public sealed class WaiverReaderTests
{
    private readonly DiagnosticBag _diagnostics = new();

    [Fact]
    public void A_whole_waiver_is_read()
    {
        WaiverList list = Read(Entry()).ShouldNotBeNull();

        Waiver waiver = list.Waivers.ShouldHaveSingleItem();
        waiver.Id.ShouldBe("W-1");
        waiver.Match.Part.ShouldBe("MAG-22");
        waiver.Basis.ShouldBe(LegalBasis.NonavailabilityIndividual);
        waiver.Expires.ShouldBe(new DateOnly(2027, 9, 30));
        _diagnostics.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_waiver_without_an_end_makes_the_file_invalid()
    {
        Read(Entry().Replace(""", "expires": "2027-09-30" """.TrimEnd(), "", StringComparison.Ordinal)).ShouldBeNull();

        _diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.WaiversInvalid
            && diagnostic.Message.Contains("expires", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"contract\": \"N00024-26-C-0001\"", "\"document\": \"d.pdf\"", "contract")]
    [InlineData("\"legalBasis\": \"nonavailability-individual\"", "\"legalBasis\": \"nonavailability-class\"", "document")]
    [InlineData("\"legalBasis\": \"nonavailability-individual\"", "\"legalBasis\": \"it-is-fine\"", "legalBasis")]
    [InlineData("{ \"part\": \"MAG-22\" }", "{}", "match")]
    [InlineData("\"justification\": \"none to be had\"", "\"justification\": \" \"", "justification")]
    [InlineData("\"expires\": \"2027-09-30\"", "\"expires\": \"2026-09-30\"", "expires")]
    [InlineData("\"expires\": \"2027-09-30\"", "\"expires\": \"2027-09-30\", \"documentSha256\": \"abc\"", "documentSha256")]
    [InlineData("\"expires\": \"2027-09-30\"", "\"expires\": \"2027-09-30\", \"documentSha256\": "
        + "\"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz0\"", "documentSha256")]
    [InlineData("{ \"part\": \"MAG-22\" }", "{ \"part\": \" \" }", "part")]
    [InlineData("{ \"part\": \"MAG-22\" }", "{ \"part\": \"MAG-22\", \"color\": \"red\" }", "color")]
    [InlineData("\"match\": { \"part\": \"MAG-22\" }, ", "", "match")]
    [InlineData("\"approvedOn\": \"2026-10-02\", ", "", "approvedOn")]
    [InlineData("\"approvedBy\": \"HCA\", ", "", "approvedBy")]
    [InlineData("\"legalBasis\": \"nonavailability-individual\", ", "", "legalBasis")]
    public void What_a_waiver_must_say_is_asked_for(string replaced, string by, string named)
    {
        Read(Entry().Replace(replaced, by, StringComparison.Ordinal)).ShouldBeNull();

        _diagnostics.Items.ShouldContain(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            && diagnostic.Message.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2029-10-02", true)]
    [InlineData("2029-10-03", false)]
    public void A_statutory_waiver_lasts_at_most_36_months(string expires, bool isValid)
    {
        string entry = Entry().Replace("nonavailability-individual", "statutory-waiver", StringComparison.Ordinal)
            .Replace("2027-09-30", expires, StringComparison.Ordinal);

        (Read(entry) is not null).ShouldBe(isValid);
    }

    [Fact]
    public void A_waiver_may_end_on_the_day_of_its_approval() =>
        Read(Entry().Replace("2027-09-30", "2026-10-02", StringComparison.Ordinal)).ShouldNotBeNull();

    [Theory]
    [InlineData("""{ "version": 2, "waivers": [] }""", "version")]
    [InlineData("""{ "waivers": [] }""", "version")]
    [InlineData("""{ "version": 1 }""", "waivers")]
    [InlineData("""{ "version": 1, "waivers": [], "extra": 1 }""", "extra")]
    public void A_file_of_another_shape_is_refused(string file, string named)
    {
        WaiverReader.Parse(Encoding.UTF8.GetBytes(file), "w.json", _diagnostics).ShouldBeNull();

        _diagnostics.Items.ShouldContain(diagnostic => diagnostic.Message.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_property_is_refused_with_the_nearest_name()
    {
        Read(Entry().Replace("\"approvedBy\"", "\"aprovedBy\"", StringComparison.Ordinal)).ShouldBeNull();

        _diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == DiagnosticIds.SettingsPropertyUnknown
            && (diagnostic.Hint ?? "").Contains("Did you mean \"approvedBy\"?", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_waivers_of_one_id_make_the_file_invalid() => Read(Entry() + "," + Entry()).ShouldBeNull();

    [Theory]
    [InlineData("", false)]
    [InlineData(", \"broad\": true", true)]
    [InlineData(", \"broad\": false", false)]
    public void A_waiver_is_broad_only_when_it_says_so(string property, bool isBroad) =>
        Read(Entry().Replace("\"approvedBy\": \"HCA\"", "\"approvedBy\": \"HCA\"" + property, StringComparison.Ordinal))
            .ShouldNotBeNull().Waivers[0].IsBroad.ShouldBe(isBroad);

    private static string Entry() => """
        { "id": "W-1", "match": { "part": "MAG-22" }, "legalBasis": "nonavailability-individual", "contract": "N00024-26-C-0001", "justification": "none to be had", "approvedBy": "HCA", "approvedOn": "2026-10-02", "expires": "2027-09-30" }
        """;

    private WaiverList? Read(string entries) =>
        WaiverReader.Parse(Encoding.UTF8.GetBytes($$"""{ "version": 1, "waivers": [{{entries}}] }"""), "w.json", _diagnostics);
}
