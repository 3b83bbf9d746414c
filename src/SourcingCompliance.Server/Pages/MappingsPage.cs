using System.Text;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages;

/// <summary>The column mappings that were saved: each is applied to every later list of its form, so a wrong one must be found and removed easily.</summary>
public static class MappingsPage
{
    /// <summary>Shows the page.</summary>
    public static async Task<IResult> Get(HttpContext context, ProfileStore profiles, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        IReadOnlyList<StoredProfile> saved = await profiles.All(cancellation);
        return PageFrame.Show("Saved column mappings", page =>
        {
            if (saved.Count == 0)
            {
                page.AddTrusted("<p>None is saved. When two columns of a list claim one field, its check asks which is meant, and the choice can be saved.</p>\n");
                return;
            }

            page.AddTrusted("<p>Each is applied to every later list whose headers are the same. One that is removed is applied no more; checks that used it stay as they are.</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Mappings\"><table>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Saved (UTC)</th><th scope=\"col\">What it says</th><th scope=\"col\">Remove</th></tr></thead>\n<tbody>\n");
            foreach (StoredProfile profile in saved)
            {
                page.Add($"<tr><th scope=\"row\">{profile.Name}</th><td class=\"date\">{profile.CreatedAt[..16].Replace('T', ' ')}</td><td>{WordsOf(profile)}</td><td><form method=\"post\" action=\"/mappings/{profile.Id}/delete\">\n");
                PageFrame.AddForgeryField(page, context);
                page.Add($"<button aria-label=\"Remove {profile.Name}\">Remove</button></form></td></tr>\n");
            }

            page.AddTrusted("</tbody>\n</table></div>\n");
        });
    }

    /// <summary>Removes a mapping.</summary>
    public static async Task<IResult> Remove(string id, HttpContext context, ProfileStore profiles, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(profiles);
        IFormCollection form = await context.Request.ReadFormAsync(cancellation);
        if (!await PageFrame.IsOurs(context, form[PageFrame.ForgeryField].ToString()))
        {
            return PageFrame.Refuse(StatusCodes.Status400BadRequest, "The form is too old. Open the page again.");
        }

        // False says that it is gone already, which is what was wanted.
        await profiles.Remove(id, Timestamp.Now(time), cancellation);
        context.Response.Headers.Location = "/mappings";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static string WordsOf(StoredProfile profile) =>
        MappingProfile.Parse(Encoding.UTF8.GetBytes(profile.Json), profile.Name, new DiagnosticBag()) is { } read
            ? string.Join("; ", read.Columns.Select(column => column.Column is { Length: > 0 } letters ? $"{column.Name} stands in column {letters}" : $"{column.Name} is not stated"))
            : "can no longer be read";
}
