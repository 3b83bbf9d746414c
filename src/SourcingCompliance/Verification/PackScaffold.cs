using System.Collections.Immutable;
using System.Globalization;

namespace SourcingCompliance.Verification;

/// <summary>The files of a new rule, in a new pack or one that exists: everything that <see cref="PackVerifier"/> asks for, with what only a person can write
/// marked.</summary>
public static class PackScaffold
{
    private const int FirstOwnNumber = 1900;

    /// <summary>Why a name cannot be used; null when it can.</summary>
    public static string? GetFault(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        bool isPlain = name.Length > 0 && char.IsAsciiLetterOrDigit(name[0])
            && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '.');
        return isPlain ? null : $"\"{name}\" cannot be the name of a folder or rule; expected lower-case letters, digits and hyphens, such as company-policy.";
    }

    /// <summary>The first id from SC1900 on that no pack has.</summary>
    public static string FreeId(IEnumerable<string> taken)
    {
        var ids = taken.ToHashSet(StringComparer.Ordinal);
        int number = FirstOwnNumber;
        while (ids.Contains(GetId(number)))
        {
            number++;
        }

        return GetId(number);
    }

    /// <summary>The files by path relative to the rules folder.</summary>
    /// <param name="packId">Id of the pack.</param>
    /// <param name="name">Name of the rule.</param>
    /// <param name="ruleId">Id of the rule.</param>
    /// <param name="asOf">Day on which it is written.</param>
    /// <param name="isNewPack">Whether the pack has no <c>pack.json</c> yet.</param>
    public static ImmutableSortedDictionary<string, string> Files(string packId, string name, string ruleId, DateOnly asOf, bool isNewPack)
    {
        string day = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string rule = $"{packId}/restrictions/{ruleId}-{name}";
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        files[rule + ".json"] = RuleText(ruleId, name, day);
        files[rule + ".cases.json"] = CasesText(ruleId, day);
        files[rule + ".md"] = $"# {ruleId}: {name}\n\n## What it says\n\nTODO: what the text says, quoted where the words matter.\n\n## Why a line is "
            + $"reported\n\nTODO\n\n## What to do\n\nTODO\n";
        if (isNewPack)
        {
            files[$"{packId}/pack.json"] = PackText(packId, day);
            files[$"{packId}/README.md"] = $"# {packId}\n\nTODO: what it is, whom it concerns, and where it comes from.\n";
        }

        return files.ToImmutable();
    }

    private static string GetId(int number) => string.Create(CultureInfo.InvariantCulture, $"SC{number}");

    private static string PackText(string packId, string day) => $$"""
        {
          "$schema": "../schema/pack.schema.json",
          "id": "{{packId}}",
          "title": "{{packId}}",
          "edition": "first draft of {{day}}",
          "status": "advisory",
          "authority": ["TODO: act, regulation or policy"],
          "verifiedOn": "{{day}}"
        }

        """;

    private static string RuleText(string ruleId, string name, string day) => $$"""
        {
          "$schema": "../../schema/rule.schema.json",
          "id": "{{ruleId}}",
          "name": "{{name}}",
          "title": "{{name}}",
          "subject": "substance",
          "status": "active",
          "versions": [
            {
              "from": "{{day}}",
              "when": "substance.id == \"ndfeb-magnet\"",
              "citation": "TODO: paragraph"
            }
          ]
        }

        """;

    private static string CasesText(string ruleId, string day) => $$"""
        {
          "$schema": "../../schema/cases.schema.json",
          "rule": "{{ruleId}}",
          "cases": [
            {
              "name": "A neodymium magnet is reported",
              "on": "{{day}}",
              "facts": { "substance.id": "ndfeb-magnet" },
              "expect": "true"
            },
            {
              "name": "A ferrite magnet is not reported",
              "on": "{{day}}",
              "facts": { "substance.id": "ferrite-magnet" },
              "expect": "false"
            },
            {
              "name": "Without a substance nothing is reported",
              "on": "{{day}}",
              "facts": {},
              "expect": "unknown"
            }
          ]
        }

        """;
}
