using System.Globalization;
using SourcingCompliance.Server.Components;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Access;

/// <summary>
/// Lets a request in that carries the token: a browser from the address that the server printed and from then on by a cookie, a program by
/// <c>Authorization: Bearer</c> or <c>?token=</c>. What only asks whether the server lives needs none.
/// </summary>
/// <param name="next">What comes after it.</param>
/// <param name="token">The token.</param>
public sealed class AccessGuard(RequestDelegate next, AccessToken token)
{
    private const string Parameter = "token";
    private const string Scheme = "Bearer ";
    private static readonly PathString[] Free = ["/api/v1/health", "/api/v1/ready", "/api/v1/metrics", "/assets"];

    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        HttpRequest request = context.Request;
        if (token.Value is null || Free.Any(path => request.Path.StartsWithSegments(path))
            || token.Is(request.Cookies[GetCookie(request)]) || token.Is(GetBearer(request)))
        {
            await next(context);
            return;
        }

        string? given = request.Query[Parameter];
        if (given is null || !token.Is(given))
        {
            await Refuse(context);
            return;
        }

        if (!IsPage(request))
        {
            await next(context);
            return;
        }

        context.Response.Cookies.Append(GetCookie(request), given,
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Path = "/", IsEssential = true });
        // Away with the token from the address, which is kept in the history and copied. One slash only: two would begin the name of another host.
        string rest = string.Join('&', request.Query.Where(pair => pair.Key != Parameter)
            .SelectMany(pair => pair.Value.Select(value => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}")));
        context.Response.Headers.Location = "/" + request.Path.ToUriComponent().TrimStart('/') + (rest.Length == 0 ? "" : "?" + rest);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    // Calendar programs keep no cookies, and programs follow no redirections.
    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/openapi")
            && !(request.Path.Value ?? "").EndsWith(".ics", StringComparison.Ordinal);

    // Browsers share the cookies of all ports of a host.
    private static string GetCookie(HttpRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"sourcing-access-{request.HttpContext.Connection.LocalPort}");

    private static string? GetBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { Length: > 7 } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim() : null;

    private static Task Refuse(HttpContext context)
    {
        const string message = "This server needs the access token that it printed when it started. Open the address that it printed, or send the token as "
            + "'Authorization: Bearer'.";
        if (IsPage(context.Request))
        {
            return PageResult.Show<MessagePage>(new { Title = "Access token needed", Message = message, AsksToken = true }, StatusCodes.Status401Unauthorized)
                .ExecuteAsync(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Create(StatusCodes.Status401Unauthorized, ServerDiagnosticIds.TokenMissing, message).ExecuteAsync(context);
    }
}
