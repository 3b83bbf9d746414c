using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Law;

/// <content>How a rule and its versions are read.</content>
internal sealed partial class RulePackReader
{
    private Rule? GetRule(string path, string range)
    {
        if (Open(path) is not { } root)
        {
            return null;
        }

        string id = root.RequiredText("id");
        string name = root.RequiredText("name");
        string expected = $"{id}-{name}.json";
        if (!id.StartsWith(range, StringComparison.Ordinal) || id.Length != 6 || !path.EndsWith("/" + expected, StringComparison.Ordinal))
        {
            _faults.Error(DiagnosticIds.RuleIdInvalid, FileRef(path),
                $"The rule is \"{id}\" with the name \"{name}\"; an id {range}xxx and a file named {expected} were expected.", "Make them agree.");
        }

        var rule = new Rule
        {
            Id = id,
            Name = name,
            Title = root.RequiredText("title"),
            Subject = GetSubject(root),
            Status = GetStatus(root),
            Versions = [.. root.Objects("versions", isRequired: true).Select(GetVersion)],
            ClaimedWhen = root.Text("claimedWhen"),
            BasisWhen = root.Text("basisWhen"),
            ClaimedIn = root.Text("claimedIn"),
            StillBinds = [.. root.Objects("stillBinds").Select(GetDuty)],
            BindsFrom = root.Date("bindsFrom", isRequired: false),
            Figures = [.. root.Objects("figures").Select(GetFigure)],
        };
        root.Finish();
        CheckPeriods(path, [.. rule.Versions.Select(version => version.Period)]);
        return rule;
    }

    private static RuleVersion GetVersion(JsonObjectReader entry)
    {
        var version = new RuleVersion(entry.Period(), entry.RequiredText("when"), entry.RequiredText("citation"), entry.Text("interpretation"))
        {
            Title = entry.Text("title"),
            Figures = [.. entry.Objects("figures").Select(GetFigure)],
        };
        entry.Finish();
        return version;
    }

    private static RemainingDuty GetDuty(JsonObjectReader entry)
    {
        var duty = new RemainingDuty(entry.RequiredText("when"), entry.RequiredText("text"), entry.RequiredText("citation"));
        entry.Finish();
        return duty;
    }

    private static RuleFigure GetFigure(JsonObjectReader entry)
    {
        var figure = new RuleFigure(entry.RequiredText("text"), entry.RequiredText("asOf"), entry.RequiredText("source"), entry.RequiredText("certainty"));
        entry.Finish();
        return figure;
    }

    private static RuleSubject GetSubject(JsonObjectReader root)
    {
        string subject = root.RequiredText("subject");
        RuleSubject? known = subject switch
        {
            "step" => RuleSubject.Step,
            "part" => RuleSubject.Part,
            "endItem" => RuleSubject.EndItem,
            "exception" => RuleSubject.Exception,
            "substance" => RuleSubject.Substance,
            _ => null,
        };
        if (known is null)
        {
            root.Refuse("subject", $"\"{subject}\"", "step, part, endItem, exception or substance");
        }

        return known ?? RuleSubject.Step;
    }

    private static RuleStatus GetStatus(JsonObjectReader root)
    {
        string status = root.RequiredText("status");
        RuleStatus? known = status switch
        {
            "active" => RuleStatus.Active,
            "draft" => RuleStatus.Draft,
            "retired" => RuleStatus.Retired,
            _ => null,
        };
        if (known is null)
        {
            root.Refuse("status", $"\"{status}\"", "active, draft or retired");
        }

        return known ?? RuleStatus.Active;
    }

    private ImmutableArray<EvidenceRule> GetEvidence()
    {
        const string path = "missing-evidence.json";
        if (_folder.Find($"{_packId}/{path}") is null || Open(path) is not { } root)
        {
            return [];
        }

        var rules = ImmutableArray.CreateBuilder<EvidenceRule>();
        foreach (JsonObjectReader entry in root.Objects("rules", isRequired: true))
        {
            var questions = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach ((string fact, System.Text.Json.JsonElement question) in entry.Object("questions")?.Members() ?? [])
            {
                questions[fact] = question.ValueKind == System.Text.Json.JsonValueKind.String ? question.GetString() ?? "" : "";
            }

            rules.Add(new EvidenceRule(entry.RequiredText("id"), entry.RequiredText("title"), questions.ToImmutable()));
            entry.Finish();
        }

        root.Finish();
        return rules.ToImmutable();
    }
}
