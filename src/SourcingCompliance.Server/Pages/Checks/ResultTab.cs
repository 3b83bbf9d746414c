using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Checks;

/// <summary>One tab of a result.</summary>
/// <param name="Id">Its id in the address.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Count">How many rows it has; null = not counted.</param>
/// <param name="Alert">What needs attention in it; empty = nothing.</param>
internal sealed record ResultTab(string Id, string Text, int? Count, string Alert = "")
{
    /// <summary>Ids of all tabs.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["findings", "plan", "suppliers", "lines", "files", "related"];

    /// <summary>The tabs of a result.</summary>
    /// <param name="view">The check.</param>
    public static IReadOnlyList<ResultTab> From(CheckView view)
    {
        int unread = view.Files.Count(file => !file.IsRead);
        int partly = view.Files.Count(file => file.IsRead && !file.IsComplete);
        int warnings = view.Files.Sum(file => file.Notices.Count(notice => notice.Severity != "note"))
            + view.Notices.Count(notice => notice.Severity != "note");
        return
        [
            new("findings", "Findings", view.Findings.Count + view.FindingsNotShown),
            new("plan", "Plan", view.Actions.Count(action => !action.IsBackup)),
            new("suppliers", "Suppliers", view.Requests.Count),
            new("lines", "Line items", view.Lines.Count + view.LinesNotShown),
            new("files", "Files read", view.Files.Count - unread, unread > 0 ? $"{unread} not read" : partly > 0
                ? $"{partly} not completely" : warnings > 0 ? $"{warnings} to confirm" : ""),
            new("related", "Related", view.Related.Count),
        ];
    }
}
