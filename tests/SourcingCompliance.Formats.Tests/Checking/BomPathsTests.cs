using SourcingCompliance.Diagnostics;

namespace SourcingCompliance.Formats.Checking;

public sealed class BomPathsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sourcing-paths-").FullName.Replace('\\', '/');
    private readonly DiagnosticBag _diagnostics = new();

    public BomPathsTests()
    {
        foreach (string name in new[] { "a.csv", "b.XLSX", "~$b.xlsx", "notes.md", "deep/er/c.ods", "out/a.csv" })
        {
            string path = Path.Combine(_folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _folder);
            File.WriteAllText(path, "x");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_gives_its_lists_at_any_depth_and_no_lock_files() =>
        Find(_folder).ShouldBe(["a.csv", "b.XLSX", "deep/er/c.ods", "out/a.csv"]);

    [Fact]
    public void The_folder_of_reports_is_left_out() =>
        BomPaths.Find([_folder], _folder + "/out", _diagnostics).Select(Relative).ShouldBe(["a.csv", "b.XLSX", "deep/er/c.ods"]);

    [Fact]
    public void A_glob_matches_one_level_and_two_stars_any()
    {
        Find(_folder + "/*.csv").ShouldBe(["a.csv"]);
        Find(_folder + "/**/*.ods").ShouldBe(["deep/er/c.ods"]);
        Find(_folder + "/**/a.csv").ShouldBe(["a.csv", "out/a.csv"]);
    }

    [Fact]
    public void A_file_named_twice_is_checked_once() =>
        BomPaths.Find([_folder + "/a.csv", _folder + "/*.csv"], null, _diagnostics).Count.ShouldBe(1);

    [Fact]
    public void A_path_that_names_nothing_is_told()
    {
        BomPaths.Find([_folder + "/none.csv", _folder + "/*.xls"], null, _diagnostics).ShouldBeEmpty();

        _diagnostics.CountOf(DiagnosticIds.PathNotFound).ShouldBe(2);
        _diagnostics.HasErrors.ShouldBeTrue();
    }

    private IEnumerable<string> Find(string path) => BomPaths.Find([path], null, _diagnostics).Select(Relative);

    private string Relative(string path) => Path.GetRelativePath(_folder, path).Replace('\\', '/');
}
