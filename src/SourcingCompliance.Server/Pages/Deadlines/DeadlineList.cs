using System.Globalization;
using SourcingCompliance.Formats.Writing.Calendar;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Deadlines;

/// <summary>What to do by when, for every BOM that was checked: of several checks of one BOM the newest counts.</summary>
/// <param name="Checks">The checks, newest first, with the names of their BOMs.</param>
/// <param name="Actions">Their actions, by latest start; at most 20,000.</param>
/// <param name="NotRead">How many actions there are beyond these.</param>
public sealed record DeadlineList(IReadOnlyList<(RunRecord Run, string Names)> Checks, IReadOnlyList<StoredAction> Actions, long NotRead)
{
    // A hundred dense BOMs have more than a million.
    private const int MostActions = 20_000;
    private const int NewestLookedAt = 500;
    private const int MostLists = 100;

    /// <summary>The program whose deadlines they are; null = those of all BOMs.</summary>
    public ProgramRecord? Program { get; init; }

    /// <summary>Reads them from the store.</summary>
    public static async Task<DeadlineList> Read(RunStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await From(await store.Newest(NewestLookedAt, cancellation), store, cancellation);
    }

    /// <summary>Those of one program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="store">The runs.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<DeadlineList> ReadIn(ProgramRecord program, RunStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(store);
        return await From(await store.NewestIn(program.Id, NewestLookedAt, cancellation), store, cancellation) with { Program = program };
    }

    private static async Task<DeadlineList> From(IEnumerable<RunRecord> newest, RunStore store, CancellationToken cancellation)
    {
        RunRecord[] done = [.. newest.Where(run => run.State == RunState.Done)];
        ILookup<string, string> names = await store.GetNames(done.Select(run => run.Id), cancellation);
        (RunRecord Run, string Names)[] checks = [.. done.Select(run => (run, string.Join(", ", names[run.Id])))
            .DistinctBy(check => check.Item2, StringComparer.Ordinal).Take(MostLists)];
        string[] runs = [.. checks.Select(check => check.Run.Id)];
        StoredAction[] actions = [.. await store.Actions(runs, MostActions, cancellation)];
        return new DeadlineList(checks, actions, actions.Length < MostActions ? 0 : await store.CountOfActions(runs, cancellation) - actions.Length);
    }

    /// <summary>The same as days of a calendar. Ids rest on action and BOM, so that a later check moves an entry.</summary>
    /// <param name="addressOf">The address of a check.</param>
    public IEnumerable<CalendarEntry> Entries(Func<string, string> addressOf)
    {
        ArgumentNullException.ThrowIfNull(addressOf);
        var checks = Checks.ToDictionary(check => check.Run.Id, StringComparer.Ordinal);
        foreach (StoredAction action in Actions)
        {
            (RunRecord run, string names) = checks[action.RunId];
            DateOnly asOf = GetDay(run.AsOf);
            DateOnly start = GetDay(action.StartBy);
            DateOnly due = GetDay(action.DueBy);
            string id =
                $"{action.ActionId}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(names)))[..12]}";
            string about = $"{names}\n{(action.Supplier is { } supplier ? $"Supplier: {supplier}\n" : "")}Start by {action.StartBy}, due "
                + $"{action.DueBy}.\n{addressOf(run.Id)}\nNot legal advice.";
            CalendarGroup Group(string kind, string words) => new(kind, words, action.Supplier ?? "", $"{action.Title} ({names})", action.IsFallback == 1);
            if (action.IsFallback == 0 || start >= asOf)
            {
                (string kind, string words) = action.IsFallback == 1 ? ("fallback", "Last day to start backup") : start < asOf
                    ? ("late", "Late, start now") : ("start", "Latest start");
                yield return new CalendarEntry($"{id}-start", start < asOf ? asOf : start, $"{words}: {action.Title} ({names})",
                    about, asOf)
                { Group = Group(kind, words) };
            }

            if (action.IsFallback == 0 && due >= asOf)
            {
                yield return new CalendarEntry($"{id}-due", due, $"Due: {action.Title} ({names})", about, asOf) { Group = Group("due", "Due") };
            }
        }

        foreach (string day in Program?.GetDeliveries() ?? [])
        {
            yield return new CalendarEntry($"delivery-{Program!.Id}-{day}", GetDay(day), $"Delivery: {Program.Name}", "Not legal advice.",
                GetDay(Program.ChangedAt[..10]));
        }

        foreach ((RunRecord run, string names) in Program is null || Program.Deliveries.Length == 0 ? Checks : [])
        {
            if (run.Delivery is { } delivery)
            {
                yield return new CalendarEntry($"delivery-{run.Id}", GetDay(delivery), $"Delivery ({names})",
                    $"{addressOf(run.Id)}\nNot legal advice.", GetDay(run.AsOf));
            }
        }
    }

    private static DateOnly GetDay(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
