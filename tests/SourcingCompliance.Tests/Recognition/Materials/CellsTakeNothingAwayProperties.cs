using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Tests.Recognition.Materials;

/// <summary>Words of one cell never take away what another cell says.</summary>
public sealed class CellsTakeNothingAwayProperties
{
    private static readonly string[] Named =
    [
        "Tantalum", "10uF tantalum", "Tantalum sheet 0.5 mm", "Tantalum rod 99.95%", "Ta-10W bar", "CAP TANT 10uF 16V",
        "Tungsten powder", "Tungsten", "tungsten heavy alloy rod", "plate ASTM B777 class 2", "Densimet D176", "tungsten counterweight", "90W-7Ni-3Fe bar",
        "NdFeB ring 20x10", "Neodymium magnet 10x3", "Magnet N42", "Rare earth magnet", "SmCo disc", "Sm2Co17", "Samarium cobalt", "ring N42SH", "VACODYM 655",
        "Motor, BLDC, 48 V", "Drone motor 2306 2450KV", "Hard disk drive 8 TB", "TWT, Ku-band", "voice coil actuator",
    ];

    private static readonly string[] Generic = ["Magnet ring", "MOTOR", "Speaker 8 ohm 1 W", "FAN AXIAL 60X25", "Pump 12 V",
        "Balance weight", "Relay, latching, DPDT", "Polarized capacitor 47uF case D 7343"];

    private static readonly BomField[] Columns =
    [
        BomField.Notes, BomField.Category, BomField.Value, BomField.Name, BomField.Material, BomField.Grade,
        BomField.Manufacturer, BomField.ManufacturerPartNumber, BomField.SupplierPartNumber,
    ];

    private static readonly string[] Noise =
        [.. ShippedVocabulary.Vocabulary.Compiled.Words.Spellings().Select(spelling => spelling.Text).Distinct(),
            "SMD assembly", "mounted beside capacitor", "tantalum free", "no magnets"];

    public static IEnumerable<object[]> NamedTexts => Named.Select(text => new object[] { text });

    public static IEnumerable<object[]> GenericTexts => Generic.Select(text => new object[] { text });

    // Every other word in one of the columns for each text, so that over the texts nearly all pairs of word and column are met.
    [Theory]
    [MemberData(nameof(NamedTexts))]
    public void What_a_description_names_no_word_of_another_cell_takes_away(string text)
    {
        int turn = Array.IndexOf(Named, text);
        ShouldStay(text, word => (word + turn) % 2 == 0 ? Columns[((word / 2) + turn) % Columns.Length] : null);
    }

    // A material, grade or type cell may specify a generic word; a remark and a maker's name may not.
    [Theory]
    [MemberData(nameof(GenericTexts))]
    public void What_a_description_leaves_open_no_remark_takes_away(string text) =>
        ShouldStay(text, word => (word % 4) switch { 0 => BomField.Notes, 1 => BomField.Manufacturer, _ => null });

    private static void ShouldStay(string text, Func<int, BomField?> columnOf)
    {
        var maps = Columns.ToDictionary(field => field, field => new ColumnMap
        {
            Sheet = CellRef.ForFile("bom.csv"),
            HeaderRow = 1,
            Columns = [Column(BomField.Description, 1), Column(field, 2)],
        });
        var classifiers = Columns.ToDictionary(field => field, _ => new MaterialClassifier(ShippedVocabulary.Vocabulary));
        string[] expected = [.. ShippedVocabulary.Classify(text).Materials.Select(occurrence => occurrence.Material)];
        expected.ShouldNotBeEmpty();
        var lost = new List<string>();
        for (int word = 0; word < Noise.Length; word++)
        {
            if (columnOf(word) is not BomField field)
            {
                continue;
            }

            Classification found = classifiers[field].Classify(new BomLine(maps[field], 2, [text, Noise[word]]));
            if (!Array.TrueForAll(expected, material => found.Materials.Any(occurrence => Covers(occurrence.Material, material))))
            {
                lost.Add($"{field} '{Noise[word]}'");
            }
        }

        lost.ShouldBeEmpty($"'{text}' is no longer found beside these words.");
    }

    // A kind of magnet that is named tells more than "rare-earth magnet".
    private static bool Covers(string found, string expected) =>
        found == expected || (expected == MaterialIds.RareEarthMagnet && found is MaterialIds.NdFeB or MaterialIds.SmCo);

    private static MappedColumn Column(BomField field, int at) => new(field, at, field.ToString(), MappingBasis.ExactAlias, "test");
}
