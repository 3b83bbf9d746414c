namespace SourcingCompliance.Server.Storage;

/// <summary>One line item of a check as it is kept for the search over all checks.</summary>
public record StoredPart
{
    /// <summary>Place among the line items of the result, 0-based.</summary>
    public required int Position { get; init; }

    /// <summary>Part number, or the text that stands in for it.</summary>
    public required string Part { get; init; }

    /// <summary>The maker's part number; empty = not stated, or not kept by an older version.</summary>
    public string MakerPart { get; init; } = "";

    /// <summary>Manufacturer; empty = not stated.</summary>
    public string Maker { get; init; } = "";

    /// <summary>Supplier; empty = not stated.</summary>
    public string Supplier { get; init; } = "";

    /// <summary>Description as it stands.</summary>
    public string Description { get; init; } = "";

    /// <summary>Name of the file.</summary>
    public required string File { get; init; }

    /// <summary>Name of the sheet; empty for a csv.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>1-based row of the sheet.</summary>
    public required int Row { get; init; }

    /// <summary>Its own verdict under the period that the result uses.</summary>
    public required string Verdict { get; init; }

    /// <summary>Covered materials in words; empty = none recognized.</summary>
    public string Materials { get; init; } = "";

    /// <summary>The origin as the sheet states it; empty = not stated.</summary>
    public string Origin { get; init; } = "";
}

/// <summary>The line items of a check that are kept for the search.</summary>
/// <param name="Parts">The line items.</param>
/// <param name="LeftOut">How many that the reports list are not among them; none of those is covered. <see cref="NotCounted"/> = some, also covered
/// ones.</param>
public sealed record IndexedParts(IReadOnlyList<StoredPart> Parts, int LeftOut)
{
    /// <summary>An older version left line items out without looking whether they are covered.</summary>
    public const int NotCounted = -1;

    /// <summary>No line item.</summary>
    public static IndexedParts None { get; } = new([], 0);
}

/// <summary>A check whose line items are not all kept for the search.</summary>
/// <param name="CheckId">Id of the check.</param>
/// <param name="Names">Names of its files, with commas between.</param>
/// <param name="LeftOut">How many are not kept; negative = an older version did not count them.</param>
public sealed record UnsearchedCheck(string CheckId, string Names, long LeftOut);

/// <summary>A line item that a search found, with its check.</summary>
public sealed record FoundPart : StoredPart
{
    /// <summary>Id of the check.</summary>
    public required string CheckId { get; init; }

    /// <summary>When the check was received, UTC.</summary>
    public required string ReceivedAt { get; init; }

    /// <summary>Delivery date of the check, ISO; null = not stated.</summary>
    public string? Delivery { get; init; }

    /// <summary>Id of the program; null = none.</summary>
    public string? ProgramId { get; init; }

    /// <summary>Name of the program; null = none.</summary>
    public string? Program { get; init; }

    /// <summary>1 = no later check of a file of this name exists in the same program.</summary>
    public int IsNewest { get; init; }
}
