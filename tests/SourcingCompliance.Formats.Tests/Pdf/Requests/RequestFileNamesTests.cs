using System.Text;
using SourcingCompliance.Formats.Pdf.Requests;
using SourcingCompliance.Formats.Tests.Writing;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Tests.Pdf.Requests;

public class RequestFileNamesTests
{
    [Theory]
    [InlineData("Keiyo Magnetics", "Keiyo Magnetics")]
    [InlineData("Ningbo Zhaobao Magnet Co.", "Ningbo Zhaobao Magnet Co")]
    [InlineData("Smith & Sons <UK> / \"EU\": a\\b|c?*", "Smith + Sons -UK- - -EU-- a-b-c")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("CON", "CON_")]
    [InlineData("com1.Parts", "com1.Parts_")]
    [InlineData("LPT³", "LPT³_")]
    [InlineData("  two   blanks\tand a tab\n", "two blanks and a tab")]
    [InlineData("a\u202Egnp.exe\u0007", "agnp.exe")]
    [InlineData("株式会社 磁石", "株式会社 磁石")]
    [InlineData(" .. ", "supplier")]
    public void A_supplier_gives_a_name_that_every_system_takes(string supplier, string expected) => RequestFileNames.GetStem(supplier).ShouldBe(expected);

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        string stem = RequestFileNames.GetStem(string.Concat(Enumerable.Repeat("磁😀", 200)));

        Encoding.UTF8.GetByteCount(stem).ShouldBeInRange(70, 80);
        stem.EnumerateRunes().ShouldAllBe(rune => rune.Value == '磁' || rune.Value == 0x1F600);
    }

    [Fact]
    public void Names_that_differ_in_letter_case_only_are_told_apart()
    {
        SupplierRequest model = SampleRequests.Of(SampleReport.Build())[0];

        RequestFileNames.Get([.. new[] { "Acme", "ACME", "acme.", "All-Requests", "A?", "A*" }.Select(name => model with { Supplier = name })])
            .ShouldBe(["Acme.pdf", "ACME (2).pdf", "acme (3).pdf", "All-Requests (2).pdf", "A.pdf", "A (2).pdf"]);
    }
}
