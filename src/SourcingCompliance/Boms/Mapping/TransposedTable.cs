namespace SourcingCompliance.Boms.Mapping;

/// <summary>Recognises tables in which each part is a column, so that they are refused plainly instead of misread.</summary>
internal static class TransposedTable
{
    private const int EnoughFields = 3;
    private const int FirstColumns = 3;

    /// <summary>Whether three and more fields stand below each other in one of the first columns, with values to the right.</summary>
    public static bool IsOne(SheetSample sample, HeaderReader reader)
    {
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
                HeaderCandidate? candidate = reader.Read(row[column].Text.Trim()).Candidates.FirstOrDefault(candidate => candidate.Strength >= HeaderStrength.Base);
                if (candidate is not null && fields.Add(candidate.Field) && row.Width >= column + 2 && !row[column + 1].IsBlank && !row[column + 2].IsBlank)
                {
                    wide++;
                }
            }

            bool namesPart = fields.Any(ColumnMapper.NamesPart);
            if (namesPart && wide >= EnoughFields && wide >= 0.6 * filled)
            {
                return true;
            }
        }

        return false;
    }
}
