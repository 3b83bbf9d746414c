using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Remediation;

/// <summary>What to do, by when, and what it leads to. The same findings give the same plan, in whatever order they come.</summary>
public sealed record RemediationPlan
{
    /// <summary>The day on which the plan is made.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The day of delivery as given.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>The last business day on or before delivery, by which everything must be finished.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The actions: the first ways out, then what to fall back on, each in the order of the latest start.</summary>
    public required ImmutableArray<RemediationAction> Actions { get; init; }

    /// <summary>Ids of the actions by finding: those of the first way out first, then what to fall back on.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> ActionsByFinding { get; init; }

    /// <summary>One longest chain of first-way actions to delivery, in the order of time.</summary>
    public required ImmutableArray<string> CriticalPath { get; init; }

    /// <summary>
    /// What a person can start now, by the day on which it is needed: one request for each supplier with all of its parts, then the other first
    /// actions. A part stands in one task only, that of its worst finding.
    /// </summary>
    public required ImmutableArray<TodayTask> DoToday { get; init; }

    /// <summary>The same with one row for each kind of task, for a first page or a console: <c>Send requests to 14 suppliers (20 parts)</c>.</summary>
    public required ImmutableArray<TodayTask> DoTodayInShort { get; init; }

    /// <summary>The parts that nothing clears by <see cref="LastDay"/>, the latest completion first. A part stands once.</summary>
    public required ImmutableArray<LatePart> CannotBeFixed { get; init; }

    /// <summary>
    /// The parts that only evidence, an exception or a determination clears by <see cref="LastDay"/>: if the answer is bad, they cannot be fixed by then.
    /// The latest completion first; none of <see cref="CannotBeFixed"/>.
    /// </summary>
    public required ImmutableArray<LatePart> CannotBeFixedIfAnswerIsBad { get; init; }

    /// <summary>What is done when a first action fails: one row for each route and supplier, the one that can still be started first.</summary>
    public required ImmutableArray<BackupPlan> BackupPlans { get; init; }

    /// <summary>How many line items of each verdict there are, and would be when the actions are closed.</summary>
    public required VerdictOutlook Outlook { get; init; }

    /// <summary>The parts whose replacement clears most violations.</summary>
    public required MinimumFixList Fixes { get; init; }

    /// <summary>One letter for each supplier that is asked, by name.</summary>
    public required ImmutableArray<SupplierRequest> Requests { get; init; }

    /// <summary>What the user's engineering has approved in the place of parts with a finding, by part.</summary>
    public ImmutableArray<ApprovedAlternate> Alternates { get; init; } = [];

    /// <summary>What makers outside the covered countries have made public, for the materials with a finding; it clears no part.</summary>
    public ImmutableArray<SupplySource> Sources { get; init; } = [];

    /// <summary>What holds for every entry of <see cref="Sources"/> and stands before any list of them; empty when there are none.</summary>
    public string SourcesCaution { get; init; } = "";

    /// <summary>What to do first and by when, in one to three sentences.</summary>
    public required string Headline { get; init; }

    /// <summary>Findings without a template, lead times that could not be used.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The finding with the ids of its actions.</summary>
    public Finding WithActions(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding with { Actions = ActionsByFinding.GetValueOrDefault(finding.Id, []) };
    }

    /// <summary>The file with the ids of the actions in each of its findings.</summary>
    public FileReport WithActions(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file with { Findings = [.. file.Findings.Select(WithActions)] };
    }
}

/// <summary>Counts of line items now, and when the actions that end by delivery are closed. A forecast, never a verdict.</summary>
/// <param name="Now">As found.</param>
/// <param name="AtBest">When every action that ends by delivery is closed and every answer is the one hoped for.</param>
/// <param name="AtWorst">
/// When every answer names a covered country, no exception holds and no determination is given: only changes of supply that end
/// by delivery clear a finding, every other one becomes a violation.
/// </param>
/// <param name="BestCase">The best case in one sentence; empty when there is no finding.</param>
/// <param name="WorstCase">The worst case in one sentence; empty when there is no finding.</param>
public sealed record VerdictOutlook(FindingCounts Now, FindingCounts AtBest, FindingCounts AtWorst, string BestCase, string WorstCase)
{
    /// <summary>Both sentences; empty when there is no finding.</summary>
    public string Sentence => $"{BestCase} {WorstCase}".Trim();
}
