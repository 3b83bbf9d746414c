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

    /// <summary>The parts for which no way out ends by delivery, latest first.</summary>
    public required ImmutableArray<DateRisk> CannotMeet { get; init; }

    /// <summary>The parts for which a way out ends by delivery, but no change of supply does if that way fails; latest first.</summary>
    public required ImmutableArray<DateRisk> WithoutFallback { get; init; }

    /// <summary>How many findings of each verdict there are, and would be when the actions are closed.</summary>
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

/// <summary>A part that may miss delivery.</summary>
/// <param name="Findings">Ids of the findings concerned, in ordinal order.</param>
/// <param name="PartNumber">The part.</param>
/// <param name="Supplier">Its supplier; empty when not stated.</param>
/// <param name="Material">Id of the material; null for a row that could not be read.</param>
/// <param name="QuickestFinish">The day on which the quickest way out ends.</param>
/// <param name="DaysLate">Calendar days from the last business day before delivery to that day.</param>
/// <param name="Sentence">The same in plain words.</param>
public sealed record DateRisk(
    ImmutableArray<string> Findings, string PartNumber, string Supplier, string? Material, DateOnly QuickestFinish, int DaysLate, string Sentence)
{
    private readonly string _sentence = Sentence;

    /// <summary>The same in plain words.</summary>
    public string Sentence
    {
        get => Words is null ? _sentence : Named + Words;
        init => (_sentence, Words) = (value, null);
    }

    // How the part is named, and what is said of it and of others.
    internal string Named { get; init; } = "";

    internal string? Words { get; init; }
}

/// <summary>Counts of findings now, and when the actions that end by delivery are closed. A forecast, never a verdict.</summary>
/// <param name="Now">As found.</param>
/// <param name="AtBest">When every action that ends by delivery is closed and every answer is the one hoped for.</param>
/// <param name="AtWorst">
/// When every answer names a covered country, no exception holds and no determination is given: only changes of supply that end
/// by delivery clear a finding, every other one becomes a violation.
/// </param>
/// <param name="Sentence">The same in plain words.</param>
public sealed record VerdictOutlook(FindingCounts Now, FindingCounts AtBest, FindingCounts AtWorst, string Sentence);
