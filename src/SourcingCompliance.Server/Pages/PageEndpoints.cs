namespace SourcingCompliance.Server.Pages;

/// <summary>The pages.</summary>
public static class PageEndpoints
{
    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
