using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Calendar;

/// <summary>
/// Writes the dates of the plan as a calendar (RFC 5545) that Thunderbird, Google Calendar and Outlook import: for each action
/// its latest start and its due day (of many actions one event for a day and a supplier, see <see cref="CalendarDigest"/>), the delivery, the day a rule begins, and the day by which the law must be looked at again.
/// An id stays the same from run to run, so importing again moves an entry instead of adding one.
/// </summary>
public sealed class IcsWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "ics";

    /// <inheritdoc/>
    public string FileSuffix => ".deadlines.ics";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        IcsCalendar.Write("Sourcing deadlines", report.Tool, CalendarDigest.Of(EntriesOf(report), "The actions-csv, html and json reports list every action."), output);
    }

    private static IEnumerable<CalendarEntry> EntriesOf(ComplianceReport report)
    {
        DateOnly asOf = report.Run.AsOf;
        DateOnly NotBefore(DateOnly day) => day < asOf ? asOf : day;
        foreach (RemediationAction action in report.Actions)
        {
            string description = DescriptionOf(action);
            CalendarGroup Group(string kind, string words) => new(kind, words, action.Supplier ?? "", action.Title, action.IsFallback);
            if (action.OverdueDays == 0)
            {
                string words = action.IsFallback ? "Last day to fall back on" : "Start by today";
                yield return new CalendarEntry($"{action.Id}-start", action.StartBy, $"{words}: {action.Title}", description, asOf) { Group = Group(action.IsFallback ? "fallback" : "start", words) };
            }
            else if (!action.IsFallback)
            {
                // What waits for another action cannot start today: its start is the day on which that one can be finished.
                DateOnly start = action.After.IsEmpty ? asOf : NotBefore(BusinessCalendar.AddBusinessDays(action.EarliestFinish, -action.LeadBusinessDays));
                yield return new CalendarEntry($"{action.Id}-start", start, $"Start, {Days(start.DayNumber - action.StartBy.DayNumber)} late: {action.Title}", description, asOf) { Group = Group("late", "Start, late") };
            }

            if (!action.IsFallback && action.DueBy >= asOf)
            {
                yield return new CalendarEntry($"{action.Id}-due", action.DueBy, $"Due: {action.Title}", description, asOf) { Group = Group("due", "Due") };
            }
        }

        if (report.Run.Delivery is { } delivery)
        {
            yield return new CalendarEntry($"delivery-{IcsCalendar.DayOf(delivery)}", delivery, "Delivery", "The delivery that the sourcing check was made for. Not legal advice.", asOf);
        }

        foreach (RegimeReference regime in report.Summary.Regimes.Select(summary => summary.Regime))
        {
            if (regime.From is { } from && from >= asOf)
            {
                yield return new CalendarEntry(
                    $"regime-{regime.Id}", from, $"Begins to apply: {regime.Title}", "Deliveries from this day on fall under it. Not legal advice.", asOf);
            }
        }

        foreach (PackReference pack in report.Packs)
        {
            if (pack.VerifyBy is { } verifyBy)
            {
                yield return new CalendarEntry(
                    $"verify-{pack.Id}", NotBefore(verifyBy), $"Look whether the law has changed: {pack.Title}",
                    $"The rules pack {pack.Id}, edition {pack.Edition}, asks to be verified by {Iso(verifyBy)}. Not legal advice.", asOf);
            }
        }
    }

    // An evidence request may ask a thousand questions; a calendar is no place for them.
    private const int MostQuestions = 20;

    private static string DescriptionOf(RemediationAction action) => string.Join(
        '\n',
        (string[])
        [
            action.Detail,
            .. action.Questions.Take(MostQuestions).Select(question => $"- {question}"),
            .. action.Questions.Length > MostQuestions ? [$"And {Wording.CountOf(action.Questions.Length - MostQuestions, "more question")} in the other reports."] : Array.Empty<string>(),
            $"Owner: {action.Owner}. Start by {Iso(action.StartBy)}, due {Iso(action.DueBy)}, earliest finish {Iso(action.EarliestFinish)}.",
            string.Create(CultureInfo.InvariantCulture, $"Lead time {action.LeadBusinessDays} business days ({action.LeadRange.Least} to {action.LeadRange.Most}). {action.LeadSource}"),
            "Not legal advice.",
        ]);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Days(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} day{(count == 1 ? "" : "s")}");
}
