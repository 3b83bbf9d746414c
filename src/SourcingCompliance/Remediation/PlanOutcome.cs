using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>What a dated plan leads to: which parts miss delivery, and the counts when it is carried out.</summary>
internal sealed class PlanOutcome(IReadOnlyList<FindingWays> ways, DateOnly lastDay, RemediationTemplates templates)
{
    /// <summary>Parts for which no way out ends in time.</summary>
    public ImmutableArray<DateRisk> CannotMeet() => RisksOf(
        ways.Where(finding => !HasWayInTime(finding)), WaysToRelyOn, SentenceOfNone);

    /// <summary>Parts for which a way ends in time but no change of supply does.</summary>
    public ImmutableArray<DateRisk> WithoutFallback() => RisksOf(
        ways.Where(finding => HasWayInTime(finding) && finding.Ways.Any(ChangesSupply)
            && !finding.Ways.Any(way => ChangesSupply(way) && IsInTime(way))),
        finding => [.. finding.Ways.Where(ChangesSupply)],
        SentenceOfOne);

    /// <summary>The counts now, at best and at worst.</summary>
    public VerdictOutlook Outlook()
    {
        FindingCounts now = Count(ways.Select(finding => finding.Context.Finding.Verdict));
        FindingCounts best = Count(ways.Where(finding => !HasWayInTime(finding)).Select(finding => finding.Context.Finding.Verdict));
        FindingCounts worst = Count(ways.Where(finding => !finding.Ways.Any(way => ChangesSupply(way) && IsInTime(way))).Select(_ => Verdict.Violation));
        return new VerdictOutlook(now, best, worst, now == new FindingCounts(0, 0, 0)
            ? "There is no finding."
            : $"Findings now: {Words(now)}. When every action that ends by {TemplateText.Day(lastDay)} is closed: at best {Words(best)}; "
                + $"if every answer names a covered country and no exception or determination is had, {Words(worst)}.");
    }

    private bool HasWayInTime(FindingWays finding) => WaysToRelyOn(finding).Any(IsInTime);

    // An exception that is not claimed is a question, not a plan; a disclosure settles nothing.
    private IEnumerable<WayOut> WaysToRelyOn(FindingWays finding)
    {
        WayOut[] ways =
        [
            .. finding.Ways.Where(way => way.End.Template.Kind != ActionKinds.Disclose
                && (way.End.Template.Kind != ActionKinds.ShowException || templates.IsExceptionClaimed(finding.Context))),
        ];
        return ways.Length > 0 ? ways : finding.Ways;
    }

    private bool IsInTime(WayOut way) => way.End.EarliestFinish <= lastDay;

    private static bool ChangesSupply(WayOut way) => ActionKinds.ChangesSupply(way.End.Template.Kind);

    // Most parts are late in the same words, which are held once.
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    private ImmutableArray<DateRisk> RisksOf(
        IEnumerable<FindingWays> late, Func<FindingWays, IEnumerable<WayOut>> choices, Func<Finding, FindingWays, WayOut, string> sentence) =>
    [
        .. late.GroupBy(finding => (finding.Context.Finding.PartNumber, Supplier: NameKey.Of(finding.Context.Finding.Supplier), finding.Context.Finding.Material))
            .Select(group =>
            {
                (FindingWays ways, WayOut quickest) = group.Select(finding => (finding, Quickest: Quickest(choices(finding))))
                    .OrderByDescending(pair => pair.Quickest.End.EarliestFinish).ThenBy(pair => pair.finding.Context.Finding.Id, StringComparer.Ordinal).First();
                Finding finding = ways.Context.Finding;
                DateOnly finish = quickest.End.EarliestFinish;
                return new DateRisk(
                    [.. group.Select(member => member.Context.Finding.Id).Order(StringComparer.Ordinal)], finding.PartNumber, finding.Supplier,
                    finding.Material, finish, finish.DayNumber - lastDay.DayNumber, "") { Named = Name(finding), Words = WordsOf(sentence(finding, ways, quickest)) };
            })
            .OrderByDescending(risk => risk.QuickestFinish).ThenBy(risk => risk.PartNumber, StringComparer.Ordinal)
            .ThenBy(risk => risk.Supplier, StringComparer.Ordinal).ThenBy(risk => risk.Material, StringComparer.Ordinal),
    ];

    private static WayOut Quickest(IEnumerable<WayOut> choices) => choices
        .Select((way, index) => (way, index)).OrderBy(pair => pair.way.End.EarliestFinish).ThenBy(pair => pair.index).First().way;

    private string SentenceOfNone(Finding finding, FindingWays ways, WayOut quickest)
    {
        DateOnly fastest = WaysToRelyOn(ways).Min(way => way.End.FastestFinish);
        string hope = fastest <= lastDay
            ? $"Only with the shortest lead times is there a way, by {TemplateText.Day(fastest)}."
            : $"Even with the shortest lead times it is {TemplateText.Day(fastest)}.";
        return $": no way out ends by {TemplateText.Day(lastDay)}. The quickest, {ActionKinds.WordsOf(quickest.End.Template.Kind)}, "
            + $"ends on {TemplateText.Day(quickest.End.EarliestFinish)}, {DaysLate(quickest)} late. {hope}";
    }

    private string SentenceOfOne(Finding finding, FindingWays ways, WayOut quickest)
    {
        string[] inTime = [.. WaysToRelyOn(ways).Where(IsInTime).Select(way => ActionKinds.WordsOf(way.End.Template.Kind)).Distinct(StringComparer.Ordinal)];
        return $": only {TemplateText.List(inTime)} can end by {TemplateText.Day(lastDay)}. If that fails, the quickest change of supply, "
            + $"{ActionKinds.WordsOf(quickest.End.Template.Kind)}, ends on {TemplateText.Day(quickest.End.EarliestFinish)}, {DaysLate(quickest)} late.";
    }

    private string WordsOf(string words)
    {
        if (!_words.TryGetValue(words, out string? known))
        {
            _words.Add(words, known = words);
        }

        return known;
    }

    private string DaysLate(WayOut way) => TemplateText.Count(way.End.EarliestFinish.DayNumber - lastDay.DayNumber, "day");

    private string Name(Finding finding)
    {
        string[] words = [.. new[] { templates.NameOf(finding.Material), finding.Supplier }.Where(word => word.Length > 0)];
        return $"{finding.PartNumber} ({string.Join(", ", words)})";
    }

    private static FindingCounts Count(IEnumerable<Verdict> verdicts)
    {
        var all = verdicts.ToList();
        return new FindingCounts(all.Count(verdict => verdict == Verdict.Violation), all.Count(verdict => verdict == Verdict.Suspect), all.Count(verdict => verdict == Verdict.Open));
    }

    private static string Words(FindingCounts counts) => string.Create(
        CultureInfo.InvariantCulture, $"{counts.Violation} violation{(counts.Violation == 1 ? "" : "s")}, {counts.Suspect} suspect, {counts.Open} open");
}
