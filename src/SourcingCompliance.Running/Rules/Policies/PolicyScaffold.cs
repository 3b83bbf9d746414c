using System.Collections.Immutable;

namespace SourcingCompliance.Running.Rules.Policies;

/// <summary>The files of a new workflow: one that works, with its cases, to be changed.</summary>
public static class PolicyScaffold
{
    /// <summary>The files by path relative to the rules folder.</summary>
    /// <param name="name">Name of the workflow: lower-case words with hyphens.</param>
    public static ImmutableSortedDictionary<string, string> Files(string name) => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create($"{PolicyFiles.Folder}/{name}{PolicyFiles.Ending}", Workflow(name)),
        KeyValuePair.Create(PolicyFiles.GetCases($"{PolicyFiles.Folder}/{name}{PolicyFiles.Ending}"), Cases(name)),
    ]);

    private static string Workflow(string name) => $$"""
        {
          "WorkflowName": "{{name}}",
          "GlobalParams": [
            { "Name": "approvedMakers", "Expression": "new [] { \"Example Magnetics Inc.\", \"Example Motors LLC\" }" }
          ],
          "Rules": [
            {
              "RuleName": "approved-maker",
              "Expression": "part.makers.Any() && part.makers.All(maker => approvedMakers.Contains(maker))",
              "ErrorMessage": "Part $(part.number) names makers that are not on the approved list: $(part.makers).",
              "Properties": { "severity": "warning", "lines": "covered" }
            }
          ]
        }

        """;

    private static string Cases(string name) => $$"""
        {
          "workflow": "{{name}}",
          "cases": [
            {
              "name": "An approved maker meets the policy",
              "rule": "approved-maker",
              "facts": { "part.number": "MAG-1", "part.makers": ["Example Magnetics Inc."] },
              "expect": "met"
            },
            {
              "name": "A second maker that is not approved does not",
              "rule": "approved-maker",
              "facts": { "part.number": "MAG-1", "part.makers": ["Example Magnetics Inc.", "Unknown Magnets"] },
              "expect": "not met",
              "message": "Part MAG-1 names makers that are not on the approved list: Example Magnetics Inc., Unknown Magnets."
            },
            {
              "name": "A part without a maker does not",
              "rule": "approved-maker",
              "facts": { "part.number": "MAG-2" },
              "expect": "not met"
            }
          ]
        }

        """;
}
