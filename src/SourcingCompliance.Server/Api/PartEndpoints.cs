using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Api;

/// <summary>The search over the line items of all checks under <c>/api/v1/parts</c>.</summary>
public static class PartEndpoints
{
    private const int Most = 500;

    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/api/v1/parts", async (PartStore parts, CancellationToken cancellation, string q = "") =>
                PartKey.From(q).Length == 0
                    ? Problems.Create(StatusCodes.Status400BadRequest, ServerDiagnosticIds.UploadMalformed, "q: enter a part number or a maker.")
                    : Results.Ok(await Search(parts, q, cancellation)))
            .WithTags("Parts").WithName("findParts").WithSummary("Where a part is used, and what is known of it")
            .WithDescription($"Part number, maker's part number, or maker; case, spaces, and dashes do not matter. The newest checks come first, "
                + $"at most {Most} line items. A check lists every line item only if it was asked to; otherwise "
                + "those with a finding, a covered material, or an exception. Of a long BOM every covered one is searched and the first 20,000 of the others.")
            .Produces<IReadOnlyList<FoundPart>>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IReadOnlyList<FoundPart>> Search(PartStore parts, string text, CancellationToken cancellation)
    {
        IReadOnlyList<FoundPart> same = await parts.Search(text, isSame: true, Most, cancellation);
        return same.Count > 0 ? same : await parts.Search(text, isSame: false, Most, cancellation);
    }
}
