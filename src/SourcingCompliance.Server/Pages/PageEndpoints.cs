using SourcingCompliance.Server.Pages.Answers;
using SourcingCompliance.Server.Pages.Checks;
using SourcingCompliance.Server.Pages.Columns;
using SourcingCompliance.Server.Pages.Comparison;
using SourcingCompliance.Server.Pages.Deadlines;
using SourcingCompliance.Server.Pages.Home;
using SourcingCompliance.Server.Pages.Parts;
using SourcingCompliance.Server.Pages.Programs;
using SourcingCompliance.Server.Pages.Rules;
using SourcingCompliance.Server.Responses;

namespace SourcingCompliance.Server.Pages;

/// <summary>The pages.</summary>
public static class PageEndpoints
{
    /// <summary>Adds what the pages use.</summary>
    /// <param name="parts">Receives it.</param>
    public static void Add(IServiceCollection parts) => parts.AddSingleton<CheckPages>().AddSingleton<CheckSheets>();

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        RouteGroupBuilder pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/assets/{name}", Assets.Get);
        HomeEndpoints.Map(pages);
        CheckEndpoints.Map(pages);
        NoteEndpoints.Map(pages);
        ColumnsEndpoints.Map(pages);
        TieEndpoints.Map(pages);
        SavedColumnsEndpoints.Map(pages);
        ProgramPages.Map(pages);
        PartPages.Map(pages);
        CompareEndpoints.Map(pages);
        SuppliersEndpoints.Map(pages);
        AnswerEndpoints.Map(pages);
        TypedAnswerEndpoints.Map(pages);
        RecheckEndpoints.Map(pages);
        EvidenceEndpoints.Map(pages);
        DeadlinesEndpoints.Map(pages);
        RulesEndpoints.Map(pages);
        pages.MapFallback(() => PageResult.Refuse(StatusCodes.Status404NotFound, "This address has no page here. Start from the home page.", "Page not found"));
    }
}
