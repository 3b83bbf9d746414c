using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Tests.Files;

public sealed class RuleFoldersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sourcing-rules-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_link_back_to_the_folder_brings_no_file_twice()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string below = Directory.CreateDirectory(Path.Combine(_folder, "reference")).FullName;
        File.WriteAllText(Path.Combine(below, "countries.json"), "{}");
        Directory.CreateSymbolicLink(Path.Combine(below, "again"), _folder);

        RuleFolder folder = RuleFolders.FromDisk(_folder);

        folder.Paths.ShouldBe(["reference/countries.json"]);
    }
}
