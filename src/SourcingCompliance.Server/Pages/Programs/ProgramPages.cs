using SourcingCompliance.Server.Pages.Deadlines;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Pages.Programs;

/// <summary>The programs: all of them, one with its BOMs, and the form that adds or changes one.</summary>
public static class ProgramPages
{
    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/programs", async (ProgramStore programs, HistoryStore history, RunStore store, TimeProvider time, CancellationToken cancellation) =>
            PageResult.Show<ProgramsPage>(new { Programs = await ProgramSummary.ReadAll(programs, history, store, time, cancellation) }));
        routes.MapGet("/programs/new", () => PageResult.Show<ProgramFormPage>(new { Model = ProgramFormModel.Empty }));
        routes.MapPost("/programs/new", (HttpContext context, ProgramStore programs, TimeProvider time, CancellationToken cancellation) =>
            Keep(null, context, programs, time, cancellation));
        routes.MapGet("/programs/{id}", Get);
        routes.MapGet("/programs/{id}/deadlines.ics", async (string id, HttpRequest request, ProgramStore programs, RunStore store,
            CancellationToken cancellation) => await programs.Find(id, cancellation) is { } program
            ? DeadlinesEndpoints.Write(request, await DeadlineList.ReadIn(program, store, cancellation), program.Name, $"/programs/{program.Id}")
            : NotThere());
        routes.MapGet("/programs/{id}/edit", async (string id, ProgramStore programs, CancellationToken cancellation) =>
            await programs.Find(id, cancellation) is { } program
                ? PageResult.Show<ProgramFormPage>(new { Model = ProgramFormModel.From(program) }) : NotThere());
        routes.MapPost("/programs/{id}/edit", (string id, HttpContext context, ProgramStore programs, TimeProvider time, CancellationToken cancellation) =>
            Keep(id, context, programs, time, cancellation));
        routes.MapGet("/programs/{id}/delete", async (string id, ProgramStore programs, CancellationToken cancellation) =>
            await programs.Find(id, cancellation) is { } program ? PageResult.Show<ProgramDeletePage>(new { Program = program }) : NotThere());
        routes.MapPost("/programs/{id}/delete", Delete);
    }

    /// <summary>The answer when a program is not there.</summary>
    internal static IResult NotThere() =>
        PageResult.Refuse(StatusCodes.Status404NotFound, "The program is not on this server. It may have been deleted.", "Program not found");

    private static async Task<IResult> Get(string id, ProgramStore programs, HistoryStore history, RunStore store, TimeProvider time,
        AccessToken token, NoteStore notes, CancellationToken cancellation) => await programs.Find(id, cancellation) is { } program
        ? PageResult.Show<ProgramPage>(new
        {
            Summary = await ProgramSummary.Read(program, history, store, time, cancellation),
            Notes = await notes.Read(program.Id, cancellation),
            FeedQuery = token.Query
        })
        : NotThere();

    private static async Task<IResult> Keep(string? id, HttpContext context, ProgramStore programs, TimeProvider time, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is not { } posted)
        {
            return PageResult.TooOld();
        }

        if (id is not null && await programs.Find(id, cancellation) is null)
        {
            return NotThere();
        }

        var form = new UploadForm([], new Dictionary<string, (string, StoredContent)>(),
            [.. posted.Select(field => (field.Key, field.Value.ToString()))]);
        try
        {
            ProgramRecord program = ProgramForm.Read(form, id ?? UploadFolder.NewId(), Timestamp.Now(time));
            return await (id is null ? programs.Add(program, cancellation) : programs.Update(program, cancellation))
                ? PageResult.SeeOther(context, $"/programs/{program.Id}")
                : Show(new Dictionary<string, string> { ["name"] = "Another program has this name." }, StatusCodes.Status409Conflict);
        }
        catch (UploadRefusedException refusal)
        {
            return Show(refusal.Errors, refusal.Status);
        }

        IResult Show(IReadOnlyDictionary<string, string> errors, int status) => PageResult.Show<ProgramFormPage>(new
        {
            Model = new ProgramFormModel(id, form.Fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal)) { Errors = errors }
        }, status);
    }

    private static async Task<IResult> Delete(string id, HttpContext context, ProgramStore programs, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is null)
        {
            return PageResult.TooOld();
        }

        return await programs.Remove(id, cancellation) ? PageResult.SeeOther(context, "/programs") : NotThere();
    }
}
