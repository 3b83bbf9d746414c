using System.Text.Json;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Law;

namespace SourcingCompliance.Cli.Commands;

public sealed class RulesExportCommandTests
{
    [Fact]
    public void The_clause_becomes_one_workflow_for_each_period_with_its_definitions()
    {
        CommandRun run = CommandRun.Of("rules", "export", "dfars-252.225-7052", "--format", "rulesengine");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldContain("where neither matches, the answer is unknown");
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement[] workflows = [.. document.RootElement.EnumerateArray()];
        JsonElement last = workflows[^1];
        last.GetProperty("WorkflowName").GetString().ShouldBe("dfars-252.225-7052 from 2027-01-01");
        workflows[^2].GetProperty("WorkflowName").GetString().ShouldEndWith("through 2026-12-31");
        last.GetProperty("GlobalParams").EnumerateArray().Single(parameter => parameter.GetProperty("Name").GetString() == "coveredCountries")
            .GetProperty("Expression").GetString().ShouldBe("new [] { \"CN\", \"HK\", \"IR\", \"KP\", \"MO\", \"RU\" }");
        JsonElement tantalum = last.GetProperty("Rules").EnumerateArray().Single(rule => rule.GetProperty("RuleName").GetString() == "SC1003 established");
        tantalum.GetProperty("Properties").GetProperty("condition").GetString()
            .ShouldBe("material.id == \"tantalum\" && coveredCountries.Contains(stage.country)");
        tantalum.GetProperty("Expression").GetString().ShouldNotBeNull()
            .ShouldStartWith("((material.id != null && material.id == \"tantalum\") && (stage.country.isDefinite");
        tantalum.GetProperty("RuleExpressionType").GetString().ShouldBe("LambdaExpression");
        tantalum.GetProperty("SuccessEvent").GetString().ShouldNotBeNull().ShouldContain("(b)(4)(ii)");
    }

    [Fact]
    public void Every_name_that_an_expression_reads_is_a_definition_or_a_declared_fact()
    {
        using JsonDocument document = JsonDocument.Parse(CommandRun.Of("rules", "export", "dfars-252.225-7052").Output);

        foreach (JsonElement workflow in document.RootElement.EnumerateArray())
        {
            string[] known =
            [
                .. workflow.GetProperty("GlobalParams").EnumerateArray().Select(parameter => parameter.GetProperty("Name").GetString() ?? ""),
                .. Vocabulary.Facts.Select(fact => fact.Name.Split('.')[0]),
                "true", "false", "null", "country",
            ];
            foreach (JsonElement rule in workflow.GetProperty("Rules").EnumerateArray())
            {
                string bare = System.Text.RegularExpressions.Regex.Replace(rule.GetProperty("Expression").GetString() ?? "", "\"[^\"]*\"", "");
                string[] names = [.. System.Text.RegularExpressions.Regex.Matches(bare, @"(?<![.\w])[A-Za-z]\w*").Select(match => match.Value)];
                names.ShouldAllBe(name => known.Contains(name), rule.GetProperty("RuleName").GetString());
            }
        }
    }

    public static TheoryData<string> Packs => [.. RulePack.IdsIn(RuleFolders.Shipped())];

    // The keys and the two words that workflow-schema.json of RulesEngine 6.0.1 allows for a workflow of rules without children.
    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_pack_has_the_shape_that_the_schema_of_RulesEngine_asks_for(string pack)
    {
        using JsonDocument document = JsonDocument.Parse(CommandRun.Of("rules", "export", pack).Output);

        document.RootElement.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (JsonElement workflow in document.RootElement.EnumerateArray())
        {
            Keys(workflow).ShouldBe(["WorkflowName", "GlobalParams", "Rules"]);
            workflow.GetProperty("GlobalParams").EnumerateArray().ShouldAllBe(parameter => Keys(parameter).SequenceEqual(new[] { "Name", "Expression" }));
            JsonElement[] rules = [.. workflow.GetProperty("Rules").EnumerateArray()];
            rules.ShouldAllBe(rule => Keys(rule)
                .SequenceEqual(new[] { "RuleName", "SuccessEvent", "ErrorMessage", "Expression", "RuleExpressionType", "Properties" }));
            rules.ShouldAllBe(rule => rule.GetProperty("RuleExpressionType").GetString() == "LambdaExpression");
            rules.Select(rule => rule.GetProperty("RuleName").GetString()).ShouldBeUnique();
        }
    }

    [Theory]
    [InlineData(4, "no-such-pack", "rulesengine")]
    [InlineData(64, "dfars-252.225-7052", "drools")]
    public void What_is_not_there_is_refused(int exitCode, string pack, string format) =>
        CommandRun.Of("rules", "export", pack, "--format", format).ExitCode.ShouldBe(exitCode);

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
