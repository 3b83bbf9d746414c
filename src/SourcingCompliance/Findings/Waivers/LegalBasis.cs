using System.Diagnostics;

namespace SourcingCompliance.Findings.Waivers;

/// <summary>What a waiver rests on.</summary>
public enum LegalBasis
{
    /// <summary>An individual nonavailability determination, DFARS 225.7018-4; it names its contract.</summary>
    NonavailabilityIndividual,

    /// <summary>A class nonavailability determination, DFARS 225.7018-4; it names its document.</summary>
    NonavailabilityClass,

    /// <summary>A waiver that the statute provides for; it lasts at most 36 months.</summary>
    StatutoryWaiver,

    /// <summary>Commercially available off-the-shelf item.</summary>
    Cots,

    /// <summary>Electronic device.</summary>
    ElectronicDevice,

    /// <summary>Neodymium-iron-boron magnet of recycled material, milled and sintered in the United States.</summary>
    RecycledNdFeBUnitedStates,

    /// <summary>A contract at or below the simplified acquisition threshold.</summary>
    BelowThreshold,

    /// <summary>Acquired outside the United States for use outside the United States.</summary>
    OutsideUnitedStatesUse,

    /// <summary>The house bears the risk. No law knows it, so it does not lift a violation unless the configuration says so.</summary>
    RiskAcceptedInternally,
}

/// <summary>How waiver files and reports spell a legal basis.</summary>
public static class LegalBases
{
    /// <summary>All of them, in the order of the enumeration.</summary>
    public static IReadOnlyList<LegalBasis> All { get; } = Enum.GetValues<LegalBasis>();

    /// <summary>The word of a basis: <c>nonavailability-individual</c>.</summary>
    public static string GetWord(LegalBasis basis) => basis switch
    {
        LegalBasis.NonavailabilityIndividual => "nonavailability-individual",
        LegalBasis.NonavailabilityClass => "nonavailability-class",
        LegalBasis.StatutoryWaiver => "statutory-waiver",
        LegalBasis.Cots => "cots",
        LegalBasis.ElectronicDevice => "electronic-device",
        LegalBasis.RecycledNdFeBUnitedStates => "recycled-ndfeb-us",
        LegalBasis.BelowThreshold => "below-sat",
        LegalBasis.OutsideUnitedStatesUse => "outside-us-use",
        LegalBasis.RiskAcceptedInternally => "risk-accepted-internal",
        _ => throw new UnreachableException(),
    };

    /// <summary>The basis of a word; null when there is none of that word.</summary>
    public static LegalBasis? Find(string word)
    {
        foreach (LegalBasis basis in All)
        {
            if (GetWord(basis) == word)
            {
                return basis;
            }
        }

        return null;
    }
}
