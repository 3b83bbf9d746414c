using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Reports.Packets;

/// <summary>
/// The provenance of permanent magnets that section 857 of Public Law 117-263 asks for: where the materials were mined, refined into oxides, made into metals
/// and
/// alloys, and where the magnet was sintered or bonded and magnetized.
/// </summary>
public static class ProvenancePacket
{
    private static readonly (string Id, string Header, string[] Stages)[] Points =
    [
        ("mined", "Mined", [StageIds.Mined, StageIds.Recycled]),
        ("oxides", "Refined into oxides", [StageIds.Refined, StageIds.Separated, StageIds.Calcined]),
        ("metals", "Made into metals and alloys", [StageIds.Reduced, StageIds.Melted]),
        ("magnet", "Sintered or bonded and magnetized", [StageIds.Sintered, StageIds.Bonded, StageIds.Magnetized]),
    ];

    /// <summary>The packet.</summary>
    /// <param name="facts">What it is made from.</param>
    public static Packet Create(PacketFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ImmutableArray<ImmutableArray<PacketValue>> rows = [.. facts.Covered().Where(found => IsMagnet(found.Determination))
            .Select(found => GetRow(facts, found.Line, found.Determination))];
        return new Packet("provenance", "Provenance of permanent magnets")
        {
            Eyebrow = "Public Law 117-263 (FY2023 NDAA) section 857",
            Cautions =
            [
                "The rule that carries section 857 into contracts was still at the proposed stage when the rules of this program were last reviewed. The "
                    + "table lists what is on file; a blank is not on file.",
                "Tantalum and tungsten are not in this table: section 857 is about permanent magnets.",
                .. rows.IsEmpty ? ["No line item carries a rare-earth magnet, certain or possible, by the words of the list."] : Array.Empty<string>(),
                .. PacketRemarks.GetCautions(facts),
            ],
            Sections =
            [
                new PacketSection("scope", "Scope") { Fields = facts.Inputs() },
                new PacketSection("magnets", "Magnets")
                {
                    Table = new PacketTable(
                        [
                            new("partNumber", "Part number", 1.3), new("description", "Description", 1.6), new("assembly", "Used in", 1.2),
                            new("material", "Magnet", 2.2), new("manufacturer", "Manufacturer", 1.6),
                            .. Points.Select(point => new PacketColumn(point.Id, point.Header, 1.5)),
                        ],
                        rows),
                },
                .. PacketRemarks.GetSections(facts),
            ],
        };
    }

    private static bool IsMagnet(Determination determination) => determination.Material is MaterialIds.SmCo or MaterialIds.NdFeB or MaterialIds.RareEarthMagnet;

    private static ImmutableArray<PacketValue> GetRow(PacketFacts facts, LineReport line, Determination determination) =>
    [
        PacketValue.From(line.PartNumber, "part number"),
        PacketValue.From(line.Description, "description"),
        PacketValue.From(string.Join(" / ", line.Path.SkipLast(1)) is { Length: > 0 } path ? path : "top level"),
        PacketValue.From(PacketFacts.GetName(determination)),
        PacketValue.From(line.Manufacturer, "manufacturer"),
        .. Points.Select(point => GetPlaces(facts, line, determination, point.Stages)),
    ];

    // A text that names no country stays a blank, with the text as a hint.
    private static PacketValue GetPlaces(PacketFacts facts, LineReport line, Determination determination, string[] stages)
    {
        OriginStatement[] statements =
        [
            .. line.Origins.Where(statement => statement.Stage is { } stage && stages.Contains(stage, StringComparer.Ordinal)
                && (statement.Material is null || statement.Material == MaterialIds.RareEarthMagnet || determination.Material == MaterialIds.RareEarthMagnet
                    || statement.Material == determination.Material)),
        ];
        string places = string.Join("\n", statements.Where(statement => !statement.Origin.Countries.IsEmpty)
            .Select(statement => GetWords(facts, statement)).Distinct(StringComparer.Ordinal));
        string[] unread = [.. statements.Where(statement => statement.Origin.Countries.IsEmpty).Select(PacketFacts.GetSource).Distinct(StringComparer.Ordinal)];
        return unread.Length == 0 ? PacketValue.From(places, "country")
            : places.Length == 0 ? PacketValue.Blank($"country; not understood: {string.Join(", ", unread)}")
            : PacketValue.From($"{places}\nNot understood: {string.Join(", ", unread)}");
    }

    private static string GetWords(PacketFacts facts, OriginStatement statement) =>
        $"{(statement.Element is { } element ? Wording.GetElement(element) + ", " : "")}{Wording.DoneAt(statement.Stage ?? "")}: {facts.GetPlaces(statement)}"
            + $" ({PacketFacts.GetSource(statement)})";
}
