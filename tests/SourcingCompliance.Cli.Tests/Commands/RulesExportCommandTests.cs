using System.Text.Json;

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
        tantalum.GetProperty("Properties").GetProperty("condition").GetString().ShouldBe("material.id == \"tantalum\" && coveredCountries.Contains(stage.country)");
        tantalum.GetProperty("Expression").GetString().ShouldNotBeNull().ShouldStartWith("((material.id != null && material.id == \"tantalum\") && (stage.country.isDefinite");
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
                .. SourcingCompliance.Rules.Vocabulary.Facts.Select(fact => fact.Name.Split('.')[0]),
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

    [Theory]
    [InlineData(4, "no-such-pack", "rulesengine")]
    [InlineData(64, "dfars-252.225-7052", "drools")]
    public void What_is_not_there_is_refused(int exitCode, string pack, string format) =>
        CommandRun.Of("rules", "export", pack, "--format", format).ExitCode.ShouldBe(exitCode);
}
