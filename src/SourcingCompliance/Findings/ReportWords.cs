using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings;

/// <summary>The words in which reports speak of stages, dates and lists, the same in every format.</summary>
public static class ReportWords
{
    /// <summary>The closed books of a sheet in two sentences: what became of its rows, and of the cells that mention something.</summary>
    public static string GetAccounts(SheetAccounts accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        string skipped = accounts.Skipped.IsEmpty ? "" : "; skipped: "
            + string.Join(", ", accounts.Skipped.Select(rows => string.Create(CultureInfo.InvariantCulture, $"{rows.Count:N0} ({rows.Reason})")));
        string rows = string.Create(CultureInfo.InvariantCulture,
            $"{Wording.FormatCount(accounts.RowsRead, "row")} read: {Wording.FormatCount(accounts.Lines, "line item")}{skipped}.");
        string mentions = accounts.CellsWithMentions == 0
            ? " No cell names a covered material."
            : string.Create(CultureInfo.InvariantCulture, $" {Wording.FormatCount(accounts.CellsWithMentions, "cell")} with mentions of covered materials "
                + $"or countries: {accounts.MentionsAccountedFor:N0} accounted for, {accounts.MentionsReported:N0} reported.");
        return rows + mentions;
    }

    /// <summary>How much of what the law asks for is on file: <c>12 of 19 required steps on file, 63%</c>.</summary>
    public static string GetSteps(Coverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        return coverage.StepsRequired == 0
            ? "no step of production is required"
            : string.Create(CultureInfo.InvariantCulture,
                $"{coverage.StepsOnFile:N0} of {Wording.FormatCount(coverage.StepsRequired, "required step")} on file, {Wording.GetShare(coverage.StepShare)}");
    }

    /// <summary>The coverage in one sentence: required steps, and beside them the lines with any origin at all.</summary>
    public static string GetCoverage(Coverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        return coverage.CoveredLines == 0
            ? $"no line item contains a covered material, so no origin is needed.{GetEvidence(coverage.Evidence)}"
            : string.Create(CultureInfo.InvariantCulture,
                $"{GetSteps(coverage)}; {coverage.WithOrigin:N0} of {Wording.FormatCount(coverage.CoveredLines, "line item")} that "
                    + $"{(coverage.CoveredLines == 1 ? "contains" : "contain")} or may contain a covered material "
                        + $"{(coverage.WithOrigin == 1 || coverage.CoveredLines == 1 ? "has" : "have")} any origin on file; {coverage.Decided:N0} "
                            + $"{(coverage.Decided == 1 ? "is" : "are")} decided.{GetEvidence(coverage.Evidence)}");
    }

    /// <summary>What the steps rest on, as sentences with a blank before them; empty where no supplier has stated anything.</summary>
    public static string GetEvidence(EvidenceCoverage evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        StepCoverage steps = evidence.Steps;
        string denied = evidence.NotCoveredByStatement == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $" {Wording.FormatCount(evidence.NotCoveredByStatement, "line item")} {(evidence.NotCoveredByStatement == 1 ? "is" : "are")} not covered by a "
                + $"supplier's statement.");
        return evidence.LinesWithStatements == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $" Evidence for the required steps: {steps.Documented:N0} documented, {steps.Stated:N0} stated, {steps.Expired:N0} expired, {steps.Unknown:N0}"
                + $" unknown.{denied}");
    }

    /// <summary>
    /// The days of delivery on file: <c>delivery on June 30, 2027</c>, <c>deliveries on October 15, 2026 (past) and June 30, 2027</c>; of many the
    /// first and the last. Empty when none is known.
    /// </summary>
    public static string GetDeliveryDays(RunParameters run)
    {
        ArgumentNullException.ThrowIfNull(run);
        const int listed = 4;
        DateOnly[] days = run.Deliveries.IsEmpty ? run.Delivery is { } only ? [only] : [] : [.. run.Deliveries];
        string[] words = [.. days.Select(day => Wording.FormatDate(day) + (day < run.AsOf ? " (past)" : ""))];
        return words.Length switch
        {
            0 => "",
            1 => $"delivery on {words[0]}",
            <= listed => $"deliveries on {Wording.GetList(words)}",
            _ => $"{Wording.FormatCount(words.Length, "delivery", "deliveries")} from {words[0]} to {words[^1]}",
        };
    }

    /// <summary>
    /// The rules that regimes stand for: <c>for deliveries from January 1, 2027</c>, <c>under both the current and the 2027 rule</c>; the latter only
    /// as long as the earlier rule is the current one.
    /// </summary>
    /// <param name="regimes">The regimes, in the order of time.</param>
    /// <param name="asOf">The day of the check.</param>
    public static string GetRules(IReadOnlyList<RegimeReference> regimes, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(regimes);
        return regimes.Count == 2 && regimes[0].From is null && regimes[1] is { From: { } step, To: null } && asOf < step
            ? string.Create(CultureInfo.InvariantCulture, $"under both the current and the {step.Year} rule")
            : $"for {GetDeliveries(regimes)}";
    }

    /// <summary>The deliveries that regimes speak of: <c>deliveries from January 1, 2027</c>.</summary>
    public static string GetDeliveries(IReadOnlyList<RegimeReference> regimes)
    {
        ArgumentNullException.ThrowIfNull(regimes);
        if (regimes.Count == 0)
        {
            return "deliveries";
        }

        DateOnly? from = regimes.Any(regime => regime.From is null) ? null : regimes.Min(regime => regime.From);
        DateOnly? to = regimes.Any(regime => regime.To is null) ? null : regimes.Max(regime => regime.To);
        return (from, to) switch
        {
            (null, null) => regimes.Max(regime => regime.From) is { } step
                ? $"deliveries before, on, and after {Wording.FormatDate(step)}" : "deliveries on any date",
            ({ } first, null) => "deliveries from " + Wording.FormatDate(first),
            (null, { } last) => "deliveries through " + Wording.FormatDate(last),
            ({ } first, { } last) => $"deliveries from {Wording.FormatDate(first)} through {Wording.FormatDate(last)}",
        };
    }
}
