using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Access;

/// <summary>Stands before every request: secure headers on every answer, and no change on behalf of another site.</summary>
public static class RequestGuard
{
    // Everything comes from the server itself; no inline script or style, no frame, no form to elsewhere.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Handles one request.</summary>
    public static async Task Handle(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // Not "no-referrer": a browser would then hide the origin of our own forms too.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && IsForeign(context.Request))
        {
            await Problems.Create(StatusCodes.Status403Forbidden, ServerDiagnosticIds.ForeignRequest, "The request comes from another site and was refused.")
                .ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    // A page of another site can make a browser post to a loopback address, but it cannot choose these headers. Programs send neither.
    private static bool IsForeign(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();
        return site.Length > 0
            ? site is not ("same-origin" or "none")
            : (origin.Length > 0 && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
