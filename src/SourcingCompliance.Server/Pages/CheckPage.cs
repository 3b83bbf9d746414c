using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Running.Output;
using SourcingCompliance.Server.Api;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages;

/// <summary>One check: its progress while it runs, then the report with downloads.</summary>
public static class CheckPage
{
    private static readonly (string Format, string Name)[] ForPeople = [("pdf", "PDF"), ("pdf-letter", "PDF on Letter"), ("pdf-customer", "PDF for a customer"), ("html", "Web page"), ("csv", "Findings (csv)"), ("actions-csv", "Actions (csv)"), ("ics", "Calendar"), ("json", "JSON")];

    /// <summary>Shows the page.</summary>
    public static async Task<IResult> Get(string id, HttpContext context, CheckReader checks, ReportShelf shelf, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentNullException.ThrowIfNull(shelf);
        if (await checks.Find(id, cancellation) is not { } status)
        {
            return PageFrame.Refuse(StatusCodes.Status404NotFound, "There is no such check on this server.");
        }

        string names = string.Join(", ", status.Files.Select(file => file.Name));
        return status.State switch
        {
            RunState.Done => await Result(status, names, shelf, cancellation),
            RunState.Queued or RunState.Running => Waiting(status, names, context),
            _ => PageFrame.Show(status.State == RunState.Cancelled ? "Cancelled" : "Not checked", page =>
            {
                page.Add($"<p class=\"lead\">{status.Problem ?? ""}{(status.ProblemId is { } problem ? $" ({problem})" : "")}</p>\n<p>{names}: nothing was decided.</p>\n<p><a href=\"/\">Check a list</a></p>\n");
            }),
        };
    }

    /// <summary>Cancels the check and shows it.</summary>
    public static async Task<IResult> Cancel(string id, HttpContext context, CheckQueue queue, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(queue);
        IFormCollection form = await context.Request.ReadFormAsync(cancellation);
        if (!await PageFrame.IsOurs(context, form[PageFrame.ForgeryField].ToString()))
        {
            return PageFrame.Refuse(StatusCodes.Status400BadRequest, "The form is too old. Open the page again.");
        }

        // False says that it has ended meanwhile; the page shows how.
        await queue.Cancel(id, cancellation);
        context.Response.Headers.Location = $"/checks/{Uri.EscapeDataString(id)}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Asks whether a check that has ended shall be forgotten.</summary>
    public static async Task<IResult> AskToForget(string id, HttpContext context, RunStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await store.Find(id, cancellation) is null)
        {
            return PageFrame.Refuse(StatusCodes.Status404NotFound, "There is no such check on this server.");
        }

        string names = string.Join(", ", (await store.FilesOf(id, cancellation)).Select(file => file.Name));
        return PageFrame.Show("Delete this check?", page =>
        {
            page.Add($"<p class=\"lead\">{names}</p>\n<p>Its reports, its findings, its deadlines and its lists are removed from the data folder and the database at once; a list that another check needs stays, and the next page says so. Backups and snapshots of the disk are not reached. Nothing brings it back.</p>\n<form method=\"post\" action=\"/checks/{id}/delete\">\n");
            PageFrame.AddForgeryField(page, context);
            page.Add($"<button class=\"primary\">Delete</button>\n</form>\n<p><a href=\"/checks/{id}\">Keep it</a></p>\n");
        });
    }

