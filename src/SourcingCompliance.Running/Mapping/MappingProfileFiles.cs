using SourcingCompliance.Formats.Files;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Running.Mapping;

/// <summary>Reads mapping profiles from disk.</summary>
public static class MappingProfileFiles
{
    /// <summary>The profiles of the files, in the order given; a file that cannot be read or understood is an error and left out.</summary>
    /// <param name="paths">Paths of the files.</param>
    /// <param name="diagnostics">Receives SC9001 for a file that is not there, SC9230 for one that cannot be opened or is no profile.</param>
    public static IReadOnlyList<MappingProfile> Read(IEnumerable<string> paths, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var profiles = new List<MappingProfile>();
        foreach (string path in paths)
        {
            string name = path.Replace('\\', '/');
            if (!File.Exists(path))
            {
                diagnostics.Error(DiagnosticIds.PathNotFound, CellRef.ForFile(name), "The mapping profile does not exist.", "Correct the path.");
            }
            else if (ReadFile(path, name, diagnostics) is { } profile)
            {
                profiles.Add(profile);
            }
        }

        return profiles;
    }

    private static MappingProfile? ReadFile(string path, string name, DiagnosticBag diagnostics)
    {
        try
        {
            return MappingProfile.Parse(OrdinaryFile.ReadAllBytes(path), name, diagnostics);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(DiagnosticIds.ProfileInvalid, CellRef.ForFile(name),
                $"The mapping profile cannot be opened: {FileTrouble.GetWords(problem)}.", "Correct the path.");
            return null;
        }
    }
}
