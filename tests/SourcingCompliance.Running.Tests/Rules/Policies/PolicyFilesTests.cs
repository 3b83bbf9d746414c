using System.Collections.Immutable;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Tests;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Rules;
using SourcingCompliance.Running.Rules.Policies;

namespace SourcingCompliance.Running.Tests.Rules.Policies;

/// <summary>Workflow files: what is refused and where, and the cases beside them.</summary>
public class PolicyFilesTests
{
    [Theory]
    [InlineData("part.maker.Length > 0", "rule, Expression, character 6: 'part.maker' is not known.", "part.makers")]
    [InlineData("true && prat.makers.Any()", "rule, Expression, character 9: 'prat' is not known.", "part")]
    [InlineData("part.makers.Ayn()", "rule, Expression, character 13: 'Ayn' is not known.", "Any")]
    [InlineData("part == null", "rule, Expression, character 1: 'part' alone is no value.", "part.")]
    [InlineData("line.cell == \"x\"", "rule, Expression, character 6: 'line.cell' needs the header of a column.", "line.cell[")]
    [InlineData("part.number.GetType().Assembly != null", "rule, Expression, character 13: 'GetType' is not known.", "")]
    [InlineData("DateTime.Now > contract.checkedOn", "rule, Expression, character 10: 'Now' is not known.", "")]
    [InlineData("System.IO.File.Exists(part.number)", "rule, Expression, character 1: 'System' is not known.", "")]
    [InlineData("Environment.MachineName == part.number", "rule, Expression, character 1: 'Environment' is not known.", "")]
    [InlineData("part.makers.Any(name => nmae == part.number)", "rule, Expression, character 25: 'nmae' is not known.", "")]
    [InlineData("part.number.@GetType() == null", "rule, Expression, character 14: 'GetType' is not known.", "")]
    public void A_name_that_the_model_does_not_have_is_refused_at_its_position(string expression, string message, string hint)
    {
        Diagnostic problem = PolicyRun.ProblemsOf(PolicyRun.Workflow(expression))[0];

        problem.Id.ShouldBe(DiagnosticIds.PolicyNameUnknown);
        problem.Message.ShouldBe(message);
        problem.Hint.ShouldNotBeNull().ShouldContain(hint);
    }

    [Theory]
    [InlineData("part.makers.Any(name => name == \"part.maker\")")]
    [InlineData("np(part.number.Length) > 1 && part.makers.Intersect(new [] { \"A\" }).Any()")]
    [InlineData("(line.quantity ?? 1.5m) > 1 && part.number in (\"A\", \"B\")")]
    public void Texts_and_lambdas_are_no_names_of_the_model(string expression) => PolicyRun.ProblemsOf(PolicyRun.Workflow(expression)).ShouldBeEmpty();

