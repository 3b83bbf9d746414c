using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>Recognizes tables in which each part is a column, so that they are refused plainly instead of misread.</summary>
internal static class TransposedTable
{
    private const int EnoughFields = 3;
    private const int FirstColumns = 3;

    /// <summary>
    /// Whether three and more fields stand below each other in one of the first columns, with values to the right. Where a row looks like a header, the
    /// column must name more fields than that row: descriptions such as "Tungsten powder" can be read as names of steps too.
    /// </summary>
    /// <param name="sample">The first rows.</param>
    /// <param name="reader">Says what texts mean as headers.</param>
    /// <param name="found">The row that looks like a header; null = there is none.</param>
    public static bool IsOne(SheetSample sample, HeaderReader reader, FoundHeader? found = null)
    {
        int fieldsAcross = found is null ? 0 : found.Headers.Select(header => header is null ? null : GetField(header)).OfType<BomField>().Distinct().Count();
        for (int column = 1; column <= Math.Min(FirstColumns, sample.Width); column++)
        {
            var fields = new HashSet<BomField>();
            int filled = 0;
            int wide = 0;
            foreach (BomRow row in sample.Rows)
            {
                if (row[column].IsBlank)
                {
                    continue;
                }

                filled++;
                if (GetField(reader.Read(row[column].Text.Trim())) is { } field && fields.Add(field) && row.Width >= column
                    + 2 && !row[column + 1].IsBlank && !row[column + 2].IsBlank)
                {
                    wide++;
                }
            }

            bool namesPart = fields.Any(ColumnMapper.NamesPart);
            if (namesPart && wide >= EnoughFields && wide >= 0.6 * filled && fields.Count > fieldsAcross)
            {
                return true;
            }
        }

        return false;
    }

    private static BomField? GetField(HeaderReading reading) =>
        reading.Candidates.FirstOrDefault(candidate => candidate.Strength >= HeaderStrength.Base)?.Field;

    /// <summary>
    /// The 1-based column that names a property in each row, with its value in the next column, so that a part is spread over several rows
    /// ("Attribute | Value"); 0 = there is none.
    /// </summary>
    /// <param name="sample">The first rows.</param>
    /// <param name="found">The header.</param>
    /// <param name="reader">Says what texts mean as headers.</param>
    public static int PropertyColumn(SheetSample sample, FoundHeader found, HeaderReader reader)
    {
        for (int column = 1; column + 1 < found.Headers.Length; column++)
        {
            if (found.Headers[column + 1] is not { } next || !next.Candidates.Any(candidate => candidate.Field == BomField.Value))
            {
                continue;
            }

            var fields = new HashSet<BomField>();
            int filled = 0;
            int naming = 0;
            foreach (BomRow row in sample.Rows.Skip(found.LastIndex + 1).Where(row => !row.IsBlankAt(column)))
            {
                filled++;
                if (reader.Read(row[column].Text.Trim()).Candidates.FirstOrDefault(candidate =>
                    candidate is { Need: ContentNeed.None, Strength: HeaderStrength.Exact }) is { } candidate)
                {
                    naming++;
                    fields.Add(candidate.Field);
                }
            }

            if (fields.Count >= 2 && naming >= 0.6 * filled && naming > fields.Count)
            {
                return column;
            }
        }

        return 0;
    }
}
