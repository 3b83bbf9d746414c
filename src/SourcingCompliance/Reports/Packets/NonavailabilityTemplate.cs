using System.Collections.Immutable;

namespace SourcingCompliance.Reports.Packets;

/// <summary>The fixed words of the template of PGI 225.7018-4(a)(2), edition of November 10, 2025, with its spelling.</summary>
internal static class NonavailabilityTemplate
{
    /// <summary>BACKGROUND.</summary>
    public const string Background = "Per the requirements of 10 U.S.C. 4872, DFARS 252.225-7052 prohibits acquisition of samarium-cobalt magnets, "
        + "neodymium-iron-boron magnets, tantalum metal and alloys, "
        + "tungsten metal powder, and tungsten heavy alloy or any finished or semi-finished component containing tungsten heavy alloy melted or produced in "
        + "North Korea, China, Russia, and Iran. "
        + "Per DFARS 225.7018-4, the Head of Contracting Activity (HCA) can authorize an exception to DFARS 252.225-7052 through an 'Individual "
        + "Nonavailability Determination' if they determine that "
        + "covered materials of satisfactory quality and quantity, in the required form, cannot be procured as and when needed at a reasonable price from a "
            + "source other than a covered country.";

    /// <summary>ANALYSIS OF ALTERNATIVES.</summary>
    public const string Alternatives =
        "Analysis of alternatives: See Attachment A for an analysis of why alternatives that would not require a nonavailability determination are "
            + "unacceptable.";

    /// <summary>CERTIFICATION.</summary>
    public const string Certification = "Based on the satisfactory quality, quantity, required form, timeliness, and/or reasonable price issues described "
        + "in Attachment A, I hereby certify that the requirements for "
        + "an individual nonavailability determination under DFARS 225.7018-4 have been met.";

    /// <summary>Attachment B: Definitions and Instructions.</summary>
    public static readonly ImmutableArray<string> Definitions =
    [
        "As used in this document—",
        "\"Number\" means the National Stock Number (NSN) or other part number applicable to a given component name;",
        "\"Component name\" includes a description of the part and the name of the end item incorporating that part (e.g., \"Actuator – Joint Direct Attack "
            + "Munition\" or \"Sphere - M1028 Canister CTG\");",
        "\"Covered material\" means samarium-cobalt magnets, neodymium-iron-boron magnets, tantalum metal and alloys, tungsten metal powder, and tungsten "
            + "heavy alloy or any finished / semi-finished component containing tungsten heavy alloy;",
        "\"Tungsten heavy alloy\" means a tungsten base pseudo alloy that (1) meets the specifications of ASTM B777 or SAE-AMS-T-21014 for a particular "
            + "class of tungsten heavy alloy or (2) contains at least 90% tungsten in a matrix of other metals (such as nickel-iron or nickel-copper) and "
                + "has a density of at least 16.5 g/cm3;",
        "\"Current manufacturer\" means the entity that produces the covered material;",
        "\"Country of origin\" means the location of the facility in which the current manufacturer produces the covered material;",
        "\"Delivery date and lead time\" includes (1) the date by which the covered material is required to produce the component name and (2) the "
            + "administrative lead time and procurement lead time required by the manufacturer of the component name, to secure appropriate covered "
                + "material; and",
        "\"Price per unit\" means the unit price of the covered material;",
        "For any determination under \"Part B\", the Head of Contracting Activity is required to produce a separate report describing why a particular "
            + "exception is applicable to a given action.",
    ];
}
