using SourcingCompliance.Cli.Display;
using SourcingCompliance.Law;

namespace SourcingCompliance.Cli.Commands.Rules;

/// <summary>What is said of an id that does not exist.</summary>
internal static class PackNames
{
    /// <summary>The sentence, with the pack that was probably meant. Ids of rules differ by a digit only, so none of them is suggested.</summary>
    /// <param name="library">The packs that there are.</param>
    /// <param name="wanted">The id that was typed.</param>
    /// <param name="kinds">What it could have been: "rule or pack".</param>
    public static string NotThere(PackLibrary library, string wanted, string kinds)
    {
        string meant = NearestWord.To(wanted, library.Packs.Select(loaded => loaded.Pack.Id)) is { } near ? $" Did you mean '{near}'?" : "";
        return $"Unknown {kinds} '{wanted}'.{meant} 'sourcing rules list' shows all rules and packs.";
    }
}
