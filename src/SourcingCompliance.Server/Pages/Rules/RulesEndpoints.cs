using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Guidance;
using SourcingCompliance.Server.Responses;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Pages.Rules;

/// <summary>The law that is applied, in plain words, and what every diagnostic means.</summary>
public static class RulesEndpoints
{
    /// <summary>Maps the paths.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/rules", Get);
        routes.MapGet("/rules/diagnostics", () => PageResult.Show<DiagnosticsPage>(new { Guide = (IReadOnlyList<DiagnosticGuidance>)DiagnosticGuide.All }));
    }

    private static IResult Get(string? pack = null) =>
        PackNames.All.FirstOrDefault(candidate => candidate.Id == (pack ?? CheckLibrary.MainPack)) is { } shown
            ? PageResult.Show<RulesPage>(new { Pack = shown, Rules = RuleText.Read(RuleFolders.Shipped(), shown.Id) })
            : PageResult.Refuse(StatusCodes.Status404NotFound,
                $"There is no pack with that id. Choose from: {string.Join(", ", PackNames.All.Select(known => known.Id))}.");
}
