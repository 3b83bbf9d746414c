using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>The lines of the sample report, in document order.</summary>
internal static class SampleLines
{
    private static readonly string[] Top = ["GMB-1000"];
    private static readonly string[] Motor = [.. Top, "MTR-100"];
    private static readonly string[] Rotor = [.. Motor, "ROT-7"];

    public static readonly ImmutableArray<LineReport> Workbook =
    [
        Line(5, Top, "Gimbal assembly", "", Verdict.NotCovered, Verdict.NotCovered) with { RolledUp = Verdicts(Verdict.Violation, Verdict.Violation) },
        Line(6, Motor, "Motor, brushless, 24 V", "Heron Drives", Verdict.Open, Verdict.Open,
            Material(MaterialIds.RareEarthMagnet, Presence.Contains, 0.9, "bldc-motor", "Motor, brushless")) with
        {
            RolledUp = Verdicts(Verdict.Violation, Verdict.Violation),
            Quantity = 2,
            Origins = [Origin(6, 6, BomField.CountryOfOrigin, "USA", null, OriginCertainty.Definite, OriginRelation.Single, "US")],
        },
        Line(7, Rotor, "Rotor", "Heron Drives", Verdict.NotCovered, Verdict.NotCovered)
            with { RolledUp = Verdicts(Verdict.Violation, Verdict.Violation), Quantity = 1 },
        Line(8, [.. Rotor, "MAG-22"], "Magnet, arc, NdFeB N48SH", "深圳市磁材有限公司", Verdict.Violation, Verdict.Violation,
            Material(MaterialIds.NdFeB, Presence.Is, 1, null, "NdFeB N48SH")) with
        {
            Quantity = 8.5m,
            Supplier = "Magnet Trading \"West\" & Sons",
            Origins =
            [
                Origin(8, 6, BomField.CountryOfOrigin, "China", null, OriginCertainty.Definite, OriginRelation.Single, "CN"),
                Origin(8, 8, BomField.OriginSintered, "CN", StageIds.Sintered, OriginCertainty.Definite, OriginRelation.Single, "CN"),
            ],
            Determinations = [SintersInChina(SampleReport.Melted.Id), SintersInChina(SampleReport.Mined.Id)],
        },
        Line(9, [.. Rotor, "MAG-23"], "Magnet, ring, NdFeB N42", "Keiyo Magnetics", Verdict.Pass, Verdict.Open,
            Material(MaterialIds.NdFeB, Presence.Is, 1, null, "NdFeB N42")) with
        {
            Origins =
            [
                Origin(9, 8, BomField.OriginSintered, "Japan", StageIds.Sintered, OriginCertainty.Definite, OriginRelation.Single, "JP"),
                Origin(9, 7, BomField.OriginMined, "AU?", StageIds.Mined, OriginCertainty.Ambiguous, OriginRelation.Single, "AU") with { Element = "Nd" },
            ],
        },
        Line(10, [.. Top, "ENC-5"], "Encoder <magnetic>, SmCo ring", "编码器公司", Verdict.Suspect, Verdict.Suspect,
            Material(MaterialIds.SmCo, Presence.Contains, 0.95, "magnetic-encoder", "SmCo ring")) with
        {
            Origins = [Origin(10, 6, BomField.CountryOfOrigin, "PRC", null, OriginCertainty.Definite, OriginRelation.Single, "CN")],
        },
        Line(11, [.. Top, "CAP-9"], "Capacitor, tantalum, 10 µF", "Caprica Parts", Verdict.Exempt, Verdict.Exempt,
            Material(MaterialIds.Tantalum, Presence.Contains, 1, "tantalum-capacitor", "Capacitor, tantalum")) with
        {
            Origins = [Origin(11, 6, BomField.CountryOfOrigin, "Czech Republic", null, OriginCertainty.Definite, OriginRelation.Single, "CZ")],
            Determinations = [.. Decided("SC2003", Verdict.Exempt, MaterialIds.Tantalum, "An electronic device <off the shelf>; the exception is "
                + "established.")],
        },
        Line(12, [.. Top, "MAG-30"], "Магнит SmCo 2:17", "Northern Alloys", Verdict.Pass, Verdict.Pass,
            Material(MaterialIds.SmCo, Presence.Is, 1, null, "SmCo 2:17")) with
        {
            Origins = [Origin(12, 6, BomField.CountryOfOrigin, "Made in Germany", null, OriginCertainty.Definite, OriginRelation.Single, "DE")],
            Determinations = [.. Decided("SC1001", Verdict.Pass, MaterialIds.SmCo, "Every restricted step is on file outside the covered countries.")],
        },
        Line(13, [.. Top, "WGT-2"], "=SUM(A1:A3)", "@lloys \"R\" us", Verdict.Open, Verdict.Open,
            Material(MaterialIds.TungstenHeavyAlloy, Presence.Possible, 0.4, "balance-weight", "WGT")),
        Line(14, [.. Top, "SCR-1"], "Screw M3 <A2-70> & washer \"pan\" | 100 %", "Bolt'n'Nut", Verdict.NotCovered, Verdict.NotCovered) with
        {
            OtherSubstances = [new OtherSubstance("stainless-steel", OtherSubstanceKind.NotCovered,
                [new MaterialSignal(BomField.Description, "A2-70", "A grade of stainless steel.")])],
        },
    ];

