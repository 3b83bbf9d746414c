using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SourcingCompliance.Running;
using SourcingCompliance.Sbom;

namespace SourcingCompliance.Cli.Shipping;

/// <summary>What a package of ours says about itself.</summary>
public sealed class PackageTests
{
    private static readonly ImmutableArray<RestoredPackage> Parts =
    [
        new("B.Lib", "2.0.0", true, Convert.ToBase64String(new byte[64]), "MIT", ["A.Lib", "Not.Shipped"]),
        new("A.Lib", "1.0.0", true, null, null, []),
        new("SourcingCompliance", "0.2.0", false, null, null, []),
    ];

    [Fact]
    public void The_version_has_one_place_and_stands_in_reports_and_on_the_console()
    {
        string version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("VersionPrefix").Single().Value;

        CheckRunner.Tool.Version.Split('+')[0].ShouldBe(version);
        typeof(SourcingCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            .ShouldBe(version, "sourcing --version prints it");
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => Regex.IsMatch(File.ReadAllText(project), "<Version(Prefix)?>")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SourcingCompliance.Cli")]
    [InlineData("SourcingCompliance.Server")]
    public void Every_package_that_is_shipped_stands_in_the_notices(string project)
    {
        string notices = File.ReadAllText(Repository.PathOf("src/THIRD-PARTY-NOTICES.md"));
        using JsonDocument locked = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("src", project, "packages.lock.json")));

        // An analyzer is shipped with nothing.
        string[] names = [.. locked.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(package => package.Value.GetProperty("type").GetString() != "Project").Select(package => package.Name)
            .Where(name => !name.EndsWith("Analyzers", StringComparison.Ordinal))];

        names.Length.ShouldBeGreaterThan(4);
        names.ShouldAllBe(name => notices.Contains(name, StringComparison.Ordinal), "add a line to THIRD-PARTY-NOTICES.md");
    }

    [Fact]
    public void Notices_and_licenses_lie_beside_the_program()
    {
        foreach (string file in (string[])["THIRD-PARTY-NOTICES.md", "Inter-OFL.txt"])
        {
            File.Exists(Path.Combine(AppContext.BaseDirectory, file)).ShouldBeTrue(file);
        }
    }

    [Fact]
    public void The_bill_of_materials_names_every_part_with_hash_license_and_what_needs_it()
    {
        using JsonDocument bom = JsonDocument.Parse(CycloneDxWriter.Write("SourcingCompliance.Tool", "0.2.0", [Parts]));
        JsonElement root = bom.RootElement;

        (root.GetProperty("bomFormat").GetString(), root.GetProperty("specVersion").GetString()).ShouldBe(("CycloneDX", "1.6"));
        root.GetProperty("serialNumber").GetString().ShouldNotBeNull()
            .ShouldMatch("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        JsonElement[] components = [.. root.GetProperty("components").EnumerateArray()];
        components.Select(component => component.GetProperty("name").GetString()).ShouldBe(["A.Lib", "B.Lib", "SourcingCompliance"]);
        components[1].GetProperty("purl").GetString().ShouldBe("pkg:nuget/B.Lib@2.0.0");
        components[1].GetProperty("hashes")[0].GetProperty("content").GetString().ShouldBe(new string('0', 128));
        components[1].GetProperty("licenses")[0].GetProperty("expression").GetString().ShouldBe("MIT");
        JsonElement needs = root.GetProperty("dependencies").EnumerateArray()
            .Single(dependency => dependency.GetProperty("ref").GetString() == "pkg:nuget/B.Lib@2.0.0");
        needs.GetProperty("dependsOn").EnumerateArray().Select(need => need.GetString()).ShouldBe(["pkg:nuget/A.Lib@1.0.0"]);
    }

    [Fact]
    public void The_same_packages_give_the_same_bytes_in_any_order_and_others_another_number()
    {
        byte[] once = CycloneDxWriter.Write("T", "1", [Parts]);

        CycloneDxWriter.Write("T", "1", [[.. Parts.Reverse()], Parts]).ShouldBe(once);
        CycloneDxWriter.Write("T", "1", [Parts[..2]]).ShouldNotBe(once);
    }

    [Fact]
    public void What_the_restore_of_the_command_resolved_is_read_with_its_licenses()
    {
        string assets = Repository.PathOf("src", "SourcingCompliance.Cli", "obj", "project.assets.json");
        if (!File.Exists(assets))
        {
            return;
        }

        ImmutableArray<RestoredPackage> parts = RestoredPackages.Read(assets);

        RestoredPackage console = parts.Single(part => part.Name == "Spectre.Console");
        (console.License, console.IsPackage).ShouldBe(("MIT", true));
        console.Sha512.ShouldNotBeNullOrEmpty();
        parts.Single(part => part.Name == "SourcingCompliance.Formats").IsPackage.ShouldBeFalse();
        parts.ShouldNotContain(part => part.Name.EndsWith("Analyzers", StringComparison.Ordinal));
    }
}
