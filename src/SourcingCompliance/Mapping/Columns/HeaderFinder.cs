using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>Where the header of a sheet stands.</summary>
/// <param name="Index">Index of the row in the sample.</param>
/// <param name="LastIndex">Index of the last header row; the same but for headers of two rows.</param>
/// <param name="Headers">What each column's header may mean, by 1-based column; null where there is none.</param>
internal sealed record FoundHeader(int Index, int LastIndex, HeaderReading?[] Headers)
{
    /// <summary>1-based last column of the table; another table stands beyond it.</summary>
    public int LastColumn { get; init; } = int.MaxValue;
}

/// <summary>Finds the row that heads a list: the first of the first rows whose words are those of a header.</summary>
internal sealed class HeaderFinder(HeaderReader reader, CellMarker marker)
{
    /// <summary>What a row must reach to be a header.</summary>
    internal const double EnoughScore = 1.4;

    private const double ShareOfBest = 0.7;

    private readonly HeaderRowScore _score = new(reader);
    private readonly ElementHeaders _elements = new(reader.Words);

    /// <summary>Recognizes the headers of later tables within a list.</summary>
    public LaterHeaders Later { get; } = new(reader, marker);

    /// <summary>The header of a sheet; null when no row is one.</summary>
    public FoundHeader? Find(SheetSample sample)
    {
        int rows = Math.Min(sample.Rows.Count, SheetSample.HeaderRows);
        var scores = new double[rows];
        double best = 0;
        for (int i = 0; i < rows; i++)
        {
            scores[i] = _score.Compute(sample.Rows[i], forgiving: true);
            best = Math.Max(best, scores[i]);
        }

        if (best < EnoughScore)
        {
            return FindSingleColumn(sample);
        }

        int index = Array.FindIndex(scores, score => score >= EnoughScore && score >= ShareOfBest * best);
        return Describe(sample, index);
    }

