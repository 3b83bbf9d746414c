using Microsoft.AspNetCore.Diagnostics;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Responses;

/// <summary>Answers of the interface when something is wrong: problem details (RFC 9457) with the diagnostic's id.</summary>
public static class Problems
{
    /// <summary>The answer when something is not on the server.</summary>
    /// <param name="what">What is missing, as a sentence.</param>
    public static IResult NotFound(string what) => Create(StatusCodes.Status404NotFound, ServerDiagnosticIds.NotOnServer, what);

    /// <summary>The answer to an upload that is not accepted.</summary>
    public static IResult Create(UploadRefusedException refusal, HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(response);
        if (refusal.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        // What is left of a refused body is not read; the connection ends with the answer.
        response.Headers.Connection = "close";
        var more = new Dictionary<string, object?> { ["id"] = refusal.Id };
        if (refusal.Errors.Count > 0)
        {
            more["errors"] = refusal.Errors;
        }

        return Results.Problem(detail: refusal.Message, statusCode: refusal.Status, extensions: more);
    }

    /// <summary>An answer with a diagnostic's id.</summary>
    public static IResult Create(int status, string id, string message) =>
        Results.Problem(detail: message, statusCode: status, extensions: new Dictionary<string, object?> { ["id"] = id });

    /// <summary>Answers a failure without its details: one of disk or database in its sentence, any other as a defect.</summary>
    public static async Task Write(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (StorageProblem.From(context.Features.Get<IExceptionHandlerFeature>()?.Error) is { } storage)
        {
            bool isPage = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
            await (isPage ? PageResult.Refuse(storage.Status, storage.Sentence) : Create(storage.Status, storage.Id, storage.Sentence)).ExecuteAsync(context);
            return;
        }

        int status = context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
            ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        await Results.Problem(statusCode: status, detail: status == StatusCodes.Status500InternalServerError
            ? "The program failed. This is a defect; the server's log says where." : null).ExecuteAsync(context);
    }
}
