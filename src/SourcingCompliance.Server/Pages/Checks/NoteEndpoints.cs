using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Pages.Checks;

/// <summary>Notes on a part and who looks after it, written on the page of a line item.</summary>
internal static class NoteEndpoints
{
    private const int MostCharacters = 2000;

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/checks/{id}/lines/{line:int}/notes", (string id, int line, HttpContext context, CheckPages pages, NoteStore notes, TimeProvider time,
            CancellationToken cancellation) => Change(id, line, context, pages, async (model, form, author) =>
            {
                string text = form["note"];
                if (text.Length is 0 or > MostCharacters)
                {
                    return FormattableString.Invariant($"Write a note of at most {MostCharacters} characters. Nothing was saved.");
                }

                string part = model.View.Lines[line].Part;
                await notes.Add(model.Program?.Id, new PartNote
                {
                    Id = UploadFolder.NewId(), PartKey = PartKey.From(part), Part = part, Text = Clean(text), Author = author, WrittenAt = Timestamp.Now(time)
                }, cancellation);
                return null;
            }, cancellation));
        routes.MapPost("/checks/{id}/lines/{line:int}/assignee", (string id, int line, HttpContext context, CheckPages pages, NoteStore notes,
            TimeProvider time, CancellationToken cancellation) => Change(id, line, context, pages, async (model, form, author) =>
            {
                string part = model.View.Lines[line].Part;
                await notes.Assign(model.Program?.Id, new PartAssignee
                {
                    PartKey = PartKey.From(part), Part = part, Name = new FieldReader(form).ReadLine("assignee"), Author = author,
                    AssignedAt = Timestamp.Now(time)
                }, cancellation);
                return null;
            }, cancellation));
        routes.MapPost("/checks/{id}/lines/{line:int}/notes/{note}/delete", async (string id, int line, string note, HttpContext context, CheckPages pages,
            NoteStore notes, CancellationToken cancellation) => await PageResult.ReadOurForm(context, cancellation) is null
            ? PageResult.TooOld()
            : await pages.ShowAsync(id, context.Request, async model =>
            {
                // One that is gone already is what was wanted.
                await notes.Remove(model.Program?.Id, note, cancellation);
                return PageResult.SeeOther(context, FormattableString.Invariant($"/checks/{Uri.EscapeDataString(id)}/lines/{line}#notes"));
            }, cancellation));
    }

    private static async Task<IResult> Change(string id, int line, HttpContext context, CheckPages pages,
        Func<ResultModel, UploadForm, string, Task<string?>> change, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is not { } posted)
        {
            return PageResult.TooOld();
        }

        var form = new UploadForm([], new Dictionary<string, (string, StoredContent)>(), [.. posted.Select(field => (field.Key, field.Value.ToString()))]);
        return await pages.ShowAsync(id, context.Request, async model =>
        {
            if (line < 0 || line >= model.View.Lines.Count || PartKey.From(model.View.Lines[line].Part).Length == 0)
            {
                return PageResult.Refuse(StatusCodes.Status404NotFound, "This check has no such line item, or the line item has no part number.");
            }

            var fields = new FieldReader(form);
            string author = fields.ReadLine("author");
            if (author.Length == 0)
            {
                return PageResult.Refuse(StatusCodes.Status400BadRequest,
                    "Enter your name, so that others know whom to ask. Go back to add it; nothing was saved.");
            }

            return await change(model, form, Clean(author)) is { } problem
                ? PageResult.Refuse(StatusCodes.Status400BadRequest, problem)
                : PageResult.SeeOther(context, FormattableString.Invariant($"/checks/{Uri.EscapeDataString(id)}/lines/{line}#notes"));
        }, cancellation);
    }

    // PostgreSQL takes no NUL.
    private static string Clean(string text) => text.Replace('\0', '\uFFFD');
}
