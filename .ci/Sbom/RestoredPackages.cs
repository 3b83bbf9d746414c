using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;

namespace SourcingCompliance.Sbom;

/// <summary>One package, or one project of ours, that a program is made of.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsPackage">False for a project of ours.</param>
/// <param name="Sha512">Hash of the package in base64; null for a project.</param>
/// <param name="License">SPDX expression that its author states; null = none.</param>
/// <param name="Needs">Ids of what it needs itself.</param>
internal sealed record RestoredPackage(string Name, string Version, bool IsPackage, string? Sha512, string? License, ImmutableArray<string> Needs);

/// <summary>Reads what a restore resolved: <c>obj/project.assets.json</c>, and the licenses from the packages themselves.</summary>
internal static class RestoredPackages
{
    /// <summary>Reads one assets file: packages with files for run time, projects, and what is downloaded only.</summary>
    /// <param name="path">The assets file.</param>
    public static ImmutableArray<RestoredPackage> Read(string path)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement root = assets.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        JsonElement libraries = root.GetProperty("libraries");
        // The first target is the one without a runtime identifier.
        IEnumerable<RestoredPackage> restored = root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "project" || library.Value.TryGetProperty("runtime", out _))
            .Select(library => Of(library, libraries.GetProperty(library.Name), folders));
        IEnumerable<RestoredPackage> downloaded = root.GetProperty("project").GetProperty("frameworks").EnumerateObject()
            .SelectMany(framework => framework.Value.TryGetProperty("downloadDependencies", out JsonElement downloads)
                ? downloads.EnumerateArray().ToArray() : [])
            .Select(download => Downloaded(download.GetProperty("name").GetString() ?? "", download.GetProperty("version").GetString() ?? "", folders));
        return [.. restored.Concat(downloaded)];
    }

    private static RestoredPackage Of(JsonProperty library, JsonElement file, string[] folders)
    {
        string[] parts = library.Name.Split('/');
        bool isPackage = library.Value.GetProperty("type").GetString() == "package";
        ImmutableArray<string> needs = library.Value.TryGetProperty("dependencies", out JsonElement dependencies)
            ? [.. dependencies.EnumerateObject().Select(need => need.Name)] : [];
        return new RestoredPackage(parts[0], parts[1], isPackage, isPackage ? file.GetProperty("sha512").GetString()
            : null, isPackage ? LicenseOf(parts[0], parts[1], folders) : null, needs);
    }

    private static RestoredPackage Downloaded(string name, string range, string[] folders)
    {
        string version = range.Trim('[', ']').Split(',')[0].Trim();
        string? hash = folders.Select(folder => Path.Combine(FolderOf(folder, name, version), $"{name.ToLowerInvariant()}.{version}.nupkg.sha512"))
            .FirstOrDefault(File.Exists);
        return new RestoredPackage(name, version, true, hash is null ? null : File.ReadAllText(hash).Trim(), LicenseOf(name, version, folders), []);
    }

    private static string? LicenseOf(string name, string version, string[] folders)
    {
        string? nuspec = folders.Select(folder => Path.Combine(FolderOf(folder, name, version), name.ToLowerInvariant() + ".nuspec"))
            .FirstOrDefault(File.Exists);
        return nuspec is null ? null : XDocument.Load(nuspec).Descendants()
            .FirstOrDefault(element => element.Name.LocalName == "license" && element.Attribute("type")?.Value == "expression")?.Value;
    }

    private static string FolderOf(string folder, string name, string version) => Path.Combine(folder, name.ToLowerInvariant(), version.ToLowerInvariant());
}
