using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading;

/// <summary>Reads a workbook that a test built.</summary>
internal static class WorkbookReading
{
    /// <summary>The file, read.</summary>
    public static ReadFile Read(this WorkbookFile workbook, string path = "bom.xlsx", ReadLimits? limits = null) => ReadFile.Of(workbook.Bytes(), path, limits);
}
