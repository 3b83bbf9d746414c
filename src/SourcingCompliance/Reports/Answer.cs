using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Reports;

/// <summary>The first sentences of every report: the answer, how much it rests on, and what to do first.</summary>
public static class Answer
{
    /// <summary>The answer in one sentence, under the regime that the gate looks at.</summary>
    public static string Compose(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (GateRegime(report) is not { } counts || counts.Total == 0)
        {
            return (report.Summary.UnreadableFiles > 0
                ? $"Nothing was checked: {Wording.FormatCount(report.Summary.UnreadableFiles, "file")} could not be read or mapped."
                : "Nothing was checked: no line items were found.") + FilesNotRead.GetSentence(report);
        }

        string deliveries = ReportWords.GetDeliveries([counts.Regime]);
        string lines = Wording.FormatCount(counts.Total, "line item");
        string unread = report.Summary.UnreadableFiles > 0
            ? $" {Wording.FormatCount(report.Summary.UnreadableFiles, "file")} could not be read and {(report.Summary.UnreadableFiles == 1 ? "is" : "are")}"
                + $" not included in this result."
            : "";
        string under = report.Run.Clause is { } clause ? $"{deliveries} under {clause.Name}" : deliveries;
        return Sentence(counts, lines, under, report) + EarlierSentence(report) + OtherPeriodSentence(report) + ClauseSentence(report) + WaivedSentence(report)
            + BaselineSentence(report) + UnaccountedSentence(report) + unread + FilesNotRead.GetSentence(report);
    }

    // The sentence before speaks of the last delivery; an earlier one is judged by the text of its own day, and goods delivered stay delivered.
    private static string EarlierSentence(ComplianceReport report)
    {
        RunParameters run = report.Run;
        var sentences = new List<string>();
        foreach (RegimeSummary counts in report.Summary.Regimes.Where(counts => counts.Regime.Id == run.GateRegime ? run.Delivery < run.AsOf
            : run.EarlierRegimes.Contains(counts.Regime.Id, StringComparer.Ordinal)))
        {
            string[] days = [.. run.Deliveries.Where(day => counts.Regime.Contains(day))
                .Select(day => Wording.FormatDate(day) + (day < run.AsOf ? ", which is past" : ""))];
            string[] parts = [.. GetParts(counts)];
            if (days.Length > 0)
            {
                sentences.Add($" For the {(days.Length == 1 ? "delivery" : "deliveries")} of {string.Join("; ", days)}: "
                    + $"{(parts.Length == 0 ? "no violation found on the evidence supplied" : string.Join(", ", parts))}.");
            }
        }

        return string.Concat(sentences);
    }

    private static IEnumerable<string> GetParts(RegimeSummary counts)
    {
        if (counts.Violation > 0)
        {
            yield return $"{Wording.FormatCount(counts.Violation, "line item")} {(counts.Violation == 1 ? "violates" : "violate")} the rule";
        }

        if (counts.Suspect > 0)
        {
            yield return $"{Number(counts.Suspect)} suspect";
        }

        if (counts.Open > 0)
        {
            yield return $"{Number(counts.Open)} open";
        }
    }

    // A finding of a period in which nothing is delivered counts for nothing, and matters when a delivery slips.
    private static string OtherPeriodSentence(ComplianceReport report)
    {
        Finding[] others = [.. report.Findings.Where(finding => finding.Verdict is Verdict.Violation or Verdict.Suspect && !report.Run.Concerns(finding))];
        string[] parts = [.. others.Select(finding => finding.PartNumber).Distinct(StringComparer.Ordinal)];
        string[] periods = [.. report.Summary.Regimes.Where(counts => others.Any(finding => finding.Regimes.Contains(counts.Regime.Id)))
            .Select(counts => ReportWords.GetDeliveries([counts.Regime]))];
        return parts.Length == 0
            ? ""
            : $" {string.Join(", ", parts.Take(3))}{(parts.Length > 3 ? $" and {parts.Length - 3} more" : "")} would violate the rule, or be suspect, for "
                + $"{Wording.GetList(periods)}. No delivery on file falls in that period; a delivery that slips into it would be prohibited.";
    }

