using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>
/// What becomes of the columns whose headers say nothing: one may name or describe the parts, others hold countries of which nobody
/// knows what they are the countries of. Texts of the rest are read as remarks: a material must not be lost with a header.
/// </summary>
/// <param name="vocabulary">How the world heads columns.</param>
/// <param name="found">The header.</param>
/// <param name="contents">What the columns hold, by 1-based column.</param>
/// <param name="lastColumn">1-based last column of the table; columns beyond it belong to a table that stands next to it.</param>
/// <param name="header">Address of the header row.</param>
/// <param name="diagnostics">Receives SC9208, SC9210 and SC9217.</param>
internal sealed class RemainingColumns(
    HeaderWords vocabulary, FoundHeader found, ColumnContent[] contents, int lastColumn, CellRef header, DiagnosticBag diagnostics)
{
    private const int FewRows = 8;
    private const int LeastRepeats = 5;

    /// <summary>Where no header names the part, the first column of distinct texts does: every line needs a name.</summary>
    public void AddName(List<MappedColumn> columns)
    {
        if (columns.Count == 0 || columns.Any(column => ColumnMapper.NamesPart(column.Field)))
        {
            return;
        }

        int most = contents.Max(content => content.Filled);
        for (int column = 1; column < contents.Length; column++)
        {
            ColumnContent content = contents[column];
            bool isText = content.Most(content.Names, 0.7);
            bool isNaming = (isText || content.Most(content.Codes, 0.7)) && !content.Most(content.Fractions, 0.3)
                && !content.Most(content.Urls, 0.3) && !content.Most(content.Designators, 0.5);
            bool isFree = !IsTaken(columns, column) && found.Headers[column] is not { IsOther: true };
            if (isFree && isNaming && content.Filled >= 2 && content.Filled >= 0.6 * most && content.Distinct >= 0.6 * content.Filled)
            {
                string text = found.Headers[column]?.Header ?? "";
                BomField field = isText ? BomField.Name : BomField.PartNumber;
                columns.Add(new MappedColumn(field, column, text, MappingBasis.Content, "no header names the part, and this column contains distinct texts"));
                diagnostics.Note(
                    DiagnosticIds.ColumnByContent,
                    header with { Column = column },
                    $"No header names the part; column {CellRef.GetLetters(column)} contains distinct texts and is read as the {FieldNames.Format(field)}.",
                    $"If it is another column, add \"{FieldNames.Format(field)}\": \"<letter>\" to a mapping profile.");
                return;
            }
        }
    }

    /// <summary>
    /// Where no header says what the parts are, the column with most different texts does; without such a column the user is told that
    /// parts are known by their numbers alone.
    /// </summary>
    public void AddDescription(List<MappedColumn> columns)
    {
        if (columns.Exists(column => column.Field is BomField.Description or BomField.Name or BomField.Value or BomField.Material))
        {
            return;
        }

        int best = 0;
        int most = contents.Max(content => content.Filled);
        for (int column = 1; column < contents.Length; column++)
        {
            ColumnContent content = contents[column];
            bool isTelling = content.Most(content.Names, 0.5) && !content.Most(content.Countries, 0.7) && content.Filled >= 0.3 * most;
            if (isTelling && IsText(column) && IsUnknown(columns, column) && (best == 0 || content.Distinct > contents[best].Distinct))
            {
                best = column;
            }
        }

        if (best == 0)
        {
            if (!columns.Exists(column => column.Field is BomField.Category or BomField.Notes))
            {
                WarnOfNumbers("No column says what the parts are");
            }

            return;
        }

        string text = found.Headers[best]?.Header ?? "";
        if (contents[best].Filled >= FewRows && contents[best].Distinct * LeastRepeats <= contents[best].Filled)
        {
            // "platform", "site": what many parts share says where they belong, not what they are.
            WarnOfNumbers(FormattableString.Invariant(
                $"No column says what the parts are: '{text}' has only {contents[best].Distinct} different texts in the first {contents[best].Filled} rows"));
        }

        columns.Add(new MappedColumn(BomField.Description, best, text, MappingBasis.Content, "no header says what the parts are, and this column contains "
            + "the most different texts"));
        diagnostics.Note(
            DiagnosticIds.ColumnByContent,
            header with { Column = best },
            $"No header says what the parts are; column {CellRef.GetLetters(best)} '{text}' contains the most different texts and is read as the description.",
            "If it is another column, add \"description\": \"<letter>\" to a mapping profile.");
    }

    private void WarnOfNumbers(string what) => diagnostics.Warn(
        DiagnosticIds.NothingDescribesParts,
        header,
        $"{what}. Only a part number that is known tells of a covered material, so the list cannot be cleared.",
        "Add a column of descriptions or materials, or name it in a mapping profile.");

    /// <summary>
    /// Reads every other column as remarks, whatever its header and however empty its first rows: a category, a footprint or a column that
    /// fills only later may name a material too, and no cell may stay unread.
    /// </summary>
    /// <param name="columns">The columns with a meaning; receives the others.</param>
    /// <param name="lost">Columns whose field another column fills, with that column.</param>
    /// <param name="setAside">Columns whose field a mapping profile gives to another column, or to none.</param>
    public void AddTexts(List<MappedColumn> columns, IReadOnlyDictionary<int, int> lost, IReadOnlySet<int> setAside)
    {
        for (int column = 1; column < contents.Length; column++)
        {
            HeaderReading? reading = found.Headers[column];
            bool isThere = reading is { Header.Length: > 0 } || contents[column].Filled > 0;
            if (!isThere || column > lastColumn || IsTaken(columns, column) || (reading is not null && NamesFirm(reading)))
            {
                continue;
            }

            columns.Add(new MappedColumn(BomField.Notes, column, reading?.Header ?? "", MappingBasis.Unknown, GetReason(reading, column, lost))
            {
                HoldsCountries = HoldsCountries(column),
                NamesNoOrigin = setAside.Contains(column) || (reading is { IsOther: true } && SpeaksOfCountries(reading)),
            });
        }
    }

    /// <summary>Columns of manufacturers and suppliers that fill no field.</summary>
    public IEnumerable<int> FirmColumns(List<MappedColumn> columns) =>
        Enumerable.Range(1, contents.Length - 1).Where(column => !IsTaken(columns, column) && found.Headers[column] is { } reading && NamesFirm(reading));

    private string GetReason(HeaderReading? reading, int column, IReadOnlyDictionary<int, int> lost) =>
        reading is not { Header.Length: > 0 } ? "it has no header; its texts are read as remarks"
            : lost.TryGetValue(column, out int winner)
                ? $"column {CellRef.GetLetters(winner)} fills the field of '{reading.Header}'; the texts here are read as remarks"
            : contents[column].Filled == 0 ? $"the first rows are empty below '{reading.Header}'; texts that follow are read as remarks"
            : !reading.Candidates.IsEmpty ? $"the column does not hold what '{reading.Header}' says; its texts are read as remarks"
            : $"'{reading.Header}' is the header of no field; its texts are read as remarks";

    /// <summary>Tells of columns that hold countries without a header that says of what.</summary>
    public void WarnOfCountries(List<MappedColumn> columns)
    {
        for (int column = 1; column < contents.Length; column++)
        {
            if (HoldsCountries(column) && !IsTaken(columns, column))
            {
                string text = found.Headers[column]?.Header ?? "";
                diagnostics.Warn(
                    DiagnosticIds.CountryColumnUnclear,
                    header with { Column = column },
                    $"The column '{text}' contains countries, but its header does not say that they are where the part was made; they are not used.",
                    $"If they are the origin, add \"countryOfOrigin\": \"{CellRef.GetLetters(column)}\" to a mapping profile.");
            }
        }
    }

    private static bool IsTaken(List<MappedColumn> columns, int column) => columns.Exists(mapped => mapped.Column == column);

    private bool IsText(int column)
    {
        ColumnContent content = contents[column];
        return content.Filled > 0 && !content.Most(content.Numeric, 0.8) && !content.Most(content.Urls, 0.5) && !content.Most(content.Dates, 0.5)
            && !content.Most(content.Booleans, 0.8) && !content.Most(content.Units, 0.8);
    }

    // Below a header that is not known, or below none between columns that are.
    private bool IsUnknown(List<MappedColumn> columns, int column) =>
        !IsTaken(columns, column) && (found.Headers[column] is { } reading ? reading.IsUnknown : columns.Exists(mapped => mapped.Column > column));

    // "Tungsten Parts Inc." sells screws as well.
    private static bool NamesFirm(HeaderReading header) =>
        header.Candidates.Any(candidate => candidate.Field is BomField.Manufacturer or BomField.Supplier or BomField.Cage);

    private bool HoldsCountries(int column)
    {
        ColumnContent content = contents[column];
        return content.Most(content.Countries, 0.7) && content.Most(content.Names, 0.9) && !content.Most(content.Booleans, 0.5)
            && (SpeaksOfCountries(found.Headers[column]) || (content.Filled >= 2 && content.CountryNames > 0));
    }

    // Two letters may be anything (DK is also a distributor's short name): without a full name the header must help.
    private bool SpeaksOfCountries(HeaderReading? header) => header is not null && HeaderKey.Compute(header.Header).Split(' ')
        .Any(word => vocabulary.Concepts.TryGetValue(word, out ImmutableArray<string> concepts)
            && (concepts.Contains("country") || concepts.Contains("origin")));
}
