using System.Text;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Columns;

/// <summary>The column settings that were saved: each is applied to every later BOM of its form, so a wrong one must be found and removed easily.</summary>
public static class SavedColumnsEndpoints
{
    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/mappings", async (ProfileStore profiles, CancellationToken cancellation) =>
            PageResult.Show<SavedColumnsPage>(new
            {
                Saved = (IReadOnlyList<(StoredProfile, string)>)[
                .. (await profiles.All(cancellation)).Select(profile => (profile, GetWords(profile)))]
            }));
        routes.MapPost("/mappings/{id}/delete", Remove);
    }

    private static async Task<IResult> Remove(string id, HttpContext context, ProfileStore profiles, TimeProvider time, CancellationToken cancellation)
    {
        if (await PageResult.ReadOurForm(context, cancellation) is null)
        {
            return PageResult.TooOld();
        }

        // False says that it was removed already, which is what was wanted.
        await profiles.Remove(id, Timestamp.Now(time), cancellation);
        return PageResult.SeeOther(context, "/mappings");
    }

    private static string GetWords(StoredProfile profile) =>
        MappingProfile.Parse(Encoding.UTF8.GetBytes(profile.Json), profile.Name, new DiagnosticBag()) is { } read
            ? string.Join("; ", read.Columns.Select(column => column.Column is { Length: > 0 } letters
                ? $"{ColumnFields.GetWords(column.Name)}: column {letters}" : $"{ColumnFields.GetWords(column.Name)}: not stated")
                .Prepend(read.HeaderRow is { } row ? $"header in row {row}" : "").Where(text => text.Length > 0))
            : "can no longer be read";
}
