using System.Collections.Immutable;

namespace SourcingCompliance.Law;

/// <summary>
/// Every fact that a condition may read. A pack adds the names of its definitions (<c>coveredCountries</c>,
/// <c>thresholds.simplifiedAcquisitionThreshold</c>); any other name is refused when the pack loads.
/// </summary>
public static class Vocabulary
{
    private static readonly List<Fact> Declared = [];

    /// <summary>Id of the covered material.</summary>
    public static readonly Fact Material = Declare("material.id", FactKind.Text, null, "Id of the material that is evaluated.");

    /// <summary>How the line carries it.</summary>
    public static readonly Fact Presence = Declare("material.presence", FactKind.Text, null, "\"is\", \"contains\" or \"possible\".");

    /// <summary>How likely the line carries it.</summary>
    public static readonly Fact Likelihood = Declare("material.likelihood", FactKind.Number, null, "How likely the line carries it, 0..1.");

    /// <summary>The step asked about.</summary>
    public static readonly Fact Requirement = Declare("stage.requirement", FactKind.Text, null, "Id of the row of restricted-stages that is evaluated.");

    /// <summary>The stage that the statement speaks of.</summary>
    public static readonly Fact Stage = Declare("stage.id", FactKind.Text, null, "Stage id of the statement; unknown when none is on file.");

    /// <summary>Where the step was.</summary>
    public static readonly Fact StageCountry =
        Declare("stage.country", FactKind.Origin, MissingFactIds.StageOrigin, "Possible countries of the step; unknown when none is on file.");

    /// <summary>Countries that the country-of-origin cell names, hedges laid aside.</summary>
    public static readonly Fact NamedOrigin = Declare("part.namedOrigin", FactKind.Origin, MissingFactIds.CountryOfOrigin,
        "Countries that the origin of the part as bought names, a hedge laid aside.");

    /// <summary>Whether the item is the end item.</summary>
    public static readonly Fact IsEndItem =
        Declare("item.isEndItem", FactKind.Boolean, MissingFactIds.EndItem, "Whether the item is delivered under a line item of the contract.");

    /// <summary>Whether the item contains a covered material.</summary>
    public static readonly Fact ContainsCoveredMaterial = Declare("item.containsCoveredMaterial", FactKind.Boolean, MissingFactIds.MaterialIdentity,
        "Whether the item or a part of it is or contains a covered material; unknown when a part only may contain one.");

    /// <summary>Where the end item was manufactured.</summary>
    public static readonly Fact PlaceOfManufacture =
        Declare("item.placeOfManufacture", FactKind.Origin, MissingFactIds.PlaceOfManufacture, "Possible countries in which the end item was manufactured.");

    /// <summary>Whether a statement claims COTS.</summary>
    public static readonly Fact IsClaimedCots = Declare("item.isClaimedCots", FactKind.Boolean, null,
        "Whether the contract file claims that the item, or an assembly that it belongs to, is commercially available off the shelf.");

    /// <summary>Whether COTS is established.</summary>
    public static readonly Fact IsCots = Declare("item.isCots", FactKind.Boolean, MissingFactIds.CotsBasis, "Whether the claim has a basis on file.");

    /// <summary>Share of tungsten.</summary>
    public static readonly Fact TungstenFraction =
        Declare("item.tungstenFraction", FactKind.Number, MissingFactIds.TungstenMass, "Tungsten in the off-the-shelf item by weight, 0..1.");

    /// <summary>Share of covered material.</summary>
    public static readonly Fact CoveredFraction = Declare("item.coveredMaterialFraction", FactKind.Number, MissingFactIds.CoveredMaterialMass,
        "Covered material in the off-the-shelf item by weight, 0..1.");

    /// <summary>Whether the item is a mill product.</summary>
    public static readonly Fact IsMillProduct =
        Declare("item.isMillProduct", FactKind.Boolean, MissingFactIds.MillProduct, "Whether the item is a mill product such as bar, wire, plate or sheet.");

    /// <summary>Whether a mill product has been incorporated.</summary>
    public static readonly Fact IsIncorporated = Declare("item.isIncorporated", FactKind.Boolean, MissingFactIds.Incorporation,
        "Whether the item has been incorporated into an end item, subsystem, assembly or component.");

    /// <summary>Whether a statement claims an electronic device.</summary>
    public static readonly Fact IsClaimedElectronicDevice = Declare("item.isClaimedElectronicDevice", FactKind.Boolean, null,
        "Whether the contract file claims that the item, or an assembly that it belongs to, is an electronic device.");

    /// <summary>Whether the electronic device is established.</summary>
    public static readonly Fact IsElectronicDevice =
        Declare("item.isElectronicDevice", FactKind.Boolean, MissingFactIds.ElectronicDeviceBasis, "Whether the claim has a basis on file.");

