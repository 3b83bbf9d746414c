using System.Collections.Immutable;
using SourcingCompliance.Diagnostics;

namespace SourcingCompliance.Boms.Mapping;

/// <summary>
/// What becomes of the columns whose headers say nothing: one may name or describe the parts, others hold countries of which nobody
/// knows what they are the countries of. Texts of the rest are read as remarks: a material must not be lost with a header.
/// </summary>
/// <param name="vocabulary">How the world heads columns.</param>
/// <param name="found">The header.</param>
/// <param name="contents">What the columns hold, by 1-based column.</param>
/// <param name="header">Address of the header row.</param>
/// <param name="diagnostics">Receives SC9208, SC9210 and SC9217.</param>
internal sealed class RemainingColumns(HeaderWords vocabulary, FoundHeader found, ColumnContent[] contents, CellRef header, DiagnosticBag diagnostics)
{
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
            bool isNaming = (isText || content.Most(content.Codes, 0.7)) && !content.Most(content.Fractions, 0.3) && !content.Most(content.Urls, 0.3) && !content.Most(content.Designators, 0.5);
            bool isFree = !IsTaken(columns, column) && found.Headers[column] is not { IsOther: true };
            if (isFree && isNaming && content.Filled >= 2 && content.Filled >= 0.6 * most && content.Distinct >= 0.6 * content.Filled)
            {
                string text = found.Headers[column]?.Header ?? "";
                BomField field = isText ? BomField.Name : BomField.PartNumber;
                columns.Add(new MappedColumn(field, column, text, MappingBasis.Content, "no header names the part, and this column holds distinct texts"));
                diagnostics.Note(
                    DiagnosticIds.ColumnByContent,
                    header with { Column = column },
                    $"No header names the part; column {CellRef.LettersOf(column)} holds distinct texts and is read as the {FieldNames.Of(field)}.",
                    $"If it is another column, add \"{FieldNames.Of(field)}\": \"<letter>\" to a mapping profile.");
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
                diagnostics.Warn(
                    DiagnosticIds.NothingDescribesParts,
                    header,
                    "No column says what the parts are; only a part number that is known tells of a covered material.",
                    "Add a column of descriptions or materials, or name it in a mapping profile.");
            }

            return;
        }

        string text = found.Headers[best]?.Header ?? "";
        columns.Add(new MappedColumn(BomField.Description, best, text, MappingBasis.Content, "no header says what the parts are, and this column holds most different texts"));
        diagnostics.Note(
            DiagnosticIds.ColumnByContent,
            header with { Column = best },
            $"No header says what the parts are; column {CellRef.LettersOf(best)} '{text}' holds most different texts and is read as the description.",
            "If it is another column, add \"description\": \"<letter>\" to a mapping profile.");
    }

    /// <summary>
    /// Reads every other text as a remark, below a header that is not known or is that of something else: a category, a footprint and a
    /// finish may name a material too. So may a column that does not hold what its header says.
    /// </summary>
    /// <param name="columns">The columns with a meaning; receives the others.</param>
    /// <param name="lost">Columns whose field another fills.</param>
    public void AddTexts(List<MappedColumn> columns, IReadOnlyDictionary<int, int> lost)
    {
        for (int column = 1; column < contents.Length; column++)
        {
            if (IsTaken(columns, column) || !IsText(column) || HoldsCountries(column))
            {
                continue;
            }

            HeaderReading? reading = found.Headers[column];
            bool isMisfit = reading is { Candidates.IsEmpty: false } && !lost.ContainsKey(column) && !NamesFirm(reading);
            if (isMisfit || reading is { IsOther: true } || IsUnknown(columns, column))
            {
                string text = reading?.Header ?? "";
                string why = text.Length == 0 ? "it has no header; its texts are read as remarks"
                    : isMisfit ? $"the column does not hold what '{text}' says; its texts are read as remarks"
                    : $"'{text}' is the header of no field; its texts are read as remarks";
                columns.Add(new MappedColumn(BomField.Notes, column, text, MappingBasis.Unknown, why));
            }
        }
    }

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
                    $"The column '{text}' holds countries, but its header does not say that they are where the part was made; they are not used.",
                    $"If they are the origin, add \"countryOfOrigin\": \"{CellRef.LettersOf(column)}\" to a mapping profile.");
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
    private bool SpeaksOfCountries(HeaderReading? header) => header is not null && HeaderKey.Of(header.Header).Split(' ')
        .Any(word => vocabulary.Concepts.TryGetValue(word, out ImmutableArray<string> concepts) && (concepts.Contains("country") || concepts.Contains("origin")));
}
