using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Rules.Policies;

/// <summary>Which files of a rules folder hold policies: <c>NAME.workflow.json</c> and, next to it, <c>NAME.cases.json</c>, at the top of the folder or in
/// <c>policies/</c>.</summary>
internal static class PolicyFiles
{
    /// <summary>The folder for policies among packs.</summary>
    public const string Folder = "policies";

    /// <summary>What a workflow file ends with.</summary>
    public const string Ending = ".workflow.json";

    private const string CasesEnding = ".cases.json";

    /// <summary>The workflow files, in ordinal order.</summary>
    public static IEnumerable<string> Workflows(RuleFolder folder) =>
        folder.Paths.Where(path => IsPlace(path) && path.EndsWith(Ending, StringComparison.Ordinal));

    /// <summary>The file with the cases of a workflow.</summary>
    public static string GetCases(string workflow) => workflow[..^Ending.Length] + CasesEnding;

    /// <summary>Files at a place for policies that nothing reads: cases without their workflow, and in <see cref="Folder"/> whatever else is no text.</summary>
    public static IEnumerable<string> Unread(RuleFolder folder) => folder.Paths.Where(path => IsPlace(path) && !path.EndsWith(Ending, StringComparison.Ordinal)
        && (path.EndsWith(CasesEnding, StringComparison.Ordinal)
            ? folder.Find(path[..^CasesEnding.Length] + Ending) is null
            : path.Contains('/', StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal)));

    /// <summary>Whether a file on disk is a workflow, or the cases next to one, by its name and by all that it contains.</summary>
    /// <param name="path">Path of the file.</param>
    public static bool IsPolicy(string path)
    {
        string workflow = path.EndsWith(CasesEnding, StringComparison.Ordinal) ? path[..^CasesEnding.Length] + Ending : path;
        if (!workflow.EndsWith(Ending, StringComparison.Ordinal) || !File.Exists(workflow))
        {
            return false;
        }

        try
        {
            var problems = new DiagnosticBag();
            var folder = new RuleFolder("", new[] { path, workflow }.Distinct(StringComparer.Ordinal)
                .Select(file => KeyValuePair.Create(file, (ReadOnlyMemory<byte>)File.ReadAllBytes(file))));
            ImmutableArray<PolicyWorkflow> workflows = PolicyWorkflowReader.Read(folder, workflow, problems);
            if (path != workflow && workflows.Length > 0)
            {
                PolicyCases.Read(folder.Find(path) ?? default, path, workflows[0], problems);
            }

            return !problems.HasErrors;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsPlace(string path) => !path.Contains('/', StringComparison.Ordinal)
        || (path.StartsWith(Folder + "/", StringComparison.Ordinal) && path.LastIndexOf('/') == Folder.Length);
}