    // An answer under an older clause, or without one, must not be taken for the answer under the newest.
    private static string ClauseSentence(ComplianceReport report)
    {
        if (report.Run.Clause is not { } clause)
        {
            return "";
        }

        if (clause.IsInContract is false)
        {
            return $" The clause is not in the contract, so its own terms do not apply to deliveries under it. {clause.Name} is applied to show what the "
                + $"restriction on the Department (10 U.S.C. 4872, DFARS 225.7018-2) and a flow-down by a higher tier would prohibit.";
        }

        LineReport[] barred = [.. report.Files.SelectMany(file => file.Lines)
            .Where(line => line.DeterminationsInAnyRow.Any(determination => determination.NewerText is { Verdict: Verdict.Violation or Verdict.Suspect }))];
        return clause.Newest is { } newest && barred.Length > 0
            ? $" {Wording.FormatCount(barred.Length, "line item")} {(barred.Length == 1 ? "contains" : "contain")} a step that the {newest} text of the "
                + $"clause prohibits ({string.Join(", ", barred.Select(line => line.PartNumber).Take(3))}{(barred.Length > 3 ? ", …" : "")}): a "
                    + $"modification of the contract to that text would change the result."
            : clause.Newest is { } later ? $" The contract contains an older text than {later}; a modification to that text would require more." : "";
    }

    // A row that was skipped although it names a magnet is not in the counts, and no answer is clean while it stands. Neither is one for parts that
    // are bare numbers.
    private static string UnaccountedSentence(ComplianceReport report)
    {
        int bare = report.Files.Sum(file => file.Diagnostics.Count(diagnostic => diagnostic.Id == DiagnosticIds.NothingDescribesParts));
        string tables = bare switch
        {
            0 => "",
            1 => " In 1 table no column describes the parts, so they are not cleared.",
            _ => $" In {Number(bare)} tables no column describes the parts, so they are not cleared.",
        };
        return (report.Summary.Unaccounted - bare) switch
        {
            <= 0 => tables,
            1 => " 1 skipped row or sheet names a covered material or a part that may contain one and is not included in these counts." + tables,
            int count => $" {Number(count)} skipped rows or sheets name a covered material or a part that may contain one and are not included in "
                + $"these counts." + tables,
        };
    }

    // A verdict is never softened by a waiver, so the sentence stands behind the counts and does not change them.
    private static string WaivedSentence(ComplianceReport report)
    {
        string[] waivers = [.. report.Findings.Where(finding => finding.IsWaived && finding.Regimes.Any(report.Run.Gates))
            .Select(finding => finding.Waiver?.Waiver.Id).OfType<string>().Order(StringComparer.Ordinal)];
        return waivers.Length == 0
            ? ""
            : $" {Wording.FormatCount(waivers.Length, "finding")} {(waivers.Length == 1 ? "is" : "are")} waived "
                + $"({string.Join(", ", waivers.Distinct(StringComparer.Ordinal))}) and {(waivers.Length == 1 ? "keeps its" : "keep their")} verdict.";
    }

    private static string BaselineSentence(ComplianceReport report) => report.Baseline is { } baseline
        ? $" Compared with the baseline: {Number(baseline.New)} new, {Number(baseline.Updated)} updated, {Number(baseline.Unchanged)} unchanged, "
            + $"{Number(baseline.Absent.Length)} no longer found."
        : "";

    /// <summary>The counts of the regime that the gate looks at; null for a report without regimes.</summary>
    public static RegimeSummary? GateRegime(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Summary.Regimes.FirstOrDefault(summary => summary.Regime.Id == report.Run.GateRegime);
    }

    /// <summary>What to do first and by when; null when no action is needed.</summary>
    public static string? FirstStep(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return NextSteps(report).FirstOrDefault() is { } first ? $"Do first: {first}" : null;
    }

