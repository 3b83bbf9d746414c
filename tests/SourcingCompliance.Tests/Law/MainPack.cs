using System.Reflection;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Tests.Law;

/// <summary>The rules folder of the repository and its main pack, read once.</summary>
internal static class MainPack
{
    public const string Id = "dfars-252.225-7052";

    public static readonly string RulesPath = Path.Combine(
        typeof(MainPack).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value ?? "", "rules");

    public static readonly RuleFolder Folder = Read();

    public static readonly RulePack Pack = LoadPack(Id);

    public static RulePack LoadPack(string id)
    {
        var diagnostics = new DiagnosticBag();
        RulePack? pack = RulePack.Load(Folder, id, diagnostics);
        diagnostics.Items.ShouldBeEmpty();
        return pack.ShouldNotBeNull();
    }

    private static RuleFolder Read() => new("repository", Directory.EnumerateFiles(RulesPath, "*", SearchOption.AllDirectories)
        .Select(path => KeyValuePair.Create(
            Path.GetRelativePath(RulesPath, path).Replace('\\', '/'), (ReadOnlyMemory<byte>)File.ReadAllBytes(path))));
}
