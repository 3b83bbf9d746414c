using System.Collections.Immutable;
using System.Text;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Rules.Engine;
using SourcingCompliance.Running.Rules.Policies;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Running.Tests.Rules.Policies;

/// <summary>Checks a list in memory under company policies in memory.</summary>
internal static class PolicyRun
{
    public const string List = """
        Part Number,Description,Qty,Manufacturer,Manufacturer 2,Supplier,Country of Origin,Certificate date
        MAG-1,Neodymium magnet N42,4,Example Magnetics,Second Magnetics,Example Distribution,Japan,2026-03-01
        BLDC-2212,BLDC motor 2212,4,Watched Motors GmbH,N/A,Example Distribution,China,2024-01-15
        SCR-1,Screw M3,20,N/A,,WATCHED MAGNETS Ltd.,China,
        """;

    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly Lazy<CheckLibrary> Library = new(() => CheckLibrary.Load([RuleFolders.Shipped()], Day, new DiagnosticBag()));

    /// <summary>A workflow of one rule.</summary>
    public static string Workflow(string expression, string properties = "{}", string more = "", string message = "Part $(part.number) fails.") =>
        $$"""{ "WorkflowName": "own"{{more}}, "Rules": [{ "RuleName": "rule", "Expression": "{{expression.Replace("\"", "\\\"", StringComparison.Ordinal)}}", "ErrorMessage": "{{message}}", "Properties": {{properties}} }] }""";

    public static RuleFolder Folder(params (string Path, string Text)[] files) =>
        new("own", files.Select(file => KeyValuePair.Create(file.Path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Text))));

    /// <summary>What is wrong with a workflow.</summary>
    public static ImmutableArray<Diagnostic> ProblemsOf(string workflow)
    {
        var diagnostics = new DiagnosticBag();
        ImmutableArray<PolicyWorkflow> read = PolicyWorkflowReader.ReadAll([Folder(("own.workflow.json", workflow))], diagnostics);
        if (!diagnostics.HasErrors)
        {
            RulesEnginePolicies.Compile(read, diagnostics);
        }

        return [.. diagnostics.Items];
    }

    public static ComplianceReport Check(string workflow, PolicyGate gate = PolicyGate.None,
        Gate verdicts = Gate.None, string list = List, TimeSpan? limit = null)
    {
        var diagnostics = new DiagnosticBag();
        ImmutableArray<PolicyWorkflow> workflows = PolicyWorkflowReader.ReadAll([Folder(("own.workflow.json", workflow))], diagnostics);
        RulesEnginePolicies engine = RulesEnginePolicies.Compile(workflows, diagnostics, limit).ShouldNotBeNull();
        var policies = new AppliedPolicies(new PolicyReport([.. workflows.Select(one => one.Reference)], engine.Name), engine);
        return Check(Plan(gate, verdicts, policies, diagnostics), list, diagnostics);
    }

    public static ComplianceReport Without(Gate verdicts = Gate.None)
    {
        var diagnostics = new DiagnosticBag();
        return Check(Plan(PolicyGate.None, verdicts, AppliedPolicies.None, diagnostics), List, diagnostics);
    }

    private static CheckPlan Plan(PolicyGate gate, Gate verdicts, AppliedPolicies policies, DiagnosticBag diagnostics) =>
        Library.Value.CreatePlan(new CheckRequest { AsOf = Day, Gate = verdicts, PolicyGate = gate, Policies = policies }, null, diagnostics);

    private static ComplianceReport Check(CheckPlan plan, string list, DiagnosticBag diagnostics)
    {
        var own = new DiagnosticBag();
        using BomDocument document = BomDocumentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(list)), "list.csv", ReadLimits.Default, own)
            .ShouldNotBeNull();
        FileResult result = Library.Value.CreateChecker(plan).Check("list.csv", () => null, document, own, null, CancellationToken.None);
        return Library.Value.Compose(CheckRunner.Tool, plan, [result], diagnostics, isConfigured: true);
    }
}
