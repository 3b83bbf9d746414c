using SourcingCompliance.Formats.Files;

namespace SourcingCompliance.Cli.Commands.Completions;

/// <summary>Ids that a shell can complete: those of the shipped rules. The names of their files begin with them, so that no file is read.</summary>
internal static class ShippedIds
{
    private const int RuleIdLength = 6;
    private static readonly Lazy<string[]> Paths = new(() => [.. RuleFolders.Shipped().Paths]);

    /// <summary>Ids of packs, in ordinal order.</summary>
    public static IEnumerable<string> Packs =>
        Paths.Value.Where(path => path.EndsWith("/pack.json", StringComparison.Ordinal))
            .Select(path => path[..path.IndexOf('/', StringComparison.Ordinal)]).Order(StringComparer.Ordinal);

    /// <summary>Ids of rules, in ordinal order.</summary>
    public static IEnumerable<string> Rules => Paths.Value.Select(path => path[(path.LastIndexOf('/') + 1)..])
        .Where(name => name.StartsWith("SC", StringComparison.Ordinal) && name.Length > RuleIdLength && name[RuleIdLength] == '-')
        .Select(name => name[..RuleIdLength])
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
