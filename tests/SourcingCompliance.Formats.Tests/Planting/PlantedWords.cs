namespace SourcingCompliance.Formats.Tests.Planting;

/// <summary>Texts to plant, as suppliers write them: each is a covered material, or a part that holds one.</summary>
internal static class PlantedWords
{
    /// <summary>The texts.</summary>
    public static readonly string[] All =
    [
        "NdFeB magnet N42 20x5 mm", "MAGNET, NEODYMIUM, DISC 10X3", "SmCo magnet ring 12x6x4", "Magnet, rare earth, block",
        "Sintered NdFeB arc segment", "Samarium cobalt rod 5x10",
        "CAP TANT 10UF 16V 10% 1206", "Tantalum capacitor 47uF 20V", "Tantalum sheet 0.5 mm", "Capacitor, tantalum, polymer 100uF",
        "Tungsten heavy alloy balance weight", "Weight, tungsten heavy alloy 95W", "Tungsten powder 5 um 99.9 %",
        "BLDC motor 2206 2300KV", "Brushless DC servo motor 48V", "Loudspeaker 8 ohm 2W", "Neodym-Magnet 10x2",
        "Aimant néodyme 15x3", "Imán de neodimio N35", "钕铁硼磁铁 N42", "ネオジム磁石 10x5",
    ];

    /// <summary>What stands in remarks, footprints and finishes beside them and says nothing of what the part is made of.</summary>
    public static readonly string[] Noise =
    [
        "SMD", "wet", "see drawing", "oxide free", "wire bonded", "carbide tool", "end cap", "RoHS", "etched", "per BAC 5000",
        "0402", "electrode side", "nickel plated", "CP", "do not bend", "steel", "ESD",
    ];
}
