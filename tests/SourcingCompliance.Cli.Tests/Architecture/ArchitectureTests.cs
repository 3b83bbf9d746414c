using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SourcingCompliance.Cli.Architecture;

/// <summary>Holds the arrows of src/README.md: what may depend on what, and where third-party types may stand.</summary>
public sealed class ArchitectureTests
{
    // Package namespace -> the folders in which its types may be named.
    public static TheoryData<string, string> Confinements => new()
    {
        { "ExcelDataReader", "src/SourcingCompliance.Formats/Reading/" },
        { "DocumentFormat.OpenXml", "src/SourcingCompliance.Formats/Writing/" },
        { "ClosedXML", "src/SourcingCompliance.Formats/Writing/" },
        { "RulesEngine", "src/SourcingCompliance.Running/Rules/Engine/" },
        { "Spectre.Console", "src/SourcingCompliance.Cli/Display/" },
        { "System.CommandLine", "src/SourcingCompliance.Cli/" },
        { "Dapper", "src/SourcingCompliance.Server/Storage/" },
        { "Microsoft.Data.Sqlite", "src/SourcingCompliance.Server/" },
        { "Npgsql", "src/SourcingCompliance.Server/" },
        { "Quartz", "src/SourcingCompliance.Server/Jobs/" },
        { "MailKit", "src/SourcingCompliance.Server/Reminders/" },
        { "MimeKit", "src/SourcingCompliance.Server/Reminders/" },
        { "Microsoft.AspNetCore", "src/SourcingCompliance.Server/" },
    };

