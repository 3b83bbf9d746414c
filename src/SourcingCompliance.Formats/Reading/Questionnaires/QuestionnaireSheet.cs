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
    private readonly List<(int Row, string[] Cells)> _rows = [];

    private QuestionnaireSheet(string name) => Name = name;

    /// <summary>Name of the sheet; empty for formats without sheets.</summary>
    public string Name { get; }

    /// <summary>0-based columns by their code.</summary>
    public Dictionary<string, int> Columns { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Columns that have a title without a code, by their 0-based place.</summary>
    public Dictionary<int, string> Others { get; } = [];

    /// <summary>Answers of the signer's block by their code.</summary>
    public Dictionary<string, (string Text, string Place)> Signer { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rows below the titles, with their 1-based number.</summary>
    public IEnumerable<(int Row, string[] Cells)> Rows => _rows;

    /// <summary>The sheet of a table; null when no questionnaire stands in it.</summary>
    public static QuestionnaireSheet? Of(BomTable table)
    {
        var sheet = new QuestionnaireSheet(table.Name);
        foreach (BomRow row in table.Rows)
        {
            if (sheet.Columns.Count == 0 && row.Number > HeadRows)
            {
                return null;
            }

            string[] cells = [.. Enumerable.Range(1, row.Width).Select(column => row[column].Text.Trim())];
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
        .Any(row => Enumerable.Range(1, row.Width).Count(column => QuestionnaireTerms.CodeIn(row[column].Text) is QuestionnaireTerms.Row or QuestionnaireTerms.Part) == 2);

    /// <summary>The text below a code; empty when the sheet has no such column or the cell is blank.</summary>
    public string TextOf(string[] cells, string code) => Columns.TryGetValue(code, out int column) && column < cells.Length ? cells[column] : "";

    /// <summary>The address of a cell: <c>Answers!H24</c>.</summary>
    public string PlaceOf(int row, int column) => (Name.Length > 0 ? Name + "!" : "") + Primitives.CellRef.LettersOf(column + 1) + row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void ReadHead(int row, string[] cells)
    {
        string?[] codes = [.. cells.Select(QuestionnaireTerms.CodeIn)];
        if (!codes.Contains(QuestionnaireTerms.Row, StringComparer.OrdinalIgnoreCase))
        {
            ReadSigner(row, cells);
            return;
        }

        for (int at = 0; at < cells.Length; at++)
        {
            // A second column of one code is not ours: what stands in it is listed and not read.
            if (codes[at] is { } code && Columns.TryAdd(code, at))
            {
                continue;
            }

            if (cells[at].Length > 0)
            {
                Others.Add(at, cells[at]);
            }
        }
    }

    private bool ReadSigner(int row, string[] cells)
    {
        for (int at = 0; at < cells.Length; at++)
        {
            if (QuestionnaireTerms.CodeIn(cells[at]) is { } code && QuestionnaireTerms.OfSigner.Contains(code, StringComparer.OrdinalIgnoreCase))
            {
                int answer = Array.FindIndex(cells, at + 1, cell => cell.Length > 0);
                Signer[code] = answer < 0 ? ("", PlaceOf(row, at + 1)) : (cells[answer], PlaceOf(row, answer));
                return true;
            }
        }

        return false;
    }
}