    /// <summary>What to do today, one sentence for each kind of task, the earliest first: <c>Send requests to 14 suppliers (20 parts) by December 14,
    /// 2026.</c></summary>
    public static IEnumerable<string> NextSteps(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return (report.Plan?.DoTodayInShort ?? []).Select(task =>
            $"{task.Title}. {(task.IsLate ? "Late, so start today: " : "")}{NeededWords(task)} by {Wording.FormatDate(task.NeededBy)}.");
    }

    private static string NeededWords(TodayTask task)
    {
        bool isAnswer = task.Kind == ActionKinds.RequestEvidence && task.Supplier.Length + task.Actions.Length > 1;
        return (isAnswer, task.IsLate) switch
        {
            (true, true) => "answer needed",
            (true, false) => "Answer needed",
            (false, true) => "needed",
            _ => "Needed",
        };
    }

    private static string Sentence(RegimeSummary counts, string lines, string deliveries, ComplianceReport report)
    {
        bool isHypothetical = report.Run.Clause is { IsInContract: false };
        string[] parts =
        [
            .. counts.Violation > 0
                ? [$"{Number(counts.Violation)} of {lines} {(isHypothetical ? "would violate" : counts.Violation == 1 ? "violates" : "violate")} the rule "
                    + $"for {deliveries}"] : Array.Empty<string>(),
            .. counts.Suspect > 0 ? [$"{Compose(counts.Suspect, counts.Violation > 0, lines)} {(counts.Suspect == 1 ? "is" : "are")} suspect "
                + $"({GetCountries(report)})"] : Array.Empty<string>(),
            .. counts.Open > 0 ? [$"{Compose(counts.Open, counts.Violation + counts.Suspect > 0, lines)} {(counts.Open == 1 ? "needs" : "need")} "
                + $"{GetAnswers(report)}"] : Array.Empty<string>(),
        ];
        return parts.Length > 0
            ? counts.Violation > 0 ? string.Join("; ", parts) + "." : $"For {deliveries}, {string.Join("; ", parts)}."
            : $"No violation found on the evidence supplied in {lines}{Exempt(counts)}, for {deliveries} ({ReportWords.GetSteps(report.Summary.Coverage)}).";
    }

    private static string GetAnswers(ComplianceReport report)
    {
        string[] asked = GetAsked(report);
        return asked is [RemediationAction.Suppliers] ? "origin information from suppliers"
            : $"{(asked.Length == 1 ? "an answer" : "answers")} from {Wording.GetList(asked)}";
    }

    // Several covered countries are named; where the parts differ, each is the only one of its part. A part with a source elsewhere has more than one.
    private static string GetCountries(ComplianceReport report)
    {
        Finding[] suspects = [.. report.Findings.Where(finding => finding.Verdict == Verdict.Suspect && finding.Regimes.Contains(report.Run.GateRegime))];
        string[] countries = [.. suspects.SelectMany(finding => finding.Countries).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(Wording.GetCountry)];
        string named = countries.Length == 0 ? "a covered country" : Wording.GetList(countries, "or");
        return suspects.Any(FindingSentences.NamesOneOfSeveral) ? $"origin listed: {named}" : $"the only origin listed is {named}";
    }

    // Who must answer for the lines to be decided: suppliers, or the owners of the actions in our own house.
    private static string[] GetAsked(ComplianceReport report)
    {
        HashSet<string> open = [.. report.Findings.Where(finding => finding.Verdict == Verdict.Open && finding.Regimes.Contains(report.Run.GateRegime))
            .Select(finding => finding.Id)];
        string[] asked = [.. report.Actions.Where(action => !action.IsFallback && action.Findings.Any(open.Contains))
            .Select(action => action.AnsweredBy).OfType<string>()
            .Distinct(StringComparer.Ordinal).OrderBy(who => who == RemediationAction.Suppliers ? 0 : 1).ThenBy(who => who, StringComparer.Ordinal)];
        return asked.Length == 0 ? [RemediationAction.Suppliers] : asked;
    }

    private static string Exempt(RegimeSummary counts) => counts.Exempt == 0 ? "" : $", {Number(counts.Exempt)} of them under an exception";

    private static string Compose(int count, bool isMore, string lines) => isMore ? $"{Number(count)} more" : $"{Number(count)} of {lines}";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
