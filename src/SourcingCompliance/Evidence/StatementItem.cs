using System.Collections.Immutable;

namespace SourcingCompliance.Evidence;

/// <summary>What a statement says of one subject.</summary>
/// <param name="Subject">About what.</param>
/// <param name="Facts">What it says, in its own order.</param>
public sealed record StatementItem(StatementSubject Subject, ImmutableArray<StatementFact> Facts)
{
    /// <summary>Key of the row of the questionnaire that it answers; null = none.</summary>
    public string? RowKey { get; init; }
}

/// <summary>About what a statement speaks. Of several scopes on file for one step, the narrowest counts: lot, part, family, company.</summary>
public sealed record StatementSubject
{
    /// <summary>How far it reaches.</summary>
    public required StatementScope Scope { get; init; }

    /// <summary>Part number of the buyer; null = not stated. For a part or a lot.</summary>
    public string? PartNumber { get; init; }

    /// <summary>
    /// Name of the company that makes the part, for a maker's part number or a family, or that the statement speaks of as a whole; null = not
    /// stated.
    /// </summary>
    public string? Manufacturer { get; init; }

    /// <summary>The maker's part number; null = not stated.</summary>
    public string? ManufacturerPartNumber { get; init; }

    /// <summary>Number of the lot, heat, or serial number; for <see cref="StatementScope.Lot"/> only.</summary>
    public string? Lot { get; init; }

    /// <summary>Pattern of the maker's part numbers of a family: <c>T491*</c>, with <c>*</c> for any characters and <c>?</c> for one.</summary>
    public string? Family { get; init; }

    /// <summary>The subject in words: <c>part MAG-22</c>, <c>Kemet T491A105K</c>, <c>lot 7731 of part MAG-22</c>.</summary>
    public string Words
    {
        get
        {
            string part = ManufacturerPartNumber is { } number
                ? $"{Manufacturer} {number}{(PartNumber is { } own ? $" (our {own})" : "")}".Trim()
                : $"part {PartNumber}";
            return Scope switch
            {
                StatementScope.Lot => $"lot {Lot} of {part}",
                StatementScope.Part => part,
                StatementScope.Family => $"the family {Manufacturer} {Family}",
                StatementScope.Company => $"everything that {Manufacturer} supplies",
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }
}

/// <summary>How far a statement reaches, the narrowest first. The JSON name of a scope is its name in lower case.</summary>
public enum StatementScope
{
    /// <summary>One lot, heat or serial number of a part.</summary>
    Lot,

    /// <summary>One part.</summary>
    Part,

    /// <summary>The parts of a maker whose numbers fit a pattern.</summary>
    Family,

    /// <summary>Everything that a company makes or sells.</summary>
    Company,
}
