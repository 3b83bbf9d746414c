using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes the plan without what actions have in common, and without what the findings of the report say already.</summary>
internal sealed class CompactActionJson
{
    // What stands in a text for the action's own parts and supplier.
    private const string Parts = "{parts}";
    private const string Supplier = "{supplier}";

    private readonly ReportTables _tables;
    private readonly Dictionary<string, List<string>> _findings = new(StringComparer.Ordinal);

    /// <summary>Writes the actions of a report.</summary>
    public CompactActionJson(ReportTables tables, ComplianceReport report)
    {
        _tables = tables;
        foreach (Finding finding in report.Files.SelectMany(file => file.Findings))
        {
            foreach (string action in finding.Actions)
            {
                if (!_findings.TryGetValue(action, out List<string>? settled))
                {
                    _findings.Add(action, settled = new List<string>(1));
                }

                settled.Add(finding.Id);
            }
        }
    }

    /// <summary>Writes the action as one value.</summary>
    public void Write(Utf8JsonWriter json, RemediationAction action)
    {
        string parts = TemplateText.List(action.Parts);
        json.WriteStartObject();
        json.WriteString("id", action.Id);
        json.WriteString("kind", action.Kind);
        json.WriteString("title", action.Title);
        json.WriteText("supplier", action.Supplier ?? "");
        json.WriteStrings("parts", action.Parts);
        json.WriteDate("startBy", action.StartBy);
        json.WriteDate("dueBy", action.DueBy);
        json.WriteStartObject("refs");
        json.WriteNumber("action", _tables.Add(action, text => Template(text, parts, action.Supplier)));
        bool isGrouped = WriteQuestions(json, action);
        json.WriteEndObject();
        if (!isGrouped)
        {
            json.WriteStrings("questions", action.Questions);
        }

        if (!IsSaidByFindings(action))
        {
            json.WriteStrings("findings", action.Findings);
        }

        json.WriteEndObject();
    }

    /// <summary>A shared text with the parts and the supplier of an action.</summary>
    public static string Fill(string template, IReadOnlyList<string> parts, string? supplier) => template
        .Replace(Supplier, supplier, StringComparison.Ordinal).Replace(Parts, TemplateText.List(parts), StringComparison.Ordinal);

    // A text that does not come back as it was is written as it stands: a part number may contain what stands for it.
    private static string Template(string text, string parts, string? supplier)
    {
        string template = parts.Length > 0 ? text.Replace(parts, Parts, StringComparison.Ordinal) : text;
        template = supplier is { Length: > 0 } ? template.Replace(supplier, Supplier, StringComparison.Ordinal) : template;
        string back = template.Replace(Supplier, supplier, StringComparison.Ordinal).Replace(Parts, parts, StringComparison.Ordinal);
        return back == text ? template : text;
    }

    private bool IsSaidByFindings(RemediationAction action)
    {
        List<string> said = _findings.GetValueOrDefault(action.Id, []);
        said.Sort(StringComparer.Ordinal);
        return action.Findings.AsSpan().SequenceEqual(said.ToArray());
    }

    // Questions to a supplier name their part, part after part, and most parts are asked the same.
    private bool WriteQuestions(Utf8JsonWriter json, RemediationAction action)
    {
        if (action.QuestionsByPart.IsEmpty && action.Questions.IsEmpty)
        {
            return true;
        }

        List<(int Part, ImmutableArray<string> Texts)> groups = GetGroups(action);
        int[] lists = [.. groups.Select(group => _tables.Add(group.Texts))];
        bool isEach = groups.Count == action.Parts.Length && groups.Index().All(group => group.Item.Part == group.Index) && lists.Distinct().Count() == 1;
        if (isEach)
        {
            json.WriteNumber("questionsOfEach", lists[0]);
        }
        else
        {
            json.WriteNumbers("questions", groups.Index().SelectMany(group => (int[])[group.Item.Part, lists[group.Index]]));
        }

        return true;
    }

    private static List<(int Part, ImmutableArray<string> Texts)> GetGroups(RemediationAction action)
    {
        var groups = new List<(int Part, ImmutableArray<string> Texts)>();
        if (!action.QuestionsByPart.IsEmpty)
        {
            foreach (PartQuestions questions in action.QuestionsByPart)
            {
                bool isPlain = !questions.IsPartNamed || questions.Texts.Any(text => text.Contains(questions.Part, StringComparison.Ordinal));
                groups.Add(isPlain ? (-1, [.. questions.Questions]) : (action.Parts.BinarySearch(questions.Part, StringComparer.Ordinal), questions.Texts));
            }

            return groups;
        }

        foreach (string question in action.Questions)
        {
            int part = GetPart(question, action.Parts, groups.Count == 0 ? 0 : Math.Max(0, groups[^1].Part));
            string text = part < 0 ? question : question[(action.Parts[part].Length + 2)..];
            if (groups.Count == 0 || groups[^1].Part != part)
            {
                groups.Add((part, [text]));
            }
            else
            {
                groups[^1] = (part, groups[^1].Texts.Add(text));
            }
        }

        return groups;
    }

    private static int GetPart(string question, ImmutableArray<string> parts, int from)
    {
        for (int at = from; at < parts.Length && at <= from + 1; at++)
        {
            if (question.Length > parts[at].Length + 2 && question.StartsWith(parts[at], StringComparison.Ordinal)
                && question.AsSpan(parts[at].Length).StartsWith(": "))
            {
                return at;
            }
        }

        return -1;
    }
}
