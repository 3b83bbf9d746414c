using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Evidence;

/// <summary>Finds stages of which statements, or a statement and the list, name different countries.</summary>
internal static class StageContradictions
{
    /// <summary>Adds the contradictions of a line.</summary>
    /// <param name="origins">What the cells of the line say.</param>
    /// <param name="counted">The facts that count.</param>
    /// <param name="contradictions">Receives them.</param>
    public static void Add(ImmutableArray<OriginStatement> origins, List<StatedEntry> counted, List<Contradiction> contradictions)
    {
        for (int at = 0; at < counted.Count; at++)
        {
            if (counted[at].Fact is not StageFact stage)
            {
                continue;
            }

            foreach (OriginStatement cell in origins)
            {
                if (IsOfStep(cell, stage) && Differ(cell.Origin.Countries, counted[at].Countries))
                {
                    contradictions.Add(Get(stage, $"{cell.Raw} ({cell.Where})", counted[at]));
                }
            }

            for (int before = 0; before < at; before++)
            {
                StatedEntry other = counted[before];
                if (other.Fact is StageFact earlier && IsOfStep(earlier, stage) && Differ(other.Countries, counted[at].Countries))
                {
                    contradictions.Add(Get(stage, $"{other.Raw} ({other.Evidence.Words})", counted[at]));
                }
            }
        }
    }

    private static Contradiction Get(StageFact stage, string one, StatedEntry other) => new(
        stage.Stage == StageIds.Produced ? "country of origin" : (stage.Element is { } element ? Wording.GetElement(element) + " " : "")
            + Wording.DoneAt(stage.Stage),
        one, $"{other.Raw} ({other.Evidence.Words})");

    private static bool IsOfStep(OriginStatement cell, StageFact stage) =>
        (cell.Stage ?? StageIds.Produced) == stage.Stage && cell.Origin.Stages.IsEmpty
            && (cell.Element is null || stage.Element is null || cell.Element == stage.Element);

    private static bool IsOfStep(StageFact one, StageFact other) =>
        one.Stage == other.Stage && one.Element == other.Element && (one.Material is null || other.Material is null || one.Material == other.Material);

    private static bool Differ(ImmutableArray<Country> one, ImmutableArray<Country> other) => !one.IsEmpty && !other.IsEmpty && !one.SequenceEqual(other);
}
