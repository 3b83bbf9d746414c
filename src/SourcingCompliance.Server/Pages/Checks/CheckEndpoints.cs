using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using SourcingCompliance.Formats.Pdf.Requests;
using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Running.Output;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Api;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Checks;

/// <summary>The checks: all of them, one that runs, and its result with everything that can be downloaded.</summary>
public static class CheckEndpoints
{
    private const int HistoryShown = 100;
    private const string ForbiddenInNames = "/\\:*?\"<>|";

    // The first moment that a zip can hold: the same reports give the same bytes.
    private static readonly DateTimeOffset FirstMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/checks", async (HistoryStore history, CancellationToken cancellation) =>
            PageResult.Show<HistoryPage>(new { Checks = await history.ReadNewest(HistoryShown, cancellation) }));
        routes.MapGet("/checks/{id}", Get);
        routes.MapGet("/checks/{id}/print", (string id, HttpRequest request, CheckPages pages, CancellationToken cancellation) =>
            pages.Show(id, request, model => PageResult.Show<PrintPage>(new { Model = model }), cancellation));
        routes.MapGet("/checks/{id}/lines/{line:int}", GetLine);
        routes.MapGet("/checks/{id}/requests/{at:int}", GetRequest);
        routes.MapGet("/checks/{id}/requests.zip", GetRequests);
        routes.MapGet("/checks/{id}/reports.zip", GetReports);
        routes.MapPost("/checks/{id}/repeat", Repeat).RequireRateLimiting(RequestLimits.Uploads);
        routes.MapPost("/checks/{id}/cancel", Cancel);
        routes.MapGet("/checks/{id}/delete", AskToDelete);
        routes.MapPost("/checks/{id}/delete", Delete);
    }

    private static async Task<IResult> Get(string id, HttpRequest request, CheckReader checks, CheckPages pages, CancellationToken cancellation)
    {
        if (await checks.Find(id, cancellation) is not { } status)
        {
            return CheckPages.NotThere();
        }

        string names = string.Join(", ", status.Files.Select(file => file.Name));
        return status.State switch
        {
            RunState.Done => await pages.Show(id, request, model => PageResult.Show<ResultPage>(new { Model = model }), cancellation),
            RunState.Queued or RunState.Running => PageResult.Show<WaitingPage>(new { Status = status, Names = names }),
            _ => PageResult.Show<EndedPage>(new { Status = status, Names = names }),
        };
    }

    private static Task<IResult> GetLine(string id, int line, HttpRequest request, CheckPages pages,
        CheckViewStore views, RunStore store, CancellationToken cancellation) =>
        pages.ShowAsync(id, request, async model =>
        {
            if (line < 0 || line >= model.View.Lines.Count || await store.Find(id, cancellation) is not { } run)
            {
                return PageResult.Refuse(StatusCodes.Status404NotFound, "This check has no such line item.");
            }

            LineReasons? reasons = await views.GetReasons(id, run.Attempts, model.View.Lines[line], cancellation);
            return PageResult.Show<LinePage>(new { Model = model, Index = line, Reasons = reasons });
        }, cancellation);

    private static Task<IResult> GetRequest(string id, int at, HttpRequest request, CheckPages pages, CancellationToken cancellation) =>
        pages.Show(id, request, model => at >= 0 && at < model.View.Requests.Count
            ? Results.File(Encoding.UTF8.GetBytes(GetText(model.View.Requests[at])), "text/plain; charset=utf-8", GetName(model.View.Requests[at], at))
            : PageResult.Refuse(StatusCodes.Status404NotFound, "This check has no such request."), cancellation);

    private static Task<IResult> GetRequests(string id, HttpRequest request, CheckPages pages, CancellationToken cancellation) =>
        pages.Show(id, request, model => GetZip(request.HttpContext, "supplier-requests.zip",
            model.View.Requests.Select((row, at) => (GetName(row, at), (Func<Stream>)(() => new MemoryStream(Encoding.UTF8.GetBytes(GetText(row))))))),
            cancellation);

    private static async Task<IResult> GetReports(string id, HttpContext context, RunStore store, ReportStore reports, CancellationToken cancellation)
    {
        if (await store.Find(id, cancellation) is not { State: RunState.Done } run)
        {
            return CheckPages.NotThere();
        }

        string[] names = [.. (await store.GetFiles(id, cancellation)).Select(file => file.Name)];
        IEnumerable<StoredReport?> all = ReportFiles.Formats.Where(format => format != WorkbookFiles.Format)
            .Select(format => reports.Find(id, run.Attempts, format, names, 1))
            .Concat(names.Select((_, at) => reports.Find(id, run.Attempts, WorkbookFiles.Format, names, at + 1)));
        string name = names.Length == 1 ? Path.GetFileNameWithoutExtension(names[0]) : "sourcing-report";
        return GetZip(context, $"{name}.reports.zip", all.OfType<StoredReport>().DistinctBy(report => report.Path, StringComparer.Ordinal)
            .Select(report => (report.DownloadName, (Func<Stream>)(() => File.OpenRead(report.Path)))));
    }

    private static IResult GetZip(HttpContext context, string name, IEnumerable<(string Name, Func<Stream> Open)> files)
    {
        // The archive writes its headers synchronously, some bytes each, whatever it is asked.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return Results.Stream(output => WriteZip(output, files), "application/zip", name);
    }

    private static async Task WriteZip(Stream output, IEnumerable<(string Name, Func<Stream> Open)> files)
    {
        await using ZipArchive zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string file, Func<Stream> open) in files)
        {
            await using Stream source = open();
            ZipArchiveEntry entry = zip.CreateEntry(UniqueName(file, taken), CompressionLevel.Fastest);
            entry.LastWriteTime = FirstMoment;
            await using Stream target = await entry.OpenAsync();
            await source.CopyToAsync(target);
        }
    }

    // Two BOMs can differ in their suffix only, and a colon is no part of a name on Windows.
    private static string UniqueName(string file, HashSet<string> taken)
    {
        string clean = string.Concat(file.Select(letter => ForbiddenInNames.Contains(letter) ? '_' : letter));
        string name = clean;
        for (int number = 2; !taken.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(clean)} ({number}){Path.GetExtension(clean)}");
        }

        return name;
    }

    private static string GetText(RequestRow request) => $"{request.Subject}\r\n\r\n{request.Text}";

    private static string GetName(RequestRow request, int at) =>
        FormattableString.Invariant($"request-{at + 1:00}-{RequestFileNames.GetStem(request.Supplier)}.txt");

    private static async Task<IResult> Repeat(string id, HttpContext context, UploadIntake intake, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is not { } posted)
        {
            return PageResult.TooOld();
        }

        try
        {
            return await intake.Repeat(id, cancellation, isForToday: posted["today"] == "yes") is { } again
                ? PageResult.SeeOther(context, "/checks/" + again) : CheckPages.NotThere();
        }
        catch (UploadRefusedException refusal)
        {
            return PageResult.Refuse(refusal.Status, refusal.Message);
        }
    }

    private static async Task<IResult> Cancel(string id, HttpContext context, CheckQueue queue, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is null)
        {
            return PageResult.TooOld();
        }

        // False says that it has ended meanwhile; the page shows how.
        await queue.Cancel(id, cancellation);
        return PageResult.SeeOther(context, $"/checks/{Uri.EscapeDataString(id)}");
    }

    private static async Task<IResult> AskToDelete(string id, RunStore store, CancellationToken cancellation) => await store.Find(id, cancellation) is null
        ? CheckPages.NotThere()
        : PageResult.Show<DeletePage>(new { Id = id, Names = string.Join(", ", (await store.GetFiles(id, cancellation)).Select(file => file.Name)) });

    private static async Task<IResult> Delete(string id, HttpContext context, RunDeletion deletion, CheckViewStore views, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is null)
        {
            return PageResult.TooOld();
        }

        DeletionOutcome outcome = await deletion.Delete(id, cancellation);
        views.Forget(id);
        return !outcome.IsDone ? PageResult.Refuse(StatusCodes.Status409Conflict, "The check was deleted already, or it has not ended yet.")
            : outcome.Remains.Count > 0 ? PageResult.Refuse(StatusCodes.Status200OK, string.Join(' ', outcome.Remains), "Deleted, except")
            : PageResult.SeeOther(context, "/checks");
    }
}
