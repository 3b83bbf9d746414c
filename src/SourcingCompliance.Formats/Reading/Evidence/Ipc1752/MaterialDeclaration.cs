using System.Collections.Immutable;

namespace SourcingCompliance.Formats.Reading.Evidence.Ipc1752;

/// <summary>
/// A material declaration as read: which substances a product consists of. It never states an origin. The structure of IPC-1752 is known here only
/// second-hand, from public readers and writers of it, so unknown elements are passed over and said.
/// </summary>
/// <param name="Version">What its namespace and version say: <c>1752A 2.0</c>; empty = nothing.</param>
/// <param name="Mode">Mode of the business information: <c>Distribute</c>, <c>Request/Reply</c>; empty = not stated.</param>
public sealed record MaterialDeclaration(string Version, string Mode)
{
    /// <summary>Declaration classes that it includes, <c>A</c> to <c>D</c>; empty = not stated.</summary>
    public ImmutableArray<string> Classes { get; init; } = [];

    /// <summary>Whether it only asks: there is a request and no response.</summary>
    public bool IsRequest { get; init; }

    /// <summary>Name of the company that answers; empty = not stated.</summary>
    public string Company { get; init; } = "";

    /// <summary>Who authorized it; empty = not stated.</summary>
    public string Authorizer { get; init; } = "";

    /// <summary>Whom to ask back: an address for mail; empty = not stated.</summary>
    public string Email { get; init; } = "";

    /// <summary>The day of the response; null = not stated or not readable.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What the declaration says of its own uncertainty; empty = nothing.</summary>
    public string Uncertainty { get; init; } = "";

    /// <summary>The products.</summary>
    public ImmutableArray<DeclaredProduct> Products { get; init; } = [];
}

/// <summary>A product of a declaration: one or several part numbers that share its materials.</summary>
/// <param name="Place">Its path.</param>
/// <param name="Numbers">Its numbers.</param>
/// <param name="Materials">The homogeneous materials of it and of its sub-products.</param>
public sealed record DeclaredProduct(string Place, ImmutableArray<DeclaredNumber> Numbers, ImmutableArray<HomogeneousMaterial> Materials)
{
    /// <summary>Whether it lists substance categories against thresholds, as class C does.</summary>
    public bool HasCategories { get; init; }
}

/// <summary>A part number of a declared product.</summary>
/// <param name="Number">Number of the supplier; empty = not stated.</param>
/// <param name="Name">Name; empty = not stated.</param>
/// <param name="RequesterNumber">Number of the company that asked; empty = not stated.</param>
/// <param name="MassKilograms">Mass of one piece; null = not stated or zero.</param>
public sealed record DeclaredNumber(string Number, string Name, string RequesterNumber, decimal? MassKilograms);

/// <summary>A homogeneous material.</summary>
/// <param name="Place">Its path.</param>
/// <param name="Name">Its name; names may repeat.</param>
/// <param name="MassKilograms">Its mass in one piece of the product; null = not stated.</param>
/// <param name="Substances">Its substances.</param>
public sealed record HomogeneousMaterial(string Place, string Name, decimal? MassKilograms, ImmutableArray<DeclaredSubstance> Substances)
{
    /// <summary>The substance of a CAS number; null = not listed.</summary>
    public DeclaredSubstance? Find(string cas) => Substances.FirstOrDefault(substance => substance.Cas == cas);
}

/// <summary>A substance of a homogeneous material.</summary>
/// <param name="Place">Its path.</param>
/// <param name="Name">Its name.</param>
/// <param name="Cas">Its CAS number with hyphens; null = none that is valid, as for trade secrets and substances that are not declared.</param>
/// <param name="MassKilograms">Its mass in one piece of the product; null = not stated.</param>
/// <param name="Share">Its share of the material by mass, 0 to 1; null = not known.</param>
public sealed record DeclaredSubstance(string Place, string Name, string? Cas, decimal? MassKilograms, decimal? Share);
