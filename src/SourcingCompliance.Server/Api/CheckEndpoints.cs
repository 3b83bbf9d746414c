using SourcingCompliance.Running.Output;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Jobs;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Api;

/// <summary>The checks under <c>/api/v1/checks</c>.</summary>
public static class CheckEndpoints
{
    private const int NewestShown = 100;

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        RouteGroupBuilder checks = routes.MapGroup("/api/v1/checks").WithTags("Checks");
        checks.MapPost("", Post).RequireRateLimiting(RequestLimits.Uploads).WithName("startCheck").WithSummary("Check bills of materials")
            .WithDescription("Answers 202 with Location, or 200 with the result when it is done within ?wait=seconds.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                InterfaceDescription.DescribeUpload(operation);
                return Task.CompletedTask;
            })
            .Produces<CheckStatus>(StatusCodes.Status200OK).Produces<CheckStatus>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        checks.MapGet("", List).WithName("listChecks").WithSummary("The newest checks").Produces<IReadOnlyList<RunRecord>>();
        checks.MapGet("{id}", Get).WithName("getCheck").WithSummary("One check; ?wait=seconds waits for its end")
            .Produces<CheckStatus>().ProducesProblem(StatusCodes.Status404NotFound);
        checks.MapDelete("{id}", Cancel).WithName("cancelCheck").WithSummary("Cancel a check").Produces<CheckStatus>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        checks.MapDelete("{id}/data", Forget).WithName("forgetCheck")
            .WithSummary("Delete a check that has ended: its reports, its result, and its files unless another check needs them")
            .WithDescription("204 when nothing of it remains on the server, 200 with sentences in 'remains' otherwise.")
            .Produces(StatusCodes.Status204NoContent).Produces<DeletionOutcome>(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        checks.MapGet("{id}/reports/{format}", Report).WithName("getReport").WithSummary("A report; of xlsx the ?file=n-th workbook")
            .WithDescription($"Formats: {string.Join(", ", ReportFiles.Formats)}.").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>A report of a check as a download.</summary>
    public static async Task<IResult> Report(string id, string format, RunStore store, ReportStore reports, CancellationToken cancellation, int file = 1)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(reports);
        if (await store.Find(id, cancellation) is not { State: RunState.Done } run)
        {
            return Problems.NotFound("Check not found, or not done yet.");
        }

        return reports.Find(run.Id, run.Attempts, format, [.. (await store.GetFiles(run.Id, cancellation)).Select(input => input.Name)], file) is { } report
            ? Results.File(report.Path, report.ContentType, report.DownloadName, enableRangeProcessing: true)
            : Problems.NotFound($"Report not found. Choose from: {string.Join(", ", ReportFiles.Formats)}. A BOM that could not be read has no workbook.");
    }

    private static async Task<IResult> Post(HttpContext context, UploadReader reader, UploadIntake desk,
        CheckReader checks, CancellationToken cancellation, int wait = 0)
    {
        try
        {
            IdempotencyKey? key = IdempotencyHeader.Read(context.Request);
            (AdmissionOutcome outcome, string id) = await desk.Accept(await reader.Read(context.Request, null, cancellation), key, cancellation);
            if (outcome == AdmissionOutcome.Repeated)
            {
                context.Response.Headers[IdempotencyHeader.Replayed] = "true";
            }

            CheckStatus? status = await checks.Await(id, wait, cancellation);
            return status is not null && RunState.IsFinal(status.State)
                ? Results.Ok(status)
                : Results.Accepted($"/api/v1/checks/{id}", status);
        }
        catch (UploadRefusedException refusal)
        {
            return Problems.Create(refusal, context.Response);
        }
    }

    private static async Task<IResult> List(RunStore store, CancellationToken cancellation) => Results.Ok(await store.Newest(NewestShown, cancellation));

    private static async Task<IResult> Get(string id, CheckReader checks, CancellationToken cancellation, int wait = 0) =>
        await checks.Await(id, wait, cancellation) is { } status ? Results.Ok(status) : Problems.NotFound("Check not found.");

    private static async Task<IResult> Cancel(string id, CheckQueue queue, CheckReader checks, CancellationToken cancellation)
    {
        if (await checks.Find(id, cancellation) is null)
        {
            return Problems.NotFound("Check not found.");
        }

        return await queue.Cancel(id, cancellation)
            ? Results.Ok(await checks.Find(id, cancellation))
            : Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: "The check has ended already.");
    }

    private static async Task<IResult> Forget(string id, RunStore store, RunDeletion deletion, CancellationToken cancellation)
    {
        if (await store.Find(id, cancellation) is null)
        {
            return Problems.NotFound("Check not found.");
        }

        DeletionOutcome outcome = await deletion.Delete(id, cancellation);
        return !outcome.IsDone ? Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: "The check has not ended yet. Cancel it first.")
            : outcome.Remains.Count == 0 ? Results.NoContent()
            : Results.Ok(outcome);
    }
}
