using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>What changes only the form of a list never makes a verdict better, unless a diagnostic says so.</summary>
public sealed class AccountingProperties
{
    private static readonly string[] Headers = ["Part Number", "Description", "Qty", "Country of Origin", "Sintered in", "Melted in", "Remarks"];

    private static readonly string[] Descriptions =
    [
        "NdFeB magnet N42SH", "SmCo magnet, sintered", "Tantalum capacitor 10uF", "Tungsten heavy alloy ballast",
        "Tungsten powder", "Servo motor, brushless", "Screw M3x8 steel",
        "Ferrite magnet", "Magnet", "Part 7", "Bracket, aluminum",
    ];

    private static readonly string[] Places = ["", "CN", "Japan", "USA", "China", "Shenzhen, China", "China or Vietnam", "Germany", "0", "-"];

    private static readonly string[] Remarks = ["", "", "RoHS", "tantalum", "NdFeB N35", "from China", "see drawing", "wet", "CP", "oxide"];

    private static readonly Gen<string[]> Rows =
        from description in Gen.Elements(Descriptions)
        from origin in Gen.Elements(Places)
        from sintered in Gen.Elements(Places)
        from melted in Gen.Elements(Places)
        from remark in Gen.Elements(Remarks)
        select new[] { "", description, "2", origin, sintered, melted, remark };

    private static readonly Arbitrary<Table> Tables =
        (from rows in Gen.NonEmptyListOf(Rows)
         from seed in Gen.Choose(0, int.MaxValue)
         select new Table(Headers, [.. rows.Take(10).Select((row, at) => Numbered(row, at))], seed)).ToArbitrary();

    [Fact]
    public void The_order_of_the_columns_never_makes_a_verdict_better() => Check(table => table.WithColumns(table.Shuffled()));

    [Fact]
    public void An_unknown_column_never_makes_a_verdict_better() =>
        Check(table => table.Insert(table.Seed % (Headers.Length + 1), "Stuff", row => row % 2 == 0 ? "a" : "7"));

    [Fact]
    public void An_empty_column_never_makes_a_verdict_better() => Check(table => table.Insert(table.Seed % (Headers.Length + 1), "", _ => ""));

    [Fact]
    public void More_rows_never_make_a_verdict_better() => Check(table => table.With(
        [.. table.Rows, ["Z-1", "Washer", "1", "US", "", "", ""], ["Z-2", "NdFeB magnet", "1", "China", "", "", ""]]));

    [Fact]
    public void A_description_that_stands_in_a_remark_column_never_makes_a_verdict_better() => Check(table =>
    {
        // The number stays the only thing that names the part; what it is stands under an unknown header.
        int at = table.Seed % table.Rows.Length;
        string[][] rows = [.. table.Rows.Select((row, index) => index == at ? [row[0], "", .. row[2..], row[1]] : (string[])[.. row, ""])];
        return new Table([.. table.Headers, "Stuff"], rows, table.Seed);
    });

    private static void Check(Func<Table, Table> change) => Prop.ForAll(Tables, table =>
    {
        CheckedList before = CheckedList.Of(table.Csv());
        Table changed = change(table);
        CheckedList after = CheckedList.Of(changed.Csv());
        bool isReported = after.Report.Diagnostics.Any(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note);
        string[] better =
        [
            .. from line in before.Report.Lines
               from other in after.Report.Lines.Where(other => other.PartNumber == line.PartNumber).DefaultIfEmpty()
               where other is null || Enumerable.Range(0, line.Verdicts.Length).Any(at => IsBetter(other.Verdicts[at].Verdict, line.Verdicts[at].Verdict))
               select line.PartNumber,
        ];
        return (better.Length == 0 || isReported).Label($"{string.Join(' ', better)}\n{table.Csv()}\nbecame\n{changed.Csv()}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static bool IsBetter(Verdict one, Verdict other) => one > other;

    private static string[] Numbered(string[] row, int at) => [FormattableString.Invariant($"P-{at}"), .. row[1..]];

    private sealed record Table(string[] Headers, string[][] Rows, int Seed)
    {
        public string Csv() => string.Join('\n', Rows.Prepend(Headers).Select(row => string.Join(',', row.Select(cell => $"\"{cell}\"")))) + "\n";

        public int[] Shuffled()
        {
            int[] order = [.. Enumerable.Range(0, Headers.Length)];
            new System.Random(Seed).Shuffle(order);
            return order;
        }

        public Table WithColumns(int[] order) =>
            new([.. order.Select(at => Headers[at])], [.. Rows.Select(row => order.Select(at => row[at]).ToArray())], Seed);

        public Table Insert(int column, string header, Func<int, string> cell) => new(
            [.. Headers[..column], header, .. Headers[column..]],
            [.. Rows.Select((row, at) => (string[])[.. row[..column], cell(at), .. row[column..]])], Seed);

        public Table With(string[][] rows) => this with { Rows = rows };
    }
}
