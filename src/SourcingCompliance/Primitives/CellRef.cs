using System.Globalization;

namespace SourcingCompliance.Primitives;

/// <summary>The address of a cell: file, sheet, row and column.</summary>
/// <param name="File">Path of the file as given, with forward slashes.</param>
/// <param name="Sheet">Name of the sheet; empty for formats without sheets (csv, text).</param>
/// <param name="Row">1-based row of the sheet, for csv the 1-based record; 0 = the whole sheet or file.</param>
/// <param name="Column">1-based column; 0 = the whole row.</param>
public readonly record struct CellRef(string File, string Sheet, int Row, int Column)
{
    /// <summary>The address of a whole file.</summary>
    public static CellRef ForFile(string file) => new(file, "", 0, 0);

    /// <summary>The address inside the sheet in A1 notation (<c>F42</c>), <c>row 42</c> for a whole row, empty for the sheet.</summary>
    public string Address => (Row, Column) switch
    {
        (0, 0) => "",
        (0, _) => GetLetters(Column),
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"row {Row}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{GetLetters(Column)}{Row}"),
    };

    /// <summary>The same cell, another column.</summary>
    public CellRef At(int column) => this with { Column = column };

    /// <summary><c>file!sheet!F42</c>; parts that are empty are left out.</summary>
    public override string ToString() => string.Join('!', new[] { File, Sheet, Address }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The letters of a 1-based column: 1 = A, 27 = AA.</summary>
    public static string GetLetters(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        Span<char> letters = stackalloc char[8];
        int at = letters.Length;
        for (int rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--at] = (char)('A' + ((rest - 1) % 26));
        }

        return new string(letters[at..]);
    }
}
