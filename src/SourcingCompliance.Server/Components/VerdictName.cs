using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Server.Components;

/// <summary>How a verdict is called and marked; a shape goes with the color everywhere.</summary>
/// <param name="Token">The verdict as reports spell it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape.</param>
internal sealed record VerdictName(string Token, string Name, string Shape)
{
    /// <summary>All verdicts, worst first.</summary>
    public static IReadOnlyList<VerdictName> All { get; } =
        [.. Enum.GetValues<Verdict>()
            .Select(verdict => new VerdictName(ReportTokens.Format(verdict), VerdictLook.From(verdict).Name, VerdictLook.From(verdict).Shape))];

    /// <summary>The name of a verdict.</summary>
    /// <param name="token">The verdict as reports spell it.</param>
    public static VerdictName From(string token) => All.FirstOrDefault(name => name.Token == token) ?? All[^1];
}
