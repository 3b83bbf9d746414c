using BenchmarkDotNet.Attributes;
using SourcingCompliance.Benchmarks.Inputs;

namespace SourcingCompliance.Benchmarks.Reading;

/// <summary>Reading one table of 15 columns in each way, against the bare pass over the same XML.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks : IDisposable
{
    private readonly BomFiles _files = new();
    private string _workbook = "";
    private string _list = "";

    /// <summary>Item rows of the table.</summary>
    [Params(1_000, 100_000)]
    public int Rows { get; set; }

    /// <summary>Makes the files.</summary>
    [GlobalSetup]
    public void MakeFiles()
    {
        _workbook = _files.Xlsx(Rows);
        _list = _files.Csv(Rows);
    }

    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true)]
    public long BareXmlPass() => ReadingWorks.BareXmlPass(_workbook);

    /// <summary>The product's xlsx reader.</summary>
    [Benchmark]
    public long Xlsx() => ReadingWorks.Read(_workbook);

    /// <summary>The product's csv reader.</summary>
    [Benchmark]
    public long Csv() => ReadingWorks.Read(_list);

    /// <summary>ExcelDataReader over the same workbook.</summary>
    [Benchmark]
    public long ExcelDataReader() => ReadingWorks.ExcelDataReaderPass(_workbook);

    /// <summary>Removes the files.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _files.Dispose();
        GC.SuppressFinalize(this);
    }
}
