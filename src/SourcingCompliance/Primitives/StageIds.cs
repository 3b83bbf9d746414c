namespace SourcingCompliance.Primitives;

/// <summary>
/// The ids of production stages, as the rules' data spell them. Which of them the law restricts, for which material and
/// when, is data (<c>definitions/restricted-stages.json</c>); here they are only names. Words of 252.225-7052(b)(1)-(5).
/// </summary>
public static class StageIds
{
    /// <summary>Mining of the ore.</summary>
    public const string Mined = "mined";

    /// <summary>Production of feedstock from recycled material.</summary>
    public const string Recycled = "recycled";

    /// <summary>Refining.</summary>
    public const string Refined = "refined";

    /// <summary>Separation of rare earths.</summary>
    public const string Separated = "separated";

    /// <summary>Melting of the alloy or metal.</summary>
    public const string Melted = "melted";

    /// <summary>Powder formation.</summary>
    public const string Powder = "powder";

    /// <summary>Pressing.</summary>
    public const string Pressed = "pressed";

    /// <summary>Sintering.</summary>
    public const string Sintered = "sintered";

    /// <summary>Bonding of a bonded magnet.</summary>
    public const string Bonded = "bonded";

    /// <summary>Magnetization.</summary>
    public const string Magnetized = "magnetized";

    /// <summary>Reduction to metal.</summary>
    public const string Reduced = "reduced";

    /// <summary>Calcination.</summary>
    public const string Calcined = "calcined";

    /// <summary>Atomization.</summary>
    public const string Atomized = "atomized";

    /// <summary>Final consolidation of non-melt derived metal powders.</summary>
    public const string Consolidated = "consolidated";

    /// <summary>Milling of recycled material.</summary>
    public const string Milled = "milled";

    /// <summary>Later phases of production: machining, coating, finishing.</summary>
    public const string Finished = "finished";

    /// <summary>Production of the part as bought, which its country of origin speaks of.</summary>
    public const string Produced = "produced";

    /// <summary>Assembly of an assembly or end item.</summary>
    public const string Assembled = "assembled";

    /// <summary>The stage that a column speaks of; null for a column that is no stage of production.</summary>
    public static string? OfField(BomField field) => field switch
    {
        BomField.OriginMined => Mined,
        BomField.OriginRecycled => Recycled,
        BomField.OriginRefined => Refined,
        BomField.OriginSeparated => Separated,
        BomField.OriginMelted => Melted,
        BomField.OriginPowder => Powder,
        BomField.OriginPressed => Pressed,
        BomField.OriginSintered => Sintered,
        BomField.OriginBonded => Bonded,
        BomField.OriginMagnetized => Magnetized,
        BomField.OriginReduced => Reduced,
        BomField.OriginCalcined => Calcined,
        BomField.OriginAtomized => Atomized,
        BomField.OriginConsolidated => Consolidated,
        BomField.OriginMilled => Milled,
        BomField.OriginFinished => Finished,
        BomField.OriginAssembled => Assembled,
        _ => null,
    };
}
