using SourcingCompliance.Law;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Decisions;

/// <summary>What is said of a row that could not be read: nothing is known, so it is open and never passes.</summary>
internal sealed class UnreadLine
{
    private readonly LawEdition _edition;

    public UnreadLine(LawEdition edition) => _edition = edition;

    /// <summary>The determination of a line that was not read, or not in full.</summary>
    /// <param name="damage">What could not be read, and why.</param>
    /// <param name="regime">The regime.</param>
    public Determination Determine(string damage, Regime regime) => new()
    {
        Pack = _edition.Pack.Id,
        Rule = _edition.FindEvidence(MissingFactIds.ReadableRow)?.Id ?? "",
        Regime = regime.Id,
        Material = null,
        Presence = null,
        Verdict = Verdict.Open,
        Citation = _edition.PartRules is [{ } rule, ..] ? rule.Version.Citation : "",
        Basis = $"{damage.TrimEnd('.')}.",
        Steps = [],
        Missing = [new MissingFact(MissingFactIds.ReadableRow, null, null, _edition.GetQuestion(MissingFactIds.ReadableRow))],
    };
}
