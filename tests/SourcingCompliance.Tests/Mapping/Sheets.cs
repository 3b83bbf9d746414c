using System.Reflection;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Tests.Mapping;

/// <summary>Sheets written as text, a row a line and a cell between bars, and the shipped vocabulary to map them with.</summary>
internal static class Sheets
{
    public static readonly ColumnVocabulary Vocabulary = Load();

    public static string RepositoryRoot => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(one => one.Key == "RepositoryRoot").Value ?? ".";

    public static BomTable Table(string name, params string[] rows) => new(name, IsHidden: false, Rows(rows));

    public static BomDocument Document(params BomTable[] tables) => new("test.xlsx", "xlsx", tables, owner: null);

    public static SheetMapping Map(params string[] rows) => Map(new DiagnosticBag(), rows);

    public static SheetMapping Map(DiagnosticBag diagnostics, params string[] rows) =>
        new BomMapper(Vocabulary).Map(Document(Table("BOM", rows)), diagnostics).ShouldHaveSingleItem();

    public static (List<BomLine> Lines, List<SkippedRow> Skipped, DiagnosticBag Diagnostics) Read(params string[] rows)
    {
        var diagnostics = new DiagnosticBag();
        BomTable table = Table("BOM", rows);
        SheetMapping mapping = new BomMapper(Vocabulary).Map(Document(table), diagnostics).ShouldHaveSingleItem();
        var skipped = new List<SkippedRow>();
        return ([.. new LineReader(Vocabulary).Read(table, mapping, skipped, diagnostics)], skipped, diagnostics);
    }

    /// <summary>The columns with a known meaning: <c>field=letter</c> in the order of the sheet.</summary>
    public static string Columns(this SheetMapping mapping) =>
        string.Join(' ', mapping.Map.Columns.Where(column => column.IsKnown)
            .Select(column => $"{FieldNames.Format(column)}={CellRef.GetLetters(column.Column)}"));

    /// <summary>The letters of the columns that are only read as remarks.</summary>
    public static string Remarks(this SheetMapping mapping) =>
        string.Join(' ', mapping.Map.Columns.Where(column => !column.IsKnown).Select(column => CellRef.GetLetters(column.Column)));

    public static RuleFolder RuleFolder(string columns) =>
        new("rules", [KeyValuePair.Create(ColumnVocabulary.Path, (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(columns))]);

    // One object for all rows, as readers give them. "=7" is a number, "!#REF!" an error, "@2026-02-05" a date, "%text" a damaged row.
    private static IEnumerable<BomRow> Rows(string[] rows)
    {
        var row = new BomRow();
        for (int i = 0; i < rows.Length; i++)
        {
            row.Reset(i + 1);
            if (rows[i].StartsWith('%'))
            {
                row.Damage = rows[i][1..];
                yield return row;
                continue;
            }

            string[] cells = rows[i].Split('|');
            for (int column = 1; column <= cells.Length; column++)
            {
                string text = cells[column - 1];
                if (text.Length > 0)
                {
                    row.Set(column, text[0] switch
                    {
                        '=' => new BomCell(text[1..], CellKind.Number),
                        '!' => new BomCell(text[1..], CellKind.Error),
                        '@' => new BomCell(text[1..], CellKind.Date),
                        _ => new BomCell(text, CellKind.Text),
                    });
                }
            }

            yield return row;
        }
    }

    private static ColumnVocabulary Load()
    {
        string root = RepositoryRoot;
        var diagnostics = new DiagnosticBag();
        var files = new[] { ColumnVocabulary.Path,
            "reference/countries.json" }.Select(path => KeyValuePair.Create(path, (ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(root, "rules", path))));
        var vocabulary = ColumnVocabulary.Load(new RuleFolder("shipped rules", files), diagnostics);
        diagnostics.Items.ShouldBeEmpty("columns.json must load without a diagnostic: give an alias that two fields claim to one of them");
        return vocabulary;
    }
}
