using System.Globalization;
using SourcingCompliance.Findings;

namespace SourcingCompliance.Reports.Explanations;

/// <summary>Which lines a user means by <c>FILE!SHEET!CELL</c>.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Sheet">Name of the sheet; null = any.</param>
/// <param name="Row">1-based row; null = any.</param>
public sealed record LineAddress(string File, string? Sheet, int? Row)
{
    /// <summary>
    /// Reads <c>FILE</c>, <c>FILE!CELL</c>, <c>FILE!SHEET</c> or <c>FILE!SHEET!CELL</c>; a cell is <c>F42</c>, <c>42</c> or <c>row 42</c>.
    /// A file's own name may hold a <c>!</c>: the longest beginning that is a file is the file.
    /// </summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="isFile">Whether a path names a file.</param>
    public static LineAddress Parse(string text, Func<string, bool> isFile)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(isFile);
        string[] parts = text.Split('!');
        int fileParts = Enumerable.Range(1, parts.Length).LastOrDefault(count => isFile(string.Join('!', parts[..count])), 1);
        string file = string.Join('!', parts[..fileParts]);
        string[] rest = parts[fileParts..];
        int? row = rest.Length > 0 ? GetRow(rest[^1]) : null;
        string sheet = string.Join('!', row is null ? rest : rest[..^1]);
        return new LineAddress(file, sheet.Length > 0 ? sheet : null, row);
    }

    /// <summary>Whether a line is meant.</summary>
    public bool Names(LineReport line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return (Sheet is not { } sheet || string.Equals(sheet, line.Row.Sheet, StringComparison.OrdinalIgnoreCase))
            && (Row is not { } row || row == line.Row.Row);
    }

    // F42, 42, row 42; null for anything else, which is then the name of a sheet.
    private static int? GetRow(string cell)
    {
        ReadOnlySpan<char> digits = cell.AsSpan().Trim();
        const string word = "row ";
        digits = digits.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? digits[word.Length..]
            : digits.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
        bool isShort = cell.Length - digits.Length <= word.Length;
        return isShort && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int row) && row > 0 ? row : null;
    }
}
