using SourcingCompliance.Primitives;

namespace SourcingCompliance.Law.Opinions;

/// <summary>
/// Another engine that evaluates the rules of the deciding pack, so that a defect of one engine does not become a verdict. Safe for several threads.
/// </summary>
public interface ISecondEngine
{
    /// <summary>Name and version as reports show them.</summary>
    string Name { get; }

    /// <summary>Begins to load on another thread and returns at once. Harmless when called again.</summary>
    void Prepare();

    /// <summary>Evaluates questions.</summary>
    /// <param name="questions">Distinct questions.</param>
    /// <returns>One answer for each question, in their order. A failure is an answer without a truth, never an exception.</returns>
    IReadOnlyList<SecondAnswer> Evaluate(IReadOnlyList<RuleQuestion> questions);
}

/// <summary>What the second engine says.</summary>
/// <param name="Truth">Its answer; null = it gave none.</param>
/// <param name="Problem">Why it gave none, in words; null when it gave one.</param>
/// <param name="IsLate">Whether it gave none because its time was over, which says nothing against the first answer.</param>
public sealed record SecondAnswer(Truth? Truth, string? Problem = null, bool IsLate = false);
