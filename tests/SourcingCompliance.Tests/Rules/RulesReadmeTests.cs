using System.Globalization;
using System.Text;
using SourcingCompliance.Rules;

namespace SourcingCompliance.Tests.Rules;

public sealed class RulesReadmeTests
{
    [Fact]
    public void The_table_of_facts_is_the_vocabulary()
    {
        const string begins = "<!-- facts begin -->\n";
        const string ends = "<!-- facts end -->";
        string path = Path.Combine(MainPack.RulesPath, "README.md");
        string text = File.ReadAllText(path);
        int from = text.IndexOf(begins, StringComparison.Ordinal) + begins.Length;
        int to = text.IndexOf(ends, StringComparison.Ordinal);
        var table = new StringBuilder("| fact | kind | what it is | asked for as |\n|---|---|---|---|\n");
        foreach (Fact fact in Vocabulary.Facts.OrderBy(fact => fact.Name, StringComparer.Ordinal))
        {
            table.Append(CultureInfo.InvariantCulture, $"| `{fact.Name}` | {fact.Kind} | {fact.Meaning} | {fact.MissingFact ?? ""} |\n");
        }

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text[..from] + table + text[to..]);
            return;
        }

        text[from..to].ShouldBe(table.ToString(), "Run the test with UPDATE_GOLDEN=1 to write the table anew, and read the difference.");
    }
}
