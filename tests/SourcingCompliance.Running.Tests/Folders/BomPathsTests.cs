using System.Net.Sockets;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Files;
using SourcingCompliance.Running.Folders;

namespace SourcingCompliance.Running.Tests.Folders;

public sealed class BomPathsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sourcing-paths-").FullName.Replace('\\', '/');
    private readonly DiagnosticBag _diagnostics = new();

    public BomPathsTests()
    {
        foreach (string name in new[] { "a.csv", "b.XLSX", "~$b.xlsx", "deep/er/c.ods", "out/a.csv" })
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
        BomPaths.Find([_folder], new FolderSearch { ReportFolder = _folder + "/out" }, _diagnostics)
            .Select(Relative).ShouldBe(["a.csv", "b.XLSX", "deep/er/c.ods"]);

    [Fact]
    public void A_glob_matches_one_level_and_two_stars_any()
    {
        Find(_folder + "/*.csv").ShouldBe(["a.csv"]);
        Find(_folder + "/**/*.ods").ShouldBe(["deep/er/c.ods"]);
        Find(_folder + "/**/a.csv").ShouldBe(["a.csv", "out/a.csv"]);
    }

    [Fact]
    public void A_file_named_twice_is_checked_once() =>
        BomPaths.Find([_folder + "/a.csv", _folder + "/*.csv"], new FolderSearch(), _diagnostics).Count.ShouldBe(1);

    [Fact]
    public void A_path_that_names_nothing_is_told()
    {
        BomPaths.Find([_folder + "/none.csv", _folder + "/*.xls"], new FolderSearch(), _diagnostics).ShouldBeEmpty();

        _diagnostics.GetCount(DiagnosticIds.PathNotFound).ShouldBe(2);
        _diagnostics.HasErrors.ShouldBeTrue();
    }

    [Theory]
    [InlineData("list.txt")]
    [InlineData("list.prn")]
    [InlineData("list.lst")]
    [InlineData("list")]
    [InlineData("list.export")]
    [InlineData("list.md")]
    public void A_text_that_is_a_list_is_read_whatever_its_name(string name)
    {
        Write(name, "Part Number,Description,Qty\nP-1,Screw,4\nP-2,Nut,8\n");

        Find(_folder).ShouldContain(name);
    }

    [Theory]
    [InlineData("letter.txt", "Dear Sir, please find enclosed what we talked about.")]
    [InlineData("empty.txt", "")]
    [InlineData("code.py", "import csv, json, sys\n")]
    [InlineData("settings.json", "{ \"theme\": 1 }")]
    [InlineData("photo.png", "x")]
    [InlineData("contract.json", "{ \"$schema\": \"../rules/schema/contract.schema.json\", \"partNumber\": \"A\", \"quantity\": 1 }")]
    public void What_is_no_list_is_counted_by_type(string name, string content)
    {
        Write(name, content);

        Find(_folder).ShouldNotContain(name);
        Path.GetExtension(name).ShouldSatisfyAllConditions(
            type => _diagnostics.Items.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.OtherFilesNotRead),
            type => _diagnostics.Items[0].Message.ShouldContain($"1 {type}"));
    }

    [Theory]
    [InlineData("spec.pdf", "x", "PDF document")]
    [InlineData("pump.docx", "x", "Word document")]
    [InlineData("pump.xlsb", "x", "binary Excel workbook")]
    [InlineData("all.zip", "x", "zip archive")]
    [InlineData("pump.numbers", "x", "Numbers spreadsheet")]
    [InlineData("sbom.json", "{ \"bomFormat\": \"CycloneDX\" }", "JSON file")]
    [InlineData("export.xml", "<Item><PartNumber>1</PartNumber><Quantity>4</Quantity></Item>", "XML file")]
    [InlineData("Pump_BOM.png", "x", ".png file")]
    [InlineData("PumpBOM2.tif", "x", ".tif file")]
    [InlineData("Stückliste 4711.bmp", "x", ".bmp file")]
    [InlineData("部品表v2.jpg", "x", ".jpg file")]
    [InlineData("物料清单.png", "x", ".png file")]
    [InlineData("spis czesci.gif", "x", ".gif file")]
    [InlineData("unknown.txt", "aa;bb;cc;dd\n1;2;3;4\n5;6;7;8\n", "table without a known header")]
    public void A_file_that_may_be_a_list_and_is_not_read_is_named(string name, string content, string title)
    {
        Write(name, content);

        Find(_folder).ShouldNotContain(name);
        Diagnostic warning = _diagnostics.Items.Where(diagnostic => diagnostic.Id == DiagnosticIds.FileNotRead).ShouldHaveSingleItem();
        Relative(warning.Cell.File).ShouldBe(name);
        warning.Severity.ShouldBe(DiagnosticSeverity.Warning);
        warning.Message.ShouldContain(title);
    }

    [Fact]
    public void What_a_pattern_excludes_is_not_heard_of()
    {
        Write("old/spec.pdf", "x");
        Write("old/list.csv", "x");
        Write("note.pdf", "x");

        BomPaths.Find([_folder], new FolderSearch { Excluded = new Exclusion(_folder, ["old/*", "*.pdf"]) }, _diagnostics)
            .Select(Relative).ShouldNotContain("old/list.csv");

        _diagnostics.GetCount(DiagnosticIds.FileNotRead).ShouldBe(0);
    }

    [Fact]
    public void Files_that_the_run_uses_are_no_lists()
    {
        Write("alternates.csv", "part,alternate part\nA,B\n");
        Write("contract.json", "{ \"partNumber\": 1, \"quantity\": 1 }");
        Write("sourcing.json", "{ \"partNumber\": 1 }");

        BomPaths.Find([_folder], new FolderSearch { Used = [_folder + "/alternates.csv", _folder + "/contract.json"] }, _diagnostics)
            .Select(Relative).ShouldNotContain("alternates.csv");

        _diagnostics.GetCount(DiagnosticIds.FileNotRead).ShouldBe(0);
    }

    [Fact]
    public void Links_are_followed_once_and_never_in_a_circle()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateSymbolicLink(_folder + "/deep/back", _folder);
        Directory.CreateSymbolicLink(_folder + "/self", _folder + "/self");
        File.CreateSymbolicLink(_folder + "/alias.csv", _folder + "/a.csv");
        File.CreateSymbolicLink(_folder + "/broken.csv", _folder + "/none.csv");

        Find(_folder).ShouldBe(["a.csv", "b.XLSX", "deep/er/c.ods", "out/a.csv"]);

        _diagnostics.GetCount(DiagnosticIds.LinkNotFollowed).ShouldBe(2);
        _diagnostics.Items.Where(diagnostic => diagnostic.Id == DiagnosticIds.FileNotReadable)
            .Select(diagnostic => Relative(diagnostic.Cell.File)).ShouldBe(["broken.csv"]);
    }

    [Fact]
    public void Pipes_and_devices_are_reported_and_never_opened()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var made = System.Diagnostics.Process.Start("mkfifo", [_folder + "/pipe.csv"]))
        {
            made.WaitForExit();
        }

        File.CreateSymbolicLink(_folder + "/zero.csv", "/dev/zero");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder + "/socket.csv"));

        // Opening the pipe would wait for ever.
        Find(_folder).ShouldBe(["a.csv", "b.XLSX", "deep/er/c.ods", "out/a.csv"]);
        Find(_folder + "/pipe.csv").ShouldBeEmpty();
        Find(_folder + "/socket.csv").ShouldBeEmpty();
        Find("/dev/null").ShouldBeEmpty();

        _diagnostics.GetCount(DiagnosticIds.SpecialFile).ShouldBe(3);
        _diagnostics.GetCount(DiagnosticIds.FileNotReadable).ShouldBe(3);
    }

    [Theory]
    [InlineData("self.csv", "leads in a circle")]
    [InlineData("none.csv", "leads to nothing")]
    public void A_link_that_is_named_and_leads_nowhere_is_an_error_and_no_list(string target, string words)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.CreateSymbolicLink(_folder + "/self.csv", _folder + "/" + target);

        Find(_folder + "/self.csv").ShouldBeEmpty();

        _diagnostics.Items.ShouldHaveSingleItem().Message.ShouldContain(words);
    }

    private void Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _folder);
        File.WriteAllText(path, content);
    }

    private IEnumerable<string> Find(string path) => BomPaths.Find([path], new FolderSearch(), _diagnostics).Select(Relative);

    private string Relative(string path) => Path.GetRelativePath(_folder, path).Replace('\\', '/');
}
