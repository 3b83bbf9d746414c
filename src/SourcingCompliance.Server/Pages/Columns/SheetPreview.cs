using System.Collections.Immutable;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Mapping;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Server.Pages.Columns;

/// <summary>One sheet as it is read now: its columns with samples, mapped or not.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Mapping">How the columns are understood.</param>
/// <param name="Columns">Every column that has a header or a value, in the order of the sheet.</param>
public sealed record SheetPreview(string File, SheetMapping Mapping, IReadOnlyList<PreviewColumn> Columns)
{
    private const int RowsLookedAt = 60;
    private const int Samples = 4;
    private const int LongestSample = 40;
    private const int MostColumns = 200;

    /// <summary>Name of the sheet; empty for a csv.</summary>
    public string Sheet => Mapping.Map.Sheet.Sheet;

    /// <summary>How every sheet of a file is understood.</summary>
    /// <param name="input">The file.</param>
    /// <param name="profiles">Column settings, the first that fits applies.</param>
    public static ImmutableArray<SheetMapping> Map(CheckInput input, IEnumerable<MappingProfile> profiles) =>
        FileMapper.Map([input], new BomMapper(ColumnVocabulary.Load(RuleFolders.Shipped(), new DiagnosticBag()), profiles), ReadLimits.Default).Files[0].Sheets;

    /// <summary>Reads the first rows of a sheet.</summary>
    /// <param name="input">The file.</param>
    /// <param name="mapping">How the sheet is understood.</param>
    /// <param name="headerRow">1-based row to take as the header where the mapping has none; 0 = the first row that has a text.</param>
    public static SheetPreview Read(CheckInput input, SheetMapping mapping, int headerRow)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(mapping);
        using BomDocument? document = BomDocumentReader.Open(input, ReadLimits.Default, new DiagnosticBag());
        BomTable? table = document?.Tables.FirstOrDefault(table => table.Name == mapping.Map.Sheet.Sheet);
        int header = mapping.Map.HeaderRow ?? headerRow;
        int last = Math.Max(header, mapping.Map.LastHeaderRow);
        var headers = new SortedDictionary<int, string>();
        var samples = new Dictionary<int, List<string>>();
        foreach (BomRow row in table?.Rows.Take(last + RowsLookedAt) ?? [])
        {
            for (int column = 1; column <= Math.Min(row.Width, MostColumns); column++)
            {
                string text = row[column].Text.Trim();
                if (text.Length == 0)
                {
                    continue;
                }

                if (header == 0)
                {
                    header = last = row.Number;
                }

                if (row.Number == header)
                {
                    headers[column] = text;
                }
                else if (row.Number > last)
                {
                    List<string> known = samples.TryGetValue(column, out List<string>? list) ? list : samples[column] = [];
                    string sample = text.Length > LongestSample ? text[..LongestSample] + "…" : text;
                    if (known.Count < Samples && !known.Contains(sample))
                    {
                        known.Add(sample);
                    }
                }
            }
        }

        ILookup<int, MappedColumn> mapped = mapping.Map.Columns.Where(column => column.IsKnown).ToLookup(column => column.Column);
        return new SheetPreview(input.Name, mapping,
        [
            .. headers.Keys.Union(samples.Keys).Order().Select(column => new PreviewColumn(
                CellRef.GetLetters(column), headers.GetValueOrDefault(column, ""), samples.GetValueOrDefault(column, []),
                mapped[column].FirstOrDefault() is { } known ? FieldNames.Format(known) : "", mapped[column].FirstOrDefault()?.Why
                    ?? mapping.Unmapped.FirstOrDefault(unmapped => unmapped.Column == column)?.Reason ?? "")),
        ]);
    }
}

/// <summary>One column of a sheet.</summary>
/// <param name="Letters">Its letters.</param>
/// <param name="Header">Text of its header; empty = none.</param>
/// <param name="Samples">Some of its values.</param>
/// <param name="Field">JSON name of the field that it is read as; empty = none.</param>
/// <param name="Why">Why.</param>
public sealed record PreviewColumn(string Letters, string Header, IReadOnlyList<string> Samples, string Field, string Why);
