namespace SourcingCompliance.Primitives;

/// <summary>The ids of covered materials, 252.225-7052(a), as the rules' data spell them.</summary>
public static class MaterialIds
{
    /// <summary>Samarium-cobalt magnets, paragraph (1).</summary>
    public const string SmCo = "smco-magnet";

    /// <summary>Neodymium-iron-boron magnets, paragraph (2).</summary>
    public const string NdFeB = "ndfeb-magnet";

    /// <summary>Tantalum metals and alloys, paragraph (3).</summary>
    public const string Tantalum = "tantalum";

    /// <summary>Tungsten metal powder, paragraph (4).</summary>
    public const string TungstenPowder = "tungsten-powder";

    /// <summary>Tungsten heavy alloy and components that contain it, paragraph (5).</summary>
    public const string TungstenHeavyAlloy = "tungsten-heavy-alloy";

    /// <summary>A rare-earth magnet whose kind is not stated: samarium-cobalt or neodymium-iron-boron, covered either way.</summary>
    public const string RareEarthMagnet = "rare-earth-magnet";
}
