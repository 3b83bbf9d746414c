using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Calendar;

/// <summary>
/// Writes the dates of the plan as a calendar (RFC 5545) that Thunderbird, Google Calendar and Outlook import: one event for each action, on the day by
/// which it is needed, and one for each delivery. Backup plans have no event of their own: an answer is needed by their latest start. Of many actions one
/// event stands for a day, see <see cref="CalendarDigest"/>. An id stays the same from run to run, so importing again moves an entry instead of adding one.
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
        IcsCalendar.Write("Sourcing deadlines", report.Tool,
            CalendarDigest.Get(GetEntries(report), "The actions-csv, html and json reports list every action.", Most), output);
    }

    private static IEnumerable<CalendarEntry> GetEntries(ComplianceReport report)
    {
        DateOnly asOf = report.Run.AsOf;
        foreach (RemediationAction action in report.Actions.Where(action => !action.IsFallback))
        {
            // A need date that is past cannot be met; the event stands on the day of the check, with the earliest completion.
            bool isPast = action.DueBy < asOf;
            string words = (action.Kind, action.IsLate) switch
            {
                (ActionKinds.RequestEvidence, false) when action.Supplier is not null => "Answer needed",
                (ActionKinds.RequestEvidence, true) when action.Supplier is not null => "Answer needed, late",
                (_, true) => "Due, late",
                _ => "Due",
            };
            string late = action.IsLate && action.EarliestFinish > action.DueBy && !action.After.IsEmpty
                ? $" (earliest completion {Wording.FormatDate(action.EarliestFinish)})" : "";
            yield return new CalendarEntry($"{action.Id}-due", isPast ? asOf : action.DueBy,
                $"{words}: {action.Title}{late}", GetDescription(action, report), asOf)
            {
                Group = new CalendarGroup(words == "Due" ? "due" : words.StartsWith("Answer", StringComparison.Ordinal)
                    ? "answer" : "late", words, "", action.Title, IsFallback: false),
            };
        }

        DateOnly[] deliveries = report.Run.Deliveries.IsEmpty ? [.. new[] { report.Run.Delivery }.OfType<DateOnly>()] : [.. report.Run.Deliveries];
        foreach (DateOnly delivery in deliveries)
        {
            yield return new CalendarEntry(
                $"delivery-{IcsCalendar.GetDay(delivery)}", delivery, $"Delivery{(report.Run.ContractNumber is { } number ? $", contract {number}" : "")}",
                $"{Answer.Compose(report)}\nNot legal advice.", asOf);
        }
    }

    private const int Most = 30;

    // An evidence request may ask a thousand questions.
    private const int MostQuestions = 20;

    private static string GetDescription(RemediationAction action, ComplianceReport report) => string.Join(
        '\n',
        (string[])
        [
            action.Detail,
            .. action.Questions.Take(MostQuestions).Select(question => $"- {question}"),
            .. action.Questions.Length > MostQuestions
                ? [$"{Wording.FormatCount(action.Questions.Length - MostQuestions, "more question")} in the other reports."] : Array.Empty<string>(),
            $"Owner: {action.Owner}. Start by {Wording.FormatDate(action.StartBy < report.Run.AsOf && action.After.IsEmpty ? report.Run.AsOf : action.StartBy)}. Needed by {Wording.FormatDate(action.DueBy)}. Earliest completion {Wording.FormatDate(action.EarliestFinish)}.",
            .. action.SwitchBy is { } backup ? [backup < report.Run.AsOf ? $"A backup plan would have had to start by {Wording.FormatDate(backup)}."
                : $"No acceptable answer by {Wording.FormatDate(backup)}? Start the backup plan."] : Array.Empty<string>(),
            string.Create(CultureInfo.InvariantCulture,
                $"Lead time {action.LeadBusinessDays} business days ({action.LeadRange.Least} to {action.LeadRange.Most}). {action.LeadSource}"),
            "Not legal advice.",
        ]);
}
