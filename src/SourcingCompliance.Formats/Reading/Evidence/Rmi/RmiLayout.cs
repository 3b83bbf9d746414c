using System.Collections.Immutable;

namespace SourcingCompliance.Formats.Reading.Evidence.Rmi;

/// <summary>Where an edition of a template has its answers, as 1-based rows of column D of the declaration.</summary>
/// <param name="IdRow">Row of the company's own id; the contact stands three rows below, the authorizer six, the date ten.</param>
/// <param name="Questions">First row of each question, in order.</param>
/// <param name="RowsPerQuestion">How many rows a question has at the most.</param>
internal sealed record RmiLayout(int IdRow, ImmutableArray<int> Questions, int RowsPerQuestion)
{
    private static readonly RmiSmelterColumns Common =
        new(Id: 1, Metal: 2, LookUp: 3, Name: 4, Country: 5, FilledId: 6, Mines: 14, MineCountry: 15, Recycled: 16, Comment: 17);
    private static readonly RmiSmelterColumns OfAmrt12 =
        new(Id: 4, Metal: 1, LookUp: 0, Name: 2, Country: 3, FilledId: 0, Mines: 12, MineCountry: 13, Recycled: 14, Comment: 15);

    /// <summary>The minerals of an edition that asks about the same ones always; empty where the sender chooses.</summary>
    public ImmutableArray<string> FixedMinerals { get; init; } = [];

    /// <summary>Whether a chosen mineral may be "other", with its name three rows below.</summary>
    public bool HasOtherMinerals { get; init; }

    /// <summary>Columns of the list of smelters.</summary>
    public RmiSmelterColumns Smelters { get; init; } = Common;

    /// <summary>Whether the list of products has columns for the requester's number and name.</summary>
    public bool HasRequesterNumbers { get; init; }

    /// <summary>The layout of an edition; null when it is not known.</summary>
    /// <param name="kind">The template.</param>
    /// <param name="version">Its version.</param>
    public static RmiLayout? From(EvidenceKind kind, Version version) => (kind, version.Major) switch
    {
        (EvidenceKind.Cmrt, 6) => new RmiLayout(12, [26, 32, 38, 44, 50, 56, 62, 68], 4) { FixedMinerals = ["Tantalum", "Tin", "Gold", "Tungsten"] },
        (EvidenceKind.Cmrt, 3) => new RmiLayout(12, [26, 32, 38, 44, 50, 56, 62], 4) { FixedMinerals = ["Tantalum", "Tin", "Gold", "Tungsten"] },
        (EvidenceKind.Emrt, 1) => new RmiLayout(12, [26, 32, 38, 44, 50, 56, 62], 2) { FixedMinerals = ["Cobalt", "Mica"] },
        (EvidenceKind.Emrt, 2) => new RmiLayout(16, [30, 42, 54, 66, 78, 90, 102], 10) { HasRequesterNumbers = version.Minor >= 1 },
        (EvidenceKind.Amrt, 1) when version.Minor <= 2 => new RmiLayout(14, [28, 40], 10) { Smelters = OfAmrt12 },
        (EvidenceKind.Amrt, 1) => new RmiLayout(17, [31, 43], 10) { HasOtherMinerals = true, HasRequesterNumbers = true },
        _ => null,
    };
}

/// <summary>Columns of a list of smelters, 1-based; 0 = the edition has none.</summary>
/// <param name="Id">Id that the sender types.</param>
/// <param name="Metal">Metal.</param>
/// <param name="LookUp">Name chosen from the list.</param>
/// <param name="Name">Name typed for a smelter that is not listed.</param>
/// <param name="Country">Country.</param>
/// <param name="FilledId">Id that a formula fills in.</param>
/// <param name="Mines">Names of mines.</param>
/// <param name="MineCountry">Country of the mines.</param>
/// <param name="Recycled">Whether all is recycled.</param>
/// <param name="Comment">Comment.</param>
internal sealed record RmiSmelterColumns(int Id, int Metal, int LookUp, int Name, int Country,
    int FilledId, int Mines, int MineCountry, int Recycled, int Comment);
