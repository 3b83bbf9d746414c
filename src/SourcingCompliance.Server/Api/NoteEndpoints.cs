using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Api;

/// <summary>A note on a part of a program. Notes change no result.</summary>
public sealed record NoteBody
{
    /// <summary>Its id; not read when a note is added.</summary>
    public string? Id { get; init; }

    /// <summary>Name or id of the program; null = checks without one.</summary>
    public string? Program { get; init; }

    /// <summary>The part number.</summary>
    public required string Part { get; init; }

    /// <summary>The note, of at most 2,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it; there are no accounts.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC; not read when a note is added.</summary>
    public string? WrittenAt { get; init; }
}

/// <summary>Who looks after a part of a program.</summary>
public sealed record AssigneeBody
{
    /// <summary>Name or id of the program; null = checks without one.</summary>
    public string? Program { get; init; }

    /// <summary>The part number.</summary>
    public required string Part { get; init; }

    /// <summary>Who looks after it; empty = no one.</summary>
    public required string Name { get; init; }

    /// <summary>Who assigned it; there are no accounts.</summary>
    public required string Author { get; init; }

    /// <summary>When, UTC; not read.</summary>
    public string? AssignedAt { get; init; }
}

/// <summary>Notes and assignees of parts under <c>/api/v1/notes</c> and <c>/api/v1/assignees</c>.</summary>
public static class NoteEndpoints
{
    private const int MostCharacters = 2000;
    private const int MostLineCharacters = 200;
    private const string NoProgram = "The program is not on this server.";

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        RouteGroupBuilder notes = routes.MapGroup("/api/v1").WithTags("Notes");
        notes.MapGet("notes", (NoteStore store, ProgramStore programs, CancellationToken cancellation, string? program = null) =>
                In(programs, program, async id => Results.Ok((await store.Read(id, cancellation)).Notes.Select(note => new NoteBody
                {
                    Id = note.Id, Program = id, Part = note.Part, Text = note.Text, Author = note.Author, WrittenAt = note.WrittenAt,
                })), cancellation))
            .WithName("listNotes").WithSummary("The notes on the parts of a program, or of checks without one, newest first")
            .Produces<IReadOnlyList<NoteBody>>().ProducesProblem(StatusCodes.Status404NotFound);
        notes.MapPost("notes", Add).WithName("addNote").WithSummary("Add a note on a part").Produces<NoteBody>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        notes.MapDelete("notes/{id}", (string id, NoteStore store, ProgramStore programs, CancellationToken cancellation, string? program = null) =>
                In(programs, program, async owner => await store.Remove(owner, id, cancellation)
                    ? Results.NoContent() : Problems.NotFound("The note is not in this program."), cancellation))
            .WithName("deleteNote").WithSummary("Delete a note").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        notes.MapGet("assignees", (NoteStore store, ProgramStore programs, CancellationToken cancellation, string? program = null) =>
                In(programs, program, async id => Results.Ok((await store.Read(id, cancellation)).Assignees.Select(assignee => new AssigneeBody
                {
                    Program = id, Part = assignee.Part, Name = assignee.Name, Author = assignee.Author, AssignedAt = assignee.AssignedAt,
                })), cancellation))
            .WithName("listAssignees").WithSummary("Who looks after the parts of a program, or of checks without one")
            .Produces<IReadOnlyList<AssigneeBody>>().ProducesProblem(StatusCodes.Status404NotFound);
        notes.MapPut("assignees", Assign).WithName("assignPart").WithSummary("Say who looks after a part; an empty name removes it")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Add(NoteBody body, NoteStore store, ProgramStore programs, TimeProvider time, CancellationToken cancellation) =>
        FindProblem(body.Part, body.Author) is { } problem ? problem
        : body.Text.Trim().Length is 0 or > MostCharacters ? Malformed($"text: write a note of at most {MostCharacters} characters.")
        : await In(programs, body.Program, async id =>
        {
            var note = new PartNote
            {
                Id = UploadFolder.NewId(), PartKey = PartKey.From(body.Part), Part = Clean(body.Part), Text = Clean(body.Text), Author = Clean(body.Author),
                WrittenAt = Timestamp.Now(time),
            };
            await store.Add(id, note, cancellation);
            return Results.Created($"/api/v1/notes/{note.Id}",
                body with { Id = note.Id, Program = id, Part = note.Part, Text = note.Text, Author = note.Author, WrittenAt = note.WrittenAt });
        }, cancellation);

    private static async Task<IResult> Assign(AssigneeBody body, NoteStore store, ProgramStore programs, TimeProvider time, CancellationToken cancellation) =>
        FindProblem(body.Part, body.Author) is { } problem ? problem
        : body.Name.Length > MostLineCharacters || body.Name.Any(char.IsControl)
            ? Malformed($"name: enter one line of at most {MostLineCharacters} characters.")
        : await In(programs, body.Program, async id =>
        {
            await store.Assign(id, new PartAssignee
            {
                PartKey = PartKey.From(body.Part), Part = Clean(body.Part), Name = Clean(body.Name), Author = Clean(body.Author),
                AssignedAt = Timestamp.Now(time),
            }, cancellation);
            return Results.NoContent();
        }, cancellation);

    private static async Task<IResult> In(ProgramStore programs, string? program, Func<string?, Task<IResult>> answer, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(program) ? await answer(null)
        : await programs.Find(program, cancellation) is { } found ? await answer(found.Id)
        : Problems.NotFound(NoProgram);

    private static IResult? FindProblem(string part, string author) =>
        PartKey.From(part).Length == 0 || part.Length > MostLineCharacters ? Malformed("part: enter the part number.")
        : author.Trim().Length is 0 or > MostLineCharacters || author.Any(char.IsControl) ? Malformed("author: enter who writes this.")
        : null;

    private static IResult Malformed(string sentence) => Problems.Create(StatusCodes.Status400BadRequest, ServerDiagnosticIds.UploadMalformed, sentence);

    // PostgreSQL takes no NUL.
    private static string Clean(string text) => text.Trim().Replace('\0', '\uFFFD');
}
