using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings;

/// <summary>How well the required steps of covered lines are supported, each step once.</summary>
/// <param name="Documented">A document on file shows the step.</param>
/// <param name="Stated">A cell or a statement says it.</param>
/// <param name="Expired">It was stated, and the statement has expired.</param>
/// <param name="Unknown">Nothing is on file, or nothing definite.</param>
public sealed record StepCoverage(int Documented, int Stated, int Expired, int Unknown)
{
    /// <summary>No steps.</summary>
    public static readonly StepCoverage None = new(0, 0, 0, 0);

    /// <summary>All steps.</summary>
    public int Total => Documented + Stated + Expired + Unknown;

    /// <summary>The sum of two.</summary>
    public StepCoverage Plus(StepCoverage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new StepCoverage(Documented + other.Documented, Stated + other.Stated, Expired + other.Expired, Unknown + other.Unknown);
    }

    /// <summary>The required steps of a determination.</summary>
    /// <param name="determination">The determination.</param>
    /// <param name="stated">What suppliers stated of its line.</param>
    public static StepCoverage From(Determination determination, StatedFacts stated)
    {
        ArgumentNullException.ThrowIfNull(determination);
        ArgumentNullException.ThrowIfNull(stated);
        (int documented, int said, int expired, int unknown) = (0, 0, 0, 0);
        foreach (StepDetermination step in determination.Steps)
        {
            if (!step.IsRequired)
            {
                continue;
            }

            bool isOnFile = step.InCoveredCountry != Truth.Unknown;
            bool isDocumented = isOnFile && step.IsDocumented;
            bool hasExpired = !isOnFile && stated.Uncounted.Any(fact => fact.Reason is UncountedReason.Expired
                or UncountedReason.ExpiresBeforeDelivery && Concerns(fact, step, determination.Material));
            documented += isDocumented ? 1 : 0;
            said += isOnFile && !isDocumented ? 1 : 0;
            expired += hasExpired ? 1 : 0;
            unknown += !isOnFile && !hasExpired ? 1 : 0;
        }

        return new StepCoverage(documented, said, expired, unknown);
    }

    /// <summary>Whether a fact that does not count speaks of a step.</summary>
    internal static bool Concerns(UncountedFact fact, StepDetermination step, string? material) => fact.Stage is { } stage && step.Stages.Contains(stage)
        && (fact.Element is null || step.Element is null || fact.Element == step.Element)
        && (fact.Material is null || material is null || fact.Material == material);
}

/// <summary>The steps of one group of lines.</summary>
/// <param name="Name">Name of the supplier, or id of the material; empty for lines that name nobody.</param>
/// <param name="Lines">Covered lines of the group; a line with two materials counts in both groups.</param>
/// <param name="Steps">Their required steps.</param>
public sealed record CoverageGroup(string Name, int Lines, StepCoverage Steps);

/// <summary>How well the required steps of all covered lines are supported, under the regime that the gate looks at.</summary>
public sealed record EvidenceCoverage
{
    /// <summary>Of no line.</summary>
    public static readonly EvidenceCoverage None = new();

    /// <summary>All steps.</summary>
    public StepCoverage Steps { get; init; } = StepCoverage.None;

    /// <summary>The same by supplier, in name order.</summary>
    public ImmutableArray<CoverageGroup> BySupplier { get; init; } = [];

    /// <summary>The same by covered material, in id order.</summary>
    public ImmutableArray<CoverageGroup> ByMaterial { get; init; } = [];

    /// <summary>Lines that are not covered by statement: their words name a part that may contain a covered material, and a supplier says that it does
    /// not.</summary>
    public int NotCoveredByStatement { get; init; }

    /// <summary>Lines on which a statement of a supplier speaks.</summary>
    public int LinesWithStatements { get; init; }

    /// <summary>The coverage with that of other lines.</summary>
    public EvidenceCoverage Plus(EvidenceCoverage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new EvidenceCoverage
        {
            Steps = Steps.Plus(other.Steps),
            BySupplier = Join(BySupplier, other.BySupplier),
            ByMaterial = Join(ByMaterial, other.ByMaterial),
            NotCoveredByStatement = NotCoveredByStatement + other.NotCoveredByStatement,
            LinesWithStatements = LinesWithStatements + other.LinesWithStatements,
        };
    }

    private static ImmutableArray<CoverageGroup> Join(ImmutableArray<CoverageGroup> one, ImmutableArray<CoverageGroup> other) =>
        one.IsEmpty ? other : other.IsEmpty ? one :
    [
        .. one.Concat(other).GroupBy(group => group.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new CoverageGroup(group.Key, group.Sum(part => part.Lines),
                group.Aggregate(StepCoverage.None, (sum, part) => sum.Plus(part.Steps)))),
    ];
}

/// <summary>Counts the steps of lines while they stream by.</summary>
internal sealed class EvidenceCounts
{
    private readonly Dictionary<string, CoverageGroup> _suppliers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CoverageGroup> _materials = new(StringComparer.Ordinal);
    private StepCoverage _steps = StepCoverage.None;
    private int _notCovered;
    private int _withStatements;

    /// <summary>Counts a line.</summary>
    /// <param name="item">The line.</param>
    /// <param name="supplier">Whom it is bought from; empty when not stated.</param>
    /// <param name="determinations">Its determinations under the regime of the gate.</param>
    public void Add(BomItem item, string supplier, IEnumerable<Determination> determinations)
    {
        StepCoverage ofLine = StepCoverage.None;
        foreach (Determination determination in determinations)
        {
            StepCoverage steps = StepCoverage.From(determination, item.Stated);
            ofLine = ofLine.Plus(steps);
            if (determination.Material is { } material && steps.Total > 0)
            {
                AddTo(_materials, material, steps);
            }
        }

        _notCovered += item.Stated.Denied.IsEmpty ? 0 : 1;
        _withStatements += item.Stated.IsEmpty && item.Origins.All(statement => statement.Evidence is null) ? 0 : 1;
        if (ofLine.Total > 0)
        {
            _steps = _steps.Plus(ofLine);
            AddTo(_suppliers, supplier, ofLine);
        }
    }

    /// <summary>What was counted.</summary>
    public EvidenceCoverage ToCoverage() => new()
    {
        Steps = _steps,
        BySupplier = [.. _suppliers.Values.OrderBy(group => group.Name, StringComparer.Ordinal)],
        ByMaterial = [.. _materials.Values.OrderBy(group => group.Name, StringComparer.Ordinal)],
        NotCoveredByStatement = _notCovered,
        LinesWithStatements = _withStatements,
    };

    private static void AddTo(Dictionary<string, CoverageGroup> groups, string name, StepCoverage steps)
    {
        CoverageGroup known = groups.GetValueOrDefault(name) ?? new CoverageGroup(name, 0, StepCoverage.None);
        groups[name] = new CoverageGroup(name, known.Lines + 1, known.Steps.Plus(steps));
    }
}
