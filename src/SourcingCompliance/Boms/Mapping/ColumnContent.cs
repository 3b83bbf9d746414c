using System.Globalization;

namespace SourcingCompliance.Boms.Mapping;

/// <summary>What the cells of a column look like, counted over the first rows below the header.</summary>
internal sealed class ColumnContent
{
    private readonly HashSet<string> _distinct = new(StringComparer.Ordinal);
    private decimal _last = decimal.MinValue;
    private int _rising;

    public int Rows { get; private set; }

    public int Filled { get; private set; }

    public int Integers { get; private set; }

    public int Numeric { get; private set; }

    public int Fractions { get; private set; }

    public int Urls { get; private set; }

    public int Designators { get; private set; }

    public int Codes { get; private set; }

    public int Numerals { get; private set; }

    public int Outlines { get; private set; }

    public int Countries { get; private set; }

    /// <summary>Countries written out, not as a code of two or three letters.</summary>
    public int CountryNames { get; private set; }

    public int Units { get; private set; }

    public int Names { get; private set; }

    public int Dates { get; private set; }

    public int Booleans { get; private set; }

    public int Tariffs { get; private set; }

    public int FiveCharacters { get; private set; }

    public int Distinct => _distinct.Count;

    /// <summary>Whether the numbers count up row by row, as line numbers do.</summary>
    public bool IsSequence => Filled > 0 && Most(Outlines, 0.7) && !Most(Numerals, 0.5) && (Filled < 3 || _rising >= 0.6 * (Filled - 1));

    /// <summary>Whether at least this share of the filled cells is of a kind; false for an empty column.</summary>
    public bool Most(int count, double share) => Filled > 0 && count >= share * Filled;

    /// <summary>Counts one cell in.</summary>
    public void Add(BomCell cell, HeaderWords vocabulary)
    {
        Rows++;
        if (cell.IsBlank)
        {
            return;
        }

        string text = cell.Text.Trim();
        if (text is "-" or "--" or "---" or "~" or "n/a" or "N/A" or "NA" or "ー" or "?")
        {
            return;
        }

        Filled++;
        if (_distinct.Count < 500)
        {
            _distinct.Add(text);
        }

        Count(cell, text, vocabulary);
    }

    private void Count(BomCell cell, string text, HeaderWords vocabulary)
    {
        bool isNumeric = cell.Kind == CellKind.Number || CellShapes.IsNumeric(text);
        bool isInteger = isNumeric && CellShapes.IsInteger(text);
        Numeric += isNumeric ? 1 : 0;
        Integers += isInteger ? 1 : 0;
        Fractions += isNumeric && !isInteger && text.AsSpan().IndexOfAny('.', ',') >= 0 ? 1 : 0;
        Dates += cell.Kind == CellKind.Date ? 1 : 0;
        if (CellShapes.IsUrl(text))
        {
            Urls++;
            return;
        }

        Designators += CellShapes.IsDesignatorList(text) ? 1 : 0;
        Codes += CellShapes.IsCode(text) && !(isNumeric && text.Length < 4) ? 1 : 0;
        Numerals += CellShapes.IsNumeral(text) ? 1 : 0;
        Tariffs += CellShapes.IsTariffCode(text) ? 1 : 0;
        FiveCharacters += text.Length == 5 ? 1 : 0;
        if (CellShapes.IsOutline(text))
        {
            Outlines++;
            CountRise(text);
        }

        string key = HeaderKey.Of(text, splitCamelCase: false);
        bool isCountries = IsCountries(text, key, vocabulary);
        Countries += isCountries ? 1 : 0;
        CountryNames += isCountries && text.Length > 3 && text.Any(char.IsLower) ? 1 : 0;
        Units += vocabulary.Units.Contains(key) ? 1 : 0;
        Booleans += cell.Kind == CellKind.Boolean || key is "y" or "n" or "yes" or "no" or "true" or "false" or "x" or "cots" or "ja" or "nein" or "oui" or "non" or "si" or "1" or "0" ? 1 : 0;
        Names += !isNumeric && text.Any(char.IsLetter) ? 1 : 0;
    }

    private void CountRise(string text)
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

    private static bool IsCountries(string text, string key, HeaderWords vocabulary)
    {
        if (vocabulary.Countries.Contains(key))
        {
            return true;
        }

        bool any = false;
        foreach (string part in text.Split(['/', ',', ';', '&', '|', '~', '\n', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!vocabulary.Countries.Contains(HeaderKey.Of(part, splitCamelCase: false)))
            {
                return false;
            }

            any = true;
        }

        return any;
    }
}