    /// <summary>The index of a row above the header that heads a table of its own, with a row of it below; -1 = there is none.</summary>
    public int TableAbove(SheetSample sample, FoundHeader found)
    {
        for (int i = 0; i + 1 < found.Index; i++)
        {
            BomRow below = sample.Rows[i + 1];
            if (Later.IsHeader(sample.Rows[i]) && Filled(below) >= 2 && below.Cells.Any(cell => !cell.IsBlank && reader.Read(cell.Text.Trim()).IsUnknown))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The header that a row of the sample is.</summary>
    public FoundHeader Describe(SheetSample sample, int index)
    {
        BomRow row = sample.Rows[index];
        BomRow? above = index > 0 && sample.Rows[index - 1].Number == row.Number - 1 && IsGroupRow(sample.Rows[index - 1], row) ? sample.Rows[index - 1] : null;
        BomRow? below = index + 1 < sample.Rows.Count && sample.Rows[index + 1].Number == row.Number + 1
            && IsSecondRow(sample.Rows[index + 1], row) ? sample.Rows[index + 1] : null;
        bool isComposition = below is not null && _elements.AreAll(below);
        var headers = new HeaderReading?[sample.Width + 1];
        string group = "";
        string main = "";
        for (int column = 1; column <= sample.Width; column++)
        {
            string own = row[column].Text.Trim();
            string over = above?[column].Text.Trim() ?? "";
            group = over.Length > 0 ? over : group;
            main = own.Length > 0 ? own : main;
            string under = below?[column].Text.Trim() ?? "";
            if (isComposition && under.Length > 0)
            {
                headers[column] = new HeaderReading(main.Length > 0 ? main + " / " + under : under, [], IsOther: false);
            }
            else if (own.Length > 0)
            {
                headers[column] = ReadGrouped(group, own, under);
            }
            else if (under.Length > 0)
            {
                headers[column] = Borrow(reader.Read(main + " " + under) is { Candidates.IsEmpty: false } joint ? joint : reader.Read(under), under);
            }
        }

        return ChildTable.Resolve(new FoundHeader(index, below is null ? index : index + 1, headers), reader);
    }

    private HeaderReading ReadGrouped(string group, string own, string under)
    {
        HeaderReading alone = reader.ReadForgiving(own);
        if (under.Length > 0 && reader.Read(own + " " + under) is { Candidates.IsEmpty: false } withUnder
            && !alone.Candidates.Any(candidate => candidate.IsPlain))
        {
            return Borrow(withUnder, own + " / " + under);
        }

        if (group.Length == 0 || reader.Read(group + " " + own) is not { Candidates.IsEmpty: false } joint)
        {
            return alone;
        }

        // The title above adds something only where it names a stage, a maker or another source.
        bool adds = joint.Candidates[0] != alone.Candidates.FirstOrDefault() && joint.Candidates[0].Strength >= HeaderStrength.Tokens;
        return adds && joint.Candidates[0].Field is not (BomField.UnitCost or BomField.Mass) ? joint with { Header = alone.Header } : alone;
    }

    private static HeaderReading Borrow(HeaderReading reading, string header) => reading with
    {
        Header = header,
        Candidates = [.. reading.Candidates.Select(candidate => candidate with { IsBorrowed = true })],
    };

    // Group titles stand sparsely above the headers: at least two, fewer than the headers, and none of them a value.
    private static bool IsGroupRow(BomRow above, BomRow header)
    {
        int titles = Filled(above);
        if (titles >= Filled(header) || titles == 0)
        {
            return false;
        }

        foreach (BomCell cell in above.Cells)
        {
            if (!cell.IsBlank && (cell.Kind != CellKind.Text || CellShapes.IsNumeric(cell.Text) || cell.Text.Length > 60))
            {
                return false;
            }
        }

        return titles >= 2 || above.Width > 1 && above[1].IsBlank;
    }

    // A second header row holds words only, and at least two of them are words of headers: by themselves, or because they give the title above
    // another meaning ("Manufacturer" over "Part No."). A country or a code is a value, and where every title above speaks for itself there is
    // no need of a second: the first part of a list must not pass for a title.
    private bool IsSecondRow(BomRow below, BomRow header)
    {
        if (_elements.AreAll(below))
        {
            return true;
        }

        int known = 0;
        int needed = 0;
        for (int column = 1; column <= below.Width; column++)
        {
            BomCell cell = below[column];
            if (cell.IsBlank)
            {
                continue;
            }

            string text = cell.Text.Trim();
            if (cell.Kind != CellKind.Text || CellShapes.IsNumeric(text) || text.Length > 60)
            {
                return false;
            }

            HeaderReading reading = reader.Read(text);
            if (!reading.Candidates.Any(candidate => candidate.IsPlain) && Later.IsValue(text, cell.Kind))
            {
                return false;
            }

            string title = header[column].Text.Trim();
            bool adds = title.Length == 0 ? !reading.IsUnknown : AddsMeaning(title, text);
            known += !reading.IsUnknown || adds ? 1 : 0;
            needed += adds ? 1 : 0;
        }

        return known >= 2 && known >= 0.6 * Filled(below) && known < Filled(header) + 8 && needed >= 0.5 * known;
    }

    private bool AddsMeaning(string title, string under)
    {
        if (title.Length == 0 || reader.Read(title + " " + under) is not { IsUnknown: false } joint)
        {
            return false;
        }

        HeaderReading alone = reader.Read(title);
        return alone.IsUnknown || joint.IsOther != alone.IsOther || joint.Candidates.FirstOrDefault()?.Field != alone.Candidates.FirstOrDefault()?.Field
            || joint.Candidates.FirstOrDefault()?.Element != alone.Candidates.FirstOrDefault()?.Element;
    }

    private static int Filled(BomRow row)
    {
        int filled = 0;
        foreach (BomCell cell in row.Cells)
        {
            filled += cell.IsBlank ? 0 : 1;
        }

        return filled;
    }

    // A list of nothing but part numbers has one header cell, which must name them outright.
    private FoundHeader? FindSingleColumn(SheetSample sample)
    {
        if (sample.Rows.Count < 3 || Filled(sample.Rows[0]) != 1)
        {
            return null;
        }

        FoundHeader found = Describe(sample, 0);
        int column = Array.FindIndex(found.Headers, header => header is not null);
        bool namesPart = column > 0 && found.Headers[column]?.Candidates.Any(candidate =>
            candidate.Field is BomField.PartNumber or BomField.ManufacturerPartNumber && candidate.Need == ContentNeed.None
                && candidate.Strength == HeaderStrength.Exact) == true;
        ColumnContent content = sample.ContentFrom(1, marker)[Math.Max(column, 0)];
        return namesPart && content.Most(content.Codes, 0.6) && content.Filled >= 2 ? found : null;
    }
}
