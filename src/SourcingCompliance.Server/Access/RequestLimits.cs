using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Access;

/// <summary>How many uploads one address may send.</summary>
public static class RequestLimits
{
    /// <summary>Name of the limit on uploads.</summary>
    public const string Uploads = "uploads";

    /// <summary>Adds the limits.</summary>
    public static void Add(IServiceCollection parts, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        parts.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Uploads, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = options.UploadsPerMinute, Window = TimeSpan.FromMinutes(1) }));
            limiter.OnRejected = Refuse;
        });
    }

    private static async ValueTask Refuse(OnRejectedContext rejected, CancellationToken cancellation)
    {
        double seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? Math.Ceiling(wait.TotalSeconds) : 60;
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problems.Create(StatusCodes.Status429TooManyRequests, ServerDiagnosticIds.QueueFull,
            FormattableString.Invariant($"Too many uploads from this address. Send this one again in {seconds} seconds.")).ExecuteAsync(rejected.HttpContext);
    }
}
