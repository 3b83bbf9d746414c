using System.Globalization;
using System.IO.Compression;
using System.Text;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading.Xlsx;

/// <summary>Parts of more than four megabytes in a file on disk are inflated by a thread of their own: nothing may come out otherwise for it.</summary>
public sealed class LargeWorkbookTests
{
    private const int Rows = 40_000;

    private static readonly byte[] Large = Build();

    [Fact]
    public void A_large_workbook_on_disk_is_read_as_one_in_memory()
    {
        ReadFile onDisk = ReadFile.OnDisk(Large, "bom.xlsx");

        onDisk.Ids.ShouldBeEmpty();
        onDisk.Rows.Count.ShouldBe(Rows);
        onDisk.Lines.ShouldBe(ReadFile.Of(Large, "bom.xlsx").Lines);
    }

    [Fact]
    public void A_large_workbook_that_is_damaged_in_the_middle_gives_the_rows_before_and_an_error()
    {
        byte[] damaged = [.. Large];
        damaged.AsSpan(damaged.Length / 2, 64).Fill(0xFF);

        ReadFile onDisk = ReadFile.OnDisk(damaged, "bom.xlsx");

        onDisk.Rows.Count.ShouldBeInRange(1, Rows - 1);
        onDisk.Ids.ShouldContain("SC9106");
        onDisk.Lines.ShouldBe(ReadFile.OnDisk(damaged, "bom.xlsx").Lines);
    }

    [Fact]
    public void Shared_strings_that_pass_a_limit_stop_the_reading_also_when_they_are_read_beside()
    {
        ReadFile onDisk = ReadFile.OnDisk(Large, "bom.xlsx", ReadLimits.Default with { MaximumSharedStringCharacters = 1_000_000 });

        onDisk.Rows.ShouldBeEmpty();
        onDisk.Ids.ShouldBe(ReadFile.Of(Large, "bom.xlsx", ReadLimits.Default with { MaximumSharedStringCharacters = 1_000_000 }).Ids);
    }

    private static byte[] Build()
    {
        var rows = new StringBuilder();
        var strings = new StringBuilder();
        for (int row = 1; row <= Rows; row++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>{row - 1}</v></c><c r=\"B{row}\"><v>{row % 97}</v></c>"
                + $"<c r=\"C{row}\" t=\"inlineStr\"><is><t>Washer {row * 7919 % 10007}</t></is></c></row>");
            strings.Append(CultureInfo.InvariantCulture,
                $"<si><t>PN-{row:000000} of a part number that is long enough for a part of more than four megabytes: {row * 104729L % 1000003}</t></si>");
        }

        return WorkbookFile.Sheet(rows.ToString(), strings.ToString()).Bytes(CompressionLevel.Fastest);
    }
}
