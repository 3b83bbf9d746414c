using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>The words of headers and rows, every text in the form that <see cref="HeaderKey"/> gives.</summary>
internal sealed class HeaderWords
{
    /// <summary>The fields that a whole header text may name.</summary>
    public required Dictionary<string, ImmutableArray<HeaderCandidate>> Aliases { get; init; }

    public required HashSet<string> OtherHeaders { get; init; }

    /// <summary>The concepts that a word may stand for.</summary>
    public required Dictionary<string, ImmutableArray<string>> Concepts { get; init; }

    public required HashSet<string> Fillers { get; init; }

    public required ImmutableArray<(BomField Field, ImmutableArray<string> Concepts, int Rank)> Patterns { get; init; }

    public required Dictionary<BomField, HashSet<string>> Rejects { get; init; }

    public required Dictionary<BomField, string> Kinds { get; init; }

    public required Dictionary<string, ImmutableArray<BomField>> Stages { get; init; }

    public required HashSet<string> StageNouns { get; init; }

    public required HashSet<string> StageWords { get; init; }

    public required HashSet<string> OriginMarks { get; init; }

    /// <summary>Words that leave the header of an origin one: it speaks of a further source, an earlier or a confirmed origin.</summary>
    public required HashSet<string> OriginQualifiers { get; init; }

    /// <summary>Those who have an address that is no origin of the part: consignees, senders, makers.</summary>
    public required HashSet<string> Parties { get; init; }

    /// <summary>Symbols of elements by name and by symbol.</summary>
    public required Dictionary<string, string> Elements { get; init; }

    /// <summary>English names of elements by symbol, with the magnet that an element is taken for: <c>neodymium (NdFeB)</c>.</summary>
    public required Dictionary<string, string> ElementNames { get; init; }

    /// <summary>Words with which a header asks for the content of a substance (<c>ppm</c>, <c>content</c>).</summary>
    public required HashSet<string> ContentWords { get; init; }

    public required Dictionary<string, string> MassUnits { get; init; }

    public required HashSet<string> Currencies { get; init; }

    public required HashSet<string> Countries { get; init; }

    /// <summary>Names of countries, provinces and towns, read when they are first needed.</summary>
    public required Lazy<HashSet<string>> Places { get; init; }

    /// <summary>Numbers of countries in ISO 3166-1, with and without their leading zeros.</summary>
    public required HashSet<string> CountryNumbers { get; init; }

    public required HashSet<string> Units { get; init; }

    /// <summary>Words that say how a part is procured, in columns whose header may also ask for an origin (<c>Provenance</c>).</summary>
    public required HashSet<string> Procurement { get; init; }

    /// <summary>Words of their own that are one letter away from a header word (<c>retail</c>), so that they are no typing errors.</summary>
    public required HashSet<string> OwnWords { get; init; }

    /// <summary>Names of the table of components in exports that join the product and its components in one row.</summary>
    public required HashSet<string> ChildTables { get; init; }

    /// <summary>What a header may end in after a word that only its writer knows, by field (<c>Zipline PN</c>).</summary>
    public required Dictionary<BomField, HashSet<string>> Suffixes { get; init; }

    public required HashSet<string> Totals { get; init; }

    public required HashSet<string> NoteWords { get; init; }

    /// <summary>Words with which the text of a row begins that is another source of the item above, as keys: <c>second source</c>.</summary>
    public required HashSet<string> OtherSources { get; init; }

    public required HashSet<string> ExampleWords { get; init; }

    /// <summary>What a row below the header says of the kind of each column's values: <c>text</c>, <c>number</c>, <c>required</c>.</summary>
    public required HashSet<string> ValueKinds { get; init; }

    public required HashSet<string> SectionWords { get; init; }

    /// <summary>Whole cells that say that a part is left out of the build.</summary>
    public required HashSet<string> NotInstalledMarks { get; init; }

    /// <summary>Such marks that are one only in capitals, as they stand.</summary>
    public required HashSet<string> NotInstalledCapitals { get; init; }

    /// <summary>Whole cells that say that a part is installed.</summary>
    public required HashSet<string> InstalledMarks { get; init; }

    /// <summary>Words of headers that speak of one variant of the product.</summary>
    public required HashSet<string> VariantWords { get; init; }

    public required HashSet<string> Yes { get; init; }

    public required HashSet<string> No { get; init; }

    /// <summary>Units that count pieces, so that a quantity of 0 is none.</summary>
    public required HashSet<string> PieceUnits { get; init; }

    /// <summary>What stands in the column of makers or suppliers when nobody is named.</summary>
    public required HashSet<string> NoNames { get; init; }

    public required HashSet<string> HistorySheets { get; init; }

    public required HashSet<string> HistoryHeaders { get; init; }

    /// <summary>Longest word of a script that writes no blanks, in characters.</summary>
    public required int LongestUnspacedWord { get; init; }
}