    /// <summary>Forgets a check that has ended.</summary>
    public static async Task<IResult> Forget(string id, HttpContext context, RunDeletion deletion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(deletion);
        IFormCollection form = await context.Request.ReadFormAsync(cancellation);
        if (!await PageFrame.IsOurs(context, form[PageFrame.ForgeryField].ToString()))
        {
            return PageFrame.Refuse(StatusCodes.Status400BadRequest, "The form is too old. Open the page again.");
        }

        DeletionOutcome outcome = await deletion.Delete(id, cancellation);
        if (!outcome.IsDone)
        {
            return PageFrame.Refuse(StatusCodes.Status409Conflict, "The check is gone already, or it has not ended yet.");
        }

        if (outcome.Remains.Count > 0)
        {
            return PageFrame.Show("Deleted, except", page =>
            {
                foreach (string sentence in outcome.Remains)
                {
                    page.Add($"<p>{sentence}</p>\n");
                }

                page.AddTrusted("<p><a href=\"/checks\">History</a></p>\n");
            });
        }

        context.Response.Headers.Location = "/checks";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static void AddProgress(HtmlPage page, IReadOnlyList<CheckedFile> files)
    {
        page.AddTrusted("<ol class=\"files\" aria-label=\"Files\">\n");
        foreach (CheckedFile file in files)
        {
            string state = file.State switch
            {
                RunState.Done => FormattableString.Invariant($"{file.LinesRead:N0} lines, checked"),
                RunState.Running => FormattableString.Invariant($"{file.LinesRead:N0} lines read"),
                _ => "waits",
            };
            page.Add($"<li>{file.Name}: <span data-file=\"{file.Position}\">{state}</span></li>\n");
        }

        page.AddTrusted("</ol>\n");
    }

    private static string WordsOf(IReadOnlyList<CheckedFile> files) =>
        files.All(file => file.State == RunState.Done) ? "Every file is checked; the reports are being written." : "It is being checked.";

    private static IResult Waiting(CheckStatus status, string names, HttpContext context) =>
        PageFrame.Write("Checking", "wait.js", "<meta http-equiv=\"refresh\" content=\"2\">", StatusCodes.Status200OK, page =>
        {
            page.Add($"<main id=\"main\">\n<h1>Checking {names}</h1>\n<div data-check=\"{status.Id}\" role=\"status\">\n<p data-lines>{(status.State == RunState.Queued ? "It waits for its turn." : WordsOf(status.Files))}</p>\n</div>\n");
            AddProgress(page, status.Files);
            page.Add($"<p>The page shows the result as soon as it is there; you may also close it and find the check in the history.</p>\n<form method=\"post\" action=\"/checks/{status.Id}/cancel\">\n");
            PageFrame.AddForgeryField(page, context);
            page.AddTrusted("<button>Cancel</button>\n</form>\n</main>\n");
        });

    private static async Task<IResult> Result(CheckStatus status, string names, ReportShelf shelf, CancellationToken cancellation)
    {
        if (await shelf.PageOf(status.Id, status.Attempts, cancellation) is not { } content)
        {
            return PageFrame.Refuse(StatusCodes.Status410Gone, "The reports of this check are no longer in the data folder. Check the list again.");
        }

        return PageFrame.Around(
            names,
            "report.js",
            content,
            page =>
            {
                AddDownloads(page, status, shelf);
                if (status.Result is { Ties: > 0 } result)
                {
                    page.Add($"<aside class=\"notice\" aria-label=\"Columns\"><p><strong>{(result.Ties == 1 ? "One sheet was" : "Some sheets were")} not read:</strong> two columns claim one field, and only you can say which is meant. <a href=\"/checks/{status.Id}/mapping\">Choose the column</a></p></aside>\n");
                }
            },
            page => page.Add($"<nav class=\"manage\" aria-label=\"This check\"><a href=\"/compare?after={status.Id}\">Compare with another check</a> · <a href=\"/checks/{status.Id}/delete\">Delete this check</a></nav>\n"));
    }

    private static void AddDownloads(HtmlPage page, CheckStatus status, ReportShelf shelf)
    {
        page.AddTrusted("<nav class=\"downloads\" aria-label=\"Downloads\">");
        foreach ((string format, string name) in ForPeople)
        {
            page.Add($"<a href=\"/api/v1/checks/{status.Id}/reports/{format}\" download>{name}</a>");
        }

        string[] names = [.. status.Files.Select(file => file.Name)];
        foreach (CheckedFile file in status.Files.Where(file => shelf.Find(status.Id, status.Attempts, WorkbookFiles.Format, names, file.Position) is not null))
        {
            page.Add($"<a href=\"/api/v1/checks/{status.Id}/reports/xlsx?file={file.Position}\" download>{(status.Files.Count == 1 ? "Workbook" : $"Workbook of {file.Name}")}</a>");
        }

        page.AddTrusted("<details><summary>For programs</summary>");
        foreach (string format in ReportFiles.Formats.Where(format => format != WorkbookFiles.Format && ForPeople.All(listed => listed.Format != format)))
        {
            page.Add($"<a href=\"/api/v1/checks/{status.Id}/reports/{format}\" download>{format}</a> ");
        }

        page.AddTrusted("</details>");
        page.AddTrusted("</nav>\n");
    }
}
