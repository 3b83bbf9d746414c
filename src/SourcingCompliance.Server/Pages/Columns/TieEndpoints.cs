using System.Text;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Pages.Columns;

/// <summary>Where two columns could hold one field: the user chooses, sees how the sheet is read then, and saves the choice for every BOM of the form.</summary>
public static class TieEndpoints
{
    // A choice travels as "countryOfOrigin:F"; an empty column says that the sheet does not state the field.
    private const string Choice = "set";

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/checks/{id}/mapping", Get);
        routes.MapPost("/checks/{id}/mapping", Post).RequireRateLimiting(RequestLimits.Uploads);
    }

    // The first sheet of the check that is refused for a tie, with the choices made so far applied.
    private static async Task<IResult> Get(string id, HttpContext context, RunStore store, ProfileStore profiles, UploadFolder uploads, CancellationToken cancellation)
    {
        string[] choices = [.. context.Request.Query[Choice].OfType<string>()];
        IReadOnlyList<MappingProfile> saved = await ReadSaved(profiles, cancellation);
        if (await FindTie(id, store, uploads, saved, cancellation) is not { } found)
        {
            return PageResult.SeeOther(context, $"/checks/{Uri.EscapeDataString(id)}/columns");
        }

        // The header's fingerprint limits the choices to this form.
        SheetMapping now = choices.Length == 0 ? found.Tied : SheetPreview.Map(found.Input, [ProfileOf(found.Tied, choices, "your choice"), .. saved]).First(sheet => sheet.Map.Sheet.Sheet == found.Tied.Map.Sheet.Sheet);
        return PageResult.Show<TiePage>(new { Id = id, Preview = SheetPreview.Read(found.Input, now, 0), Choices = choices });
    }

    // Saves the choices and checks the files once more.
    private static async Task<IResult> Post(string id, HttpContext context, RunStore store, ProfileStore profiles, UploadFolder uploads, UploadIntake intake, TimeProvider time, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is not { } form)
        {
            return PageResult.TooOld();
        }

        string[] choices = [.. form[Choice].OfType<string>()];
        if (choices.Length == 0 || await FindTie(id, store, uploads, await ReadSaved(profiles, cancellation), cancellation) is not { } found)
        {
            return PageResult.Refuse(StatusCodes.Status400BadRequest, "There is no choice to save.");
        }

        try
        {
            string name = form["name"].ToString().Trim() is { Length: > 0 and <= 100 } given ? given : "saved columns";
            using var json = new MemoryStream();
            ProfileOf(found.Tied, choices, name).Write(json);
            await profiles.Add(new StoredProfile { Id = UploadFolder.NewId(), Name = name, Json = Encoding.UTF8.GetString(json.ToArray()), CreatedAt = Timestamp.Now(time) }, cancellation);
            return PageResult.SeeOther(context, "/checks/" + await intake.Repeat(id, cancellation));
        }
        catch (UploadRefusedException refusal)
        {
            return PageResult.Refuse(refusal.Status, refusal.Message);
        }
    }

    private static async Task<(CheckInput Input, SheetMapping Tied)?> FindTie(string id, RunStore store, UploadFolder uploads, IReadOnlyList<MappingProfile> saved, CancellationToken cancellation)
    {
        foreach (RunFile file in await store.FilesOf(id, cancellation))
        {
            var input = new CheckInput(uploads.PathOf(file.Sha256), file.Name);
            if (SheetPreview.Map(input, saved).FirstOrDefault(sheet => sheet.Tie is not null) is { } tied)
            {
                return (input, tied);
            }
        }

        return null;
    }

    private static MappingProfile ProfileOf(SheetMapping tied, string[] choices, string name) => new()
    {
        Name = name,
        Fingerprint = tied.Fingerprint,
        Columns = [.. choices.Select(choice => choice.Split(':', 2)).Where(parts => parts.Length == 2 && FieldNames.TryParse(parts[0], out _, out _, out _))
            .Select(parts => new ProfileColumn(parts[0], parts[1].Length == 0 ? null : parts[1]))],
    };

    private static async Task<IReadOnlyList<MappingProfile>> ReadSaved(ProfileStore profiles, CancellationToken cancellation) =>
        [.. (await profiles.All(cancellation)).Select(profile => MappingProfile.Parse(Encoding.UTF8.GetBytes(profile.Json), profile.Name, new DiagnosticBag())).OfType<MappingProfile>()];
}
