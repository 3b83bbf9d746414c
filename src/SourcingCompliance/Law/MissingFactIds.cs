namespace SourcingCompliance.Law;

/// <summary>
/// The ids of facts that the law asks for and that may not be on file. Their questions stand in each pack's
/// <c>missing-evidence.json</c>; remediation templates are keyed by them.
/// </summary>
public static class MissingFactIds
{
    /// <summary>Where a restricted stage of production was.</summary>
    public const string StageOrigin = "stage-origin";

    /// <summary>The country of origin of the part as bought.</summary>
    public const string CountryOfOrigin = "country-of-origin";

    /// <summary>Whether the part contains a covered material, and which.</summary>
    public const string MaterialIdentity = "material-identity";

    /// <summary>A row that could not be read.</summary>
    public const string ReadableRow = "readable-row";

    /// <summary>Whether the item is an end item of the contract.</summary>
    public const string EndItem = "contract-end-item";

    /// <summary>Where the end item was manufactured.</summary>
    public const string PlaceOfManufacture = "contract-place-of-manufacture";

    /// <summary>Value of the prime contract.</summary>
    public const string ContractValue = "contract-value";

    /// <summary>Day of award.</summary>
    public const string ContractAwardDate = "contract-award-date";

    /// <summary>Day of delivery.</summary>
    public const string ContractDeliveryDate = "contract-delivery-date";

    /// <summary>Whether the acquisition is made outside the United States.</summary>
    public const string ContractPlaceOfAcquisition = "contract-place-of-acquisition";

    /// <summary>Where the item will be used.</summary>
    public const string ContractPlaceOfUse = "contract-place-of-use";

    /// <summary>Whether clause 252.225-7009 is in the contract.</summary>
    public const string SpecialtyMetalsClause = "contract-specialty-metals-clause";

    /// <summary>Why the item counts as commercially available off the shelf.</summary>
    public const string CotsBasis = "cots-basis";

    /// <summary>Mass of tungsten and of the off-the-shelf item.</summary>
    public const string TungstenMass = "tungsten-mass";

    /// <summary>Mass of covered material and of the off-the-shelf item.</summary>
    public const string CoveredMaterialMass = "covered-material-mass";

    /// <summary>Whether the item is a mill product.</summary>
    public const string MillProduct = "mill-product";

    /// <summary>Whether a mill product has been incorporated.</summary>
    public const string Incorporation = "mill-product-incorporation";

    /// <summary>Why the item counts as an electronic device.</summary>
    public const string ElectronicDeviceBasis = "electronic-device-basis";

    /// <summary>Whether the contract specifies otherwise for electronic devices.</summary>
    public const string ElectronicDeviceTerms = "contract-electronic-device-terms";

    /// <summary>Whether the magnet is of recycled material.</summary>
    public const string RecycledContent = "recycled-content";

    /// <summary>Where the recycled material was milled.</summary>
    public const string RecycledMilling = "recycled-milling";

    /// <summary>Where the magnet of recycled material was sintered.</summary>
    public const string RecycledSintering = "recycled-sintering";

    /// <summary>Which material a nonavailability determination names.</summary>
    public const string DeterminationMaterial = "contract-determination-material";

    /// <summary>Which end item a nonavailability determination names.</summary>
    public const string DeterminationEndItem = "contract-determination-end-item";

    /// <summary>Which contract a nonavailability determination names.</summary>
    public const string DeterminationContract = "contract-determination-contract";

    /// <summary>From when to when a nonavailability determination holds.</summary>
    public const string DeterminationDates = "contract-determination-dates";

    /// <summary>Whether a determination was granted.</summary>
    public const string DeterminationStatus = "contract-determination-status";

    /// <summary>Which official made a determination.</summary>
    public const string DeterminationAuthority = "contract-determination-authority";

    /// <summary>How many end items a determination covers.</summary>
    public const string DeterminationQuantity = "contract-determination-quantity";

    /// <summary>The mitigation plan that a determination needs from 2027.</summary>
    public const string MitigationPlan = "contract-determination-mitigation-plan";

    /// <summary>A covered country supplied an element that the text does not name (praseodymium, dysprosium, terbium).</summary>
    public const string UnnamedElement = "unnamed-element";
}
