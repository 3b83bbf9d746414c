using System.Globalization;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Server.Views;

/// <summary>Turns a report into what the result pages show. It decides and counts nothing.</summary>
internal static class CheckViewBuilder
{
    // A page is no place to look through more; the reports contain every line.
    internal const int MostLines = 20_000;
    private const int MostFindings = 100_000;
    private const int MostRelatedParts = 12;
    private const string PathMark = " › ";

    /// <summary>Builds the view.</summary>
    /// <param name="report">The report.</param>
    /// <param name="addReasons">Stores the reasons of a line; returns where they lie.</param>
    public static CheckView Build(ComplianceReport report, Func<LineReport, (long Offset, int Length)> addReasons)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(addReasons);
        (FileReport File, LineReport Line)[] listed = [.. report.Files.SelectMany(file => file.Lines.Select(line => (file, line)))];
        var places = new Dictionary<CellRef, int>();
        for (int at = 0; at < Math.Min(listed.Length, MostLines); at++)
        {
            places.TryAdd(GetRow(listed[at].Line.Row), at);
        }

        var actions = report.Actions.ToDictionary(action => action.Id, StringComparer.Ordinal);
        return new CheckView
        {
            Headline = HeadlineWords.Format(report),
            Answer = Answer.Compose(report),
            AsOf = ReportTokens.Format(report.Run.AsOf),
            Delivery = report.Run.Delivery is { } delivery ? ReportTokens.Format(delivery) : null,
            Contract = report.Run.Contract,
            LinesRead = report.Summary.Lines,
            Periods = [.. report.Summary.Regimes.Select(counts => GetPeriod(counts, report.Run))],
            Evidence = new EvidenceCounts(report.Summary.Coverage.StepsRequired, report.Summary.Coverage.StepsOnFile,
                ReportWords.GetCoverage(report.Summary.Coverage)),
            Coverage = [GetRow(null, report.Summary.Coverage.Evidence.Steps),
                .. report.Summary.Coverage.Evidence.BySupplier.Select(group => GetRow(group.Name, group.Steps))],
            Today = TodayRows.Get(report),
            LateNote = TodayRows.GetLateNote(report),
            Late = [.. (report.Plan?.CannotBeFixed ?? []).Select(part => part.Sentence)],
            LateIfAnswerIsBad = [.. (report.Plan?.CannotBeFixedIfAnswerIsBad ?? []).Select(part => part.Sentence)],
            Backups = [.. (report.Plan?.BackupPlans ?? []).Select(GetRow)],
            Marking = ReportMarking.Format(report),
            CountWords = ReportCounts.From(report).Words,
            CountRule = ReportCounts.Rule,
            Outlook = report.Actions.IsEmpty ? null : report.Plan?.Outlook.Sentence,
            Limits = LimitRows.Get(report),
            Exemptions = ExemptionRows.Get(report),
            FindingsNotShown = Math.Max(0, report.Findings.Count() - MostFindings),
            Findings = [.. report.Findings.Take(MostFindings).Select(finding => GetRow(finding, actions, places))],
            Actions = [.. report.Actions.Select(GetRow)],
            Requests = [.. (report.Plan?.Requests ?? []).Select(RequestText.GetRow)],
            Lines = [.. listed.Take(MostLines).Select(entry => GetRow(entry.File, entry.Line, report.Run.GateRegime, addReasons))],
            LinesNotShown = Math.Max(0, listed.Length - MostLines),
            Files = [.. report.Files.Select(FileRows.Get)],
            Notices = [.. report.Diagnostics.Select(FileRows.GetNotice)],
            Related = [.. AdvisoryGroup.From(report.Advisories).Select(GetRow)],
        };
    }

    private static CellRef GetRow(CellRef cell) => cell with { Column = 0 };

    private static PeriodCounts GetPeriod(RegimeSummary counts, RunParameters run) => new(
        counts.Regime.Id, RegimeWords.GetTitle(counts.Regime), ReportWords.GetDeliveries([counts.Regime]), counts.Regime.Id == run.GateRegime,
        counts.Violation, counts.Suspect, counts.Open, counts.Exempt, counts.Pass, counts.NotCovered);

    private static FindingRow GetRow(Finding finding, Dictionary<string, RemediationAction> actions, Dictionary<CellRef, int> places)
    {
        string start = finding.PartNumber + ": ";
        RemediationAction? next = finding.Actions.Select(id => actions.GetValueOrDefault(id)).FirstOrDefault(action => action is { IsFallback: false });
        string mark = string.Join(", ", new[]
        {
            finding.Waiver is { } waiver ? $"{(waiver.StillGates ? "accepted internally" : "waived")}: {waiver.Waiver.Id}" : "",
            finding.Baseline is { } state ? ReportTokens.Format(state) : "",
        }.Where(text => text.Length > 0));
        return new FindingRow(
            finding.Id, ReportTokens.Format(finding.Verdict), finding.PartNumber, finding.Description,
            finding.Message.StartsWith(start, StringComparison.Ordinal) ? Capitalized(finding.Message[start.Length..]) : finding.Message,
            string.Join(PathMark, finding.Path.SkipLast(1)), finding.Supplier, finding.Citation, finding.Cell.Address, finding.Cell.File,
            finding.Material is { } material ? HtmlWords.OfMaterial(material) : "", finding.Regimes,
            next is null ? "" : ActionWords.Format(next.Kind), next is null ? "" : ReportTokens.Format(next.StartBy), mark,
            places.GetValueOrDefault(GetRow(finding.Cell), -1));
    }

    private static CoverageRow GetRow(string? supplier, StepCoverage steps) =>
        new(supplier, steps.Documented, steps.Stated, steps.Expired, steps.Unknown);

    private static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static ActionRow GetRow(RemediationAction action) => new(
        action.Id, action.Title, action.Detail, action.Owner, action.Supplier, action.Parts,
        ReportTokens.Format(action.StartBy), ReportTokens.Format(action.DueBy),
        ReportTokens.Format(action.EarliestFinish), Math.Max(0, -action.SlackBusinessDays), action.OverdueDays > 0, action.IsFallback);

    private static BackupRow GetRow(BackupPlan plan) =>
        new(plan.Route, plan.Supplier, plan.Parts, plan.Owner, ReportTokens.Format(plan.LatestStart),
            ReportTokens.Format(plan.EarliestCompletion), plan.IsTooLate);

    private static LineRow GetRow(FileReport file, LineReport line, string regime, Func<LineReport, (long Offset, int Length)> addReasons)
    {
        (long offset, int length) = line.Determinations.IsEmpty ? (-1, 0) : addReasons(line);
        return new LineRow(
            line.PartNumber, line.Description, line.Level, line.Row.Row, line.Row.Sheet, file.Path, line.Manufacturer, line.Supplier,
            string.Join(", ", line.Materials.Select(material => HtmlWords.OfMaterial(material.Material)).Distinct(StringComparer.Ordinal)),
            LineOrigin.Get(line.Origins),
            GetVerdict(line.Verdicts, regime), GetVerdict(line.RolledUp, regime), offset, length);
    }

    /// <summary>The verdict under a regime, as reports spell it.</summary>
    internal static string GetVerdict(IEnumerable<RegimeVerdict> verdicts, string regime) =>
        ReportTokens.Format(verdicts.FirstOrDefault(verdict => verdict.Regime == regime)?.Verdict ?? Verdict.NotCovered);

    private static RelatedRow GetRow(AdvisoryGroup group) => new(
        group.Advisory.Title, string.Join(", ", group.Substances.Select(HtmlWords.OfMaterial)), group.Advisory.Citation,
        [.. group.Advisory.Figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Text} ({figure.AsOf}; {figure.Reference})"))],
        [.. group.Lines.Select(line => line.PartNumber).Distinct(StringComparer.Ordinal).Take(MostRelatedParts)], group.Lines.Length);
}
