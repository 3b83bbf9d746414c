using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Exchange;
using SourcingCompliance.Running.Output;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Components;
using SourcingCompliance.Server.Ledger;
using SourcingCompliance.Server.Pages.Checks;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Pages.Answers;

/// <summary>Records what a supplier said on the telephone or on paper.</summary>
internal static class TypedAnswerEndpoints
{
    private static readonly string[] NotRepeated = [ForgeryToken.FieldName, "action", "kept", "keptDocument", "others"];

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/evidence/type", async (HttpRequest request, NewestChecks checks, CancellationToken cancellation) =>
        {
            IReadOnlyList<PastCheck> newest = await checks.Read(cancellation);
            return PageResult.Show<TypedAnswerPage>(new
            {
                Model = new TypedAnswerModel(newest, request.Query.SelectMany(pair => pair.Value.Select(value => (pair.Key, Value: value ?? "")))
                    .Prepend(("check", AnswerModel.GetNewest(newest))).ToLookup(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal)),
            });
        });
        routes.MapPost("/evidence/type", Post).RequireRateLimiting(RequestLimits.Uploads);
    }

    private static async Task<IResult> Post(HttpContext context, UploadReader reader, UploadFolder uploads, LedgerFolder folder, AnswerIntake answers,
        KeptFiles kept, NewestChecks checks, RunStore store, Rechecks rechecks, TimeProvider time, CancellationToken cancellation)
    {
        UploadForm form;
        try
        {
            form = await AnswerEndpoints.Receive(context, reader, cancellation);
        }
        catch (UploadRefusedException refusal)
        {
            return PageResult.Refuse(refusal.Status, refusal.Message);
        }

        var model = new TypedAnswerModel(await checks.Read(cancellation), form.Fields.Where(field => !NotRepeated.Contains(field.Name, StringComparer.Ordinal))
            .ToLookup(field => field.Name, field => field.Value.Trim(), StringComparer.Ordinal))
        { Kept = kept.Keep(form.Documents) };
        string? problem = form.Documents
            .Select(file => FileScreening.FindProblem(file.Name, file.Content, uploads) is { } reason ? $"{file.Name}: {reason}" : null)
            .FirstOrDefault(reason => reason is not null);
        if (problem is not null)
        {
            return Show(model with { Kept = [], Errors = new Dictionary<string, string> { ["documents"] = problem } }, StatusCodes.Status400BadRequest);
        }

        if (form["action"] == "edit")
        {
            return Show(model, StatusCodes.Status200OK);
        }

        (byte[] Content, string Name)[] documents = [.. form.Documents.Select(file => (File.ReadAllBytes(uploads.GetPath(file.Content.Sha256)), file.Name))];
        Statement statement;
        try
        {
            statement = new TypedAnswer(form, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
                .Read([.. documents.Select(file => EvidenceStore.GetDocument(file.Content, file.Name, "letter"))]);
        }
        catch (UploadRefusedException refusal)
        {
            return Show(model with { Errors = refusal.Errors }, refusal.Status);
        }

        if (await Task.Run(() => folder.Read(new DiagnosticBag()), cancellation) is not { } ledger)
        {
            return PageResult.Refuse(StatusCodes.Status503ServiceUnavailable, LedgerTrouble.Damaged, "Not stored");
        }

        var file = new AnswerFile("", new Receipt("", null)
        {
            Statements = [statement],
            Documents = documents.Select(one => (EvidenceStore.GetDocument(one.Content, one.Name, "letter").Sha256, Kept: (one.Content, one.Name, "letter")))
                .DistinctBy(one => one.Sha256, StringComparer.Ordinal).ToImmutableDictionary(one => one.Sha256, one => one.Kept),
        }, [])
        {
            Statements = [AnswerIntake.Judge(ledger, statement,
                answers.GetTerms(await AnswerEndpoints.FindDelivery(store, form["check"], cancellation)))]
        };
        return form["action"] == "keep" ? await Keep(context, form, file, answers, store, rechecks, cancellation)
            : PageResult.Show<TypedReviewPage>(new
            {
                File = file, Model = model, Others = await rechecks.FindOthers(form["check"], [statement], cancellation),
            });
    }

    private static async Task<IResult> Keep(HttpContext context, UploadForm form, AnswerFile file, AnswerIntake answers, RunStore store,
        Rechecks rechecks, CancellationToken cancellation)
    {
        string check = form["check"];
        if (check.Length > 0 && await store.Find(check, cancellation) is not { State: RunState.Done })
        {
            return CheckPages.NotThere();
        }

        try
        {
            // What is on file already with the same words is no fault: the button was pressed twice.
            await answers.Keep([file], replaces: false, cancellation);
            return await AnswerEndpoints.Follow(context, check,
                form["others"] == "yes" ? await rechecks.FindOthers(check, file.Receipt.Statements, cancellation) : [],
                [file.Receipt.Statements[0].Id], rechecks, cancellation);
        }
        catch (OutputRefusedException refusal)
        {
            return LedgerTrouble.Refuse(refusal);
        }
    }

    private static IResult Show(TypedAnswerModel model, int status) => PageResult.Show<TypedAnswerPage>(new { Model = model }, status);
}
