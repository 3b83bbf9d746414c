using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Checking;

/// <summary>In which order a list names its parts says nothing of where they were made.</summary>
public sealed class OrderPropertyTests
{
    private const string Header = "Part Number,Parent Part Number,Description,Qty,Country of Origin,Country of Melt,Country of Mining,Country of Sintering\n";

    private static readonly string[] Descriptions =
    [
        "NdFeB magnet N42SH", "SmCo magnet, sintered", "Tantalum capacitor 10uF", "Tungsten heavy alloy ballast", "Tungsten powder", "Servo motor, brushless",
        "Screw M3x8 steel", "Ferrite magnet", "Magnet", "Hard disk drive", "", "Bracket, aluminium",
    ];

    private static readonly string[] Places = ["", "CN", "Japan", "USA", "China or Vietnam", "Chnia", "N/A", "Russia", "Germany"];

    private static readonly CheckPlan Plan;
    private static readonly ComplianceChecker Checker;

    private static readonly Gen<Row> Rows =
        from description in Gen.Elements(Descriptions)
        from origin in Gen.Elements(Places)
        from melt in Gen.Elements(Places)
        from mine in Gen.Elements(Places)
        from sinter in Gen.Elements(Places)
        from parent in Gen.Choose(0, 1_000)
        select new Row(description, origin, melt, mine, sinter, parent);

    static OrderPropertyTests()
    {
        var diagnostics = new DiagnosticBag();
        CheckLibrary library = CheckLibrary.Load([RuleFolders.Shipped()], new DateOnly(2026, 11, 22), diagnostics);
        Plan = library.CreatePlan(new CheckRequest
        {
            AsOf = new DateOnly(2026, 11, 22),
            Delivery = new DateOnly(2027, 3, 1),
            Gate = Gate.Suspect,
            Contract = null,
            AllLines = true,
        }, null, diagnostics);
        Checker = library.CreateChecker(Plan);
        diagnostics.HasErrors.ShouldBeFalse();
    }

    [Theory]
    [InlineData("a flat list", false)]
    [InlineData("a tree by parent part number", true)]
    public void Row_order_never_changes_a_verdict(string what, bool isTree) =>
        Prop.ForAll(
            (from rows in Gen.NonEmptyListOf(Rows)
             from seed in Gen.Choose(0, int.MaxValue)
             select (Rows: rows.Take(12).ToArray(), Seed: seed)).ToArbitrary(),
            drawn =>
            {
                string[] lines = [.. drawn.Rows.Select((row, at) => row.Line(at, isTree))];
                string[] shuffled = [.. lines];
                new System.Random(drawn.Seed).Shuffle(shuffled);

                string before = VerdictsOf(lines);
                string after = VerdictsOf(shuffled);

                return (before == after).Label($"{what}\n{string.Join('\n', lines)}\nshuffled\n{string.Join('\n', shuffled)}\nwas {before}\nis {after}");
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static string VerdictsOf(IEnumerable<string> lines)
    {
        var diagnostics = new DiagnosticBag();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Header + string.Join('\n', lines) + "\n"));
        using BomDocument document = BomDocumentReader.Open(content, "bom.csv", ReadLimits.Default, diagnostics).ShouldNotBeNull();
        FileResult result = Checker.Check("bom.csv", () => null, document, diagnostics, null, CancellationToken.None);
        result.Report.Lines.Length.ShouldBe(lines.Count());
        return string.Join('\n', result.Report.Lines
            .Select(line => $"{line.PartNumber}: {string.Join(' ', line.Verdicts.Select(verdict => verdict.Verdict))}").Order(StringComparer.Ordinal));
    }

    private sealed record Row(string Description, string Origin, string Melt, string Mine, string Sinter, int Parent)
    {
        // A line hangs below an earlier one or is at the top.
        public string Line(int at, bool isTree) => FormattableString.Invariant(
            $"P-{at},{(isTree && at > 0 && Parent % 4 > 0 ? $"P-{Parent % at}" : "")},{Quoted(Description)},1,{Origin},{Melt},{Mine},{Sinter}");

        private static string Quoted(string text) => $"\"{text}\"";
    }
}
