using System.Text;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>
/// Cells of a text whose encoding is doubtful. Where another likely encoding makes a country, a material or a component of the same bytes, the cell
/// shows both readings, so that whichever is worse counts.
/// </summary>
/// <param name="encoding">The encoding and the others that fit nearly as well.</param>
internal sealed class DoubtfulCells(DetectedEncoding encoding)
{
    private const int MostRemembered = 10_000;

    private readonly Dictionary<string, string?> _readings = new(StringComparer.Ordinal);
    private readonly Encoding _strict =
        Encoding.GetEncoding(encoding.Encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback);

    /// <summary>The rows with the other readings; the same rows when there is no doubt.</summary>
    public static RowCursor Watch(RowCursor rows, DetectedEncoding encoding)
    {
        if (!encoding.IsDoubtful || encoding.Alternatives.Count == 0)
        {
            return rows;
        }

        var cells = new DoubtfulCells(encoding);
        return new RowCursor(
            row =>
            {
                if (!rows.Read(row))
                {
                    return false;
                }

                cells.Apply(row);
                return true;
            },
            rows);
    }

    private void Apply(BomRow row)
    {
        for (int column = 1; column <= row.Width; column++)
        {
            if (!Ascii.IsValid(row.TextAt(column)) && GetReading(row[column].Text) is { } both)
            {
                row.Set(column, new BomCell(both, CellKind.Text));
            }
        }
    }

    private string? GetReading(string text)
    {
        if (_readings.TryGetValue(text, out string? known))
        {
            return known;
        }

        string? both = Compare(text);
        if (_readings.Count < MostRemembered)
        {
            _readings.Add(text, both);
        }

        return both;
    }

    private string? Compare(string text)
    {
        byte[] bytes;
        try
        {
            bytes = _strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            // Bytes that the encoding does not allow are lost: the warning of the file tells of them.
            return null;
        }

        IReadOnlySet<string> here = EncodingWords.Shipped.MentionsIn(text);
        var readings = new List<string> { text };
        foreach (Encoding other in encoding.Alternatives)
        {
            string reading = other.GetString(bytes);
            if (!readings.Contains(reading) && !EncodingWords.Shipped.MentionsIn(reading).IsSubsetOf(here))
            {
                readings.Add(reading);
            }
        }

        return readings.Count == 1 ? null : string.Join(" / ", readings);
    }
}
