using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Output;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Ledger;
using SourcingCompliance.Server.Pages.Checks;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Answers;

/// <summary>The suppliers: who was asked for what, who answered, who is late, and the files to send.</summary>
internal static class SuppliersEndpoints
{
    private const int LongestCompany = 200;

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/suppliers", List);
        routes.MapPost("/checks/{id}/ask", Ask).RequireRateLimiting(RequestLimits.Uploads);
        routes.MapGet("/checks/{id}/ask", FollowAsking);
        routes.MapGet("/suppliers/requests/{id}", Show);
        routes.MapGet("/suppliers/requests/{id}/{suffix}", Download);
    }

    private static async Task<IResult> List(LedgerFolder folder, NewestChecks checks, TimeProvider time, CancellationToken cancellation)
    {
        var problems = new DiagnosticBag();
        EvidenceLedger? ledger = await Task.Run(() => folder.Read(problems), cancellation);
        IReadOnlyList<(PastCheck Check, CheckView View)> found = await checks.ReadViews(cancellation);
        return PageResult.Show<SuppliersPage>(new
        {
            Rows = ledger is null ? [] : SupplierRow.Get(ledger,
                found.SelectMany(one => one.View.Requests.Select(request => (one.Check.Run.Id, one.Check.Names, request.Supplier))), GetToday(time)),
            Problems = (IReadOnlyList<Diagnostic>)[.. problems.Items],
            IsDamaged = ledger is null,
        });
    }

    private static async Task<IResult> Ask(string id, HttpContext context, RunStore store, RequestWork work, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is not { } form)
        {
            return PageResult.TooOld();
        }

        if (await store.Find(id, cancellation) is not { State: RunState.Done } run)
        {
            return CheckPages.NotThere();
        }

        string supplier = form["supplier"].ToString().Trim();
        string company = form["company"].ToString().Trim();
        if (company.Length > LongestCompany || company.Any(char.IsControl))
        {
            return PageResult.Refuse(StatusCodes.Status400BadRequest,
                $"Enter the name of your company in one line of at most {LongestCompany} characters. Nothing was asked.", "Not asked");
        }

        return await End(id, supplier, work.Begin(run, supplier, company), context, work)
            ?? PageResult.SeeOther(context, $"/checks/{id}/ask?supplier={Uri.EscapeDataString(supplier)}");
    }

    // What has ended and was shown is no longer there; the list of suppliers has it.
    private static async Task<IResult> FollowAsking(string id, HttpContext context, RequestWork work, string supplier = "") =>
        work.Find(id, supplier) is not { } under ? PageResult.SeeOther(context, "/suppliers")
            : await End(id, supplier, under, context, work) ?? PageResult.Show<AskingPage>(new { Check = id, Supplier = supplier });

    // Null = it has not ended yet.
    private static async Task<IResult?> End(string id, string supplier, Task<IReadOnlyList<EvidenceRequest>?> under, HttpContext context, RequestWork work)
    {
        if (!await work.Await(id, supplier, under))
        {
            return null;
        }

        try
        {
            return await under switch
            {
                null => PageResult.Refuse(StatusCodes.Status503ServiceUnavailable,
                    "The BOM could not be checked again for the questionnaires: its files are no longer on the server, or it took longer than the server "
                        + "allows (--timeout-seconds). Nothing was asked.", "Not asked"),
                [] => PageResult.Refuse(StatusCodes.Status409Conflict,
                    supplier.Length > 0 ? $"Nothing is missing that {supplier} could answer. Check the BOM again to see the new result."
                        : "Nothing is missing that a supplier could answer.", "Nothing to ask"),
                [var one] => PageResult.SeeOther(context, $"/suppliers/requests/{one.Id}?check={id}"),
                _ => PageResult.SeeOther(context, "/suppliers"),
            };
        }
        catch (OutputRefusedException refusal)
        {
            return LedgerTrouble.Refuse(refusal);
        }
    }

    private static async Task<IResult> Show(string id, LedgerFolder folder, SupplierRequests requests, TimeProvider time,
        CancellationToken cancellation, string? check = null)
    {
        EvidenceLedger? ledger = await Task.Run(() => folder.Read(new DiagnosticBag()), cancellation);
        if (ledger?.Log.Requests.FirstOrDefault(one => one.Id == id) is not { } request)
        {
            return NoRequest();
        }

        return PageResult.Show<RequestPage>(new
        {
            Row = Ledger.RequestRow.From(request, ledger.Statements.FirstOrDefault(statement => statement.Request == id), GetToday(time)),
            Files = (IReadOnlyList<(string Suffix, string Name)>)
                [.. SupplierRequests.Files.Where(file => requests.Find(request, file.Suffix) is not null).Select(file => (file.Suffix, file.Name))],
            Check = check ?? "",
        });
    }

    private static async Task<IResult> Download(string id, string suffix, LedgerFolder folder, SupplierRequests requests, CancellationToken cancellation)
    {
        EvidenceLedger? ledger = await Task.Run(() => folder.Read(new DiagnosticBag()), cancellation);
        return ledger?.Log.Requests.FirstOrDefault(one => one.Id == id) is { } request && requests.Find(request, suffix) is { } path
            ? Results.File(path, SupplierRequests.Files.First(file => file.Suffix == suffix).Type,
                $"{request.Id}-{Running.Exchange.EvidenceStore.GetFolder(request.Supplier)}.{suffix}")
            : NoRequest();
    }

    private static IResult NoRequest() =>
        PageResult.Refuse(StatusCodes.Status404NotFound,
            "This request is not in the evidence ledger, or its files were written elsewhere. Ask again from the result.");

    private static DateOnly GetToday(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
