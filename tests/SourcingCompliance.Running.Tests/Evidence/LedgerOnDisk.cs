using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Tests.Evidence;

/// <summary>A folder with a BOM and a ledger, removed when the test ends.</summary>
internal sealed class LedgerOnDisk : IDisposable
{
    public const string Bom = """
        Part Number,Description,Manufacturer,MPN,Country of Origin,Quantity
        MAG-22,NdFeB magnet N42SH 12x6x2,Acme Magnetics,N42-12,,4
        MOT-1,BLDC motor 24V,Motorco,BL24,Japan,1
        WID-1,Widget,Widgets Inc,W-1,,1
        SCR-1,Screw M3x8,Bolts,M3,,12
        """;

    public static readonly DateOnly Today = new(2026, 11, 30);

    public LedgerOnDisk(string bom = Bom)
    {
        Directory.CreateDirectory(Evidence);
        File.WriteAllText(BomPath, bom);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("ledger-test-").FullName;

    public string BomPath => Path.Combine(Root, "bom.csv");

    public string Evidence => Path.Combine(Root, "evidence");

    public static Statement Of(string id, string part, params StatementFact[] facts) => new()
    {
        Id = id,
        Source = new StatementSource(StatementKind.Questionnaire),
        Supplier = new StatementSupplier("Acme Magnetics"),
        Signer = new StatementSigner("Ann Example", "Quality", new DateOnly(2026, 11, 1)),
        Items = [new StatementItem(new StatementSubject { Scope = StatementScope.Part, PartNumber = part }, [.. facts])],
    };

    public static StageFact[] Full(string material, string country, params DocumentPage[] pages) =>
    [
        .. new[] { StageIds.Mined, StageIds.Refined, StageIds.Separated, StageIds.Reduced, StageIds.Melted,
            StageIds.Powder, StageIds.Pressed, StageIds.Sintered, StageIds.Magnetized }
            .Select(stage => new StageFact(material, stage, [new OriginShare(new Country(country))]) { Documents = [.. pages] }),
    ];

    public string Put(Statement statement)
    {
        string path = Path.Combine(Evidence, "statements", "acme", $"{statement.Id}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.WriteAllBytes(path, StatementWriter.ToBytes(statement));
        return path;
    }

    public string PutDocument(string content)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(content);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Directory.CreateDirectory(Path.Combine(Evidence, "documents"));
        File.WriteAllBytes(Path.Combine(Evidence, "documents", $"{hash}.pdf"), bytes);
        return hash;
    }

    public ComplianceReport Check(Func<CheckJob, CheckJob>? change = null)
    {
        var job = new CheckJob { Paths = [BomPath], AsOf = Today, EvidenceFolder = Evidence, SecondOpinion = false };
        return CheckRunner.Run(change is null ? job : change(job), null, CancellationToken.None);
    }

    public static LineReport LineOf(ComplianceReport report, string part) => report.Files[0].Lines.First(line => line.PartNumber == part);

    public static Verdict VerdictOf(ComplianceReport report, string part) =>
        report.Files[0].Lines.FirstOrDefault(line => line.PartNumber == part)?.Verdicts[^1].Verdict ?? Verdict.NotCovered;

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
