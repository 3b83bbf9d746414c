using System.Globalization;
using System.Text;
using SourcingCompliance.Primitives;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Reminders;

/// <summary>One deadline of a reminder.</summary>
/// <param name="Day">The day, ISO.</param>
/// <param name="Kind">What happens by then, in words.</param>
/// <param name="Parts">The part numbers.</param>
internal sealed record ReminderItem(string Day, string Kind, IReadOnlyList<string> Parts);

/// <summary>What a reminder says: days and part numbers, and nothing else of a BOM, because mail leaves the computer.</summary>
internal static class ReminderText
{
    /// <summary>Deadlines of so many days ahead are named.</summary>
    public const int DaysAhead = 14;

    private const int MostItems = 20;
    private const int MostParts = 8;
    private const int MostCharacters = 60;

    /// <summary>The deadlines of a check that are overdue or near.</summary>
    /// <param name="view">The result.</param>
    /// <param name="today">Today.</param>
    public static IEnumerable<ReminderItem> GetDue(CheckView view, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(view);
        string last = today.AddDays(DaysAhead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return view.Actions.Where(action => !action.IsBackup && string.CompareOrdinal(action.StartBy, last) <= 0)
            .Select(action => new ReminderItem(action.StartBy, "Latest start of an action", action.Parts))
            .Concat(view.Requests.Where(request => string.CompareOrdinal(request.AnswerBy, last) <= 0)
                .Select(request => new ReminderItem(request.AnswerBy, "Answer of a supplier is due", request.Parts)));
    }

    /// <summary>The text of a reminder.</summary>
    /// <param name="program">The program.</param>
    /// <param name="items">Its deadlines, in any order.</param>
    /// <param name="today">Today.</param>
    public static string Write(ProgramRecord program, IReadOnlyList<ReminderItem> items, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(items);
        string now = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"Program {program.Name}: {Wording.FormatCount(items.Count, "deadline")} overdue or within {DaysAhead} days.\r\n");
        if (program.GetDeliveriesFrom(now) is [{ } delivery, ..])
        {
            text.Append(CultureInfo.InvariantCulture, $"Next delivery: {delivery}\r\n");
        }

        text.Append("\r\n");
        foreach (ReminderItem item in items.OrderBy(item => item.Day, StringComparer.Ordinal).ThenBy(item => item.Kind, StringComparer.Ordinal).Take(MostItems))
        {
            string parts = string.Join(", ", item.Parts.Take(MostParts).Select(GetShort));
            string more = item.Parts.Count > MostParts ? string.Create(CultureInfo.InvariantCulture, $" and {item.Parts.Count - MostParts} more") : "";
            text.Append(CultureInfo.InvariantCulture,
                $"{item.Day}{(string.CompareOrdinal(item.Day, now) < 0 ? " (overdue)" : "")}  {item.Kind}: {parts}{more}\r\n");
        }

        if (items.Count > MostItems)
        {
            text.Append(CultureInfo.InvariantCulture, $"and {items.Count - MostItems} more.\r\n");
        }

        return text.Append("\r\nOpen the program in SourcingCompliance to see what to do. Not legal advice.\r\n").ToString();
    }

    // What stands in for a part number can be a whole description.
    private static string GetShort(string part)
    {
        string line = new([.. part.Select(character => char.IsControl(character) ? ' ' : character)]);
        return line.Length <= MostCharacters ? line : line[..MostCharacters] + "…";
    }
}
