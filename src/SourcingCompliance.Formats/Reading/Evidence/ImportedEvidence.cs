using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Reading.Evidence.Certificates;
using SourcingCompliance.Formats.Reading.Evidence.CycloneDx;
using SourcingCompliance.Formats.Reading.Evidence.Ipc1752;
using SourcingCompliance.Formats.Reading.Evidence.Rmi;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Reading.Evidence;

/// <summary>What was taken from a supplier's document, what was left, and why.</summary>
/// <param name="Form">What the document is; null = no kind that is known, and then nothing was taken.</param>
public sealed record ImportedEvidence(EvidenceForm? Form)
{
    /// <summary>What was taken, in document order.</summary>
    public ImmutableArray<TakenEntry> Taken { get; init; } = [];

    /// <summary>What was not taken, with the reason, in document order.</summary>
    public ImmutableArray<UnreadAnswer> Left { get; init; } = [];

    /// <summary>What points to an origin and establishes none.</summary>
    public ImmutableArray<SupplyLead> Leads { get; init; } = [];

    /// <summary>Where the document contradicts itself, one sentence each.</summary>
    public ImmutableArray<string> Contradictions { get; init; } = [];

    /// <summary>
    /// The statements for the ledger, without id, file and day of receipt, which whoever receives them gives; an empty name of the supplier must be given
    /// too. Empty when the document makes no statement that may be kept.
    /// </summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>The reporting template as read; null for other documents.</summary>
    public RmiForm? Template { get; init; }

    /// <summary>The material declaration as read; null for other documents.</summary>
    public MaterialDeclaration? Declaration { get; init; }

    /// <summary>The CycloneDX document as read; null for other documents.</summary>
    public CycloneDxDocument? Bom { get; init; }

    /// <summary>The certificate as read; null for other documents.</summary>
    public MillCertificate? Certificate { get; init; }

    /// <summary>The same with the supplier named where the document names nobody: as who states it, and as the maker of numbers that are the maker's.</summary>
    /// <param name="supplier">Name of the supplier.</param>
    public ImportedEvidence WithSupplier(string supplier) => this with
    {
        Statements = [.. Statements.Select(statement => statement.Supplier.Name.Length > 0 ? statement : statement with
        {
            Supplier = statement.Supplier with { Name = supplier },
            Items = [.. statement.Items.Select(item => item.Subject is { Manufacturer: null, ManufacturerPartNumber: not null }
                ? item with { Subject = item.Subject with { Manufacturer = supplier } } : item)],
        })],
    };
}

/// <summary>Something that was taken from a document.</summary>
/// <param name="Place">Where it stands: <c>Declaration!D26</c>, <c>$.components[0]</c>.</param>
/// <param name="What">What it says, in words.</param>
public sealed record TakenEntry(string Place, string What);

/// <summary>
/// A company in a supply chain that a reporting template names. Templates answer another question than the clause asks (which smelters source from
/// the Congo and its neighbors), so a lead supports no pass and convicts no part: it says whom to ask.
/// </summary>
/// <param name="Element">Name of the mineral or metal as the form spells it: <c>Tungsten</c>.</param>
/// <param name="Company">Name of the smelter or mine; empty = not identified.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SupplyLead(string Element, string Company, string Place)
{
    /// <summary>Its id in the list of the form's publisher: <c>CID002044</c>; null = not stated.</summary>
    public string? SmelterId { get; init; }

    /// <summary>The country of the facility; null = not stated or not recognized.</summary>
    public Country? Country { get; init; }

    /// <summary>The country in the words of the form; empty = not stated.</summary>
    public string CountryText { get; init; } = "";

    /// <summary>The parts that the form says it speaks of; empty for a whole company or a scope in words, which touch no part.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];
}
