using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Tests.Damage;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading;

/// <summary>A run that is canceled ends wherever in a file it stands, and is no damage of the file.</summary>
public class CancellationTests
{
    [Theory]
    [InlineData("bom.xlsx")]
    [InlineData("bom.ods")]
    [InlineData("bom.xls")]
    [InlineData("bom.csv")]
    public void Reading_ends_at_the_next_row(string name)
    {
        using var run = new CancellationTokenSource();
        var diagnostics = new DiagnosticBag();
        using BomDocument document = BomDocumentReader.Open(new MemoryStream(Content(name)), name, ReadLimits.Default with
        { Cancellation = run.Token }, diagnostics).ShouldNotBeNull();
        using IEnumerator<BomRow> rows = document.Tables[0].Rows.GetEnumerator();
        rows.MoveNext().ShouldBeTrue();

        run.Cancel();

        Should.Throw<OperationCanceledException>(() => rows.MoveNext());
        diagnostics.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bom.xlsx")]
    [InlineData("bom.ods")]
    [InlineData("bom.xls")]
    [InlineData("bom.csv")]
    public void A_file_is_not_opened_any_more(string name) => Should.Throw<OperationCanceledException>(() =>
        BomDocumentReader.Open(new MemoryStream(Content(name)), name, ReadLimits.Default with
        { Cancellation = new CancellationToken(canceled: true) }, new DiagnosticBag()));

    private static byte[] Content(string name) => Path.GetExtension(name) switch
    {
        ".xlsx" => SoundFile.Bytes(SoundFile.Xlsx, isStored: false),
        ".ods" => SoundFile.Bytes(SoundFile.Ods, isStored: false),
        ".xls" => DamageRun.SoundXls(),
        _ => System.Text.Encoding.UTF8.GetBytes(SoundFile.Csv),
    };
}
