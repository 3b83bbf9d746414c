using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Running.Tests.Reports;

/// <summary>The files of requests next to a PDF report.</summary>
public sealed class RequestFilesTests : IDisposable
{
    private const string Header = "Part Number,Description,Qty,Supplier,Country of Origin\n";
    private const string Heron = "MAG-3,\"Magnet, sintered NdFeB N42SH\",4,Heron Drives,\n";
    private const string Kestrel = "MAG-1,\"Magnet, sintered NdFeB N42SH\",4,Kestrel: Magnetics,\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("request-files-").FullName;

    [Fact]
    public void Each_supplier_gets_a_file_and_all_stand_in_one_more()
    {
        Run("pdf", Heron, Kestrel);

        Names().ShouldBe(["Heron Drives.pdf", "Kestrel- Magnetics.pdf", "all-requests.pdf"]);
    }

    [Fact]
    public void A_report_for_customers_or_programs_brings_no_requests()
    {
        Run("pdf-customer", Heron, Kestrel);
        Run("json", Heron, Kestrel);

        Names().ShouldBeEmpty();
    }

    [Fact]
    public void A_file_of_somebody_else_is_not_overwritten()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "out", "requests"));
        string own = Path.Combine(_folder, "out", "requests", "Heron Drives.pdf");
        File.WriteAllText(own, "an answer of the supplier");

        Run("pdf", Heron);

        File.ReadAllText(own).ShouldBe("an answer of the supplier");
        Names().ShouldBe(["Heron Drives (2).pdf", "Heron Drives.pdf"]);
    }

    [Fact]
    public void A_request_that_is_made_no_more_is_removed_and_others_are_written_again()
    {
        Run("pdf", Heron, Kestrel);
        Run("pdf", Heron);

        Names().ShouldBe(["Heron Drives.pdf"]);
    }

    [Fact]
    public void A_run_without_pdf_leaves_requests_alone()
    {
        Run("pdf", Heron);
        Run("json", Heron);

        Names().ShouldBe(["Heron Drives.pdf"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Run(string format, params string[] rows)
    {
        string bom = Path.Combine(_folder, "bom.csv");
        File.WriteAllText(bom, Header + string.Concat(rows));
        var job = new CheckJob { Paths = [bom], AsOf = new DateOnly(2026, 11, 22), Delivery = new DateOnly(2027, 6, 15) };
        CheckResult result = CheckRunner.Check(job, null, CancellationToken.None);
        ReportPlan plan = ReportPlan.From(job, [new CheckInput(bom, bom)], [format], perFile: true);
        ReportFolder folder = ReportFolder.Open(Path.Combine(_folder, "out"));
        folder.Claim(plan);
        ReportFiles.Write(result, plan, folder, null, CancellationToken.None);
    }

    private string[] Names()
    {
        string requests = Path.Combine(_folder, "out", "requests");
        return Directory.Exists(requests) ? [.. Directory.GetFiles(requests).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];
    }
}
