using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Pdf.Report;

public class SupplierVeilTests
{
    [Theory]
    [InlineData("Ask Heron Drives GmbH about it", "Ask Supplier 1 about it")]
    [InlineData("Ask heron drives, today", "Ask Supplier 1, today")]
    [InlineData("Ask Heron (Drives)", "Ask Supplier 1)")]
    [InlineData("the herons", "the herons")]
    [InlineData("编码器公司的磁铁", "Supplier 4的磁铁")]
    [InlineData("TE sells the connector in Te Aroha", "Supplier 3 sells the connector in Te Aroha")]
    [InlineData("Keiyo", "Supplier 2")]
    public void Names_are_replaced_as_words(string text, string veiled) => Veil("Heron Drives GmbH", "Keiyo", "TE", "编码器公司").Over(text).ShouldBe(veiled);

    [Fact]
    public void A_longer_name_wins_over_one_that_it_contains() => Veil("Keiyo", "Keiyo Magnetics Ltd.")
        .Over("From Keiyo Magnetics and Keiyo").ShouldBe("From Supplier 2 and Supplier 1");

    [Fact]
    public void Nothing_changes_in_the_own_house() => SupplierVeil.Nothing().Over("Heron Drives").ShouldBe("Heron Drives");

    private static SupplierVeil Veil(params string[] names)
    {
        ComplianceReport sample = SampleReport.Build();
        Finding finding = sample.Findings.First();
        FileReport file = sample.Files[0] with { Lines = [], Findings = [.. names.Select(name => finding with { Supplier = name, Manufacturer = "" })] };
        return SupplierVeil.Over(sample with { Files = [file], Actions = [] });
    }
}
