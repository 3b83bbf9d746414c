using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Output;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Ledger;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Api;

/// <summary>Requests to suppliers, their answers, and what is on file, under <c>/api/v1</c>.</summary>
public static class EvidenceEndpoints
{
    private const string NoRequest = "The request is not in the evidence ledger of this server.";

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        RouteGroupBuilder evidence = routes.MapGroup("/api/v1").WithTags("Evidence");
        evidence.MapPost("checks/{id}/requests", Ask).RequireRateLimiting(RequestLimits.Uploads).WithName("askSuppliers")
            .WithSummary("Ask the suppliers of a check for what it lacks")
            .WithDescription("Records the requests and writes their files. The answer is empty when nothing is missing that a supplier could answer. "
                + "It comes when the BOM was checked again, which takes as long as a check.")
            .Produces<IReadOnlyList<RequestBody>>().ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        evidence.MapGet("requests", ListRequests).WithName("listRequests").WithSummary("The requests to suppliers, the newest first")
            .Produces<IReadOnlyList<RequestBody>>().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        evidence.MapGet("requests/{id}", GetRequest).WithName("getRequest").WithSummary("One request").Produces<RequestBody>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        evidence.MapGet("requests/{id}/files/{format}", Download).WithName("getRequestFile").WithSummary("A file of a request")
            .WithDescription("Formats: xlsx (the questionnaire), eml (a mail with questionnaire and letter), pdf (the letter), txt (the text of the mail).")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        evidence.MapPost("answers", Receive).RequireRateLimiting(RequestLimits.Uploads).WithName("uploadAnswer").WithSummary("Take in a supplier's answer")
            .WithDescription("201 when something was stored; 200 when everything is on file already, or when 'store' is no: then nothing is stored, and "
                + "the answer says what would be.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                InterfaceDescription.DescribeAnswer(operation);
                return Task.CompletedTask;
            })
            .Produces<AnswerBody>(StatusCodes.Status200OK).Produces<AnswerBody>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        evidence.MapGet("statements", ListStatements).WithName("listStatements").WithSummary("The statements on file")
            .WithDescription("?q= keeps those with a text in supplier, part, document, form, or signer. Those that need attention come first.")
            .Produces<IReadOnlyList<StatementBody>>().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        evidence.MapGet("statements/{id}", GetStatement).WithName("getStatement").WithSummary("One statement as it is on file")
            .WithDescription("JSON after rules/schema/evidence-statement.schema.json.")
            .Produces<object>(StatusCodes.Status200OK, "application/json").ProducesProblem(StatusCodes.Status404NotFound);
        evidence.MapPost("recheck", Recheck).RequireRateLimiting(RequestLimits.Uploads).WithName("recheck")
            .WithSummary("Check every BOM again whose newest result is older than the evidence").Produces<IReadOnlyList<RecheckBody>>()
            .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> Ask(string id, AskBody? body, RunStore store, SupplierRequests requests, LedgerFolder folder, TimeProvider time,
        CancellationToken cancellation)
    {
        if (await store.Find(id, cancellation) is not { State: RunState.Done } run)
        {
            return Problems.NotFound("Check not found, or not done yet.");
        }

        string supplier = body?.Supplier.Trim() ?? "";
        try
        {
            return await requests.Ask(run, supplier.Length > 0 ? supplier : null, "", cancellation) is not { } asked
                ? Problems.Create(StatusCodes.Status503ServiceUnavailable, ServerDiagnosticIds.CheckTimedOut,
                    "The BOM could not be checked again to see what is missing: its files are no longer on the server, or it took too long. Nothing was asked.")
                : await WithLedger(folder, ledger => Results.Ok(asked.Select(request => GetBody(ledger, request, requests, time))), cancellation);
        }
        catch (OutputRefusedException)
        {
            return NotWritten();
        }
    }

    private static Task<IResult> ListRequests(LedgerFolder folder, SupplierRequests requests, TimeProvider time, CancellationToken cancellation) =>
        WithLedger(folder, ledger => Results.Ok(ledger.Log.Requests.Reverse().Select(request => GetBody(ledger, request, requests, time))), cancellation);

    private static Task<IResult> GetRequest(string id, LedgerFolder folder, SupplierRequests requests, TimeProvider time, CancellationToken cancellation) =>
        WithLedger(folder, ledger => ledger.Log.Requests.FirstOrDefault(one => one.Id == id) is { } request
            ? Results.Ok(GetBody(ledger, request, requests, time)) : Problems.NotFound(NoRequest), cancellation);

    private static Task<IResult> Download(string id, string format, LedgerFolder folder, SupplierRequests requests, CancellationToken cancellation) =>
        WithLedger(folder, ledger => ledger.Log.Requests.FirstOrDefault(one => one.Id == id) is not { } request ? Problems.NotFound(NoRequest)
            : requests.Find(request, format) is { } path
                ? Results.File(path, SupplierRequests.Files.First(file => file.Suffix == format).Type, $"{request.Id}.{format}")
                : Problems.NotFound($"Choose from: {string.Join(", ", SupplierRequests.Files.Select(file => file.Suffix))}. "
                    + "The files of a request that came with an imported ledger are where it was written."), cancellation);

    private static async Task<IResult> Receive(HttpContext context, UploadReader reader, AnswerIntake intake, RunStore store, CancellationToken cancellation)
    {
        try
        {
            UploadForm form = await reader.ReadAnswer(context.Request, null, cancellation);
            var fields = new FieldReader(form);
            bool stores = fields.ReadYesNo("store") ?? true;
            bool replaces = fields.ReadYesNo("replace") ?? false;
            string check = form["check"];
            DateOnly? delivery = null;
            if (check.Length > 0)
            {
                if (await store.Find(check, cancellation) is not { } run)
                {
                    return Problems.NotFound("check: there is no such check.");
                }

                delivery = run.Delivery is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
            }

            if (form.Files.Count == 0)
            {
                fields.Refuse("files", "Send the answer as a part named 'files'.");
            }

            fields.EnsureUsable();
            AnswerReview review = await intake.Read(form.Files, form.Documents, form["supplier"], delivery, cancellation);
            if (!review.Files.Any(file => file.Statements.Length > 0))
            {
                return Problems.Create(StatusCodes.Status422UnprocessableEntity, DiagnosticIds.AnswerNotKnown, "Nothing can be taken as an answer. "
                    + string.Join(' ', review.Refused.Select(file => $"{file.Name}: {file.Reason}")
                        .Concat(review.Files.SelectMany(file => file.Problems.Select(problem => problem.Message).Append(file.Silence ?? "")
                            .Where(text => text.Length > 0).Select(text => $"{file.Name}: {text}")))));
            }

            if (stores && review.Replaces && !replaces)
            {
                return Problems.Create(StatusCodes.Status409Conflict, DiagnosticIds.AnswerAlreadyOnFile,
                    "An answer to the same request is on file and says something else. Nothing was stored. Send it again with replace=yes to replace it.");
            }

            IReadOnlyList<string> stored = stores ? await intake.Keep(review.Files, replaces, cancellation) : [];
            return Results.Json(AnswerBody.From(review, stored), statusCode: stored.Count > 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        }
        catch (UploadRefusedException refusal)
        {
            return Problems.Create(refusal, context.Response);
        }
        catch (OutputRefusedException)
        {
            return NotWritten();
        }
    }

    private static Task<IResult> ListStatements(LedgerFolder folder, AnswerIntake answers, CancellationToken cancellation, string q = "") =>
        WithLedger(folder, ledger => Results.Ok(EvidenceRow.Get(ledger, answers.GetTerms(null)).Where(row => q.Trim().Length == 0 || row.Contains(q.Trim()))
            .Select(row => StatementBody.From(row.Statement, row.Standing == "counts" ? null : row.Words))), cancellation);

    private static Task<IResult> GetStatement(string id, LedgerFolder folder, CancellationToken cancellation) =>
        WithLedger(folder, ledger => ledger.Statements.FirstOrDefault(one => one.Id == id) is { } statement
            ? Results.Bytes(StatementWriter.ToBytes(statement), "application/json")
            : Problems.NotFound("The statement is not in the evidence ledger."), cancellation);

    private static async Task<IResult> Recheck(Rechecks rechecks, CancellationToken cancellation)
    {
        (IReadOnlyList<(string Before, string After)> begun, string? problem) =
            await rechecks.Begin((await rechecks.FindOlder(cancellation)).Select(check => check.Run.Id), cancellation);
        return begun.Count == 0 && problem is not null
            ? Problems.Create(StatusCodes.Status503ServiceUnavailable, ServerDiagnosticIds.QueueFull, problem)
            : Results.Ok(begun.Select(pair => new RecheckBody(pair.Before, pair.After)));
    }

    private static RequestBody GetBody(EvidenceLedger ledger, EvidenceRequest request, SupplierRequests requests, TimeProvider time) =>
        RequestBody.From(RequestRow.From(request, ledger.Statements.FirstOrDefault(statement => statement.Request == request.Id),
            DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)), requests);

    private static async Task<IResult> WithLedger(LedgerFolder folder, Func<EvidenceLedger, IResult> answer, CancellationToken cancellation) =>
        await Task.Run(() => folder.Read(new DiagnosticBag()), cancellation) is { } ledger ? answer(ledger)
            : Problems.Create(StatusCodes.Status503ServiceUnavailable, DiagnosticIds.EvidenceUnreadable,
                "The evidence ledger is damaged, so it is not used and checks fail until it is restored.");

    private static IResult NotWritten() => Problems.Create(StatusCodes.Status503ServiceUnavailable, DiagnosticIds.EvidenceLocked,
        "The evidence ledger could not be written: someone else is writing to it, or it is damaged. Nothing was stored. Try again.");
}
