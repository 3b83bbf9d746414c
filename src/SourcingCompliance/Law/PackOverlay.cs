using System.Text.Json;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Law;

/// <summary>
/// The files of a pack that is based on another: its own, and those of the other where it has none. A bill that moves one date is then one
/// definition, and everything else stays in step with the pack in force.
/// </summary>
internal static class PackOverlay
{
    // These speak of one pack alone.
    private static readonly string[] Own = ["pack.json", "README.md", "matrix.cases.json", "contracts.cases.json", "remediation.json"];

    /// <summary>The folder as the pack sees it; the folder itself when the pack stands alone.</summary>
    public static RuleFolder Create(RuleFolder folder, string packId)
    {
        if (GetBase(folder, packId) is not { } basePack || basePack == packId)
        {
            return folder;
        }

        var files = folder.Paths.ToDictionary(path => path, path => folder.Find(path) ?? default, StringComparer.Ordinal);
        foreach (string path in folder.Below(basePack))
        {
            string rest = path[(basePack.Length + 1)..];
            if (!Own.Contains(rest, StringComparer.Ordinal))
            {
                files.TryAdd($"{packId}/{rest}", folder.Find(path) ?? default);
            }
        }

        return new RuleFolder(folder.Name, files);
    }

    private static string? GetBase(RuleFolder folder, string packId)
    {
        if (folder.Find($"{packId}/pack.json") is not { } content)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonText.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("basedOn", out JsonElement based) && based.ValueKind == JsonValueKind.String
                ? based.GetString()
                : null;
        }
        catch (JsonException)
        {
            // The reader of the pack tells the syntax error with its place.
            return null;
        }
    }
}
