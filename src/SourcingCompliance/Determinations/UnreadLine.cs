using SourcingCompliance.Rules;

namespace SourcingCompliance.Determinations;

/// <summary>What is said of a row that could not be read: nothing is known, so it is open and never passes.</summary>
internal sealed class UnreadLine
{
    private readonly LawEdition _edition;

    public UnreadLine(LawEdition edition) => _edition = edition;

    public Determination Determine(string damage, Regime regime) => new()
    {
        Pack = _edition.Pack.Id,
        Rule = _edition.Evidence(MissingFactIds.ReadableRow)?.Id ?? "",
        Regime = regime.Id,
        Material = null,
        Presence = null,
        Verdict = Verdict.Open,
        Citation = _edition.PartRules is [{ } rule, ..] ? rule.Version.Citation : "",
        Basis = $"the row could not be read: {damage.TrimEnd('.')}.",
        Steps = [],
        Missing = [new MissingFact(MissingFactIds.ReadableRow, null, null, _edition.QuestionOf(MissingFactIds.ReadableRow))],
    };
}
