using System.Collections.Immutable;
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
            Detail = "Collect the catalogue page and a price list; the exception must be on record before delivery.",
            Owner = "Contracts", Supplier = null, Parts = ["MAG-22"], Questions = [], Findings = ["F-0000000001"], After = ["A-evidence-1"],
            LeadBusinessDays = 10, LeadRange = (5, 15), LeadSource = "assumption",
            StartBy = new DateOnly(2027, 1, 29), DueBy = new DateOnly(2027, 2, 12), EarliestFinish = new DateOnly(2027, 1, 7),
            OverdueDays = 0, SlackBusinessDays = 26, IsFallback = true,
        },
    ];
}
