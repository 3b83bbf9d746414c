using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>The first sheet of a workbook: the answer, the counts, and what the answer rests on.</summary>
internal static class SummaryTable
{
    private const int MostSteps = 5;
    private const double LabelWidth = 26;
    private const double TextWidth = 74;

    /// <summary>The summary of one BOM.</summary>
    public static WorkbookTable Create(ComplianceReport report, FileReport file) => new("Sourcing summary",
        [new("", LabelWidth), new("", TextWidth)],
        [
            .. Begin(report, file.Name),
            .. report.Summary.Regimes.Select(regime => file.Regimes.FirstOrDefault(own => own.Regime.Id == regime.Regime.Id))
                .OfType<RegimeSummary>().SelectMany(regime => GetCounts(report, regime)),
            .. End(report),
            .. Get("BOM", file.Identity.NameOr("")), .. Get("Title", file.Identity.Subtitle), .. Get("Marking of the file", file.Identity.Marking),
            new TableRow(null, "File", file.Path),
        ])
    {
        IsPortrait = true,
    };

    /// <summary>The rows above the counts: what was checked, the answer, what to do first.</summary>
    /// <param name="report">The report.</param>
    /// <param name="title">What was checked.</param>
    /// <param name="headline">A sentence above the answer; null = none.</param>
    internal static IEnumerable<TableRow> Begin(ComplianceReport report, string title, string? headline = null) =>
    [
        .. ReportMarking.Format(report) is { Length: > 0 } marking ? [new TableRow(null, marking) { Look = RowLook.Strong }] : Array.Empty<TableRow>(),
        new TableRow(null, $"Sourcing check: {title}") { Look = RowLook.Title },
        new TableRow(null, "", ""),
        .. headline is null ? [] : new[] { new TableRow(null, "", headline) { Look = RowLook.Strong } },
        new TableRow(null, "Answer", Answer.Compose(report)) { Look = headline is null ? RowLook.Strong : RowLook.Plain },
        .. FilesNotRead.GetDetails(report) is { } notRead ? [new TableRow(null, "Not read", notRead)] : Array.Empty<TableRow>(),
        .. GetSteps(report),
        new TableRow(null, "", ""),
    ];

    /// <summary>The line items by verdict in one period.</summary>
    internal static IEnumerable<TableRow> GetCounts(ComplianceReport report, RegimeSummary regime) =>
    [
        new TableRow(null, "Line items", RegimeWords.GetTitle(regime.Regime)
            + (regime.Regime.Id == report.Run.GateRegime ? " (used for the overall result)" : "")) { Look = RowLook.Head },
        .. Enum.GetValues<Verdict>()
            .Select(verdict => new TableRow(verdict, VerdictCell.From(verdict).Text, string.Create(CultureInfo.InvariantCulture, $"{regime[verdict]:N0}"))),
        new TableRow(null, "", ""),
    ];

    /// <summary>The rows below the counts: what the answer rests on.</summary>
    internal static IEnumerable<TableRow> End(ComplianceReport report) =>
    [
        new TableRow(null, "Evidence on file", ReportWords.GetCoverage(report.Summary.Coverage)),
        .. report.Plan?.Outlook.Sentence is { Length: > 0 } outlook ? [new TableRow(null, "Outlook", outlook)] : Array.Empty<TableRow>(),
        .. Get("Company", report.Settings.Company), .. Get("Prepared by", report.Settings.PreparedBy), .. Get("Contact", report.Settings.Contact),
        new TableRow(null, "Check date", Wording.FormatDate(report.Run.AsOf)),
        new TableRow(null, "Delivery", ReportWords.GetDeliveryDays(report.Run) is { Length: > 0 } days ? days : "not given"),
        new TableRow(null, "Contract", report.Run.ContractNumber ?? report.Run.Contract ?? "not given"),
        .. report.Packs.Where(pack => pack.Status != "advisory")
            .Select(pack => new TableRow(null, "Rules applied", $"{pack.Title}, edition "
                + $"{pack.Edition}{(pack.Status == "active" ? "" : $", {pack.Status}: never used for the result")}{(pack.VerifyBy is { } day ? $", to be verified by {Wording.FormatDate(day)}" : "")}")),
        .. report.SecondOpinion?.Sentence is { } opinion ? [new TableRow(null, "Second engine", opinion + ".")] : Array.Empty<TableRow>(),
        new TableRow(null, "Limits", "“No violation found” refers to the evidence supplied, not to the product. Not legal advice."),
    ];

    private static IEnumerable<TableRow> Get(string label, string text) => text.Length > 0 ? [new TableRow(null, label, text)] : [];

    private static IEnumerable<TableRow> GetSteps(ComplianceReport report)
    {
        string[] steps = [.. Answer.NextSteps(report).Take(MostSteps)];
        return steps.Length == 0 ? [new TableRow(null, "Do today", "No action is needed.")]
            : steps.Select((step, at) => new TableRow(null, at == 0 ? "Do today" : "", step));
    }
}
