using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Calendar;

/// <summary>What entries of a calendar may be gathered with: those of one kind and one supplier on one day.</summary>
/// <param name="Kind">Id of the kind, for the ids of entries.</param>
/// <param name="Words">What the summary begins with: <c>Due</c>.</param>
/// <param name="Supplier">The supplier; empty = none.</param>
/// <param name="Title">What is to be done, without the words of the kind.</param>
/// <param name="IsFallback">Whether it is needed only when something else fails; such entries are left out first.</param>
public sealed record CalendarGroup(string Kind, string Words, string Supplier, string Title, bool IsFallback);

/// <summary>
/// Keeps a calendar short enough to be read: whatever the BOM, at most <see cref="Most"/> events. What is due on one day from one supplier becomes one
/// event, and what is still too much is counted in a last one.
/// </summary>
public static class CalendarDigest
{
    /// <summary>The most events that a calendar has.</summary>
    public const int Most = 60;

    private const int MostTitles = 20;

    /// <summary>Gathers entries.</summary>
    /// <param name="entries">The entries, in any order.</param>
    /// <param name="where">A sentence that says where all of them are listed.</param>
    /// <param name="most">The most events; <see cref="Most"/> at most.</param>
    /// <returns>The entries themselves when there are few enough, else at most <paramref name="most"/>.</returns>
    public static IReadOnlyList<CalendarEntry> Get(IEnumerable<CalendarEntry> entries, string where, int most = Most)
    {
        CalendarEntry[] all = [.. entries];
        if (all.Length <= most)
        {
            return all;
        }

        // Deliveries are few; a server with a hundred BOMs may have many.
        CalendarEntry[] single = [.. all.Where(entry => entry.Group is null).OrderBy(entry => entry.Day).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
        (CalendarEntry Event, CalendarEntry[] Of)[] gathered =
        [
            .. all.Where(entry => entry.Group is not null).GroupBy(entry => (entry.Group!.Kind, entry.Group.Supplier)).SelectMany(Gather)
                .OrderBy(group => group.Of[0].Group!.IsFallback).ThenBy(group => group.Event.Day).ThenBy(group => group.Event.Id, StringComparer.Ordinal),
        ];
        int ofSingle = Math.Min(single.Length, most / 2);
        int free = most - ofSingle;
        int kept = gathered.Length <= free && ofSingle == single.Length ? gathered.Length : Math.Min(gathered.Length, free - 1);
        CalendarEntry[] rest = [.. single[ofSingle..], .. gathered[kept..].SelectMany(group => group.Of)];
        return [.. single[..ofSingle], .. gathered[..kept].Select(group => group.Event), .. rest.Length > 0
            ? [GetRest(rest, where, most)] : Array.Empty<CalendarEntry>()];
    }

    // One event for each day. Its id counts the days of the kind and the supplier, so that an event of a later run replaces it.
    private static IEnumerable<(CalendarEntry Event, CalendarEntry[] Of)> Gather(IGrouping<(string Kind, string Supplier), CalendarEntry> entries)
    {
        int number = 0;
        string supplier = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entries.Key.Supplier)))[..10];
        foreach (IGrouping<DateOnly, CalendarEntry> day in entries.GroupBy(entry => entry.Day).OrderBy(day => day.Key))
        {
            number++;
            CalendarEntry[] of = [.. day];
            CalendarGroup first = of[0].Group!;
            string titles = string.Concat(of.Take(MostTitles).Select(entry => $"- {entry.Group!.Title}\n"));
            string more = of.Length > MostTitles ? string.Create(CultureInfo.InvariantCulture, $"And {of.Length - MostTitles:N0} more.\n") : "";
            string id = string.Create(CultureInfo.InvariantCulture, $"{first.Kind}-{number}-{supplier}");
            yield return (of.Length == 1 ? of[0] : new CalendarEntry(
                id, day.Key, $"{first.Words}: {Wording.FormatCount(of.Length, "action")}{(first.Supplier.Length > 0 ? $", {first.Supplier}" : "")}",
                $"{titles}{more}Not legal advice.", of.Max(entry => entry.AsOf)), of);
        }
    }

    private static CalendarEntry GetRest(CalendarEntry[] rest, string where, int most)
    {
        IEnumerable<string> counts = rest.GroupBy(entry => entry.Group?.Words ?? "Other dates").OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key}: {group.Count():N0}"));
        DateOnly first = rest.Min(entry => entry.Day);
        return new CalendarEntry(
            "rest", first, $"{Wording.FormatCount(rest.Length, "more date")} until {ReportTokens.Format(rest.Max(entry => entry.Day))} not shown one by one",
            $"This calendar shows {most} events. Left out from {ReportTokens.Format(first)} on: {string.Join("; ", counts)}.\n{where}\nNot legal advice.",
            rest.Max(entry => entry.AsOf));
    }
}
