using System.Buffers;
using System.Globalization;

namespace SourcingCompliance.Formats.Writing.Csv;

/// <summary>
/// Writes rows of comma-separated values (RFC 4180) that a spreadsheet program opens without harm: UTF-8 with a signature, since Excel
/// takes a file without one for the local code page, CRLF, and every text that would be a formula defused.
/// </summary>
public sealed class CsvTable : IDisposable
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create("\",\r\n\t;");
    private readonly StreamWriter _text;
    private bool _isInRow;

    /// <summary>Begins a table.</summary>
    /// <param name="output">Receives the bytes; left open.</param>
    /// <param name="headers">The header cells.</param>
    public CsvTable(Stream output, params ReadOnlySpan<string> headers)
    {
        ArgumentNullException.ThrowIfNull(output);
        _text = ReportText.Open(output, hasSignature: true);
        foreach (string header in headers)
        {
            Text(header);
        }

        End();
    }

    /// <summary>Adds a cell of text; null and empty are an empty cell.</summary>
    public CsvTable Text(string? text)
    {
        string safe = SpreadsheetText.DefuseForCsv(VisibleText.Lines(text ?? ""));
        return Raw(safe.AsSpan().ContainsAny(NeedsQuotes) || safe.StartsWith(' ') || safe.EndsWith(' ')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe);
    }

    /// <summary>Adds a cell of several texts, joined by <c>"; "</c>.</summary>
    public CsvTable Texts(IEnumerable<string> texts) => Text(string.Join("; ", texts.Select(SpreadsheetText.Defuse)));

    /// <summary>Adds a number; null is an empty cell. A negative number is no formula.</summary>
    public CsvTable Number(decimal? number) => Raw(number?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>Adds a date in ISO form; null is an empty cell.</summary>
    public CsvTable Date(DateOnly? date) => Raw(date is { } day ? ReportTokens.Format(day) : "");

    /// <summary>Ends the row.</summary>
    public void End()
    {
        _text.Write("\r\n");
        _isInRow = false;
    }

    /// <summary>Writes what is still held; the stream stays open.</summary>
    public void Dispose() => _text.Dispose();

    private CsvTable Raw(string cell)
    {
        if (_isInRow)
        {
            _text.Write(',');
        }

        _text.Write(cell);
        _isInRow = true;
        return this;
    }
}
