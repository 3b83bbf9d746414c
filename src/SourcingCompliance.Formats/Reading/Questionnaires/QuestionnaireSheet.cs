using SourcingCompliance.Evidence;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Questionnaires;

/// <summary>A sheet in which a questionnaire of ours stands, found by its codes, wherever its columns and rows have gone.</summary>
internal sealed class QuestionnaireSheet
{
    private const int MostRows = 20_000;

    // The block of the signer and the instructions stand above the titles; more than these rows have been put there by nobody.
    private const int HeadRows = 200;
    private const int RowsToLookAt = 40;
    private const int FewestTitles = 3;
    private readonly List<(int Row, string[] Cells)> _rows = [];

    private QuestionnaireSheet(BomTable table) => (Name, IsHidden) = (table.Name, table.IsHidden);

    /// <summary>Name of the sheet; empty for formats without sheets.</summary>
    public string Name { get; }

    /// <summary>Whether the file hides the sheet.</summary>
    public bool IsHidden { get; }

    /// <summary>1-based number of the row of titles.</summary>
    public int TitleRow { get; private set; }

    /// <summary>Whole titles as they stand in the sheet, by their code.</summary>
    public Dictionary<string, string> Titles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Addresses of filled cells, below the titles and in the signer's block, that are results of formulas.</summary>
    public List<string> Formulas { get; } = [];

    /// <summary>Addresses of cells below the titles whose value comes from a merged cell that begins in a row above.</summary>
    public List<string> Merged { get; } = [];

    /// <summary>1-based numbers of hidden rows below the titles.</summary>
    public List<int> HiddenRows { get; } = [];

    /// <summary>0-based columns by their code.</summary>
    public Dictionary<string, int> Columns { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Columns that are not read, by their 0-based place, each with the reason: their title has no code, or is not the one that was asked.</summary>
    public Dictionary<int, string> Others { get; } = [];

    /// <summary>Answers of the signer's block by their code.</summary>
    public Dictionary<string, (string Text, string Place)> Signer { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rows below the titles, with their 1-based number.</summary>
    public IEnumerable<(int Row, string[] Cells)> Rows => _rows;

    /// <summary>The sheet of a table; null when no questionnaire stands in it.</summary>
    public static QuestionnaireSheet? From(BomTable table)
    {
        var sheet = new QuestionnaireSheet(table);
        foreach (BomRow row in table.Rows)
        {
            if (sheet.Columns.Count == 0 && row.Number > HeadRows)
            {
                return null;
            }

            string[] cells = [.. Enumerable.Range(1, row.Width).Select(column => row[column].Text.Trim())];
            sheet.LookAt(row, cells);
            if (sheet.Columns.Count == 0)
            {
                sheet.ReadHead(row.Number, cells);
            }
            else if (sheet._rows.Count < MostRows && cells.Any(cell => cell.Length > 0))
            {
                // The block of the signer may have come below the table when somebody sorted the whole sheet.
                if (!sheet.ReadSigner(row.Number, cells))
                {
                    sheet._rows.Add((row.Number, cells));
                }
            }
        }

        return sheet.Columns.Count == 0 ? null : sheet;
    }

    /// <summary>Whether the titles of a questionnaire stand near the top of a table.</summary>
    public static bool IsIn(BomTable table) => table.Rows.TakeWhile(row => row.Number <= RowsToLookAt)
        .Any(row => AreTitles([.. Enumerable.Range(1, row.Width).Select(column => QuestionnaireTerms.CodeIn(row[column].Text))]));

    /// <summary>The text below a code; empty when the sheet has no such column or the cell is blank.</summary>
    public string GetText(string[] cells, string code) => Columns.TryGetValue(code, out int column) && column < cells.Length ? cells[column] : "";

    /// <summary>The address of a cell: <c>Answers!H24</c>.</summary>
    public string GetPlace(int row, int column) => (Name.Length > 0 ? Name + "!" : "") + Primitives.CellRef.GetLetters(column + 1)
        + row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether another sheet has the same titles, answers, and signer.</summary>
    public bool SaysTheSameAs(QuestionnaireSheet other) =>
        Columns.OrderBy(one => one.Key, StringComparer.Ordinal).SequenceEqual(other.Columns.OrderBy(one => one.Key, StringComparer.Ordinal))
        && Signer.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value.Text))
            .SequenceEqual(other.Signer.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value.Text)))
        && Titles.Values.SequenceEqual(other.Titles.Values) && _rows.Select(row => string.Join('\n', row.Cells))
            .SequenceEqual(other._rows.Select(row => string.Join('\n', row.Cells)));

    /// <summary>Takes a column out of the questions; what stands in it is listed and not read.</summary>
    /// <param name="code">Code of the column.</param>
    /// <param name="reason">Why.</param>
    public void LeaveOut(string code, string reason)
    {
        if (Columns.Remove(code, out int column))
        {
            Others[column] = reason;
        }
    }

    // What a program or a person did to the cells, besides filling them in.
    private void LookAt(BomRow row, string[] cells)
    {
        bool isBelow = Columns.Count > 0;
        for (int at = 0; at < cells.Length; at++)
        {
            if (cells[at].Length > 0 && row.IsFormula(at + 1))
            {
                Formulas.Add(GetPlace(row.Number, at));
            }

            if (isBelow && row.IsRepeated(at + 1))
            {
                Merged.Add(GetPlace(row.Number, at));
            }
        }

        if (isBelow && row.IsHidden && cells.Any(cell => cell.Length > 0))
        {
            HiddenRows.Add(row.Number);
        }
    }

    private void ReadHead(int row, string[] cells)
    {
        string?[] codes = [.. cells.Select(QuestionnaireTerms.CodeIn)];
        if (!AreTitles(codes))
        {
            ReadSigner(row, cells);
            return;
        }

        TitleRow = row;
        for (int at = 0; at < cells.Length; at++)
        {
            // A second column of one code is not ours: what stands in it is listed and not read.
            if (codes[at] is { } code && Columns.TryAdd(code, at))
            {
                Titles[code] = cells[at];
                continue;
            }

            if (cells[at].Length > 0)
            {
                Others.Add(at, $"the column \"{QuestionnaireRows.Shorten(cells[at])}\" is not ours");
            }
        }
    }

    // The titles are ours without the column of the keys too, which a supplier may have deleted.
    private static bool AreTitles(string?[] codes) => codes.Contains(QuestionnaireTerms.Row, StringComparer.OrdinalIgnoreCase)
        || QuestionnaireTerms.OfRows.Count(code => codes.Contains(code, StringComparer.OrdinalIgnoreCase)) >= FewestTitles;

    private bool ReadSigner(int row, string[] cells)
    {
        for (int at = 0; at < cells.Length; at++)
        {
            if (QuestionnaireTerms.CodeIn(cells[at]) is { } code && QuestionnaireTerms.OfSigner.Contains(code, StringComparer.OrdinalIgnoreCase))
            {
                int answer = Array.FindIndex(cells, at + 1, cell => cell.Length > 0);
                Signer[code] = answer < 0 ? ("", GetPlace(row, at + 1)) : (cells[answer], GetPlace(row, answer));
                return true;
            }
        }

        return false;
    }
}
