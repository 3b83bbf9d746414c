using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SourcingCompliance.Boms.Mapping;

/// <summary>The words of headers and rows, every text in the form that <see cref="HeaderKey"/> gives.</summary>
internal sealed class HeaderWords
{
    /// <summary>The fields that a whole header text may name.</summary>
    public required FrozenDictionary<string, ImmutableArray<HeaderCandidate>> Aliases { get; init; }

    public required FrozenSet<string> OtherHeaders { get; init; }

    /// <summary>The concepts that a word may stand for.</summary>
    public required FrozenDictionary<string, ImmutableArray<string>> Concepts { get; init; }

    public required FrozenSet<string> Fillers { get; init; }

    public required ImmutableArray<(BomField Field, ImmutableArray<string> Concepts, int Rank)> Patterns { get; init; }

    public required FrozenDictionary<BomField, FrozenSet<string>> Rejects { get; init; }

    public required FrozenDictionary<BomField, string> Kinds { get; init; }

    public required FrozenDictionary<string, ImmutableArray<BomField>> Stages { get; init; }

    public required FrozenSet<string> StageNouns { get; init; }

    public required FrozenSet<string> StageWords { get; init; }

    public required FrozenSet<string> OriginMarks { get; init; }

    public required FrozenDictionary<string, string> Elements { get; init; }

    public required FrozenDictionary<string, string> MassUnits { get; init; }

    public required FrozenSet<string> Currencies { get; init; }

    public required FrozenSet<string> Countries { get; init; }

    public required FrozenSet<string> Units { get; init; }

    public required FrozenSet<string> Totals { get; init; }

    public required FrozenSet<string> NoteWords { get; init; }

    public required FrozenSet<string> ExampleWords { get; init; }

    public required FrozenSet<string> SectionWords { get; init; }

    /// <summary>What stands in the column of makers or suppliers when nobody is named.</summary>
    public required FrozenSet<string> NoNames { get; init; }

    public required FrozenSet<string> HistorySheets { get; init; }

    public required FrozenSet<string> HistoryHeaders { get; init; }

    /// <summary>Longest word of a script that writes no blanks, in characters.</summary>
    public required int LongestUnspacedWord { get; init; }
}
