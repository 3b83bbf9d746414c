using System.Reflection;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Tests.Evidence;

namespace SourcingCompliance.Running.Tests.Exchange;

/// <summary>What a check was asked must come back out of its bundle, or the bundle proves another check.</summary>
public sealed class BundleJobTests
{
    private static readonly ReportSettings Settings = new()
    {
        Company = "Example Corp", Contact = "Ann, 555-0100", PreparedBy = "Supply chain", Marking = "CUI", Paper = PaperSize.A4,
        Address = ["1 Main St", "Dayton"], Cage = "1ABC2",
        ReplyBy = new DateOnly(2026, 12, 15), PurchaseOrder = "PO-1", PurchaseOrders = [new PurchaseOrder("Acme", "PO-2")],
    };

    [Fact]
    public void Everything_that_is_said_about_reports_comes_back_with_its_logo()
    {
        using var folder = new LedgerOnDisk();
        string logo = Path.Combine(folder.Root, "picture");
        File.WriteAllBytes(logo, [0xFF, 0xD8, 0xFF, 7]);

        ReportSettings back = GetBack(Job(folder) with { Report = Settings, LogoPath = logo }).Report;

        foreach (PropertyInfo property in typeof(ReportSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            object? value = property.GetValue(property.Name == nameof(ReportSettings.Logo) ? back with { Logo = null } : back);
            JsonSerializer.Serialize(value).ShouldBe(JsonSerializer.Serialize(property.GetValue(Settings)), property.Name);
            property.GetValue(back).ShouldNotBe(property.GetValue(ReportSettings.None), $"{property.Name} is not set by this test or not kept.");
        }

        back.Logo.ShouldNotBeNull().Content.ShouldBe([0xFF, 0xD8, 0xFF, 7]);
    }

    [Theory]
    [InlineData(Gate.Open)]
    [InlineData(Gate.Suspect)]
    [InlineData(Gate.Violation)]
    [InlineData(Gate.None)]
    public void What_fails_the_check_comes_back(Gate gate)
    {
        using var folder = new LedgerOnDisk();

        GetBack(Job(folder) with { Gate = gate }).Gate.ShouldBe(gate);
    }

    [Fact]
    public void A_bundle_of_an_earlier_version_keeps_company_and_marking()
    {
        using var folder = new LedgerOnDisk();
        CheckJob job = Job(folder);
        SortedDictionary<string, byte[]> files = new BundleFiles(job).All;
        files.Add(BundleJob.Name, Encoding.UTF8.GetBytes("""
            { "asOf": "2026-11-30", "delivery": null, "requiresDocuments": false, "requiresSignature": true, "hongKongAndMacaoAreChina": null,
              "countsNotInstalled": false, "marking": "CUI", "company": "Example Corp" }
            """));

        CheckJob back = BundleJob.Read(files, folder.Root).ShouldNotBeNull();

        (back.Report.Company, back.Report.Marking, back.Gate).ShouldBe(("Example Corp", "CUI", Gate.Suspect));
    }

    private static CheckJob Job(LedgerOnDisk folder)
    {
        string bom = Path.Combine(folder.Root, "bom.csv");
        File.WriteAllText(bom, "PN,Description\nA,Washer\n");
        return new CheckJob { Paths = [bom], AsOf = new DateOnly(2026, 11, 30) };
    }

    private static CheckJob GetBack(CheckJob job)
    {
        var files = new BundleFiles(job);
        files.All.Add(BundleJob.Name, BundleJob.Write(job, files));
        return BundleJob.Read(files.All, "staged").ShouldNotBeNull();
    }
}
