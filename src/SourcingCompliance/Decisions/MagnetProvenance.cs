using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <summary>
/// Which of the four places that a magnet's provenance consists of are on file: where its materials were "mined", "refined into oxides", "made
/// into metals and alloys", and where the magnet was "sintered or bonded and magnetized" (Pub. L. 117-263 section 857).
/// </summary>
/// <remarks>A place is on file only when a statement says it without a hedge: "probably Japan" is nothing that could be disclosed.</remarks>
internal sealed class MagnetProvenance
{
    private readonly ImmutableArray<StageStatement> _stated;
    private readonly ImmutableArray<string> _elements;

    /// <summary>Looks at the statements of a line.</summary>
    /// <param name="stated">What is on file of the line; the origin of the part as bought tells no stage.</param>
    /// <param name="substance">Material id; of SmCo both metals are to be told of, of NdFeB the neodymium.</param>
    public MagnetProvenance(ImmutableArray<StageStatement> stated, string substance)
    {
        _stated = [.. stated.Where(statement => !statement.IsOfPart && statement.Certainty == OriginCertainty.Definite)];
        _elements = substance switch
        {
            MaterialIds.SmCo => ["Sm", "Co"],
            MaterialIds.NdFeB => ["Nd"],
            _ => [],
        };
    }

    /// <summary>Whether the country of mining is on file.</summary>
    public bool IsMineOnFile => IsOnFile(StageIds.Mined);

    /// <summary>Whether the country of refining is on file.</summary>
    public bool IsRefiningOnFile => IsOnFile(StageIds.Refined);

    /// <summary>Whether the countries in which the metal was reduced and the alloy melted are on file.</summary>
    public bool IsMetalOnFile => IsOnFile(StageIds.Reduced) && IsOnFile(StageIds.Melted);

    /// <summary>Whether the countries in which the magnet was sintered or bonded, and magnetized, are on file.</summary>
    public bool IsMakingOnFile => (IsOnFile(StageIds.Sintered) || IsOnFile(StageIds.Bonded)) && IsOnFile(StageIds.Magnetized);

    // A statement that names no element speaks of all of them.
    private bool IsOnFile(string stage)
    {
        if (_stated.IsEmpty)
        {
            return false;
        }

        StageStatement[] told = [.. _stated.Where(statement => statement.Stage == stage)];
        return told.Any(statement => statement.Element is null)
            || (_elements.IsEmpty ? told.Length > 0 : _elements.All(element => told.Any(statement => statement.Element == element)));
    }
}
