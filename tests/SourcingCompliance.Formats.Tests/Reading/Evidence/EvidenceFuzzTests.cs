using System.Text;
using Shouldly;
using SourcingCompliance.Formats.Reading.Evidence;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Tests.Reading.Evidence;

/// <summary>Broken and hostile copies of forms: each is read, or refused with a diagnostic. Seeded, so a failure comes back.</summary>
public class EvidenceFuzzTests
{
    private const int FilesPerForm = 150;

    private static readonly ReadLimits Limits = ReadLimits.Default with
    { MaximumRows = 5_000, MaximumTextRows = 5_000, MaximumInflatedBytes = 16 << 20, MaximumPartCharacters = 4 << 20 };

    public static TheoryData<string> Forms => [.. Samples.Keys];

    private static Dictionary<string, byte[]> Samples { get; } = new(StringComparer.Ordinal)
    {
        ["template"] = TemplateBook.Cmrt().Sheet("Smelter List", ("A5", "CID000001"), ("B6", "Tungsten"), ("C6", "Smelter not listed"),
            ("D6", "Own"), ("E6", "VIET NAM")).Sheet("Product List", ("B6", "G-1")).Bytes(),
        ["declaration"] = Encoding.UTF8.GetBytes("<MainDeclaration xmlns=\"http://webstds.ipc.org/175x/2.0\" version=\"2.0\"><Product>"
            + "<ProductID itemNumber=\"A\"><Amount value=\"5\" UOM=\"g\"/></ProductID><SubProduct><MaterialInfo><HomogeneousMaterialList>"
                + "<HomogeneousMaterial name=\"X\"><Amount value=\"5\" UOM=\"g\"/><Substance name=\"W\">"
                    + "<SubstanceID identity=\"7440-33-7\" authority=\"CAS\"/><Amount value=\"950000\" UOM=\"ppm\"/></Substance></HomogeneousMaterial>"
                        + "</HomogeneousMaterialList></MaterialInfo></SubProduct></Product></MainDeclaration>"),
        ["cyclonedx"] =
            Encoding.UTF8.GetBytes(
                "{\"specFormat\":\"CycloneDX\",\"specVersion\":\"2.0\",\"components\":[{\"type\":\"device\",\"name\":\"M\",\"quantity\":{\"value\":2},\"origins\":[{\"stage\":\"mined\",\"basis\":\"net weight\",\"distribution\":[{\"isoCode\":\"AU\",\"percentage\":100}]}],\"components\":[{\"type\":\"material\",\"name\":\"Samarium\"}]}],\"compositions\":[{\"aggregate\":\"incomplete\",\"assemblies\":[\"x\"]}]}"),
        ["certificate"] =
            Encoding.UTF8.GetBytes(
                "{\"Certificate\":{\"CommercialTransaction\":{\"A01\":{\"Country\":\"AT\"}},\"ProductDescription\":{\"B07\":\"1\"},\"Inspection\":[{\"ChemicalComposition\":{\"C71\":{\"Actual\":\"1\",\"Symbol\":\"C\"}}}],\"Validation\":{\"Z01\":\"ok\",\"Z02\":\"2026-01-01\"}}}"),
        ["known parts"] = Encoding.UTF8.GetBytes(
            "Part Number,Material,Contains,Stage,Country,Share,Lot,Date\nP-1,SmCo,,melted,US,60,L1,2026-08-03\nP-1,SmCo,Yes,,,,,03/08/2026\n"),
        ["disclosure"] = Encoding.UTF8.GetBytes("Part Number;Part Mass;UOM;Material;Material Mass (mg);Substance;CAS;Substance Mass "
            + "(mg)\nP-1;125;mg;Anode;60,0;Tantalum;7440-25-7;60,0\n"),
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Broken_forms_are_read_or_refused(string form)
    {
        var random = new Random(20_270_101);
        for (int i = 0; i < FilesPerForm; i++)
        {
            byte[] content = Mutate([.. Samples[form]], random);
            var diagnostics = new DiagnosticBag();

            ImportedEvidence imported = EvidenceRun.Import(content, diagnostics, Limits);

            (imported.Form is not null || diagnostics.HasErrors).ShouldBeTrue(
                $"{form} {i}: {Convert.ToBase64String(content.AsSpan(0, Math.Min(content.Length, 2000)))}");
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE MainDeclaration [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><MainDeclaration version=\"2.0\"><Product>"
        + "<ProductID itemNumber=\"&x;\"/></Product></MainDeclaration>")]
    [InlineData("<!DOCTYPE bom [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
        + "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\">&b;</bom>")]
    public void Document_types_and_entities_are_refused(string xml)
    {
        var diagnostics = new DiagnosticBag();

        EvidenceRun.Import(xml, diagnostics).Taken.ShouldBeEmpty();

        diagnostics.HasErrors.ShouldBeTrue();
    }

    [Theory]
    [InlineData('{')]
    [InlineData('<')]
    public void Deep_nesting_is_refused(char kind)
    {
        string deep = kind == '{' ? string.Concat(Enumerable.Repeat("{\"components\":[", 5_000)) : "<MainDeclaration>"
            + string.Concat(Enumerable.Repeat("<SubProduct>", 5_000));
        var diagnostics = new DiagnosticBag();

        EvidenceRun.Import(deep, diagnostics).Taken.ShouldBeEmpty();

        diagnostics.HasErrors.ShouldBeTrue();
    }

    private static byte[] Mutate(byte[] content, Random random)
    {
        for (int times = random.Next(1, 6); times > 0 && content.Length > 4; times--)
        {
            int at = random.Next(content.Length);
            switch (random.Next(4))
            {
                case 0:
                    content[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    content = content[..at];
                    break;
                case 2:
                    int length = Math.Min(random.Next(1, 30), content.Length - at);
                    content = [.. content[..at], .. content.AsSpan(at, length), .. content[at..]];
                    break;
                default:
                    content = [.. content[..at], .. "99999999999999999999"u8, .. content[at..]];
                    break;
            }
        }

        return content;
    }
}
