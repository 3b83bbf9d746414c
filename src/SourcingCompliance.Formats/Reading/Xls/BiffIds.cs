namespace SourcingCompliance.Formats.Reading.Xls;

/// <summary>Types of the records that are looked at ([MS-XLS] 2.3).</summary>
internal static class BiffIds
{
    public const int Formula = 0x06;
    public const int EndOfPart = 0x0A;
    public const int Continue = 0x3C;
    public const int FilePassword = 0x2F;
    public const int BoundSheet = 0x85;
    public const int Numbers = 0xBD;
    public const int Blanks = 0xBE;
    public const int RichText = 0xD6;
    public const int SharedTexts = 0xFC;
    public const int SharedText = 0xFD;
    public const int Dimensions = 0x200;
    public const int Blank = 0x201;
    public const int Number = 0x203;
    public const int Text = 0x204;
    public const int TruthOrError = 0x205;
    public const int FormulaOf3 = 0x206;
    public const int Row = 0x208;
    public const int ShortNumber = 0x27E;
    public const int FormulaOf4 = 0x406;

    /// <summary>Whether a record begins a part of the workbook, in any version.</summary>
    public static bool IsBegin(int id) => id is 0x09 or 0x209 or 0x409 or 0x809;

    // Block indexes, results of formulas, shared formulas, arrays, tables, continuations; some export libraries write links and
    // comments at once with their cells; from 0x800 on stand the records that a reader may pass over.
    /// <summary>Whether a record that is no cell may stand between two cells.</summary>
    public static bool MayStandAmongCells(int id) => id is Row or 0xD7 or 0x207 or 0x4BC or 0x221
        or 0x236 or Continue or 0x1B8 or 0x1C or (>= 0x800 and < 0x900);
}
