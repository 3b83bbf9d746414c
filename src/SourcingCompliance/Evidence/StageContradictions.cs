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
        StatedEntry[] stages = [.. counted.Where(entry => entry.Fact is StageFact)];
        for (int at = 0; at < stages.Length; at++)
        {
            var stage = (StageFact)stages[at].Fact;
            foreach (OriginStatement cell in origins.Where(cell => IsOfStep(cell, stage) && Differ(cell.Origin.Countries, stage.Countries)))
            {
                contradictions.Add(Get(stage, $"{cell.Raw} ({cell.Where})", stages[at]));
            }

            foreach (StatedEntry other in stages.Take(at)
                .Where(other => IsOfStep((StageFact)other.Fact, stage) && Differ(((StageFact)other.Fact).Countries, stage.Countries)))
            {
                contradictions.Add(Get(stage, $"{other.Raw} ({other.Evidence.Words})", stages[at]));
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
