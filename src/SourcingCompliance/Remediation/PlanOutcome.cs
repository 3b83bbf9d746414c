using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>What a dated plan leads to: which parts cannot be fixed by delivery, and the counts when it is carried out.</summary>
internal sealed class PlanOutcome(IReadOnlyList<FindingWays> ways, PlanDates dates, PlanSettings settings)
{
    private readonly DateOnly _lastDay = dates.LastDay;
    private readonly RemediationTemplates _templates = settings.Templates;
    private readonly Dictionary<(PlanStep First, PlanStep End), int> _daysAfter = [];

    /// <summary>Parts that nothing clears in time.</summary>
    public ImmutableArray<LatePart> CannotBeFixed() => GetParts(ways.Where(finding => !HasWayInTime(finding)), WaysToRelyOn, SentenceOfNone, []);

    /// <summary>Parts that something clears in time, but no change of supply.</summary>
    /// <param name="others">Parts that nothing clears in time; they are left out.</param>
    public ImmutableArray<LatePart> CannotBeFixedIfAnswerIsBad(ImmutableArray<LatePart> others) => GetParts(
        ways.Where(finding => HasWayInTime(finding) && finding.Ways.Any(ChangesSupply) && !HasSupplyInTime(finding)),
        finding => finding.Ways.Where(ChangesSupply),
        SentenceOfOne,
        [.. others.Select(part => (part.PartNumber, GetKey(part.Supplier)))]);

    /// <summary>The counts now, at best and at worst.</summary>
    public VerdictOutlook Outlook()
    {
        FindingWays[] counted = [.. ways.Where(finding => IsCounted(finding.Context.Finding, settings))];
        FindingCounts now = Count(counted, finding => finding.Context.Finding.Verdict);
        FindingCounts best = Count(counted.Where(finding => !HasWayInTime(finding)), finding => finding.Context.Finding.Verdict);
        FindingCounts worst = Count(counted.Where(finding => !HasSupplyInTime(finding)), _ => Verdict.Violation);
        int all = Count(counted, _ => Verdict.Violation).Violation;
        return now.Total == 0
            ? new VerdictOutlook(now, best, worst, "", "")
            : new VerdictOutlook(
                now, best, worst,
                $"Best case by {Wording.FormatDate(_lastDay)} (every action in the plan succeeds): {GetCase(best)}.",
                $"Worst case (every supplier names a covered country, and no exception or determination applies): {Wording.FormatCount(all, "violation")}"
                    + $"{GetRest(worst.Violation, all)}.");
    }

    /// <summary>Whether a finding counts for the period that the result is taken from.</summary>
    public static bool IsCounted(Finding finding, PlanSettings settings) =>
        settings.CountedRegime.Length == 0 || finding.Regimes.IsEmpty || finding.Regimes.Contains(settings.CountedRegime, StringComparer.Ordinal);

    private bool HasWayInTime(FindingWays finding) => WaysToRelyOn(finding).Any(IsInTime);

    // An exception that is not claimed is a question, not a plan; a disclosure settles nothing.
    private IEnumerable<WayOut> WaysToRelyOn(FindingWays finding)
    {
        if (finding.Ways.All(way => way.End.Template.Kind is not (ActionKinds.Disclose or ActionKinds.ShowException)))
        {
            return finding.Ways;
        }

        WayOut[] ways =
        [
            .. finding.Ways.Where(way => way.End.Template.Kind != ActionKinds.Disclose
                && (way.End.Template.Kind != ActionKinds.ShowException || _templates.IsExceptionClaimed(finding.Context))),
        ];
        return ways.Length > 0 ? ways : finding.Ways;
    }

    private bool HasSupplyInTime(FindingWays finding) => finding.Ways.Any(way => ChangesSupply(way) && GetCompletion(finding, way) <= _lastDay);

    // What is done after a bad answer starts on the day by which the answer is needed.
    private DateOnly GetCompletion(FindingWays finding, WayOut way)
    {
        WayOut first = finding.Ways[0];
        return way == first || !ActionKinds.IsAnswer(first.End.Template.Kind) || !ChangesSupply(way)
            ? way.End.EarliestFinish : dates.Add(first.End.DueBy, DaysAfter(first, way));
    }

    // A fix of a part takes as long after the request to its supplier for every finding of the part.
    private int DaysAfter(WayOut first, WayOut way)
    {
        if (!_daysAfter.TryGetValue((first.End, way.End), out int days))
        {
            _daysAfter.Add((first.End, way.End), days = way.DaysWithout(first.Steps));
        }

        return days;
    }

    private bool IsInTime(WayOut way) => way.End.EarliestFinish <= _lastDay;

    private static bool ChangesSupply(WayOut way) => ActionKinds.ChangesSupply(way.End.Template.Kind);

