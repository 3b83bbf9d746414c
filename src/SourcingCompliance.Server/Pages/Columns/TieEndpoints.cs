using System.Collections.Immutable;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Pages.Columns;

/// <summary>Where two columns could hold one field: the user chooses, sees how the sheet is read then, and saves the choice for every BOM of the
/// form.</summary>
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
    private static async Task<IResult> Get(string id, HttpContext context, CheckSheets sheets, CancellationToken cancellation)
    {
        string[] choices = [.. context.Request.Query[Choice].OfType<string>()];
        ImmutableArray<MappingProfile> saved = await sheets.ReadSaved(cancellation);
        if (await FindTie(id, sheets, saved, cancellation) is not { } found)
        {
            return PageResult.SeeOther(context, $"/checks/{Uri.EscapeDataString(id)}/columns");
        }

        // The header's fingerprint limits the choices to this form.
        SheetMapping now = choices.Length == 0 ? found.Mapping : SheetPreview.Map(found.Input, [GetProfile(found.Mapping, choices, "your choice"), .. saved])
            .First(sheet => sheet.Map.Sheet.Sheet == found.Mapping.Map.Sheet.Sheet);
        return PageResult.Show<TiePage>(new { Id = id, Preview = SheetPreview.Read(found.Input, now, 0), Choices = choices });
    }

    // Saves the choices and checks the files once more.
    private static async Task<IResult> Post(string id, HttpContext context, CheckSheets sheets, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is not { } form)
        {
            return PageResult.TooOld();
        }

        string[] choices = [.. form[Choice].OfType<string>()];
        if (choices.Length == 0 || await FindTie(id, sheets, await sheets.ReadSaved(cancellation), cancellation) is not { } found)
        {
            return PageResult.Refuse(StatusCodes.Status400BadRequest, "There is no choice to save.");
        }

        try
        {
            string name = form["name"].ToString().Trim() is { Length: > 0 and <= 100 } given ? given : "saved columns";
            return PageResult.SeeOther(context, "/checks/" + await sheets.CheckAgain(id, GetProfile(found.Mapping, choices, name), isKept: true, cancellation));
        }
        catch (UploadRefusedException refusal)
        {
            return PageResult.Refuse(refusal.Status, refusal.Message);
        }
    }

    private static async Task<CheckSheet?> FindTie(string id, CheckSheets sheets, ImmutableArray<MappingProfile> saved, CancellationToken cancellation) =>
        (await sheets.Read(id, saved, cancellation)).FirstOrDefault(sheet => sheet.Mapping.Tie is not null);

    private static MappingProfile GetProfile(SheetMapping tied, string[] choices, string name) => new()
    {
        Name = name,
        Fingerprint = tied.Fingerprint,
        Columns = [.. choices.Select(choice => choice.Split(':', 2)).Where(parts => parts.Length == 2 && FieldNames.TryParse(parts[0], out _, out _, out _))
            .Select(parts => new ProfileColumn(parts[0], parts[1].Length == 0 ? null : parts[1]))],
    };
}
