using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Answers;

/// <summary>One BOM that is checked again.</summary>
/// <param name="Before">Id of the earlier check.</param>
/// <param name="After">Id of the one that repeats it.</param>
/// <param name="Names">Names of its files.</param>
/// <param name="State">A word of <see cref="Storage.RunState"/>.</param>
/// <param name="Was">What the earlier one found; null = it is no longer kept.</param>
/// <param name="Now">What the later one found; null = it has not ended, or found nothing.</param>
internal sealed record RecheckRow(string Before, string After, string Names, string State, CheckView? Was, CheckView? Now)
{
    /// <summary>Whether it still waits or runs.</summary>
    public bool IsUnfinished => !Storage.RunState.IsFinal(State);

    /// <summary>What became of it, in words.</summary>
    public string Words => IsUnfinished ? "being checked" : State != Storage.RunState.Done || Now is null ? "not checked: open it to see why"
        : Was is null ? "checked; the earlier result is no longer kept"
        : Was.LinesNotShown + Now.LinesNotShown > 0 ? "checked; too long to be compared here"
        : LineChange.Between(Was, Now).Count is var changes and > 0 ? $"{Components.Numbers.FormatCount(changes, "line item")} changed"
        : "no line item changes its verdict";
}
