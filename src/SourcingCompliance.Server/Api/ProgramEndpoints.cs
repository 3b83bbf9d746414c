using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Api;

/// <summary>The programs under <c>/api/v1/programs</c>.</summary>
public static class ProgramEndpoints
{
    private const string NotThere = "The program is not on this server.";

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        RouteGroupBuilder programs = routes.MapGroup("/api/v1/programs").WithTags("Programs");
        programs.MapGet("", async (ProgramStore store, CancellationToken cancellation) =>
                Results.Ok((await store.ReadAll(cancellation)).Select(ProgramBody.From)))
            .WithName("listPrograms").WithSummary("The programs, by name").Produces<IReadOnlyList<ProgramBody>>();
        programs.MapPost("", Add).WithName("addProgram").WithSummary("Add a program").Produces<ProgramBody>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        programs.MapGet("{id}", async (string id, ProgramStore store, CancellationToken cancellation) =>
                await store.Find(id, cancellation) is { } program ? Results.Ok(ProgramBody.From(program)) : Problems.NotFound(NotThere))
            .WithName("getProgram").WithSummary("One program, by id or name").Produces<ProgramBody>().ProducesProblem(StatusCodes.Status404NotFound);
        programs.MapPut("{id}", Change).WithName("changeProgram").WithSummary("Change a program; what is not stated is removed").Produces<ProgramBody>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        programs.MapDelete("{id}", async (string id, ProgramStore store, CancellationToken cancellation) =>
                await store.Remove(id, cancellation) ? Results.NoContent() : Problems.NotFound(NotThere))
            .WithName("deleteProgram").WithSummary("Delete a program; its checks stay").Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> Add(ProgramBody body, HttpContext context, ProgramStore store, TimeProvider time, CancellationToken cancellation) =>
        Keep(body, UploadFolder.NewId(), context, time, async program => await store.Add(program, cancellation)
            ? Results.Created($"/api/v1/programs/{program.Id}", ProgramBody.From(program)) : null);

    private static async Task<IResult> Change(string id, ProgramBody body, HttpContext context, ProgramStore store, TimeProvider time,
        CancellationToken cancellation) => await store.Find(id, cancellation) is not { } earlier || earlier.Id != id
        ? Problems.NotFound(NotThere)
        : await Keep(body, id, context, time, async program => await store.Update(program, cancellation)
            ? Results.Ok(ProgramBody.From(program)) : null);

    private static async Task<IResult> Keep(ProgramBody body, string id, HttpContext context, TimeProvider time, Func<ProgramRecord, Task<IResult?>> keep)
    {
        try
        {
            return await keep(ProgramForm.Read(body.ToForm(), id, Timestamp.Now(time)))
                ?? Problems.Create(StatusCodes.Status409Conflict, ServerDiagnosticIds.UploadMalformed, "Another program has this name; nothing was changed.");
        }
        catch (UploadRefusedException refusal)
        {
            return Problems.Create(refusal, context.Response);
        }
    }
}