    /// <summary>Whether the contract takes electronic devices back in.</summary>
    public static readonly Fact ContractSpecifiesOtherwise = Declare("item.contractSpecifiesOtherwise", FactKind.Boolean, MissingFactIds.ElectronicDeviceTerms,
        "Whether the contract specifies that the exception for electronic devices does not apply to the item.");

    /// <summary>Whether a claim names the covered material itself.</summary>
    public static readonly Fact IsMaterialItself = Declare("item.isMaterialItself", FactKind.Boolean, null,
        "Whether the claim that an item is an electronic device names a line that is the covered material itself, such as a loose magnet.");

    /// <summary>Whether a statement claims recycled material.</summary>
    public static readonly Fact IsClaimedRecycled =
        Declare("item.isClaimedRecycled", FactKind.Boolean, null, "Whether the contract file claims that the magnet is of recycled material.");

    /// <summary>Whether the magnet is of recycled material.</summary>
    public static readonly Fact IsRecycled =
        Declare("item.isRecycled", FactKind.Boolean, MissingFactIds.RecycledContent, "Whether the magnet was manufactured from recycled material.");

    /// <summary>Where the recycled material was milled.</summary>
    public static readonly Fact MilledIn =
        Declare("item.milledIn", FactKind.Origin, MissingFactIds.RecycledMilling, "Possible countries in which the recycled material was milled.");

    /// <summary>Where the magnet was sintered.</summary>
    public static readonly Fact SinteredIn =
        Declare("item.sinteredIn", FactKind.Origin, MissingFactIds.RecycledSintering, "Possible countries in which the final magnet was sintered.");

    /// <summary>Whether a determination is on file.</summary>
    public static readonly Fact IsDeterminationOnFile = Declare("determination.isOnFile", FactKind.Boolean, null,
        "Whether the contract file names a nonavailability determination that may concern the material.");

    /// <summary>Whether it is an acceptance for national security.</summary>
    public static readonly Fact IsAcceptance = Declare("determination.isNationalSecurityAcceptance", FactKind.Boolean, null,
        "Whether it is a determination under 10 U.S.C. 4872(e) to accept an end item, and none of nonavailability.");

    /// <summary>Whether it was granted.</summary>
    public static readonly Fact IsDeterminationGranted = Declare("determination.isGranted", FactKind.Boolean, MissingFactIds.DeterminationStatus,
        "Whether the determination was granted: its status says so, or a day of grant stands without a status.");

    /// <summary>Whether who decided may decide.</summary>
    public static readonly Fact IsDeterminationAuthorized = Declare("determination.isAuthorized", FactKind.Boolean, MissingFactIds.DeterminationAuthority,
        "Whether the official who decided may make a determination of its kind.");

    /// <summary>Whether its quantity reaches the delivery.</summary>
    public static readonly Fact DeterminationCoversQuantity = Declare("determination.coversQuantity", FactKind.Boolean, MissingFactIds.DeterminationQuantity,
        "Whether the quantity that the determination states reaches the quantity of the line item; true when a nonavailability determination states none.");

    /// <summary>Whether its paper is on file.</summary>
    public static readonly Fact HasDeterminationDocument =
        Declare("determination.isDocumentOnFile", FactKind.Boolean, null, "Whether the contract file names the signed document and its hash.");

    /// <summary>Whether it names the material.</summary>
    public static readonly Fact DeterminationCoversMaterial =
        Declare("determination.coversMaterial", FactKind.Boolean, MissingFactIds.DeterminationMaterial, "Whether the determination names the material.");

    /// <summary>Whether it names the item.</summary>
    public static readonly Fact DeterminationCoversItem = Declare("determination.coversItem", FactKind.Boolean, MissingFactIds.DeterminationEndItem,
        "Whether the determination names the item or an assembly that it belongs to.");

    /// <summary>Whether it is for the contract.</summary>
    public static readonly Fact DeterminationCoversContract = Declare("determination.coversContract", FactKind.Boolean, MissingFactIds.DeterminationContract,
        "Whether the determination is a class determination or names this contract.");

    /// <summary>First day on which it holds.</summary>
    public static readonly Fact DeterminationGrantedOn =
        Declare("determination.grantedOn", FactKind.Date, MissingFactIds.DeterminationDates, "First day on which the determination applies.");

    /// <summary>Last day on which it holds.</summary>
    public static readonly Fact DeterminationExpiresOn =
        Declare("determination.expiresOn", FactKind.Date, MissingFactIds.DeterminationDates, "Last day on which the determination applies, inclusive.");

    /// <summary>How long it lasts.</summary>
    public static readonly Fact DeterminationMonths =
        Declare("determination.months", FactKind.Number, MissingFactIds.DeterminationDates, "Months from its date to its expiry, rounded up.");