    public static readonly ImmutableArray<LineReport> Csv =
    [
        Csvs(2, "-cmd|' /C calc'!A0", "Винт М3", Verdict.NotCovered),
        Csvs(3, "+MAG", "Магнит неодимовый\nдиаметр 10", Verdict.Open, Material(MaterialIds.NdFeB, Presence.Is, 1, null, "Магнит неодимовый")) with
        {
            Origins = [Origin(3, 3, BomField.CountryOfOrigin, "China or Vietnam", null, OriginCertainty.Ambiguous, OriginRelation.Any, "CN", "VN")
                with { Cell = new CellRef(SampleReport.Csv, "", 3, 3) }],
        },
        Csvs(4, "TBL-1", "</script><b>стол</b>\t]]>", Verdict.NotCovered),
    ];

    private static IEnumerable<Determination> Decided(string rule, Verdict verdict, string material, string basis) =>
        new[] { SampleReport.Melted.Id, SampleReport.Mined.Id }.Select(regime => new Determination
        {
            Pack = "dfars-252.225-7052", Rule = rule, Regime = regime, Material = material, Presence = Presence.Is, Verdict = verdict,
            Citation = "252.225-7052(c)", Basis = basis, Steps = [], Missing = [],
        });

    private static Determination SintersInChina(string regime)
    {
        var step = new StepDetermination("ndfeb-sintered", [StageIds.Sintered, StageIds.Bonded], null, Truth.True, [new Country("CN")],
            Origin(8, 8, BomField.OriginSintered, "CN", StageIds.Sintered, OriginCertainty.Definite, OriginRelation.Single, "CN"), "252.225-7052(b)(2)");
        return new Determination
        {
            Pack = "dfars-252.225-7052", Rule = "SC1002", Regime = regime, Material = MaterialIds.NdFeB, Presence = Presence.Is,
            Verdict = Verdict.Violation, Citation = "252.225-7052(b)(2)", Basis = "The magnet was sintered in China.",
            Steps = [step], Deciding = step,
            Missing = [new MissingFact("stage-origin", StageIds.Melted, null, "In which country was the alloy of MAG-22 melted?")],
            Exceptions =
            [
                new ExceptionDetermination("SC2001", "Commercially available off the shelf", Truth.Unknown, true,
                    [new MissingFact("is-cots", null, null, "Is MAG-22 sold off the shelf, unmodified?")], "252.225-7052(c)(1)(ii)"),
            ],
            Trace = [new ConditionTrace("SC1002", "sintered.InCoveredCountry", Truth.True, ["sintered.country = CN"])],
            Notes = ["Hong Kong and Macao count as China (reading 3)."],
        };
    }

    private static LineReport Line(int row, string[] path, string description, string manufacturer, Verdict before,
        Verdict after, params MaterialOccurrence[] materials) => new()
        {
            Row = new CellRef(SampleReport.Workbook, "BOM", row, 0),
            Level = path.Length - 1,
            PartNumber = path[^1],
            Description = description,
            Manufacturer = manufacturer,
            Supplier = "",
            Path = [.. path],
            Quantity = null,
            Origins = [],
            Materials = [.. materials],
            OtherSubstances = [],
            Verdicts = Verdicts(before, after),
            RolledUp = Verdicts(before, after),
            Determinations = [],
        };

    private static LineReport Csvs(int row, string part, string description, Verdict verdict, params MaterialOccurrence[] materials) =>
        Line(row, [part], description, "ООО «Магнит»", verdict, verdict, materials) with { Row = new CellRef(SampleReport.Csv, "", row, 0) };

    private static ImmutableArray<RegimeVerdict> Verdicts(Verdict before, Verdict after) =>
        [new RegimeVerdict(SampleReport.Melted.Id, before), new RegimeVerdict(SampleReport.Mined.Id, after)];

    private static MaterialOccurrence Material(string id, Presence presence, double likelihood, string? component, string words) => new()
    {
        Material = id, Presence = presence, Likelihood = likelihood, Component = component,
        Signals = [new MaterialSignal(BomField.Description, words, "Words of the vocabulary.")],
        UsualMassKilograms = component is null ? null : (0.001m, 0.25m),
    };

    private static OriginStatement Origin(
        int row, int column, BomField field, string raw, string? stage, OriginCertainty certainty, OriginRelation relation, params string[] countries) =>
        new(new CellRef(SampleReport.Workbook, "BOM", row, column), field, raw, stage, null,
            new RecognizedOrigin { Countries = [.. countries.Select(code => new Country(code))], Certainty = certainty, Relation = relation });
}
