using System.Collections.Immutable;

namespace SourcingCompliance.Evidence;

/// <summary>What was asked of a supplier: one entry of the ledger's <c>requests.json</c>.</summary>
/// <param name="Id">Id of the request, which is that of the response too.</param>
/// <param name="Supplier">Name of the supplier.</param>
/// <param name="AskedOn">The day of the request.</param>
/// <param name="DueOn">The day by which an answer is due; null = none.</param>
public sealed record EvidenceRequest(string Id, string Supplier, DateOnly AskedOn, DateOnly? DueOn)
{
    /// <summary>Address for mail; null = not known.</summary>
    public string? Email { get; init; }

    /// <summary>The supplier whose answer named this one as the next to ask; null = the list names it.</summary>
    public string? ReferredBy { get; init; }

    /// <summary>What was asked, part by part.</summary>
    public ImmutableArray<RequestedItem> Items { get; init; } = [];
}

/// <summary>A row of a questionnaire.</summary>
/// <param name="RowKey">Key of the row, one of its request.</param>
/// <param name="PartNumber">Part number of the buyer.</param>
/// <param name="Questions">What was asked.</param>
public sealed record RequestedItem(string RowKey, string PartNumber, ImmutableArray<RequestedFact> Questions)
{
    /// <summary>Name of the maker; null = not on the list.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>The maker's part number; null = not on the list.</summary>
    public string? ManufacturerPartNumber { get; init; }

    /// <summary>Description as on the list; empty = none.</summary>
    public string Description { get; init; } = "";
}

/// <summary>A fact that was asked for.</summary>
/// <param name="Material">Id of the covered material; null = whether it contains any.</param>
/// <param name="Stage">Stage id; null = whether it contains the material.</param>
/// <param name="Element">Chemical symbol; null = of no single element.</param>
public sealed record RequestedFact(string? Material, string? Stage, string? Element)
{
    /// <summary>
    /// The code of the question, by which its column is found again whatever becomes of the title: <c>contains</c>, <c>mined.Nd</c>, <c>sintered</c>.
    /// </summary>
    public string Code => Stage is null ? "contains" : Element is null ? Stage : $"{Stage}.{Element}";
}

/// <summary>A statement that was put into the ledger; what is written here and not on file is missed.</summary>
/// <param name="Id">Id of the statement.</param>
/// <param name="Path">Path of its file, from the folder of the ledger.</param>
/// <param name="Sha256">SHA-256 of the file as it was written.</param>
/// <param name="ReceivedOn">The day.</param>
public sealed record ReceivedStatement(string Id, string Path, string Sha256, DateOnly ReceivedOn);

/// <summary>The ledger's <c>requests.json</c>: what was asked, and what was received.</summary>
/// <param name="Requests">The requests in the order of asking.</param>
/// <param name="Received">The statements received, in the order of receipt.</param>
public sealed record RequestLog(ImmutableArray<EvidenceRequest> Requests, ImmutableArray<ReceivedStatement> Received)
{
    /// <summary>A log of nothing.</summary>
    public static readonly RequestLog Empty = new([], []);
}
