using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>The findings of the sample report, worst first.</summary>
internal static class SampleFindings
{
    private static readonly ImmutableArray<string> Both = [SampleReport.Melted.Id, SampleReport.Mined.Id];
    private static readonly ImmutableArray<string> Later = [SampleReport.Mined.Id];

    public static readonly ImmutableArray<Finding> Workbook =
    [
        Of("F-0000000001", Verdict.Violation, "SC1002", 8, 8, "CN", ["GMB-1000", "MTR-100", "ROT-7", "MAG-22"], MaterialIds.NdFeB,
            "MAG-22: NdFeB magnet, sintered in China (cell H8 \"CN\"); prohibited under both the current and the 2027 rule, 252.225-7052(b)(2).") with
        {
            Description = "Magnet, arc, NdFeB N48SH", Manufacturer = "深圳市磁材有限公司", Supplier = "Magnet Trading \"West\" & Sons",
            Stage = StageIds.Sintered, Countries = ["CN"], Actions = ["A-resource-1", "A-exception-1"],
        },
        Of("F-0000000002", Verdict.Suspect, "SC3004", 10, 6, "PRC", ["GMB-1000", "ENC-5"], MaterialIds.SmCo,
            "ENC-5: contains an SmCo magnet, and the only origin listed is China (cell F10 \"PRC\"). Where was the magnet in ENC-5 produced?") with
        {
            Description = "Encoder <magnetic>, SmCo ring", Manufacturer = "编码器公司", Supplier = "编码器公司", Stage = StageIds.Produced, Countries = ["CN"],
            Missing = [new MissingFact("stage-origin", StageIds.Melted, null, "Where was the magnet in ENC-5 produced?")],
            Actions = ["A-evidence-1"],
        },
        Of("F-0000000003", Verdict.Open, "SC3001", 6, 0, "", ["GMB-1000", "MTR-100"], MaterialIds.RareEarthMagnet,
            "MTR-100: contains a rare-earth magnet; not on file: where it was melted. In which country was the alloy of the magnet in MTR-100 melted?") with
        {
            Description = "Motor, brushless, 24 V", Manufacturer = "Heron Drives", Supplier = "Heron Drives",
            Missing = [new MissingFact("stage-origin", StageIds.Melted, null, "In which country was the alloy of the magnet in MTR-100 melted?")],
            Actions = ["A-evidence-2"],
        },
        Of("F-0000000004", Verdict.Open, "SC3002", 9, 7, "AU?", ["GMB-1000", "MTR-100", "ROT-7", "MAG-23"], MaterialIds.NdFeB,
            "MAG-23: NdFeB magnet; not on file: where it was mined. In which country was the neodymium of MAG-23 mined?") with
        {
            Regimes = Later, Description = "Magnet, ring, NdFeB N42", Manufacturer = "Keiyo Magnetics",
            Supplier = "Keiyo Magnetics", Element = "Nd", Stage = StageIds.Mined,
            Missing = [new MissingFact("stage-origin", StageIds.Mined, "Nd", "In which country was the neodymium of MAG-23 mined?")],
            Actions = ["A-evidence-2"],
        },
        Of("F-0000000005", Verdict.Open, "SC3001", 13, 0, "", ["GMB-1000", "WGT-2"], MaterialIds.TungstenHeavyAlloy,
            "WGT-2: may contain tungsten heavy alloy; not on file: what it is made of. What is WGT-2 made of?") with
        {
            Description = "=SUM(A1:A3)", Manufacturer = "@lloys \"R\" us", Supplier = "@lloys \"R\" us",
            Missing = [new MissingFact("material-identity", null, null, "What is WGT-2 made of?")],
        },
    ];

    public static readonly ImmutableArray<Finding> Csv =
    [
        Of("F-0000000006", Verdict.Open, "SC3003", 3, 3, "China or Vietnam", ["+MAG"], MaterialIds.NdFeB,
            "+MAG: NdFeB magnet; not on file: which of China and Vietnam it is from. In which country was +MAG sintered?") with
        {
            Cell = new CellRef(SampleReport.Csv, "", 3, 3), Description = "Магнит неодимовый\nдиаметр 10",
            Manufacturer = "ООО «Магнит»", Supplier = "ООО «Магнит»",
            Missing = [new MissingFact("stage-origin", StageIds.Sintered, null, "In which country was +MAG sintered?")],
        },
    ];

    private static Finding Of(string id, Verdict verdict, string rule, int row, int column, string cellText,
        string[] path, string material, string message) => new()
        {
            Id = id, Rule = rule, Verdict = verdict, Regimes = Both,
            Cell = new CellRef(SampleReport.Workbook, "BOM", row, column), CellText = cellText,
            PartNumber = path[^1], Description = "", Manufacturer = "", Supplier = "", Path = [.. path],
            Material = material, Stage = null, Countries = [], Message = message, Citation = "252.225-7052(b)(2)", Missing = [],
        };
}
