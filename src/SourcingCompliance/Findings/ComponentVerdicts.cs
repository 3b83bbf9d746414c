using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings;

/// <summary>The verdicts of a line that is a component around a material that a line below it carries.</summary>
internal static class ComponentVerdicts
{
    /// <summary>
    /// The verdicts without a pass that rests on nothing but the making of the component while a line below does not pass: that line has the
    /// verdict, and the component counts as any other assembly does.
    /// </summary>
    /// <param name="verdicts">The verdicts of the line, one for each regime.</param>
    /// <param name="own">Its determinations.</param>
    /// <param name="rolledUp">The worst verdict of the line and all below it, in the order of <paramref name="verdicts"/>; null when none is covered.</param>
    public static ImmutableArray<RegimeVerdict> WithoutEmptyPass(
        ImmutableArray<RegimeVerdict> verdicts, ImmutableArray<Determination> own, Verdict[]? rolledUp) =>
        rolledUp is null || own.All(determination => determination.Through is null)
            ? verdicts
            : [.. verdicts.Select((verdict, at) => verdict.Verdict == Verdict.Pass && rolledUp[at] < Verdict.Pass && own.All(determination =>
                determination.Regime != verdict.Regime || determination.Through is not null || determination.Verdict == Verdict.NotCovered)
                ? verdict with { Verdict = Verdict.NotCovered } : verdict)];

    /// <summary>
    /// Whether a determination passes the making of a component while its line does not pass, as the material below it is open or worse. To list it
    /// as a pass would say more than is known.
    /// </summary>
    /// <param name="determination">The determination.</param>
    /// <param name="verdicts">The verdicts of its line.</param>
    public static bool IsEmptyPass(Determination determination, ImmutableArray<RegimeVerdict> verdicts) =>
        determination is { Through: not null, Verdict: Verdict.Pass }
        && verdicts.Any(verdict => verdict.Regime == determination.Regime && verdict.Verdict == Verdict.NotCovered);
}
