using System.Text;
using SourcingCompliance.Decisions;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tests.Law;

namespace SourcingCompliance.Tests.Decisions;

public sealed class MatrixTests
{
    private static readonly DeterminationEngine Engine = new(MainPack.Pack);
    private static readonly IReadOnlyList<Situation> Situations = Situation.All(MainPack.Id);

    private static readonly IReadOnlyList<Situation> Contracts = Situation.All(MainPack.Id, "contracts.cases.json");

    public static TheoryData<string> NamesOfContracts => [.. Contracts.Select(situation => situation.Name)];

    public static TheoryData<string> Names => [.. Situations.Select(situation => situation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_situation_comes_out_as_the_official_text_says(string name)
    {
        Situation situation = Situations.Single(candidate => candidate.Name == name);

        (situation.Decide(Engine, new DateOnly(2026, 12, 31)), situation.Decide(Engine, new DateOnly(2027, 1, 1)))
            .ShouldBe((situation.Through2026, situation.From2027), situation.Because);
    }

    [Theory]
    [MemberData(nameof(NamesOfContracts))]
    public void A_contract_and_its_exceptions_come_out_as_the_text_says(string name)
    {
        Situation situation = Contracts.Single(candidate => candidate.Name == name);

        (situation.Decide(Engine, new DateOnly(2026, 12, 31)), situation.Decide(Engine, new DateOnly(2027, 1, 1)))
            .ShouldBe((situation.Through2026, situation.From2027), situation.Because);
    }

    [Fact]
    public void The_matrix_of_contracts_has_at_least_150_situations() => Contracts.Count.ShouldBeGreaterThanOrEqualTo(150);

    [Fact]
    public void The_matrix_has_at_least_150_situations() => Situations.Count.ShouldBeGreaterThanOrEqualTo(150);

    [Fact]
    public void The_table_of_the_readme_is_the_matrix()
    {
        const string begins = "<!-- matrix begins -->\n";
        const string ends = "<!-- matrix ends -->";
        string path = Path.Combine(MainPack.RulesPath, MainPack.Id, "README.md");
        string text = File.ReadAllText(path);
        int from = text.IndexOf(begins, StringComparison.Ordinal) + begins.Length;
        int to = text.IndexOf(ends, StringComparison.Ordinal);
        string table = Table();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text[..from] + table + text[to..]);
            return;
        }

        text[from..to].ShouldBe(table, "Run the test with UPDATE_GOLDEN=1 to write the table anew, and read the difference.");
    }

    private static string Table()
    {
        var table = new StringBuilder("| situation | delivered by 2026-12-31 | delivered from 2027-01-01 | because |\n|---|---|---|---|\n");
        foreach (Situation situation in Situations)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| {situation.Name.Replace("|", " or ", StringComparison.Ordinal)} | {Word(situation.Through2026)} | {Word(situation.From2027)} | "
                    + $"{situation.Because} |\n");
        }

        return table.ToString();
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Violation => "violation",
        Verdict.Suspect => "suspect",
        Verdict.Open => "open",
        Verdict.Exempt => "exempt",
        Verdict.Pass => "pass",
        Verdict.NotCovered => "not covered",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
