using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Parts;

/// <summary>Where is a part used, and what is known of it: the search over all checks.</summary>
public static class PartPages
{
    private const int MostSame = 300;
    private const int MostSimilar = 100;
    private const int MostUnsearched = 20;

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/parts", async (PartStore parts, CancellationToken cancellation, string q = "") => PageResult.Show<PartsPage>(new
        {
            Model = new PartsModel(q.Trim(), await parts.Search(q, isSame: true, MostSame, cancellation),
                await parts.Search(q, isSame: false, MostSimilar, cancellation))
            {
                Most = MostSame, Unsearched = await parts.ReadUnsearched(MostUnsearched, cancellation),
            }
        }));
    }
}
