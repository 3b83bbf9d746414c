using System.Globalization;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>What the cells of a column look like, counted over the first rows below the header.</summary>
internal sealed class ColumnContent
{
    private decimal _last = decimal.MinValue;
    private int _rising;

    public int Rows { get; private set; }

    public int Filled { get; private set; }

    public int Integers { get; private set; }

    public int Numeric { get; private set; }

    public int Fractions { get; private set; }

    public int Urls { get; private set; }

    /// <summary>Addresses that name a part number.</summary>
    public int LinkParts { get; private set; }

    public int Designators { get; private set; }

    public int Codes { get; private set; }

    public int Numerals { get; private set; }

    public int Outlines { get; private set; }

    public int Countries { get; private set; }

    /// <summary>Numbers of countries in ISO 3166-1.</summary>
    public int CountryNumbers { get; private set; }

    /// <summary>Zeros and error values of spreadsheets, which stand for empty cells.</summary>
    public int Zeros { get; private set; }

    /// <summary>Countries written out, not as a code of two or three letters.</summary>
    public int CountryNames { get; private set; }

    /// <summary>Towns, provinces and countries that are not among those of <see cref="Countries"/>.</summary>
    public int Places { get; private set; }

    public int Units { get; private set; }

    public int Names { get; private set; }

    public int Dates { get; private set; }

    public int Booleans { get; private set; }

    public int Tariffs { get; private set; }

    public int FiveCharacters { get; private set; }

    public int Guids { get; private set; }

    public int ElectricalValues { get; private set; }

    /// <summary>Texts of three words and more.</summary>
    public int Phrases { get; private set; }

    /// <summary>Words that say how a part is procured: bought, made, in stock.</summary>
    public int Procurements { get; private set; }

    public int Distinct { get; private set; }

    /// <summary>Whether the numbers count up row by row, as line numbers do.</summary>
    public bool IsSequence => Filled > 0 && Most(Outlines, 0.7) && !Most(Numerals, 0.5) && (Filled < 3 || _rising >= 0.6 * (Filled - 1));

    /// <summary>Whether at least this share of the filled cells is of a kind; false for an empty column.</summary>
    public bool Most(int count, double share) => Filled > 0 && count >= share * Filled;

    /// <summary>Counts the cells of a column in.</summary>
    /// <param name="rows">Rows of the sheet.</param>
    /// <param name="column">1-based column.</param>
    /// <param name="marker">Tells what cells are.</param>
    /// <param name="distinct">Counts distinct texts of the same rows; what it counted before is forgotten.</param>
    public void Add(BomRow[] rows, int column, CellMarker marker, DistinctCells distinct)
    {
        distinct.Clear();
        for (int at = 0; at < rows.Length; at++)
        {
            Rows++;
            ReadOnlySpan<char> text = rows[at].TrimmedAt(column);
            if (text.IsEmpty || text is "-" or "--" or "---" or "~" or "n/a" or "N/A" or "NA" or "ー" or "?" || rows[at].KindAt(column) == CellKind.Error)
            {
                continue;
            }

            Filled++;
            distinct.Add(at, column);
            CellKind kind = rows[at].KindAt(column);
            Count(text, kind, marker.Get(text, kind));
        }

        Distinct = distinct.Count;
    }

    private void Count(ReadOnlySpan<char> text, CellKind kind, CellMarks marks)
    {
        int One(CellMarks mark) => (marks & mark) == 0 ? 0 : 1;
        Numeric += One(CellMarks.Numeric);
        Integers += One(CellMarks.Integer);
        Fractions += One(CellMarks.Fraction);
        Dates += kind == CellKind.Date ? 1 : 0;
        Urls += One(CellMarks.Url);
        LinkParts += One(CellMarks.LinkPart);
        Designators += One(CellMarks.Designators);
        Codes += One(CellMarks.Code);
        Numerals += One(CellMarks.Numeral);
        Tariffs += One(CellMarks.TariffCode);
        FiveCharacters += One(CellMarks.FiveCharacters);
        Outlines += One(CellMarks.Outline);
        Countries += One(CellMarks.Country);
        CountryNumbers += One(CellMarks.CountryNumber);
        Zeros += One(CellMarks.Zero);
        CountryNames += One(CellMarks.CountryName);
        Places += One(CellMarks.Place);
        Units += One(CellMarks.Unit);
        Booleans += One(CellMarks.Boolean);
        Names += One(CellMarks.Name);
        Guids += One(CellMarks.Guid);
        ElectricalValues += One(CellMarks.ElectricalValue);
        Phrases += One(CellMarks.Phrase);
        Procurements += One(CellMarks.Procurement);
        if ((marks & CellMarks.Outline) != 0)
        {
            CountRise(text);
        }
    }

    private void CountRise(ReadOnlySpan<char> text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
        {
            // An outline number with several dots is no decimal; that it is an outline is evidence enough.
            _rising++;
            return;
        }

        if (_last != decimal.MinValue && number > _last)
        {
            _rising++;
        }

        _last = number;
    }
}
