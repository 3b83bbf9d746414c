using SourcingCompliance.Server.Access;
using SourcingCompliance.Server.Responses;

namespace SourcingCompliance.Server.Pages;

/// <summary>The pages.</summary>
public static class PageEndpoints
{
    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        RouteGroupBuilder pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", UploadPage.Get);
        pages.MapPost("/", UploadPage.Post).RequireRateLimiting(RequestLimits.Uploads);
        pages.MapGet("/assets/{name}", Assets.Get);
        pages.MapGet("/checks", HistoryPage.Get);
        pages.MapGet("/checks/{id}", CheckPage.Get);
        pages.MapPost("/checks/{id}/cancel", CheckPage.Cancel);
        pages.MapGet("/checks/{id}/delete", CheckPage.AskToForget);
        pages.MapPost("/checks/{id}/delete", CheckPage.Forget);
        pages.MapGet("/checks/{id}/mapping", MappingPage.Get);
        pages.MapPost("/checks/{id}/mapping", MappingPage.Post).RequireRateLimiting(RequestLimits.Uploads);
        pages.MapGet("/compare", ComparePage.Get);
        pages.MapGet("/mappings", MappingsPage.Get);
        pages.MapPost("/mappings/{id}/delete", MappingsPage.Remove);
        pages.MapGet("/deadlines", DeadlinesPage.Get);
        pages.MapGet("/deadlines.ics", DeadlinesPage.Feed);
        pages.MapGet("/rules", RulesPage.Get);
        pages.MapFallback(() => PageFrame.Refuse(StatusCodes.Status404NotFound, "There is no such page."));
    }
}
