using System.Text.Json;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Ci;

/// <summary>The rules that the results of one run refer to, in ordinal order of their ids.</summary>
internal sealed class SarifRules
{
    private readonly SortedDictionary<string, SarifRule> _rules = new(StringComparer.Ordinal);
    private readonly List<string> _order;

    /// <summary>Collects the rules of everything that will be written.</summary>
    public SarifRules(IEnumerable<Remark> remarks, IEnumerable<Determination> decided)
    {
        foreach (Remark remark in remarks)
        {
            Add(remark.Rule, remark.Finding?.Citation ?? "", remark.Finding?.Verdict).Policy ??= remark.Policy;
        }

        foreach (Determination determination in decided)
        {
            Add(determination.Rule, determination.Citation, determination.Verdict);
        }

        _order = [.. _rules.Keys];
    }

    /// <summary>The place of a rule in the list.</summary>
    public int IndexOf(string rule) => _order.BinarySearch(rule, StringComparer.Ordinal);

    /// <summary>Writes the property <c>rules</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach ((string id, SarifRule rule) in _rules)
        {
            if (rule.Policy is { } policy)
            {
                WritePolicy(json, policy);
                continue;
            }

            (string level, string severity, string precision, string what) = rule.Worst switch
            {
                Verdict.Violation => ("error", "8.5", "high", "A covered material from a covered country"),
                Verdict.Suspect => ("warning", "6.0", "medium", "A covered material whose only listed origin is a covered country"),
                Verdict.Open => ("warning", "4.0", "medium", "A fact that the clause asks for is not on file"),
                Verdict.Exempt => ("none", "0.0", "high", "An exception that recorded facts establish"),
                Verdict.Pass => ("none", "0.0", "high", "Every step that the rules ask for on file outside the covered countries"),
                Verdict.NotCovered => ("none", "0.0", "high", "No covered material"),
                null => ("warning", "5.0", "very-high", "An input was not read, or needs confirmation"),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            string citation = string.Join("; ", rule.Citations);
            var words = RuleWords.From(id, what, citation);
            string full = words.Full;
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("name", words.Name);
            WriteText(json, "shortDescription", words.Short);
            // GitHub cuts at 1,024 characters.
            WriteText(json, "fullDescription", full.Length <= 1024 ? full : full[..1023] + "…");
            json.WriteString("helpUri", RuleWords.HelpUri);
            WriteText(json, "help", words.Help);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", level);
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("security-severity", severity);
            json.WriteString("precision", precision);
            json.WriteString("problem.severity", level == "none" ? "recommendation" : level);
            json.WriteStartArray("tags");
            json.WriteStringValue("security");
            json.WriteStringValue("supply-chain");
            json.WriteStringValue("10usc4872");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // A policy is no finding of security: code scanning shows it with the company's own severity.
    private static void WritePolicy(Utf8JsonWriter json, PolicyFinding policy)
    {
        json.WriteStartObject();
        json.WriteString("id", policy.Id);
        WriteText(json, "shortDescription", $"Company policy {policy.Workflow}: {policy.Rule}");
        WriteText(json, "fullDescription",
            $"Rule {policy.Rule} of the workflow {policy.Workflow} in the rules folder of the company. It is not a verdict and does not change one.");
        json.WriteString("helpUri", policy.Link ?? RuleWords.HelpUri);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", ReportTokens.Format(policy.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("problem.severity", policy.Severity == PolicySeverity.Note ? "recommendation" : ReportTokens.Format(policy.Severity));
        json.WriteStartArray("tags");
        json.WriteStringValue("company-policy");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private SarifRule Add(string id, string citation, Verdict? verdict)
    {
        if (!_rules.TryGetValue(id, out SarifRule? rule))
        {
            _rules[id] = rule = new SarifRule { Worst = verdict };
        }

        rule.Worst = verdict < rule.Worst ? verdict : rule.Worst;
        if (citation.Length > 0)
        {
            rule.Citations.Add(citation);
        }

        return rule;
    }

    private sealed class SarifRule
    {
        public Verdict? Worst { get; set; }

        public PolicyFinding? Policy { get; set; }

        public SortedSet<string> Citations { get; } = new(StringComparer.Ordinal);
    }
}
