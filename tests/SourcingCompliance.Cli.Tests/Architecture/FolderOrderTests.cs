using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace SourcingCompliance.Cli.Architecture;

/// <summary>Holds the one order of folders that src/README.md writes down against the compiled code.</summary>
public sealed partial class FolderOrderTests
{
    private static readonly Dictionary<string, string[]> Order = Rows().ToDictionary(row => row.Project, row => row.Folders, StringComparer.Ordinal);

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> House = new(() => new ArchLoader().LoadAssemblies(
        typeof(ComplianceChecker).Assembly,
        typeof(Formats.ReportWriters).Assembly,
        typeof(Running.CheckRunner).Assembly,
        typeof(SourcingCommand).Assembly,
        typeof(Server.SourcingServer).Assembly).Build());

    public static TheoryData<string> Projects => [.. Order.Keys];

    [Fact]
    public void The_map_names_every_project_and_every_folder_of_it()
    {
        foreach (string project in Directory.EnumerateDirectories(Repository.PathOf("src")).Select(path => Path.GetFileName(path)))
        {
            Directory.EnumerateDirectories(Repository.PathOf("src", project))
                .Where(path => Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories).Any())
                .Select(path => Path.GetFileName(path)).Where(folder => folder is not ("bin" or "obj")).Order(StringComparer.Ordinal)
                .ShouldBe(Order[project].Order(StringComparer.Ordinal), $"the folders of {project} as src/README.md lists them");
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_uses_only_the_folders_before_it(string project)
    {
        string[] folders = Order[project];
        string[] offenders = [.. House.Value.Types.Where(type => FolderOf(type, project) is not null).SelectMany(type => type.Dependencies
                .Select(dependency => dependency.Target)
                .Where(target => Place(folders, FolderOf(target, project)) > Place(folders, FolderOf(type, project)))
                .Select(target => $"{type.FullName} uses {target.FullName}"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        offenders.ShouldBeEmpty("move the type down to where it is used, or split it; the order stands in src/README.md");
    }

    [Fact]
    public void Every_place_that_the_map_names_exists()
    {
        string[] missing = [.. NamedPlace().Matches(File.ReadAllText(Repository.PathOf("src", "README.md"))).SelectMany(match => Spelled(match.Groups[1].Value))
            .Where(place => !Path.Exists(Repository.PathOf(place)) && !Path.Exists(Repository.PathOf("src", place)))];

        missing.ShouldBeEmpty();
    }

    // Folder/{One,Other}.cs stands for two files.
    private static IEnumerable<string> Spelled(string place)
    {
        int begin = place.IndexOf('{', StringComparison.Ordinal);
        int end = place.IndexOf('}', StringComparison.Ordinal);
        return begin < 0 ? [place] : place[(begin + 1)..end].Split(',').Select(name => place[..begin] + name + place[(end + 1)..]);
    }

    // What stands beside the folders of a project is past them all.
    private static int Place(string[] folders, string? folder) => folder is null ? -1 : folder.Length == 0 ? folders.Length : Array.IndexOf(folders, folder);

    // The folder of a type by its namespace; null for a type of another project, "" for one beside the folders.
    private static string? FolderOf(IType type, string project)
    {
        string space = type.Namespace?.FullName ?? "";
        bool isOfAnother = !Regex.IsMatch(space, $@"^{Regex.Escape(project)}(\.|$)", RegexOptions.None, TimeSpan.FromSeconds(1))
            || Order.Keys.Any(other => other.Length > project.Length && (space == other || space.StartsWith(other + ".", StringComparison.Ordinal)));
        return isOfAnother ? null : space.Length == project.Length ? "" : space[(project.Length + 1)..].Split('.')[0];
    }

    private static IEnumerable<(string Project, string[] Folders)> Rows() =>
        File.ReadLines(Repository.PathOf("src", "README.md")).Select(line => OrderRow().Match(line)).Where(row => row.Success)
            .Select(row => (row.Groups[1].Value, Name().Matches(row.Groups[2].Value).Select(folder => folder.Groups[1].Value).ToArray()));

    [GeneratedRegex(@"^\| `(SourcingCompliance[.\w]*)` \| [^|]* \| ([^|]*) \|$")]
    private static partial Regex OrderRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"`((?:SourcingCompliance|rules/|examples/|\.ci/|\.github/)[^`<]*/[^`<]*)`")]
    private static partial Regex NamedPlace();
}
