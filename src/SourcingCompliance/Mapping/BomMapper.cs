using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping;

/// <summary>Finds the lists in a document and gives their columns a meaning. Remembers the cells that it saw, so one serves one thread.</summary>
public sealed class BomMapper
{
    private readonly HeaderWords _words;
    private readonly CellMarker _marker;
    private readonly HeaderReader _reader;
    private readonly HeaderFinder _finder;
    private readonly ColumnMapper _mapper;
    private readonly ImmutableArray<MappingProfile> _profiles;

    // The rows that the last sheet was mapped by, for the next.
    private readonly List<BomRow> _sampled = [];

    /// <summary>Holds what documents are mapped by.</summary>
    /// <param name="vocabulary">How the world heads columns.</param>
    /// <param name="profiles">What the user said about the columns of some forms; the first that fits a sheet is applied.</param>
    public BomMapper(ColumnVocabulary vocabulary, params IEnumerable<MappingProfile> profiles)
        : this(vocabulary, _ => false, profiles)
    {
    }

    /// <summary>Holds what documents are mapped by.</summary>
    /// <param name="vocabulary">How the world heads columns.</param>
    /// <param name="namesSubject">Whether a header names a covered material, a component that may hold one, or an origin in a covered country.</param>
    /// <param name="profiles">What the user said about the columns of some forms; the first that fits a sheet is applied.</param>
    internal BomMapper(ColumnVocabulary vocabulary, Func<string, bool> namesSubject, IEnumerable<MappingProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _profiles = [.. profiles];
        _words = vocabulary.Words;
        _marker = new CellMarker(_words);
        _reader = new HeaderReader(_words);
        _finder = new HeaderFinder(_reader, _marker);
        _mapper = new ColumnMapper(_words, namesSubject);
    }

    /// <summary>Maps every sheet of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">
    /// Receives SC9203 when no sheet is a list, SC9204 for a tie, SC9205 for a table whose parts are no rows, SC9206 for sheets left out,
    /// SC9207 to SC9210 for doubts.
    /// </param>
    /// <returns>One mapping for each sheet, in the order of the document.</returns>
    public ImmutableArray<SheetMapping> Map(BomDocument document, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ImmutableArray<SheetMapping> mappings = [.. document.Tables.Select(table => Map(document.GetRef(table), table, diagnostics))];
        bool anyMapped = mappings.Any(mapping => mapping.IsMapped);
        foreach (SheetMapping mapping in mappings)
        {
            if (mapping.Refusal is { } refusal && !mapping.IsRefused && anyMapped)
            {
                diagnostics.Note(DiagnosticIds.SheetLeftOut, mapping.Map.Sheet, $"The sheet was left out: {refusal}.");
            }
        }

        if (!anyMapped && !mappings.Any(mapping => mapping.IsRefused))
        {
            string reasons = string.Join("; ", mappings.Select(mapping => mapping.Refusal).Distinct(StringComparer.Ordinal));
            diagnostics.Error(
                DiagnosticIds.HeaderNotFound,
                CellRef.ForFile(document.Path),
                $"No list with a header row was found in the file: {(reasons.Length == 0 ? "it has no sheet" : reasons)}. No line was read.",
                "Put a row of column titles (part number, description, quantity) above the items, or give a mapping profile.");
        }

        return mappings;
    }

    private SheetMapping Map(CellRef sheet, BomTable table, DiagnosticBag diagnostics)
    {
        SheetSample sample = SheetSample.From(table.Rows, _sampled);
        if (sample.Rows.Count == 0)
        {
            return NoList(sheet, "it is empty");
        }

        if (_profiles.FirstOrDefault(profile => profile.HeaderRow == 0 && profile.IsForSheet(table.Name)) is { } headless)
        {
            return MapWithoutHeader(headless, sheet, diagnostics);
        }

        (FoundHeader? found, MappingProfile? profile) = Find(sample, table.Name);
        if (found is null || (profile is null && TransposedTable.IsOne(sample, _reader, found)))
        {
            return WithoutHeader(sheet, sample, diagnostics);
        }

        if (profile is null && TransposedTable.PropertyColumn(sample, found, _reader) is > 0 and int properties)
        {
            diagnostics.Error(
                DiagnosticIds.TableTransposed,
                sheet with { Row = sample.Rows[found.Index].Number, Column = properties },
                $"Each row gives one property of a part, named in column {CellRef.GetLetters(properties)} '{found.Headers[properties]?.Header}', so a part "
                    + $"is spread over several rows; no line was read.",
                "Turn the properties into columns (a pivot table does) so that each part is one row.");
            return ColumnMapper.Refused(sheet, "each of its rows gives one property of a part", "") with
            { Titles = GetTitles(sample, found.Index), MayHavePartsInTitles = true };
        }

        SheetMapping mapping = MapFound(found, sample, sheet, profile, diagnostics);
        return mapping.IsMapped && profile is null && IsHistory(table, found, mapping)
            ? NoList(sheet, "it is a history of changes") with { Titles = mapping.Titles, MayHavePartsInTitles = true } : mapping;
    }

