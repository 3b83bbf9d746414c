using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>The plan of the sample report, in order of the latest start; the first action is overdue.</summary>
internal static class SamplePlan
{
    public static readonly ImmutableArray<RemediationAction> Actions =
    [
        new RemediationAction
        {
            Id = "A-resource-1", Kind = "re-source", Title = "Find another source for MAG-22",
            Detail = "Qualify a magnet that was melted and sintered outside the covered countries; keep the mill's certificate.",
            Owner = "Procurement", Supplier = null, Parts = ["MAG-22"], Questions = [], Findings = ["F-0000000001"],
            LeadBusinessDays = 80, LeadRange = (60, 180), LeadSource = "assumption: usual time to qualify a magnet",
            StartBy = new DateOnly(2026, 10, 19), DueBy = new DateOnly(2027, 2, 12), EarliestFinish = new DateOnly(2027, 3, 18),
            OverdueDays = 35, SlackBusinessDays = -24, IsCritical = true, SwitchBy = new DateOnly(2027, 1, 29),
        },
        new RemediationAction
        {
            Id = "A-evidence-1", Kind = "request-evidence", Title = "Ask 编码器公司 about ENC-5",
            Detail = "Send the questionnaire; ask for the certificate of the magnet's maker.",
            Owner = "Supplier quality", Supplier = "编码器公司", Parts = ["ENC-5"],
            Questions = ["Where was the magnet in ENC-5 produced?"], Findings = ["F-0000000002"],
            LeadBusinessDays = 20, LeadRange = (10, 40), LeadSource = "=assumption: a supplier answers in four weeks",
            StartBy = new DateOnly(2026, 12, 14), DueBy = new DateOnly(2027, 1, 15), EarliestFinish = new DateOnly(2026, 12, 21),
            OverdueDays = 0, SlackBusinessDays = 17,
        },
        new RemediationAction
        {
            Id = "A-evidence-2", Kind = "request-evidence", Title = "Ask Heron Drives & Keiyo <Magnetics>",
            Detail = "Two questions about the melting of the alloy and the mining of the neodymium.",
            Owner = "Supplier quality", Supplier = "Heron Drives", Parts = ["MAG-23", "MTR-100"],
            Questions = ["In which country was the alloy of the magnet in MTR-100 melted?", "In which country was the neodymium of MAG-23 mined?"],
            Findings = ["F-0000000003", "F-0000000004"],
            LeadBusinessDays = 20, LeadRange = (10, 40), LeadSource = "assumption: a supplier answers in four weeks",
            StartBy = new DateOnly(2026, 12, 14), DueBy = new DateOnly(2027, 1, 15), EarliestFinish = new DateOnly(2026, 12, 21),
            OverdueDays = 0, SlackBusinessDays = 17,
        },
        new RemediationAction
        {
            Id = "A-exception-1", Kind = "show-exception", Title = "Show that MAG-22 is off the shelf",
            Detail = "Collect the catalogue page and a price list; the exception must be on file before delivery.",
            Owner = "Contracts", Supplier = null, Parts = ["MAG-22"], Questions = [], Findings = ["F-0000000001"], After = ["A-evidence-1"],
            LeadBusinessDays = 10, LeadRange = (5, 15), LeadSource = "assumption",
            StartBy = new DateOnly(2027, 1, 29), DueBy = new DateOnly(2027, 2, 12), EarliestFinish = new DateOnly(2027, 1, 7),
            OverdueDays = 0, SlackBusinessDays = 26, IsFallback = true,
        },
    ];

    private static readonly ImmutableArray<TodayTask> Today =
    [
        new(["A-evidence-1"], "request-evidence", "Ask 编码器公司 about ENC-5", "Supplier quality", "编码器公司", ["ENC-5"],
            new DateOnly(2027, 1, 15), false, new FindingCounts(0, 1, 0)),
        new(["A-evidence-2"], "request-evidence", "Ask Heron Drives & Keiyo <Magnetics>", "Supplier quality", "Heron Drives",
            ["MAG-23", "MTR-100"], new DateOnly(2027, 1, 15), false, new FindingCounts(0, 0, 2)),
        new(["A-resource-1"], "re-source", "Find another source for MAG-22", "Procurement", "", ["MAG-22"],
            new DateOnly(2027, 2, 12), true, new FindingCounts(1, 0, 0)),
    ];

    /// <summary>The plan itself: three tasks for today, one part that cannot be fixed, one that cannot be if the answer is bad, one backup plan.</summary>
    public static readonly RemediationPlan Plan = new()
    {
        AsOf = new DateOnly(2026, 11, 23),
        Deadline = new DateOnly(2027, 2, 15),
        LastDay = new DateOnly(2027, 2, 12),
        Actions = Actions,
        ActionsByFinding = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
        CriticalPath = ["A-resource-1"],
        DoToday = Today,
        DoTodayInShort =
        [
            new(["A-evidence-1", "A-evidence-2"], "request-evidence", "Send requests to 2 suppliers (3 parts)", "Supplier quality", "",
                ["ENC-5", "MAG-23", "MTR-100"], new DateOnly(2027, 1, 15), false, new FindingCounts(0, 1, 2)),
            Today[2],
        ],
        CannotBeFixed = [new(["F-0000000001"], "MAG-22", "", "neodymium-iron-boron magnets", Verdict.Violation, new DateOnly(2027, 3, 18), 23, "re-sourcing")],
        CannotBeFixedIfAnswerIsBad = [
            new(["F-0000000002"], "ENC-5", "编码器公司", "rare-earth magnets", Verdict.Suspect, new DateOnly(2027, 5, 11), 61, "re-sourcing")],
        BackupPlans = [new(["A-exception-1"], "show-exception", "Find out whether an exception applies", "", ["MAG-22"], "Contracts",
            new DateOnly(2027, 1, 29), new DateOnly(2027, 1, 7), false, 10, "assumption")],
        Outlook = new VerdictOutlook(new FindingCounts(1, 1, 2), new FindingCounts(1, 0, 0), new FindingCounts(4, 0, 0),
            "Best case by February 12, 2027: 1 violation.", "Worst case: 4 violations."),
        Fixes = MinimumFixList.From([]),
        Requests = [],
        Headline = "Start today: 2 supplier requests and 1 other task.",
        Diagnostics = [],
    };
}
