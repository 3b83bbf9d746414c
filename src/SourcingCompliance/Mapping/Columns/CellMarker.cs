using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Tables;
using SourcingCompliance.Tables.Storage;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>What one cell looks like; several may hold.</summary>
[Flags]
internal enum CellMarks
{
    None = 0,
    Numeric = 1,
    Integer = 1 << 1,
    Fraction = 1 << 2,
    Url = 1 << 3,
    Designators = 1 << 4,
    Code = 1 << 5,
    Numeral = 1 << 6,
    TariffCode = 1 << 7,
    FiveCharacters = 1 << 8,
    Outline = 1 << 9,
    Country = 1 << 10,
    CountryName = 1 << 11,
    Unit = 1 << 12,
    Boolean = 1 << 13,
    Name = 1 << 14,
    Guid = 1 << 15,
    Phrase = 1 << 16,
    Procurement = 1 << 17,
    LinkPart = 1 << 18,
    ElectricalValue = 1 << 19,
    CountryNumber = 1 << 20,
    Zero = 1 << 21,
    Place = 1 << 22,
}

/// <summary>
/// Looks at single cells, by their shape and by the words that they are made of. It remembers what it saw, over columns and files, so one
/// serves one thread.
/// </summary>
/// <param name="vocabulary">The words.</param>
internal sealed class CellMarker(HeaderWords vocabulary)
{
    private const int RememberedBits = 13;
    private const int LongestPlace = 60;

    private static readonly char[] CountrySeparators = ['/', ',', ';', '&', '|', '~', '\n', '(', ')'];

    private readonly TextMemory<(CellKind Kind, CellMarks Marks)> _known = new(RememberedBits);

    /// <summary>The marks of a cell.</summary>
    /// <param name="text">Its text, trimmed and not empty.</param>
    /// <param name="kind">What the file says that it is.</param>
    public CellMarks Get(ReadOnlySpan<char> text, CellKind kind)
    {
        if (_known.TryGet(text, out (CellKind Kind, CellMarks Marks) known) && known.Kind == kind)
        {
            return known.Marks;
        }

        string word = ShortTexts.Find(text) ?? text.ToString();
        CellMarks marks = LookAt(word, kind);
        if (known == default)
        {
            _known.Add(word, (kind, marks));
        }

        return marks;
    }

    private CellMarks LookAt(string text, CellKind kind)
    {
        bool isNumeric = kind == CellKind.Number || CellShapes.IsNumeric(text);
        bool isInteger = isNumeric && CellShapes.IsInteger(text);
        CellMarks numbers = If(isNumeric, CellMarks.Numeric) | If(isInteger, CellMarks.Integer)
            | If(isNumeric && !isInteger && text.AsSpan().IndexOfAny('.', ',') >= 0, CellMarks.Fraction);
        if (CellShapes.IsUrl(text))
        {
            return numbers | CellMarks.Url | If(!LinkPartNumber.Get(text).IsEmpty, CellMarks.LinkPart);
        }

        string key = HeaderKey.Compute(text, splitCamelCase: false);
        return numbers
            | If(CellShapes.IsDesignatorList(text), CellMarks.Designators)
            | If(CellShapes.IsCode(text) && !(isNumeric && text.Length < 4), CellMarks.Code)
            | If(CellShapes.IsNumeral(text), CellMarks.Numeral)
            | If(CellShapes.IsTariffCode(text), CellMarks.TariffCode)
            | If(text.Length == 5, CellMarks.FiveCharacters)
            | If(CellShapes.IsOutline(text), CellMarks.Outline)
            | CountryMarks(text, key)
            | If(isInteger && vocabulary.CountryNumbers.Contains(text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text), CellMarks.CountryNumber)
            | If(IsZero(text), CellMarks.Zero)
            | If(vocabulary.Units.Contains(key), CellMarks.Unit)
            | If(kind == CellKind.Boolean || key is "y" or "n" or "yes" or "no" or "true" or "false" or "x" or "cots" or "ja"
                or "nein" or "oui" or "non" or "si" or "1" or "0", CellMarks.Boolean)
            | If(!isNumeric && text.Any(char.IsLetter), CellMarks.Name)
            | If(CellShapes.IsElectricalValue(text), CellMarks.ElectricalValue)
            | If(CellShapes.IsGuid(text), CellMarks.Guid)
            | If(CellShapes.IsPhrase(text), CellMarks.Phrase)
            | If(vocabulary.Procurement.Contains(key), CellMarks.Procurement);
    }

    private static CellMarks If(bool holds, CellMarks mark) => holds ? mark : CellMarks.None;

    // What spreadsheets show for a cell that a look-up did not find.
    private static bool IsZero(string text) => text[0] == '#'
        ? text is "#N/A" or "#REF!" or "#VALUE!" or "#NAME?" or "#NULL!" or "#DIV/0!" or "#NUM!"
        : text.Contains('0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyExcept("0.,");

    private CellMarks CountryMarks(string text, string key) =>
        !IsCountries(text, key, vocabulary.Countries) ? If(MayBePlace(text) && IsCountries(text, key, vocabulary.Places.Value), CellMarks.Place)
        : text.Length > 3 && text.Any(char.IsLower) ? CellMarks.Country | CellMarks.CountryName
        : CellMarks.Country;

    private static bool MayBePlace(string text) => text.Length <= LongestPlace && (text[0] >= '\u0250' || char.IsUpper(text[0]));

    private static bool IsCountries(string text, string key, HashSet<string> known)
    {
        if (known.Contains(key))
        {
            return true;
        }

        // No country is written with a digit, and most cells hold one.
        if (text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        bool any = false;
        foreach (string part in text.Split(CountrySeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!known.Contains(HeaderKey.Compute(part, splitCamelCase: false)))
            {
                return false;
            }

            any = true;
        }

        return any;
    }
}
