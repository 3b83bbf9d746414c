using Shouldly;
using SourcingCompliance.Formats.Reading.Evidence;
using SourcingCompliance.Formats.Reading.Evidence.Certificates;

namespace SourcingCompliance.Formats.Tests.Reading.Evidence;

public class CertificateTests
{
    [Theory]
    [InlineData("Samarium and cobalt: mined AU, separated MY, alloy melted US; powder, pressing, sintering, magnetization US.", CertificateSupport.Stages)]
    [InlineData("Material complies with DFARS 252.225-7052: not melted or produced in a covered country.", CertificateSupport.Through2026)]
    [InlineData("All our products are DFARS compliant.", CertificateSupport.Nothing)]
    [InlineData("Compliant with DFARS 252.225-7009, specialty metals melted in a qualifying country.", CertificateSupport.Nothing)]
    [InlineData("To the best of our knowledge the tungsten was not mined in China.", CertificateSupport.Nothing)]
    [InlineData("We are DRC conflict-free; see attached CMRT.", CertificateSupport.Nothing)]
    [InlineData("Country of origin: USA.", CertificateSupport.Nothing)]
    [InlineData("COTS item, exempt under 252.225-7052(c).", CertificateSupport.Nothing)]
    [InlineData("Heat: N/A. Melted in the USA.", CertificateSupport.Nothing)]
    [InlineData("Does the part contain tungsten from a covered country? [X] No", CertificateSupport.Nothing)]
    [InlineData("兹证明本批磁体之钐钴合金在日本熔炼。", CertificateSupport.Nothing)]
    public void Words_support_no_more_than_they_say(string words, CertificateSupport support) => CertificateWording.Assess(words).Support.ShouldBe(support);

    [Fact]
    public void Alternatives_are_told() =>
        CertificateWording.Assess("Lots 1 to 4 melted in Japan or China.").Reasons.ShouldContain(reason =>
            reason.Contains("alternatives", StringComparison.Ordinal));

    [Fact]
    public void A_certificate_identifies_its_heat_and_states_no_origin()
    {
        ImportedEvidence imported = EvidenceRun.Import("""
            {"RefSchemaUrl":"https://x/en10168","Certificate":{"CertificateLanguages":["EN"],"CommercialTransaction":{"A01":{"CompanyName":"Mill","Country":"AT"},"A02":"3.1","A03":"C-9"},
            "ProductDescription":{"B01":"Bar","B07":"H-77"},"Inspection":[{"ChemicalComposition":{"C71":{"Actual":"92.5","Symbol":"W"}}}],"Validation":{"Z01":"The material complies with the order.","Z02":"2026-03-01","Z03":"Inspector"}}}
            """);

        imported.Certificate.ShouldNotBeNull().Heat.ShouldBe("H-77");
        imported.Certificate.Analysis.ShouldBe([("W", "92.5")]);
        imported.Statements.ShouldBeEmpty();
        imported.Left.ShouldContain(left => left.Text == "AT");
    }
}