    /// <summary>How long it has lasted on delivery.</summary>
    public static readonly Fact DeterminationMonthsAtDelivery =
        Declare("determination.monthsAtDelivery", FactKind.Number, MissingFactIds.ContractDeliveryDate, "Months from its date to the delivery, rounded up.");

    /// <summary>Day on which its mitigation plan was accepted.</summary>
    public static readonly Fact MitigationPlanAcceptedOn = Declare("determination.mitigationPlanAcceptedOn", FactKind.Date,
        MissingFactIds.MitigationPlan, "Day on which a mitigation plan for the determination was accepted.");

    /// <summary>Value of the contract.</summary>
    public static readonly Fact ContractValue =
        Declare("contract.value", FactKind.Number, MissingFactIds.ContractValue, "Value of the prime contract in US dollars.");

    /// <summary>The threshold on the day of award.</summary>
    public static readonly Fact SimplifiedAcquisitionThreshold =
        Declare("contract.simplifiedAcquisitionThreshold", FactKind.Number, MissingFactIds.ContractAwardDate,
            "The simplified acquisition threshold on the day of award in US dollars; unknown when the day is not on file and the answer depends on it.");

    /// <summary>Whether the clause stands in the contract.</summary>
    public static readonly Fact IsClauseOnFile = Declare("contract.isClauseOnFile", FactKind.Boolean, null,
        "Whether the contract file says that clause 252.225-7052 stands in the contract: by its date, or outright.");

    /// <summary>Whether it is acquired abroad.</summary>
    public static readonly Fact AcquiredOutside = Declare("contract.acquiredOutsideUnitedStates", FactKind.Boolean,
        MissingFactIds.ContractPlaceOfAcquisition, "Whether the acquisition is made outside the United States.");

    /// <summary>Where it is used.</summary>
    public static readonly Fact PlaceOfUse =
        Declare("contract.placeOfUse", FactKind.Origin, MissingFactIds.ContractPlaceOfUse, "Country in which the item will be used.");

    /// <summary>Whether the specialty-metals clause is in the contract.</summary>
    public static readonly Fact HasSpecialtyMetalsClause =
        Declare("contract.hasSpecialtyMetalsClause", FactKind.Boolean, MissingFactIds.SpecialtyMetalsClause, "Whether clause 252.225-7009 is in the contract.");

    /// <summary>The delivery date.</summary>
    public static readonly Fact DeliveryDate =
        Declare("delivery.date", FactKind.Date, MissingFactIds.ContractDeliveryDate, "Day on which the item is delivered.");

    /// <summary>Where the alloy was melted, for specialty metals.</summary>
    public static readonly Fact MeltedIn =
        Declare("item.meltedIn", FactKind.Origin, MissingFactIds.StageOrigin, "Possible countries in which the alloy was melted or produced.");

    /// <summary>A substance of the line.</summary>
    public static readonly Fact Substance =
        Declare("substance.id", FactKind.Text, null, "Id of a covered material or another recognized substance of the line, for advisories.");

    /// <summary>Whether the mine of a magnet is on file.</summary>
    public static readonly Fact IsMineOnFile =
        Declare("provenance.isMineOnFile", FactKind.Boolean, null, "Whether a statement without a hedge says where the materials of the magnet were mined.");

    /// <summary>Whether its refinery is on file.</summary>
    public static readonly Fact IsRefiningOnFile = Declare("provenance.isRefiningOnFile", FactKind.Boolean, null, "Whether one says where they were refined.");

    /// <summary>Whether its metal and alloy are on file.</summary>
    public static readonly Fact IsMetalOnFile =
        Declare("provenance.isMetalOnFile", FactKind.Boolean, null, "Whether statements say where the metal was reduced and where the alloy was melted.");

    /// <summary>Whether its making is on file.</summary>
    public static readonly Fact IsMakingOnFile = Declare("provenance.isMakingOnFile", FactKind.Boolean, null,
        "Whether statements say where the magnet was sintered or bonded, and where it was magnetized.");

    /// <summary>All facts; a fact stands at its index.</summary>
    public static readonly ImmutableArray<Fact> Facts = [.. Declared];

    private static readonly Dictionary<string, Fact> ByName = Facts.ToDictionary(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>The fact of a name; null when none is declared.</summary>
    public static Fact? Find(string name) => ByName.GetValueOrDefault(name);

    private static Fact Declare(string name, FactKind kind, string? missing, string meaning)
    {
        // One bit of a ulong stands for each fact (RuleOutcome.UnknownFacts).
        if (Declared.Count == 64)
        {
            throw new InvalidOperationException("At most 64 facts can be declared.");
        }

        var fact = new Fact(Declared.Count, name, kind, missing, meaning);
        Declared.Add(fact);
        return fact;
    }
}
