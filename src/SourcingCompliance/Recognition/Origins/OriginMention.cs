using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>One naming of countries in a text with the role that the text gives it.</summary>
internal sealed class OriginMention
{
    /// <summary>The item that names the countries.</summary>
    public required OriginItem Item { get; init; }

    /// <summary>How it counts.</summary>
    public OriginStanding Standing { get; set; }

    /// <summary>What sets it apart from other countries of the text (a stage, a part, a share); null = nothing.</summary>
    public string? Role { get; set; }

    /// <summary>Stages that it is the country of.</summary>
    public ImmutableArray<string> Stages { get; set; } = [];

    /// <summary>Elements that the stages speak of.</summary>
    public ImmutableArray<string> Elements { get; set; } = [];

    /// <summary>Whether a label or preposition introduced it.</summary>
    public bool IsLabelled { get; init; }

    /// <summary>Whether it stands as an alternative to the mention before it.</summary>
    public bool IsAlternative { get; init; }

    /// <summary>First token of its words, the role included.</summary>
    public int First { get; set; }

    /// <summary>Last token of its words.</summary>
    public int Last { get; set; }

    /// <summary>Number of the clause that it stands in.</summary>
    public required int Clause { get; init; }

    /// <summary>The countries.</summary>
    public ImmutableArray<Country> Countries => Item.Countries;
}
