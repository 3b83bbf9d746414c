using System.Text;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Evidence;

public sealed class StatementReaderTests
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public void A_statement_comes_back_as_it_was_written()
    {
        byte[] written = StatementWriter.ToBytes(Full());

        Statement read = StatementReader.Parse(written, "statements/acme/R-1.json", new DiagnosticBag()).ShouldNotBeNull();

        StatementWriter.ToBytes(read).ShouldBe(written);
        read.Items[0].Facts.Length.ShouldBe(4);
        read.Items[0].Facts[1].ShouldBeOfType<StageFact>().Countries.ShouldBe([new Country("JP"), new Country("US")]);
    }

    [Fact]
    public void A_log_comes_back_as_it_was_written()
    {
        var log = new RequestLog(
            [new EvidenceRequest("Q-1", "Acme", new DateOnly(2026, 12, 1),
                null) { Items = [new RequestedItem("k1", "MAG-22", [new RequestedFact("ndfeb-magnet", "melted", null)])] }],
            [new ReceivedStatement("R-1", "statements/acme/R-1.json", Hash, new DateOnly(2026, 12, 9))]);
        byte[] written = RequestLogFile.ToBytes(log);

        RequestLogFile.ToBytes(RequestLogFile.Parse(written, "requests.json", new DiagnosticBag()).ShouldNotBeNull()).ShouldBe(written);
    }

    [Theory]
    [InlineData("\"contains\": true", "\"contains\": \"yes\"", "SC9522")]
    [InlineData("\"country\": \"JP\"", "\"country\": \"Japan\"", "SC9522")]
    [InlineData("\"material\": \"ndfeb-magnet\"", "\"material\": \"neodymium\"", "SC9522")]
    [InlineData("\"scope\": \"lot\"", "\"scope\": \"batch\"", "SC9522")]
    [InlineData("\"stage\": \"melted\"", "\"stages\": \"melted\"", "SC9521")]
    [InlineData("\"id\": \"R-1\"", "\"id\": \"../R-1\"", "SC9522")]
    [InlineData("\"percent\": 40", "\"percent\": 70", "SC9522")]
    [InlineData("\"validUntil\": \"2027-12-01\"", "\"validUntil\": \"2026-11-30\"", "SC9522")]
    [InlineData("}", "", "SC9520")]
    public void A_statement_with_a_fault_is_refused_whole_and_named(string sound, string fault, string id)
    {
        string text = Encoding.UTF8.GetString(StatementWriter.ToBytes(Full()));
        int at = text.IndexOf(sound, StringComparison.Ordinal);
        var diagnostics = new DiagnosticBag();

        Statement? read = StatementReader.Parse(Encoding.UTF8.GetBytes(text[..at] + fault + text[(at + sound.Length)..]),
            "statements/acme/R-1.json", diagnostics);

        read.ShouldBeNull();
        diagnostics.Items.ShouldContain(diagnostic => diagnostic.Id == id && diagnostic.Cell.File == "statements/acme/R-1.json");
    }

    [Fact]
    public void A_page_of_a_document_that_the_statement_does_not_list_is_refused()
    {
        byte[] written = StatementWriter.ToBytes(Full() with { Documents = [] });
        var diagnostics = new DiagnosticBag();

        StatementReader.Parse(written, "x.json", diagnostics).ShouldBeNull();
        diagnostics.HasErrors.ShouldBeTrue();
    }

    internal static Statement Full() => new()
    {
        Id = "R-1",
        Source = new StatementSource(StatementKind.Questionnaire) { FileName = "answer.xlsx", Sha256 = Hash },
        Supplier = new StatementSupplier("Acme Magnetics") { Cage = "1ABC2" },
        Signer = new StatementSigner("Ann Example", "Quality", new DateOnly(2026, 12, 1)),
        ValidUntil = new DateOnly(2027, 12, 1),
        Documents = [new StatementDocument(Hash, "melt-certificate", "../melt 7731.pdf")],
        Items =
        [
            new StatementItem(new StatementSubject { Scope = StatementScope.Lot, PartNumber = "MAG-22", Lot = "7731" },
            [
                new PresenceFact(MaterialIds.NdFeB, true) { MassKilograms = 0.012m },
                new StageFact(MaterialIds.NdFeB, StageIds.Melted,
                    [new OriginShare(new Country("JP")) { Percent = 60, PerformedBy = "Sub Co" }, new OriginShare(new Country("US")) { Percent = 40 }])
                {
                    Element = "Nd", Place = "Parts!H14", Documents = [new DocumentPage(Hash, "2")],
                },
                new ExceptionFact(StatedException.Recycled, true, "recycled swarf") { MilledIn = new Country("US") },
                new UnknownFact(MaterialIds.NdFeB) { Stage = StageIds.Mined, NextSupplier = "Ore Co", ExpectedOn = new DateOnly(2027, 1, 15) },
            ]) { RowKey = "k1" },
        ],
        Unread = [new UnreadAnswer("Parts!J14", "Elbonia", "no country that is known")],
    };
}
