using System.IO.Compression;
using SourcingCompliance.Formats.Tests.Reading;
using SourcingCompliance.Formats.Tests.Reading.Xls;

namespace SourcingCompliance.Formats.Tests.Damage;

/// <summary>One small list with two violations, in each format that has more structure than text.</summary>
internal static class SoundFile
{
    private static readonly string[][] Rows =
    [
        ["Part Number", "Description", "Country of Origin"],
        ["SCR-1", "Screw M3x8 steel", "Germany"],
        ["MAG-1", "Magnet, disc, NdFeB N42", "China"],
        ["SCR-2", "Washer M3 steel", "Austria"],
        ["MAG-2", "Magnet, ring, SmCo", "Russia"],
        ["SCR-3", "Nut M3 steel", "Germany"],
    ];

    /// <summary>A workbook; its parts deflated or stored.</summary>
    public static WorkbookFile Xlsx { get; } = MakeXlsx();

    /// <summary>An OpenDocument spreadsheet.</summary>
    public static WorkbookFile Ods { get; } =
        WorkbookFile.Ods(
            $"<table:table table:name=\"BOM\">{string.Concat(Rows.Select(row => $"<table:table-row>{string.Concat(row.Select(cell => $"<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"))}</table:table-row>"))}</table:table>");

    /// <summary>The records of an old workbook's sheet, without its begin and end.</summary>
    public static byte[][] Records { get; } = MakeRecords();

    /// <summary>The table of texts of the old workbook.</summary>
    public static byte[] Texts { get; } = OldWorkbookFile.SharedTexts(Rows.Length * Rows[0].Length, Distinct());

    /// <summary>A csv without a line end behind the last row.</summary>
    public static string Csv { get; } = string.Join('\n', Rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell}\""))));

    /// <summary>The bytes of a workbook.</summary>
    public static byte[] Bytes(WorkbookFile file, bool isStored) => file.Bytes(isStored ? CompressionLevel.NoCompression : CompressionLevel.Fastest);

    private static string[] Distinct() => [.. Rows.SelectMany(row => row).Distinct(StringComparer.Ordinal)];

    private static WorkbookFile MakeXlsx()
    {
        string[] texts = Distinct();
        string rows = string.Concat(Rows.Select((row, at) =>
            $"<row r=\"{at + 1}\">{string.Concat(row.Select((cell, column) => $"<c r=\"{(char)('A' + column)}{at + 1}\" t=\"s\"><v>{Array.IndexOf(texts, cell)}</v></c>"))}</row>"));
        return WorkbookFile.Sheet(rows, string.Concat(texts.Select(text => $"<si><t>{text}</t></si>")));
    }

    private static byte[][] MakeRecords()
    {
        string[] texts = Distinct();
        return
        [
            OldWorkbookFile.Dimensions(Rows.Length, Rows[0].Length),
            .. Rows.Select((row, at) => OldWorkbookFile.Row(at, row.Length)),
            .. Rows.SelectMany((row, at) => row.Select((cell, column) => OldWorkbookFile.Shared(at, column, Array.IndexOf(texts, cell)))),
        ];
    }
}
