using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Tests.Remediation;

/// <summary>Findings and settings to plan with.</summary>
internal static class Examples
{
    public static Finding Violation(string part, string supplier = "Acme", string file = "gimbal.csv", int row = 5, string material = MaterialIds.NdFeB) =>
        Finding(Verdict.Violation, "SC1001", part, supplier, file, row, material, StageIds.Melted, []);

    public static Finding Suspect(string part, string supplier = "Acme", string file = "gimbal.csv", int row = 5) =>
        Finding(Verdict.Suspect, "SC1090", part, supplier, file, row, MaterialIds.NdFeB, null, []);

    public static Finding Open(string part, string supplier = "Acme", string file = "gimbal.csv", int row = 5) =>
        Finding(
            Verdict.Open, "SC3001", part, supplier, file, row, MaterialIds.NdFeB, StageIds.Melted,
            [
                new MissingFact("stage-origin", StageIds.Separated, "Nd", $"In which country was the neodymium of {part} separated?"),
                new MissingFact("stage-origin", StageIds.Melted, null, $"In which country was the alloy of {part} melted?"),
            ]);

    public static Finding Finding(
        Verdict verdict, string rule, string part, string supplier, string file, int row, string? material, string? stage,
        ImmutableArray<MissingFact> missing) => new()
        {
            Id = $"{file}/{row}/{rule}/{part}/{stage}",
            Rule = rule,
            Verdict = verdict,
            Regimes = ["mined-to-produced"],
            Cell = new CellRef(file, "BOM", row, 6),
            CellText = "China",
            PartNumber = part,
            Description = "Magnet",
            Manufacturer = supplier,
            Supplier = supplier,
            Path = ["TOP-1", part],
            Material = material,
            Stage = stage,
            Countries = verdict == Verdict.Open ? [] : ["CN"],
            Message = $"{part}: a sentence.",
            Citation = "252.225-7052(b)(3)",
            Missing = missing,
        };

    public static PlanSettings Settings(string asOf = "2026-11-23", string deadline = "2027-01-01") => new()
    {
        AsOf = Day(asOf),
        Deadline = Day(deadline),
        Templates = ShippedTemplates(),
    };

    public static RemediationTemplates ShippedTemplates()
    {
        var diagnostics = new DiagnosticBag();
        RemediationTemplates templates = RemediationTemplates.Load(ShippedRules(), "dfars-252.225-7052", diagnostics);
        diagnostics.Items.ShouldBeEmpty();
        return templates;
    }

    public static RuleFolder ShippedRules()
    {
        string root = typeof(Examples).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value ?? "";
        string rules = Path.Combine(root, "rules");
        return new RuleFolder("rules", Directory.EnumerateFiles(rules, "*.json", SearchOption.AllDirectories)
            .Select(path => KeyValuePair.Create(
                Path.GetRelativePath(rules, path).Replace('\\', '/'), (ReadOnlyMemory<byte>)File.ReadAllBytes(path))));
    }

    public static RuleFolder Rules(string path, string content) =>
        new("rules", [KeyValuePair.Create(path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(content))]);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static RemediationAction Action(this RemediationPlan plan, string kind, string part) =>
        plan.Actions.Single(action => action.Kind == kind && action.Parts.Contains(part));
}
