namespace SourcingCompliance.Primitives.Diagnostics;

// SC9040 to SC9059.
public static partial class DiagnosticIds
{
    /// <summary>An old binary workbook contradicts itself: it says how many rows, columns or texts it has, and holds others.</summary>
    public const string WorkbookContradictory = "SC9040";

    /// <summary>A text file ends in the middle of a row: the export or the download broke off.</summary>
    public const string TextCutOff = "SC9041";
}