    [Fact]
    public void The_core_refers_to_no_package_and_no_other_project()
    {
        XDocument project = XDocument.Load(Repository.PathOf("src", "SourcingCompliance", "SourcingCompliance.csproj"));

        project.Descendants().Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "Reference" or "FrameworkReference")
            .ShouldBeEmpty("the core stands on the base library alone; put the format or the face into its own project");
    }

    [Theory]
    [InlineData("Formats", "SourcingCompliance.csproj", "a format knows the core only; what a face needs goes through CheckJob and CheckResult")]
    [InlineData("Running", "SourcingCompliance.Formats.csproj", "a job reads and writes through the formats; what a face shows belongs there")]
    [InlineData("Cli", "SourcingCompliance.Running.csproj", "a face knows how lists are run and no other face")]
    [InlineData("Server", "SourcingCompliance.Running.csproj", "a face knows how lists are run and no other face")]
    public void A_project_refers_to_the_one_before_it(string project, string before, string why)
    {
        XDocument file = XDocument.Load(Repository.PathOf("src", $"SourcingCompliance.{project}", $"SourcingCompliance.{project}.csproj"));

        file.Descendants("ProjectReference").Select(reference => Path.GetFileName((string?)reference.Attribute("Include"))).ShouldBe([before], why);
    }

    [Fact]
    public void The_core_touches_no_file_console_network_or_clock()
    {
        var forbidden = new Regex(@"\bSystem\.Net\b|\bFile\.|\bDirectory\.|\bConsole\.|\bTimeProvider\b|\bEnvironment\.|\bSystem\.Reflection\b",
            RegexOptions.None, TimeSpan.FromSeconds(5));

        string[] offenders = [.. Repository.Sources("src/SourcingCompliance")
            .SelectMany(path => File.ReadLines(path).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && forbidden.IsMatch(line))
                .Select(line => $"{Path.GetFileName(path)}: {line.Trim()}"))];

        offenders.ShouldBeEmpty("the core takes values and gives values; read files in Formats, and pass dates in as DateOnly");
    }

    [Theory]
    [MemberData(nameof(Confinements))]
    public void A_packages_types_stay_in_their_folder(string packageNamespace, string folder)
    {
        var use = new Regex($@"^\s*using (static )?{Regex.Escape(packageNamespace)}\b|\b{Regex.Escape(packageNamespace)}\.[A-Z]",
            RegexOptions.None, TimeSpan.FromSeconds(5));

        string[] offenders = [.. Repository.Sources("src")
            .Where(path => !Path.GetRelativePath(Repository.Root, path).Replace('\\', '/').StartsWith(folder, StringComparison.Ordinal))
            .Where(path => File.ReadLines(path).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && use.IsMatch(line)))
            .Select(path => Path.GetRelativePath(Repository.Root, path))];

        offenders.ShouldBeEmpty($"{packageNamespace} is confined to {folder}; adapt it there behind a type of ours");
    }

    [Fact]
    public void Folders_and_namespaces_agree()
    {
        string[] offenders = [.. Repository.Sources("src").Where(path => Path.GetFileName(path) != "Program.cs").Where(path =>
        {
            string? declared = File.ReadLines(path).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
            string expected = Path.GetDirectoryName(Path.GetRelativePath(Repository.PathOf("src"), path))?.Replace('\\', '/').Replace('/', '.') ?? "";
            return declared is not null && declared != $"namespace {expected};";
        }).Select(path => Path.GetRelativePath(Repository.Root, path))];

        offenders.ShouldBeEmpty("a file's namespace is its folder; move the file or mend the namespace");
    }

    [Fact]
    public void No_source_file_grows_past_two_hundred_and_fifty_lines()
    {
        // The register of diagnostic ids is one list and one idea, however many ids there are.
        string[] offenders = [.. Repository.Sources("src").Select(path => (path, lines: File.ReadLines(path).Count()))
            .Where(file => file.lines > 250 && Path.GetFileName(file.path) != "DiagnosticIds.cs")
            .Select(file => $"{Path.GetRelativePath(Repository.Root, file.path)}: {file.lines}")];

        offenders.ShouldBeEmpty("a file of more than 250 lines holds two ideas; split it along them");
    }

    [Fact]
    public void No_line_but_one_that_is_a_text_is_longer_than_160_characters()
    {
        string[] offenders = [.. Repository.Sources("src").Concat(Repository.Sources("tests"))
            .Where(path => !path.Contains("GeneratedClient", StringComparison.Ordinal)).SelectMany(path =>
            LongLines(path).Select(line => $"{Path.GetRelativePath(Repository.Root, path)}:{line}"))];

        offenders.ShouldBeEmpty("break the line; only a text that cannot be broken may stand alone on a longer one");
    }

    [Fact]
    public void No_method_is_named_after_what_it_is_of()
    {
        var named =
            new Regex(
                @"^\s*(?:(?:public|internal|private|protected|static)\s)+[^=;(]*\s((?!Is|Write|Warn|Verify|Read|Join|Find|Exclude|Index|LastIndex)\w*Of)\(",
                RegexOptions.None, TimeSpan.FromSeconds(5));

        string[] offenders = [.. Repository.Sources("src")
            .SelectMany(path => File.ReadLines(path).Select(line => named.Match(line)).Where(match => match.Success)
            .Select(match => $"{Path.GetFileName(path)}: {match.Groups[1].Value}"))];

        offenders.ShouldBeEmpty("a method begins with a verb: GetDay, FindMaker, FormatWeight");
    }

    [Fact]
    public void No_type_is_named_after_nothing()
    {
        var empty = new Regex(@"\b(class|record|struct|interface)\s+\w*(Manager|Helper|Utility|Utilities|Service|Processor)\b",
            RegexOptions.None, TimeSpan.FromSeconds(5));

        string[] offenders = [.. Repository.Sources("src")
            .SelectMany(path => File.ReadLines(path).Where(line => empty.IsMatch(line)).Select(line => $"{Path.GetFileName(path)}: {line.Trim()}"))];

        offenders.ShouldBeEmpty("name the type after what it does on the line: a reader, a mapper, a planner");
    }

    // The numbers of the lines that are too long. What lies inside a raw text of several lines cannot be broken, nor can one text alone.
    private static IEnumerable<int> LongLines(string path)
    {
        var text = new Regex(@"^\s*(?:[+?:] |=> |return |\[GeneratedRegex\(|\[InlineData\()?\$*@?""", RegexOptions.None, TimeSpan.FromSeconds(5));
        bool isInside = false;
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            bool wasInside = isInside;
            isInside ^= line.Split("\"\"\"").Length % 2 == 0;
            if (line.Length > 160 && !wasInside && !text.IsMatch(line))
            {
                yield return number;
            }
        }
    }
}
