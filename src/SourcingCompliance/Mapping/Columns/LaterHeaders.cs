using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>Recognizes rows within a list that head another table. Remembers nothing of one row for the next; serves one thread.</summary>
/// <param name="reader">Says what texts mean as headers.</param>
/// <param name="marker">Says what cells are.</param>
internal sealed class LaterHeaders(HeaderReader reader, CellMarker marker)
{
    private readonly HashSet<BomField> _fields = [];
    private readonly HeaderRowScore _score = new(reader);

    /// <summary>
    /// Whether a row within a list reads as the header of a later one. More is asked of it than of the first header, for a part whose texts are
    /// words of headers too ("Rotor, magnet assembly, CN") must not be lost: two titles that speak for themselves, and no value.
    /// </summary>
    public bool IsHeader(BomRow row)
    {
        if (_score.Compute(row, forgiving: false) < HeaderFinder.EnoughScore)
        {
            return false;
        }

        _fields.Clear();
        for (int column = 1; column <= row.Width; column++)
        {
            if (row.IsBlankAt(column))
            {
                continue;
            }

            string text = row[column].Text.Trim();
            if (GetField(text) is { } field)
            {
                _fields.Add(field);
            }
            else if (IsValue(text, row[column].Kind))
            {
                return false;
            }
        }

        return _fields.Count >= 2;
    }

    /// <summary>
    /// Whether a row that repeats the header changes it: a field stands in another column than in the header, or a further column got a title.
    /// The rows below it belong to a table of their own.
    /// </summary>
    /// <param name="row">A row that says again what the header says.</param>
    /// <param name="titles">The titles of the table that is read.</param>
    public bool IsChanged(BomRow row, TableTitles titles)
    {
        for (int column = 1; column <= row.Width; column++)
        {
            if (!row.IsBlankAt(column) && !titles.Has(column, row.TrimmedAt(column))
                && (titles.IsTitled(column) || GetField(row[column].Text.Trim()) is not null))
            {
                return IsHeader(row);
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a row heads a table that lists no parts, such as suppliers and their cities: every cell is a title, one of them that of a field,
    /// and none of them names or counts a part.
    /// </summary>
    public bool IsOfOtherTable(BomRow row)
    {
        int titles = 0;
        bool hasField = false;
        for (int column = 1; column <= row.Width; column++)
        {
            if (row.IsBlankAt(column))
            {
                continue;
            }

            string text = row[column].Text.Trim();
            HeaderReading reading = reader.Read(text);
            if (reading.IsUnknown || IsValue(text, row[column].Kind)
                || reading.Candidates.Any(candidate => ColumnMapper.NamesPart(candidate.Field) || candidate.Field == BomField.Quantity))
            {
                return false;
            }

            titles++;
            hasField |= reading.Candidates.Any(candidate => candidate is { Need: ContentNeed.None, Strength: HeaderStrength.Exact });
        }

        return titles >= 2 && hasField;
    }

    /// <summary>Whether a text is a value: a country, or a code with a digit in it.</summary>
    public bool IsValue(string text, CellKind kind)
    {
        CellMarks marks = marker.Get(text, kind);
        return (marks & CellMarks.Country) != 0 || ((marks & CellMarks.Code) != 0 && text.AsSpan().ContainsAnyInRange('0', '9'));
    }

    private BomField? GetField(string text) =>
        reader.Read(text).Candidates.FirstOrDefault(candidate => candidate.Need == ContentNeed.None && candidate.Strength >= HeaderStrength.Base)?.Field;
}
