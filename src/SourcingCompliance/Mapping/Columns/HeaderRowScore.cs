using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>Weighs how much a row reads as the header of a list. Remembers nothing of one row for the next; serves one thread.</summary>
/// <param name="reader">Says what texts mean as headers.</param>
internal sealed class HeaderRowScore(HeaderReader reader)
{
    private const int LongestTitle = 60;

    // Of the row that is looked at; a set for each of the first rows of a thousand lists is more than they need.
    private readonly HashSet<BomField> _fields = [];
    private readonly List<string> _unknown = [];

    /// <summary>How much a row reads as a header: about 1 for each cell that names a field, less for values and sentences.</summary>
    /// <param name="row">The row.</param>
    /// <param name="forgiving">Whether typing errors are forgiven in a row that names a field without one.</param>
    public double Compute(BomRow row, bool forgiving)
    {
        double score = 0;
        int known = 0;
        int filled = 0;
        int firm = 0;
        int values = 0;
        bool namesPart = false;
        _fields.Clear();
        _unknown.Clear();
        for (int column = 1; column <= row.Width; column++)
        {
            if (row.IsBlankAt(column))
            {
                continue;
            }

            filled++;
            BomCell cell = row[column];
            string text = cell.Text.Trim();
            if (cell.Kind != CellKind.Text || CellShapes.IsNumeric(text) || CellShapes.IsUrl(text))
            {
                values++;
                score -= 0.5;
                continue;
            }

            HeaderReading reading = reader.Read(text);
            if (reading.IsUnknown)
            {
                _unknown.Add(text);
                values += text.Length > LongestTitle ? 1 : 0;
                score -= text.Length > LongestTitle ? 0.5 : 0;
                continue;
            }

            known++;
            if (reading.IsOther || reading.Candidates.All(candidate => candidate.Field == BomField.Category))
            {
                score += 0.2;
                continue;
            }

            // Country names and units are header words too ("in", "Land"), but they are values where they stand in a list.
            bool isFirm = reading.Candidates.Any(candidate => candidate.IsPlain);
            bool isNew = AddField(reading);
            firm += isFirm && isNew ? 1 : 0;
            namesPart |= reading.Candidates.Any(candidate => ColumnMapper.NamesPart(candidate.Field)
                && candidate is { Need: ContentNeed.None, Strength: >= HeaderStrength.Base });
            score += (isNew ? 1 : 0.2) * (isFirm ? 1 : 0.6);
        }

        if (forgiving && firm > 0 && _fields.Count + _unknown.Count >= 2)
        {
            foreach (string text in _unknown)
            {
                HeaderReading reading = reader.ReadForgiving(text);
                known += reading.IsUnknown ? 0 : 1;
                score += AddField(reading) ? 0.6 : 0;
            }
        }

        // Where the name of the part and another field stand plainly, any number of unknown titles may stand next to them, but not of values.
        bool isWide = namesPart && firm >= 2 && values <= 0.5 * filled;
        bool isHeader = _fields.Count >= 2 && firm >= 1 && (known >= 0.35 * filled || isWide);
        return isHeader ? score : 0;
    }

    // What a header may also mean counts where its first meaning stands in the row already ("Type" next to "Value").
    private bool AddField(HeaderReading reading)
    {
        foreach (HeaderCandidate candidate in reading.Candidates)
        {
            if (_fields.Add(candidate.Field))
            {
                return true;
            }
        }

        return false;
    }
}