    // A profile may say where the header stands, or be recognized by the header that was found.
    private (FoundHeader? Found, MappingProfile? Profile) Find(SheetSample sample, string sheet)
    {
        foreach (MappingProfile profile in _profiles.Where(profile => profile.HeaderRow > 0 && profile.IsForSheet(sheet)))
        {
            int index = sample.Rows.TakeWhile(row => row.Number < profile.HeaderRow).Count();
            if (index < sample.Rows.Count && sample.Rows[index].Number == profile.HeaderRow
                && _finder.Describe(sample, index) is var stated
                && (profile.Fingerprint ?? HeaderFingerprint.Compute(stated.Headers)) == HeaderFingerprint.Compute(stated.Headers))
            {
                return (stated, profile);
            }
        }

        FoundHeader? found = _finder.Find(sample);
        string fingerprint = found is null ? "" : HeaderFingerprint.Compute(found.Headers);
        return (found, _profiles.FirstOrDefault(profile => profile.HeaderRow is null && profile.IsForSheet(sheet)
            && found is not null && (profile.Fingerprint is null || profile.Fingerprint == fingerprint)));
    }

    private static SheetMapping MapWithoutHeader(MappingProfile profile, CellRef sheet, DiagnosticBag diagnostics)
    {
        if (ProfileColumns.Find(profile, [], sheet, diagnostics) is not { Count: > 0 } columns)
        {
            return ColumnMapper.Refused(sheet, $"the mapping profile {profile.Name} does not fit it", "");
        }

        columns.Sort((one, other) => (one.Column, one.Field).CompareTo((other.Column, other.Field)));
        return new SheetMapping { Map = new ColumnMap { Sheet = sheet, HeaderRow = 0, Columns = [.. columns] } };
    }

    private SheetMapping MapFound(FoundHeader found, SheetSample sample, CellRef sheet, MappingProfile? profile, DiagnosticBag diagnostics)
    {
        ColumnContent[] contents = sample.ContentFrom(found.LastIndex + 1, _marker);
        int above = _finder.TableAbove(sample, found);
        if (profile is null && above >= 0)
        {
            diagnostics.Error(
                DiagnosticIds.TableAboveNotRead,
                sheet with { Row = sample.Rows[above].Number },
                $"A table stands above the list that begins in row {sample.Rows[found.Index].Number}; its rows were not read.",
                "Move it to a sheet of its own, or say with a mapping profile where the header stands.");
        }

        FoundHeader own = TableBeside.Cut(found, contents, sheet with { Row = sample.Rows[found.Index].Number }, diagnostics);
        SheetMapping mapping = _mapper.Map(own, contents, sample, sheet, profile, diagnostics);
        return mapping with
        {
            Titles = GetTitles(sample, found.Index),
            MayHavePartsInTitles = above >= 0,
            RowsAbove =
            [
                .. sample.Rows.Take(found.Index)
                    .Select(row => new SkippedRow(row.Number, "stands above the header") { Text = SkippedRow.GetText(row, Enumerable.Range(1, row.Width)) }),
                .. sample.Rows.Take(found.LastIndex + 1).Skip(found.Index + 1).Select(row => new SkippedRow(row.Number, "is the second row of the header")),
            ],
        };
    }

    private SheetMapping WithoutHeader(CellRef sheet, SheetSample sample, DiagnosticBag diagnostics)
    {
        if (!TransposedTable.IsOne(sample, _reader))
        {
            return NoList(sheet, "none of its first rows is a header") with { Titles = GetTitles(sample, SheetSample.HeaderRows), MayHavePartsInTitles = true };
        }

        diagnostics.Error(
            DiagnosticIds.TableTransposed,
            sheet,
            "The names of the fields stand below each other in one column, so each part is a column; no line was read.",
            "Turn the table (copy, paste special, transpose) so that each part is a row.");
        return ColumnMapper.Refused(sheet, "its fields stand in a column instead of a row", "") with
        { Titles = GetTitles(sample, SheetSample.HeaderRows), MayHavePartsInTitles = true };
    }

    // The sample is filled again for the next sheet, so the texts are taken out of it.
    private static ImmutableArray<TitleCell> GetTitles(SheetSample sample, int rows) =>
    [
        .. sample.Rows.Take(rows).SelectMany(row => Enumerable.Range(1, row.Width).Where(column => !row.IsBlankAt(column))
            .Select(column => new TitleCell(row.Number, column, row.TrimmedAt(column).ToString()))),
    ];

    private bool IsHistory(BomTable table, FoundHeader found, SheetMapping mapping)
    {
        int signs = found.Headers.Count(header => header is not null
            && _words.HistoryHeaders.Contains(HeaderKey.Compute(header.Header, splitCamelCase: false)));
        bool hasQuantity = mapping.Map[BomField.Quantity] is not null;
        string name = " " + HeaderKey.Compute(table.Name) + " ";
        bool isNamed = _words.HistorySheets.Any(history => name.Contains(" " + history + " ", StringComparison.Ordinal));
        return !hasQuantity && (isNamed || signs >= 2);
    }

    private static SheetMapping NoList(CellRef sheet, string reason) => new()
    {
        Map = new ColumnMap { Sheet = sheet, HeaderRow = null, Columns = [] },
        Refusal = reason,
    };
}