    // Most parts are late in the same words, which are held once.
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _supplierKeys = new(StringComparer.Ordinal);

    private ImmutableArray<LatePart> GetParts(
        IEnumerable<FindingWays> late, Func<FindingWays, IEnumerable<WayOut>> choices, Func<FindingWays, WayOut, string> sentence,
        HashSet<(string Part, string Supplier)> leftOut) =>
    [
        .. late.GroupBy(finding => (finding.Context.Finding.PartNumber, Supplier: GetKey(finding.Context.Finding.Supplier)))
            .Where(group => !leftOut.Contains(group.Key))
            .Select(group =>
            {
                (FindingWays ways, WayOut quickest) = group.Select(finding => (finding, Quickest: Quickest(finding, choices(finding))))
                    .OrderByDescending(pair => GetCompletion(pair.finding, pair.Quickest))
                    .ThenBy(pair => pair.finding.Context.Finding.Id, StringComparer.Ordinal).First();
                Finding finding = ways.Context.Finding;
                DateOnly finish = GetCompletion(ways, quickest);
                return new LatePart(
                    [.. group.Select(member => member.Context.Finding.Id).Order(StringComparer.Ordinal)], finding.PartNumber, finding.Supplier,
                    finding.Material is null ? "" : _templates.GetName(finding.Material),
                    group.Min(member => member.Context.Finding.Verdict), finish, DaysLate(finish),
                    GetWords(ActionKinds.GetWords(quickest.End.Template.Kind)))
                {
                    MaterialName = _templates.GetName(finding.Material),
                    Words = GetWords(sentence(ways, quickest)),
                };
            })
            .OrderByDescending(part => part.EarliestCompletion).ThenBy(part => part.Verdict).ThenBy(part => part.PartNumber, StringComparer.Ordinal)
            .ThenBy(part => part.Supplier, StringComparer.Ordinal),
    ];

    private WayOut Quickest(FindingWays finding, IEnumerable<WayOut> choices) => choices
        .Select((way, index) => (way, index)).OrderBy(pair => GetCompletion(finding, pair.way)).ThenBy(pair => pair.index).First().way;

    private string SentenceOfNone(FindingWays ways, WayOut quickest)
    {
        DateOnly fastest = WaysToRelyOn(ways).Min(way => way.End.FastestFinish);
        return $": cannot be fixed by {Wording.FormatDate(_lastDay)}. Earliest completion: {Wording.FormatDate(GetCompletion(ways, quickest))}"
            + $" ({ActionKinds.GetWords(quickest.End.Template.Kind)}), "
            + $"{LateWords(GetCompletion(ways, quickest))} late; with the shortest lead times {Wording.FormatDate(fastest)}.";
    }

    private string SentenceOfOne(FindingWays ways, WayOut quickest)
    {
        string[] inTime = [.. WaysToRelyOn(ways).Where(IsInTime).Select(way => ActionKinds.GetWords(way.End.Template.Kind)).Distinct(StringComparer.Ordinal)];
        return $": only {Wording.GetList(inTime, "or")} can clear it by {Wording.FormatDate(_lastDay)}. If the answer is bad, the earliest fix "
            + $"({ActionKinds.GetWords(quickest.End.Template.Kind)}) "
            + $"is complete on {Wording.FormatDate(GetCompletion(ways, quickest))}, {LateWords(GetCompletion(ways, quickest))} late, unless it starts "
                + $"before the answer is in.";
    }

    private string GetKey(string supplier)
    {
        if (!_supplierKeys.TryGetValue(supplier, out string? key))
        {
            _supplierKeys.Add(supplier, key = NameKey.Compute(supplier));
        }

        return key;
    }

    private string GetWords(string words)
    {
        if (!_words.TryGetValue(words, out string? known))
        {
            _words.Add(words, known = words);
        }

        return known;
    }

    private int DaysLate(DateOnly finish) => dates.Between(_lastDay, finish);

    private string LateWords(DateOnly finish) => Wording.FormatCount(DaysLate(finish), "business day");

    private static FindingCounts Count(IEnumerable<FindingWays> findings, Func<FindingWays, Verdict> verdict) =>
        FindingCounts.From(findings.Select(finding => (finding.Context.Item, verdict(finding))));

    // The first figure is what a bad answer means; that parts can be replaced is no answer, and is said after it.
    private string GetRest(int left, int all) => left == all ? ""
        : left == 0 ? $", {(all == 1 ? "which clears" : "all of which clear")} only if the parts are replaced by {Wording.FormatDate(_lastDay)}"
        : $", {Wording.GetNumber(left)} of which cannot be cleared by replacing parts by {Wording.FormatDate(_lastDay)}";

    private static string GetCase(FindingCounts counts) => counts.Violation == 0 && counts.Total == 0 ? "0 violations" : counts.Words;
}