    [Theory]
    [InlineData("part.makers.Any(", "rule, Expression, character 17")]
    [InlineData("part.number", "Expression of type 'Boolean' expected")]
    [InlineData("part.number && true", "rule, Expression, character 13")]
    [InlineData("line.row > \\\"x\\\"", "rule, Expression")]
    public void An_expression_that_does_not_compile_is_refused_with_its_place(string expression, string message)
    {
        Diagnostic problem = PolicyRun.ProblemsOf(PolicyRun.Workflow(expression.Replace("\\\"", "\"", StringComparison.Ordinal))).ShouldHaveSingleItem();

        problem.Id.ShouldBe(DiagnosticIds.PolicyNotCompiled);
        problem.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("""{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "true", "ErrorMessage": "m", "Actions": { "OnFailure": { "Name": "x" } } }] }""", "a policy does nothing but report")]
    [InlineData("""{ "WorkflowName": "w", "WorkflowsToInject": ["v"], "Rules": [{ "RuleName": "r", "Expression": "true", "ErrorMessage": "m" }] }""",
        "other workflows are not loaded")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expresion": "true", "ErrorMessage": "m" }] }""", "\"Expresion\"")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "true" }] }""", "ErrorMessage")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "true", "Expression": "false", "ErrorMessage": "m" }] }""",
        "stands twice")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "true", "ErrorMessage": "m", "Properties": { "severity": "high" } }] }""",
        "note or warning or error")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "true", "ErrorMessage": "m", "Properties": { "link": "javascript:alert(1)" } }] }""", "https://")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "true", "ErrorMessage": "m" }, { "RuleName": "r", "Expression": "true", "ErrorMessage": "m" }] }""", "two rules named 'r'")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "true", "ErrorMessage": "m", "Rules": [{ "RuleName": "i", "Expression": "true" }] }] }""", "an Expression, or an Operator with Rules")]
    [InlineData("[]", "contains no workflow")]
    public void What_the_engine_would_skip_or_must_not_do_is_refused(string workflow, string message) =>
        PolicyRun.ProblemsOf(workflow)
            .ShouldContain(problem => problem.Id == DiagnosticIds.PolicyInvalid && problem.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void A_place_in_a_message_that_names_no_fact_is_refused() =>
        PolicyRun.ProblemsOf(PolicyRun.Workflow("true", message: "Ask $(part.suplier)."))
            .ShouldHaveSingleItem().Message.ShouldBe("rule, ErrorMessage, character 5: 'part.suplier' is not known.");

    [Fact]
    public void A_rule_may_join_others_and_name_expressions()
    {
        const string workflow = """
            [{ "WorkflowName": "own", "GlobalParams": [{ "Name": "few", "Expression": "2" }], "Rules": [
              { "RuleName": "joined", "Operator": "And", "ErrorMessage": "m", "LocalParams": [{ "Name": "makers", "Expression": "part.makers.Length" }],
                "Rules": [{ "RuleName": "a", "Expression": "makers >= few" }, { "RuleName": "b", "Expression": "line.row > 0" }] },
              { "RuleName": "off", "Expression": "false", "ErrorMessage": "m", "Enabled": false }] }]
            """;

        PolicyRun.ProblemsOf(workflow).ShouldBeEmpty();
        PolicyRun.Check(workflow).PolicyFindings.ShouldHaveSingleItem().PartNumber.ShouldBe("BLDC-2212");
    }

    [Fact]
    public void A_second_workflow_of_the_same_name_is_refused()
    {
        var diagnostics = new DiagnosticBag();

        PolicyWorkflowReader.ReadAll(
            [PolicyRun.Folder(("a.workflow.json", PolicyRun.Workflow("true")), ("policies/b.workflow.json", PolicyRun.Workflow("true")))], diagnostics);

        diagnostics.Items.ShouldHaveSingleItem().Message.ShouldBe("The workflow name 'own' is also in a.workflow.json.");
    }

    [Fact]
    public void The_shipped_examples_and_a_new_workflow_are_sound()
    {
        RuleFolder scaffold = new("new", PolicyScaffold.Files("approved")
            .Select(file => KeyValuePair.Create(file.Key, (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(file.Value))));
        var diagnostics = new DiagnosticBag();

        ImmutableArray<RulesVerification> results =
            PolicyVerifier.Verify([RuleFolders.FromDisk(Path.Combine(Repository.Root, "examples/policies")), scaffold], diagnostics);

        diagnostics.Items.ShouldBeEmpty();
        results.Select(result => result.Name).ShouldBe(["policies certificate-age", "policies single-source", "policies watch-list", "policies approved"]);
        results.ShouldAllBe(result => result.IsSound && result.Run > 2 && result.Failed == 0);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_shipped_examples_fit_their_schemas(string path) =>
        SchemaLibrary.Problems(path.EndsWith(".cases.json", StringComparison.Ordinal) ? "workflow-cases.schema.json"
            : "workflow.schema.json", File.ReadAllText(path)).ShouldBeEmpty();

    public static TheoryData<string> Examples => [.. Directory.GetFiles(Path.Combine(Repository.Root, "examples/policies"), "*.json")];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_workflow_in_a_searched_folder_is_no_bill_of_materials(string path) => PolicyFiles.IsPolicy(path).ShouldBeTrue();

    [Fact]
    public void A_bill_of_materials_that_is_named_like_a_workflow_stays_one()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{nameof(PolicyFilesTests)}.workflow.json");
        File.WriteAllText(path, """[{ "partNumber": "MAG-1", "description": "Neodymium magnet", "countryOfOrigin": "China" }]""");

        bool isPolicy = PolicyFiles.IsPolicy(path);

        File.Delete(path);
        isPolicy.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{ "name": "c", "rule": "rule", "facts": { "line.row": 3 }, "expect": "not met" }""",
        "Case 'c' of rule 'rule': it is met; not met was expected.")]
    [InlineData("""{ "name": "c", "rule": "rule", "facts": { "line.row": 1, "part.number": "A" }, "expect": "not met", "message": "Part B fails." }""",
        "the message is \"Part A fails.\"; \"Part B fails.\" was expected")]
    [InlineData("""{ "name": "c", "rule": "rule", "facts": { "line.rwo": 1 }, "expect": "not met" }""", "the fact 'line.rwo' is not known")]
    [InlineData("""{ "name": "c", "rule": "rule", "facts": { "line.row": "one" }, "expect": "not met" }""", "a whole number was expected")]
    [InlineData("""{ "name": "c", "rule": "rule", "facts": { "line.row": 3 }, "expect": "met" }""", "Rule 'rule' has no case that is not met.")]
    public void A_case_that_comes_out_otherwise_or_is_missing_breaks_the_workflow(string one, string message)
    {
        var diagnostics = new DiagnosticBag();
        RuleFolder folder = PolicyRun.Folder(("own.workflow.json", PolicyRun.Workflow("line.row > 2")),
            ("own.cases.json", $$"""{ "workflow": "own", "cases": [{{one}}] }"""));

        ImmutableArray<RulesVerification> results = PolicyVerifier.Verify([folder], diagnostics);

        results.ShouldHaveSingleItem().IsSound.ShouldBeFalse();
        diagnostics.Items.ShouldContain(problem => problem.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Cases_without_their_workflow_are_read_by_nothing_and_said_so()
    {
        var diagnostics = new DiagnosticBag();

        PolicyVerifier.Verify([PolicyRun.Folder(("old.cases.json", "{}"))], diagnostics);

        diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.RuleFileUnread);
    }
}
