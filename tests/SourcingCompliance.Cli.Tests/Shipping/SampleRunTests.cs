using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SourcingCompliance.Cli.Shipping;

/// <summary>The samples that need git or several machines, run as a new user would.</summary>
public sealed class SampleRunTests : IDisposable
{
    private const string Bom = "Part Number,Description,Qty,Country of Origin\nMAG-1,NdFeB magnet N42,2,China\nSCR-1,Screw M3 steel,8,Germany\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Installing => [.. Directory.EnumerateFiles(Repository.PathOf("examples", "ci"), "*", SearchOption.AllDirectories)
        .Where(path => !path.EndsWith(".md", StringComparison.Ordinal) && File.ReadAllText(path).Contains("SourcingCompliance.Tool", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Installing))]
    public void A_sample_installs_the_version_that_it_was_written_for(string sample)
    {
        string version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("VersionPrefix").Single().Value;
        string text = File.ReadAllText(Repository.PathOf(sample));

        Regex.Count(text, @"SourcingCompliance\.Tool").ShouldBe(Regex.Count(text, $@"SourcingCompliance\.Tool --version {Regex.Escape(version)}\b"), sample);
    }

    [Theory]
    [InlineData("a clone", "git init -q here; cd here")]
    [InlineData("a worktree", "git init -q main; cd main; git commit -q --allow-empty -m x; git worktree add -q ../here; cd ../here")]
    [InlineData("a submodule", "git init -q part; (cd part; git commit -q --allow-empty -m x); git init -q main; cd main; git -c protocol.file.allow=always "
        + "submodule --quiet add ../part here; cd here")]
    public void The_hook_checks_the_lists_of_a_commit_in(string where, string setUp)
    {
        string entry = Regex.Match(File.ReadAllText(Repository.PathOf("examples", "ci", "pre-commit", ".pre-commit-hooks.yaml")),
            "entry: (bash .*)").Groups[1].Value;

        (int code, string output) = Run($"{setUp}; printf '{Bom.Replace("\n", "\\n", StringComparison.Ordinal)}' > 'my bom.csv'; {entry} 'my bom.csv'; "
            + $"code=$?; git status --porcelain; ls \"$(git rev-parse --absolute-git-dir)/sourcing-report\"; exit $code");

        code.ShouldBe(1, $"{where}: {output}");
        output.ShouldContain("Violation  MAG-1  D2  neodymium-iron-boron magnets produced in China");
        output.ShouldContain("?? \"my bom.csv\"");
        output.ShouldNotContain("?? .git");
        output.ShouldContain(".json");
    }

    [Fact]
    public void Git_shows_what_changed_in_a_workbook_as_text()
    {
        string workbook = Repository.PathOf("examples", "09-plan-with-alternates", "bom.xlsx");
        string other = Repository.PathOf("examples", "09-plan-with-alternates", "alternates.csv");

        (int code, string output) = Run($"git init -q here; cd here; cp '{Repository.PathOf("examples", "ci", "git-diff", ".gitattributes")}' .; bash "
            + $"'{Repository.PathOf("examples", "ci", "git-diff", "setup.sh")}'; "
            + $"cp '{workbook}' bom.xlsx; git add -A; git commit -q -m one; cp '{other}' alternates.csv; printf 'damaged' > bom.xlsx; git add -A; git "
                + $"commit -q -m two; git diff HEAD~1 HEAD -- bom.xlsx");

        code.ShouldBe(0, output);
        output.ShouldContain("-  MAG-92 | description: Magnet, arc segment, sintered NdFeB N42SH | quantity: 16");
        output.ShouldContain("+NOT READ: ");
    }

    [Fact]
    public void The_lines_of_a_list_do_not_depend_on_its_format_its_place_or_its_rows()
    {
        string one = CommandRun.Of("lines", _folder.Write("bom.csv", Bom)).Output;
        string two = CommandRun.Of("lines", _folder.Write("other.tsv", "\n\n" + Bom.Replace(',', '\t'))).Output;

        one.ShouldContain("MAG-1 | description: NdFeB magnet N42 | quantity: 2 | origin: China | material: ndfeb-magnet");
        two.ShouldBe(one);
        CommandRun.Of("lines", _folder.Of("nope.csv")).ExitCode.ShouldBe(3);
    }

    [Fact]
    public void The_comment_on_a_pull_request_says_what_changes()
    {
        (int code, string output) = Run($"git init -q here; cd here; mkdir boms; printf '{Escaped(Bom)}' > boms/bom.csv; printf '{Escaped(Bom)}' > "
            + $"boms/gone.csv; git add -A; git commit -q -m one; "
            + $"printf '{Escaped(Bom.Replace("China", "Japan", StringComparison.Ordinal))}' > boms/bom.csv; git rm -q boms/gone.csv; printf "
            + $"'{Escaped(Bom)}' > $'boms/new ::error::x\\nbom.csv'; printf 'no list' > boms/readme.md; git add -A; git commit -q -m two; "
            + $"BASE=HEAD~1 bash '{Repository.PathOf("examples", "ci", "github", "comment.sh")}' boms");

        code.ShouldBe(0, output);
        output.ShouldStartWith("<!-- sourcing -->");
        output.ShouldContain("before/boms/bom.csv → now/boms/bom.csv");
        output.ShouldContain("\"China\" → \"Japan\"");
        output.ShouldContain("# A BOM was removed");
        output.ShouldContain("MAG-1");
        output.ShouldNotContain("::error::");
        output.ShouldNotContain("could not be read");
    }

    [Fact]
    public void An_array_of_slurm_and_its_join_give_what_one_run_gives()
    {
        string lists = Lists();

        (int code, string output) = Run($"for task in 1 2; do SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=2 BOMS='{lists}' bash "
            + $"'{Repository.PathOf("examples", "ci", "slurm", "check.sh")}'; done; bash '{Repository.PathOf("examples", "ci", "slurm", "merge.sh")}'");

        code.ShouldBe(1, output);
        output.ShouldContain("MAG-5");
    }

    [Fact]
    public void Pods_that_are_counted_from_zero_check_every_list()
    {
        Directory.Move(Lists(), _folder.Of("boms"));
        string[] scripts = [.. new[] { "job.yaml",
            "merge.yaml" }.Select(file => string.Join('\n', File.ReadAllLines(Repository.PathOf("examples", "ci", "kubernetes", file))
            .SkipWhile(line => line.Trim() != "- |").Skip(1).TakeWhile(line => !line.Contains("volumeMounts", StringComparison.Ordinal))
            .Where(line => !line.Contains("dotnet tool", StringComparison.Ordinal) && !line.Contains("cd /data", StringComparison.Ordinal))
            .Select(line => line.Trim())))];

        (int code, string output) = Run($"for JOB_COMPLETION_INDEX in 0 1 2 3; do SHARDS=4; {scripts[0]}\ndone\n{scripts[1]}");

        code.ShouldBe(1, output);
        output.ShouldContain("MAG-5");
    }

    private static string Escaped(string text) => text.Replace("\n", "\\n", StringComparison.Ordinal);

    private string Lists()
    {
        for (int number = 1; number <= 5; number++)
        {
            _folder.Write($"lists/bom{number}.csv", Bom.Replace("MAG-1", $"MAG-{number}", StringComparison.Ordinal));
        }

        return _folder.Of("lists");
    }

    private (int ExitCode, string Output) Run(string script)
    {
        if (!Shell.IsThere)
        {
            throw new InvalidOperationException("The samples are for bash, and this machine has none.");
        }

        string program = "dotnet " + typeof(SourcingCommand).Assembly.Location;
        _folder.Write("bin/sourcing", $"#!/usr/bin/env bash\nexec {program} \"$@\"\n");
        return Shell.Run($"chmod +x \"$FOLDER/bin/sourcing\"; PATH=\"$FOLDER/bin:$PATH\"; cd \"$FOLDER\"; {script}",
            ("FOLDER", _folder.Path), ("GIT_CONFIG_NOSYSTEM", "1"), ("HOME", _folder.Path), ("GIT_AUTHOR_NAME", "t"), ("GIT_AUTHOR_EMAIL", "t@example.com"),
            ("GIT_COMMITTER_NAME", "t"), ("GIT_COMMITTER_EMAIL", "t@example.com"));
    }
}
