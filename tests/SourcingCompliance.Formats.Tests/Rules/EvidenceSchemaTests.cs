using System.Text;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Tests.Rules;

public sealed class EvidenceSchemaTests
{
    private static readonly string Hash = new('0', 64);

    private static readonly Statement Example = new()
    {
        Id = "R-1",
        Source = new StatementSource(StatementKind.CycloneDx) { Form = "CycloneDX 2.0 draft", IsDraft = true, Sha256 = Hash },
        Supplier = new StatementSupplier("Acme"),
        Signer = new StatementSigner("Ann Example", null, new DateOnly(2026, 12, 1)),
        Supersedes = ["R-0"],
        Documents = [new StatementDocument(Hash, "letter", "letter.pdf")],
        Items =
        [
            new StatementItem(new StatementSubject { Scope = StatementScope.Family, Manufacturer = "Acme", Family = "T49*" },
            [
                new PresenceFact(null, false),
                new StageFact(MaterialIds.Tantalum, StageIds.Reduced,
                    [new OriginShare(new Country("EE")) { Percent = 100 }]) { Documents = [new DocumentPage(Hash, null)] },
                new ExceptionFact(StatedException.Cots, true, "catalog") { MassKilograms = 0.1m },
                new UnknownFact(null) { NextSupplier = "Ore Co" },
            ]),
        ],
        Unread = [new UnreadAnswer("A1", "?", "why")],
    };

    [Fact]
    public void A_written_statement_fits_its_schema() =>
        SchemaLibrary.Problems("evidence-statement.schema.json", Encoding.UTF8.GetString(StatementWriter.ToBytes(Example))).ShouldBeEmpty();

    [Fact]
    public void A_country_in_words_does_not_fit_the_schema() =>
        SchemaLibrary.Problems("evidence-statement.schema.json", Encoding.UTF8.GetString(StatementWriter.ToBytes(Example))
            .Replace("\"EE\"", "\"Estonia\"", StringComparison.Ordinal)).ShouldNotBeEmpty();

    [Fact]
    public void A_written_log_fits_its_schema()
    {
        var log = new RequestLog(
            [new EvidenceRequest("Q-1", "Acme", new DateOnly(2026, 12, 1),
                new DateOnly(2027, 1, 4)) { Items = [new RequestedItem("k", "P", [new RequestedFact(null, null, null)])] }],
            [new ReceivedStatement("R-1", "statements/acme/R-1.json", Hash, new DateOnly(2026, 12, 9))]);

        SchemaLibrary.Problems("evidence-requests.schema.json", Encoding.UTF8.GetString(RequestLogFile.ToBytes(log))).ShouldBeEmpty();
    }
}
