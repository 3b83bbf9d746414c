using System.Collections.Immutable;

namespace SourcingCompliance.Decisions;

/// <summary>
/// A written determination on file: a nonavailability determination (252.225-7052(c)(2), 225.7018-4, 10 U.S.C. 4872(c)(1)) or the
/// acceptance of an end item for national security (10 U.S.C. 4872(e)).
/// </summary>
public sealed record NonavailabilityDetermination
{
    /// <summary>Its number or name.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is a class determination, which applies to more than one contract; null = not stated.</summary>
    public bool? IsClass { get; init; }

    /// <summary>Whether it is a determination under 10 U.S.C. 4872(e) to accept an end item for national security, and none of nonavailability.</summary>
    public bool IsNationalSecurityAcceptance { get; init; }

    /// <summary>Where it stands; null = not stated, and a day of grant then says that it was granted.</summary>
    public DeterminationStatus? Status { get; init; }

    /// <summary>Id of the kind of official who decided, as the pack's <c>determination-authorities</c> spell it; null = not stated.</summary>
    public string? Authority { get; init; }

    /// <summary>Name and office of the official who decided; null = not stated.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Quantity of end items that it covers; null = it states none, or none is on file.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The signed paper; null = none is named.</summary>
    public DeterminationDocument? Document { get; init; }

    /// <summary>Contract that an individual determination names; null = not stated.</summary>
    public string? ContractNumber { get; init; }

    /// <summary>Part numbers of the end items that it names; empty = not stated.</summary>
    public ImmutableArray<string> PartNumbers { get; init; } = [];

    /// <summary>Ids of the covered materials that it names; empty = not stated.</summary>
    public ImmutableArray<string> Materials { get; init; } = [];

    /// <summary>First day on which it holds; null = not stated.</summary>
    public DateOnly? GrantedOn { get; init; }

    /// <summary>Last day on which it holds, inclusive; null = not stated.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Day on which a mitigation plan was accepted; null = not stated.</summary>
    public DateOnly? MitigationPlanAcceptedOn { get; init; }
}

/// <summary>Where a determination stands.</summary>
public enum DeterminationStatus
{
    /// <summary>Asked for, not decided.</summary>
    Requested,

    /// <summary>Granted.</summary>
    Granted,

    /// <summary>Denied.</summary>
    Denied,
}

/// <summary>The signed paper of a determination.</summary>
/// <param name="Title">Title or file name.</param>
/// <param name="Date">Day on which it was signed; null = not stated.</param>
/// <param name="Sha256">Hash of the file, lower-case hexadecimal; null = not stated.</param>
public sealed record DeterminationDocument(string Title, DateOnly? Date, string? Sha256);
