using System.Collections.Immutable;

namespace SourcingCompliance.Formats.Reading.Evidence.CycloneDx;

/// <summary>A CycloneDX document, of JSON or XML, as far as it speaks of hardware.</summary>
/// <param name="SpecVersion">The version of the format: <c>1.6</c>, <c>2.0</c>.</param>
/// <param name="Components">The components below the product, in document order.</param>
public sealed record CycloneDxDocument(string SpecVersion, ImmutableArray<CycloneDxComponent> Components)
{
    /// <summary>The product that the document describes; null = not stated.</summary>
    public CycloneDxComponent? Product { get; init; }

    /// <summary>Name of the company that made or supplies what the document describes; empty = not stated.</summary>
    public string Author { get; init; } = "";

    /// <summary>The day on which it was written; null = not stated or not readable.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether it follows a draft of version 2.0, which may still change.</summary>
    public bool IsDraft => SpecVersion.StartsWith("2.", StringComparison.Ordinal);

    /// <summary>The product and all components at any depth, in document order.</summary>
    public IEnumerable<CycloneDxComponent> All => (Product is null ? [] : new[] { Product }).Concat(Components)
        .SelectMany(component => component.SelfAndBelow());

    /// <summary>Whether any component is a thing and no software.</summary>
    public bool HasHardware => All.Any(component => !component.IsSoftware);
}

/// <summary>A component.</summary>
/// <param name="Place">Its path: <c>$.components[0]</c>, <c>/bom/components/component[2]</c>.</param>
/// <param name="Type">Its type: <c>device</c>, <c>material</c>, <c>library</c>.</param>
/// <param name="Name">Its name, which for a device is a part number in most files.</param>
public sealed record CycloneDxComponent(string Place, string Type, string Name)
{
    private static readonly string[] SoftwareTypes =
    [
        "application", "framework", "library", "container", "platform", "operating-system", "device-driver", "firmware",
        "file", "machine-learning-model", "data", "cryptographic-asset",
    ];

    /// <summary>Its reference inside the document; empty = none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Its group; empty = none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Its version or revision; empty = none.</summary>
    public string Version { get; init; } = "";

    /// <summary>Its description; empty = none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Name of the manufacturer, or of the publisher or author where there is none; empty = not stated.</summary>
    public string Manufacturer { get; init; } = "";

    /// <summary>The manufacturer's part number as an identifier of its own; empty = not stated.</summary>
    public string ManufacturerPartNumber { get; init; } = "";

    /// <summary>Name of the supplier; empty = not stated.</summary>
    public string Supplier { get; init; } = "";

    /// <summary>The quantity in the enclosing assembly, as written; empty = not stated.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>The unit of the quantity; empty = pieces.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Code of the Harmonized System; empty = not stated.</summary>
    public string HsCode { get; init; } = "";

    /// <summary>Form of a material: <c>powder</c>, <c>ingot</c>; empty = not stated.</summary>
    public string MaterialForm { get; init; } = "";

    /// <summary>Its free properties, in document order.</summary>
    public ImmutableArray<CycloneDxProperty> Properties { get; init; } = [];

    /// <summary>Its origins of the draft of version 2.0.</summary>
    public ImmutableArray<CycloneDxOrigin> Origins { get; init; } = [];

    /// <summary>What the document says of its completeness: <c>incomplete</c>, <c>complete</c>; empty = nothing.</summary>
    public string Aggregate { get; init; } = "";

    /// <summary>The components that it consists of: an assembly.</summary>
    public ImmutableArray<CycloneDxComponent> Components { get; init; } = [];

    /// <summary>Whether it is software or data. A type that is not known counts as a thing, so that nothing is lost.</summary>
    public bool IsSoftware => SoftwareTypes.Contains(Type, StringComparer.Ordinal);

    /// <summary>Whether parts may be missing below it, by the document's own words.</summary>
    public bool IsIncomplete => Aggregate.StartsWith("incomplete", StringComparison.Ordinal) || Aggregate == "unknown";

    /// <summary>Itself and everything below it.</summary>
    public IEnumerable<CycloneDxComponent> SelfAndBelow() => Components.SelectMany(component => component.SelfAndBelow()).Prepend(this);

    /// <summary>The value of the first property whose name ends so, after its last colon; empty = none.</summary>
    /// <param name="names">The names without separators, in small letters: <c>countryoforigin</c>.</param>
    public string GetProperty(params ReadOnlySpan<string> names)
    {
        foreach (CycloneDxProperty property in Properties)
        {
            if (names.Contains(property.Key))
            {
                return property.Value;
            }
        }

        return "";
    }
}

/// <summary>A free property.</summary>
/// <param name="Name">Its name: <c>cdx:device:quantity</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record CycloneDxProperty(string Name, string Value)
{
    /// <summary>The name after its last colon, letters and digits only, in small letters.</summary>
    public string Key => string.Concat(Name[(Name.LastIndexOf(':') + 1)..].Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <summary>An origin of the hardware draft: where one stage took place.</summary>
/// <param name="Place">Its path.</param>
/// <param name="Stage">The stage, predefined or of the sender's own: <c>mined</c>, <c>reduced</c>; empty = not stated.</param>
/// <param name="Basis">What the shares are shares of; empty = not stated.</param>
/// <param name="Shares">The countries.</param>
public sealed record CycloneDxOrigin(string Place, string Stage, string Basis, ImmutableArray<CycloneDxShare> Shares);

/// <summary>A country of an origin.</summary>
/// <param name="IsoCode">ISO 3166-1 code as written.</param>
/// <param name="Percentage">Share in percent; null = not stated.</param>
/// <param name="PerformedBy">Name of the company, resolved where the document names it; empty = not stated.</param>
public sealed record CycloneDxShare(string IsoCode, decimal? Percentage, string PerformedBy);
