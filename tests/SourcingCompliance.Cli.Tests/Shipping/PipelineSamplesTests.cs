using System.Text.RegularExpressions;
using System.Xml.Linq;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Cli.Shipping;

/// <summary>What examples/ci promises, as far as it can be run without the services that it is for.</summary>
public sealed partial class PipelineSamplesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Samples => [.. Directory.EnumerateFiles(Repository.PathOf("examples", "ci"), "*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal)
            || path.EndsWith("Jenkinsfile", StringComparison.Ordinal) || path.EndsWith(".sh", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_demo_is_red_on_a_violation_yellow_on_an_open_item_and_green_on_a_waived_one()
    {
        if (!Shell.IsThere)
        {
            return;
        }

        (int code, string output) = Shell.Run("examples/ci/demo/demo.sh");

        output.ShouldBe("red.csv: red, exit code 1\nyellow.csv: yellow, exit code 2\ngreen.csv: green, exit code 0, waived by W-2026-012\n");
        code.ShouldBe(0);
    }

    [Fact]
    public void The_script_of_the_action_leaves_outputs_annotations_and_a_summary_and_goes_on_after_findings()
    {
        if (!Shell.IsThere)
        {
            return;
        }

        (int code, string output) = Shell.Run("examples/ci/github/check.sh",
            ("INPUT_PATH", "examples/ci/demo/boms/red.csv"), ("INPUT_OUT", _folder.Of("out")), ("INPUT_FAIL_ON", "suspect"), ("INPUT_FORMATS", "json"),
            ("INPUT_AS_OF", "2026-11-22"), ("INPUT_DELIVERY", "2027-02-15"), ("GITHUB_OUTPUT", _folder.Of("output")),
            ("GITHUB_STEP_SUMMARY", _folder.Of("summary")));

        code.ShouldBe(0, output);
        output.ShouldContain("::error file=examples/ci/demo/boms/red.csv");
        File.ReadAllLines(_folder.Of("output")).ShouldBe([
            "verdict=violation", "violations=1", "suspects=0", "open=0", "waived=0", "unreadable=0", "coverage=0", "exit-code=1",
            $"sarif-path={_folder.Of("out/red.sarif")}", $"report-path={_folder.Of("out")}"]);
        File.ReadAllText(_folder.Of("summary")).ShouldContain("MAG-1");
    }

    [Fact]
    public void The_action_hands_on_every_output_that_its_script_leaves()
    {
        string action = File.ReadAllText(Repository.PathOf("examples", "ci", "github", "action.yml"));

        foreach (string name in (string[])["verdict", "violations", "suspects", "open", "waived",
            "unreadable", "coverage", "exit-code", "sarif-path", "report-path"])
        {
            action.ShouldContain($"\n  {name}:\n");
            action.ShouldContain($"steps.check.outputs.{name} }}}}");
        }

        // An input that is declared and not handed to the script would do nothing.
        string script = File.ReadAllText(Repository.PathOf("examples", "ci", "github", "check.sh"));
        foreach (Match variable in Regex.Matches(action, @"^ +(INPUT_\w+): \$\{\{ inputs\.", RegexOptions.Multiline))
        {
            script.ShouldContain(variable.Groups[1].Value);
        }

        Regex.Count(action, "INPUT_").ShouldBe(10);
    }

    [Fact]
    public void A_hook_that_fails_says_why()
    {
        string hooks = File.ReadAllText(Repository.PathOf("examples", "ci", "pre-commit", ".pre-commit-hooks.yaml"));
        string[] entry = Regex.Match(hooks, "entry: bash -c 'sourcing (check .*?) \"\\$@\"'").Groups[1].Value.Replace(
            "\"$(git rev-parse --absolute-git-dir)/sourcing-report\"", _folder.Of("out"), StringComparison.Ordinal).Split(' ');

        CommandRun run = CommandRun.Of([.. entry, Repository.PathOf("examples", "ci", "demo", "boms", "red.csv"), "--as-of", "2026-11-22"]);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("Violation  MAG-1  E2  neodymium-iron-boron magnets produced in China");
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("osx-arm64")]
    [InlineData("win-x64")]
    public void A_publish_profile_gives_one_file_that_needs_no_runtime(string platform)
    {
        XDocument profile = XDocument.Load(Repository.PathOf("src", "SourcingCompliance.Cli", "Properties", "PublishProfiles", platform + ".pubxml"));
        string? Value(string name) => profile.Descendants(name).SingleOrDefault()?.Value;

        Value("RuntimeIdentifier").ShouldBe(platform);
        (Value("SelfContained"), Value("PublishSingleFile"), Value("PublishReadyToRun"), Value("Configuration")).ShouldBe(("true", "true", "true", "Release"));
        Value("PublishDir").ShouldBe($"../../artifacts/{platform}/");
    }

    [Fact]
    public void The_native_profile_keeps_the_arrays_of_every_enumeration_that_a_workbook_may_hold()
    {
        string[] left = ["Word", "Presentation", "PowerPoint", "Ink", "Math", "Validation", "Bibliography"];
        IEnumerable<string> enumerations = typeof(DocumentFormat.OpenXml.Spreadsheet.CellValues).Assembly.GetExportedTypes()
            .Where(type => type.IsEnum && !left.Any(part => type.Namespace?.Contains(part, StringComparison.Ordinal) == true))
            .Select(type => $"{type.FullName}[]");
        XDocument kept = XDocument.Load(Repository.PathOf("src", "SourcingCompliance.Cli", "Properties", "PublishProfiles", "native.rd.xml"));

        enumerations.Except(kept.Descendants("Type").Select(type => type.Attribute("Name")?.Value ?? "")).ShouldBeEmpty("add a line for each to native.rd.xml");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_option_and_format_of_a_sample_is_one_of_the_command(string sample)
    {
        foreach (Match call in Call().Matches(File.ReadAllText(Repository.PathOf(sample))))
        {
            string help = CommandRun.Of(call.Groups["verb"].Value, "--help").Output;
            // What another program is asked for within is not ours.
            foreach (Match option in OptionName().Matches(Regex.Replace(call.Value, @"\$\([^)]*\)", "")))
            {
                help.ShouldContain(option.Value, customMessage: $"{sample}: {call.Value}");
            }

            foreach (Match formats in FormatList().Matches(call.Value))
            {
                formats.Groups[1].Value.Split(',').Where(format => !format.StartsWith('$')).ShouldBeSubsetOf(ReportFiles.Formats, sample);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_yaml_sample_is_indented_by_twos_without_tabs_and_says_no_key_twice(string sample)
    {
        if (!sample.EndsWith("ml", StringComparison.Ordinal))
        {
            return;
        }

        var keys = new Stack<(int Indent, HashSet<string> Names)>();
        foreach (string line in File.ReadAllLines(Repository.PathOf(sample)).Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#')))
        {
            line.ShouldNotContain("\t", customMessage: sample);
            int indent = line.Length - line.TrimStart().Length;
            (indent % 2).ShouldBe(0, $"{sample}: {line}");
            bool isItem = line.TrimStart().StartsWith("- ", StringComparison.Ordinal);
            indent += isItem ? 2 : 0;
            while (keys.TryPeek(out (int Indent, HashSet<string> Names) above) && (above.Indent > indent || (isItem && above.Indent == indent)))
            {
                keys.Pop();
            }

            if (Key().Match(line) is { Success: true } key)
            {
                if (!keys.TryPeek(out (int Indent, HashSet<string> Names) level) || level.Indent < indent)
                {
                    level = (indent, []);
                    keys.Push(level);
                }

                level.Names.Add(key.Groups[1].Value).ShouldBeTrue($"{sample}: {line}");
            }
        }
    }

    [Theory]
    [InlineData("boms/gimbal-BOM.xlsx", true)]
    [InlineData("Parts List rev B.csv", true)]
    [InlineData("boms/~$gimbal-bom.xlsx", false)]
    [InlineData("src/bomb.cs", false)]
    public void The_hook_takes_lists_and_leaves_lock_files(string path, bool isTaken)
    {
        string hook = File.ReadAllText(Repository.PathOf("examples", "ci", "pre-commit", ".pre-commit-hooks.yaml"));
        string pattern = Regex.Match(hook, "files: '(.*)'").Groups[1].Value;

        Regex.IsMatch(path, pattern).ShouldBe(isTaken);
    }

    [GeneratedRegex(@"sourcing (?<verb>check|merge|map|waivers|baseline)\b[^\n#']*")]
    private static partial Regex Call();

    [GeneratedRegex("(?<= )--[a-z-]+")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"--format ""?([a-z,$_A-Z-]+)")]
    private static partial Regex FormatList();

    [GeneratedRegex(@"^\s*(?:- )?([A-Za-z][\w.-]*):(?:\s|$)")]
    private static partial Regex Key();
}
