using System.Globalization;
using SourcingCompliance.Running.Output;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Api;
using SourcingCompliance.Server.Components;
using SourcingCompliance.Server.Ledger;
using SourcingCompliance.Server.Pages.Checks;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Answers;

/// <summary>Takes in what suppliers sent: shows what was understood, stores it when the user agrees, checks again, and shows what changed.</summary>
internal static class AnswerEndpoints
{
    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/evidence/answer", async (NewestChecks checks, CancellationToken cancellation, string? check = null) =>
        {
            IReadOnlyList<PastCheck> newest = await checks.Read(cancellation);
            return PageResult.Show<AnswerPage>(new { Model = new AnswerModel(newest, check ?? AnswerModel.GetNewest(newest)) });
        });
        routes.MapPost("/evidence/answer", Read).RequireRateLimiting(RequestLimits.Uploads);
        routes.MapPost("/evidence/answer/keep", Keep).RequireRateLimiting(RequestLimits.Uploads);
        routes.MapGet("/evidence/changes", ShowChanges);
    }

    /// <summary>Receives a form of ours with files; throws when it is not ours.</summary>
    /// <param name="context">The request.</param>
    /// <param name="reader">Receives it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UploadRefusedException">It came from elsewhere, is malformed, or passes a limit.</exception>
    internal static async Task<UploadForm> Receive(HttpContext context, UploadReader reader, CancellationToken cancellation)
    {
        bool isOurs = false;
        UploadForm form = await reader.ReadAnswer(context.Request, async (field, value) => isOurs |= field == ForgeryToken.FieldName
            && await PageResult.IsOurs(context, value), cancellation);
        return isOurs ? form : throw new UploadRefusedException(StatusCodes.Status400BadRequest, ServerDiagnosticIds.ForeignRequest,
            "The form is not from this server, or it is too old. Open the page again and send it once more.");
    }

    /// <summary>Checks again after something was stored, and leads to what changed.</summary>
    /// <param name="context">The request.</param>
    /// <param name="check">The check to run again; empty = none.</param>
    /// <param name="others">The checks of other BOMs to run again.</param>
    /// <param name="stored">Ids of what was stored.</param>
    /// <param name="rechecks">Begins checks.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static async Task<IResult> Follow(HttpContext context, string check, IReadOnlyList<PastCheck> others, IReadOnlyList<string> stored,
        Rechecks rechecks, CancellationToken cancellation)
    {
        string[] wanted = [.. check.Length > 0 ? [check] : Array.Empty<string>(), .. others.Select(other => other.Run.Id)];
        if (wanted.Length == 0)
        {
            return PageResult.SeeOther(context, stored.Count == 1 ? $"/evidence/statements/{stored[0]}" : "/evidence");
        }

        (IReadOnlyList<(string Before, string After)> begun, string? problem) = await rechecks.Begin(wanted, cancellation);
        return begun switch
        {
            [] => PageResult.Refuse(StatusCodes.Status503ServiceUnavailable,
                "The answer is stored. The check could not be run again: " + (problem ?? "it is no longer on the server."), "Stored, not checked again"),
            [(string before, string after)] when problem is null && wanted.Length == 1 =>
                PageResult.SeeOther(context, $"/evidence/changes?before={before}&after={after}"),
            _ => PageResult.SeeOther(context, RecheckEndpoints.GetAddress(begun, problem)),
        };
    }

    /// <summary>The delivery of a check; null = it states none, or there is no such check.</summary>
    /// <param name="store">The checks.</param>
    /// <param name="check">Id of the check; empty = none.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static async Task<DateOnly?> FindDelivery(RunStore store, string check, CancellationToken cancellation) =>
        check.Length > 0 && await store.Find(check, cancellation) is { Delivery: { } delivery }
            ? DateOnly.ParseExact(delivery, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static async Task<IResult> Read(
        HttpContext context, UploadReader reader, AnswerIntake intake, NewestChecks checks, Rechecks rechecks, RunStore store,
        CancellationToken cancellation)
    {
        try
        {
            UploadForm form = await Receive(context, reader, cancellation);
            var model = new AnswerModel(await checks.Read(cancellation), form["check"]) { Supplier = form["supplier"] };
            if (form.Files.Count == 0)
            {
                return PageResult.Show<AnswerPage>(new { Model = model with { Error = "Choose the answer that the supplier sent." } },
                    StatusCodes.Status400BadRequest);
            }

            AnswerReview review = await intake.Read(form.Files, form.Documents, form["supplier"],
                await FindDelivery(store, form["check"], cancellation), cancellation) with
            { Check = form["check"] };
            return PageResult.Show<ReviewPage>(new
            {
                Review = review, model.Checks,
                Others = await rechecks.FindOthers(form["check"], review.Statements, cancellation),
            });
        }
        catch (UploadRefusedException refusal)
        {
            return PageResult.Refuse(refusal.Status, refusal.Message);
        }
    }

    private static async Task<IResult> Keep(
        HttpContext context, KeptFiles kept, AnswerIntake answers, Rechecks rechecks, RunStore store, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is not { } form)
        {
            return PageResult.TooOld();
        }

        var files = form["kept"].Select(ticket => kept.Find(ticket ?? "")).ToArray();
        var documents = form["keptDocument"].Select(ticket => kept.Find(ticket ?? "")).ToArray();
        if (files.Length == 0 || files.Concat(documents).Any(file => file is null))
        {
            return PageResult.Refuse(StatusCodes.Status410Gone, "The files are no longer on the server; nothing was stored. Upload the answer again.");
        }

        string check = form["check"].ToString();
        if (check.Length > 0 && await store.Find(check, cancellation) is not { State: RunState.Done })
        {
            return CheckPages.NotThere();
        }

        AnswerReview review = await answers.Read([.. files.OfType<(string, StoredContent)>()], [.. documents.OfType<(string, StoredContent)>()],
            form["supplier"].ToString(), null, cancellation);
        if (review.Replaces && form["replace"] != "yes")
        {
            return PageResult.Refuse(StatusCodes.Status409Conflict,
                "An answer to the same request is on file and says something else. Nothing was stored. Go back, and tick the box to replace it.", "Not stored");
        }

        try
        {
            IReadOnlyList<string> stored = await answers.Keep(review.Files, form["replace"] == "yes", cancellation);
            return await Follow(context, check, form["others"] == "yes" ? await rechecks.FindOthers(check, review.Statements, cancellation) : [],
                stored, rechecks, cancellation);
        }
        catch (OutputRefusedException refusal)
        {
            return LedgerTrouble.Refuse(refusal);
        }
    }

    private static async Task<IResult> ShowChanges(
        string before, string after, HttpContext context, CheckReader checks, RunStore store, CheckViewStore views, Rechecks rechecks,
        CancellationToken cancellation)
    {
        if (await checks.Find(after, cancellation) is not { } status || await store.Find(before, cancellation) is not { State: RunState.Done } earlier)
        {
            return CheckPages.NotThere();
        }

        string names = string.Join(", ", status.Files.Select(file => file.Name));
        if (status.State is RunState.Queued or RunState.Running)
        {
            return PageResult.Show<WaitingPage>(new { Status = status, Names = names });
        }

        if (status.State != RunState.Done)
        {
            return PageResult.Show<EndedPage>(new { Status = status, Names = names });
        }

        CheckView? was = await views.Find(before, earlier.Attempts, cancellation);
        CheckView? now = await views.Find(after, status.Attempts, cancellation);
        return was is null || now is null
            ? PageResult.SeeOther(context, $"/checks/{after}")
            : PageResult.Show<ChangesPage>(new
            {
                Before = was, After = now, BeforeId = before, AfterId = after, Names = names,
                Older = await rechecks.FindOlder(cancellation)
            });
    }
}
