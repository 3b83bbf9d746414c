using System.Globalization;
using System.Text;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Law;

namespace SourcingCompliance.Tests.Law;

public sealed class RulesReadmeTests
{
    [Fact]
    public void The_table_of_facts_is_the_vocabulary()
    {
        var table = new StringBuilder("| fact | kind | what it is | asked for as |\n|---|---|---|---|\n");
        foreach (Fact fact in Vocabulary.Facts.OrderBy(fact => fact.Name, StringComparer.Ordinal))
        {
            table.Append(CultureInfo.InvariantCulture, $"| `{fact.Name}` | {fact.Kind} | {fact.Meaning} | {fact.MissingFact ?? ""} |\n");
        }

        ShouldHold("facts", table.ToString());
    }

    [Fact]
    public void The_table_of_policy_facts_is_the_model()
    {
        var table = new StringBuilder("| fact | kind | what it is |\n|---|---|---|\n");
        foreach (PolicyFact fact in PolicyModel.Facts)
        {
            table.Append(CultureInfo.InvariantCulture, $"| `{fact.Name}` | {fact.Kind} | {fact.Meaning} |\n");
        }

        ShouldHold("policy facts", table.ToString());
    }

    private static void ShouldHold(string name, string table)
    {
        string begins = $"<!-- {name} begin -->\n";
        string ends = $"<!-- {name} end -->";
        string path = Path.Combine(MainPack.RulesPath, "README.md");
        string text = File.ReadAllText(path);
        int from = text.IndexOf(begins, StringComparison.Ordinal) + begins.Length;
        int to = text.IndexOf(ends, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text[..from] + table + text[to..]);
            return;
        }

        text[from..to].ShouldBe(table, "Run the test with UPDATE_GOLDEN=1 to write the table anew, and read the difference.");
    }
}
