using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Remediation;

/// <summary>Finds what a pack can say of a line and its templates have no way out of.</summary>
internal static class RemediationCoverage
{
    /// <summary>Every rule with a verdict, and every missing fact, for which no route speaks, in words.</summary>
    public static IEnumerable<string> Missing(RulePack pack, RemediationTemplates templates)
    {
        foreach (Rule rule in pack.Restrictions.Where(rule => rule.Status == RuleStatus.Active))
        {
            foreach (Verdict verdict in new[] { Verdict.Violation, Verdict.Suspect })
            {
                if (templates.GetRoute(FindingContext.From(GetFinding(rule.Id, verdict, null))) is null)
                {
                    yield return $"{(verdict == Verdict.Violation ? "a violation" : "a suspect part")} under {rule.Id}";
                }
            }
        }

        foreach (EvidenceRule evidence in pack.Evidence)
        {
            foreach (string fact in evidence.Questions.Keys)
            {
                if (templates.GetRoute(FindingContext.From(GetFinding(evidence.Id, Verdict.Open, fact))) is null)
                {
                    yield return $"the missing fact {fact} of {evidence.Id}";
                }
            }
        }
    }

    private static Finding GetFinding(string rule, Verdict verdict, string? fact) => new()
    {
        Id = "",
        Rule = rule,
        Verdict = verdict,
        Regimes = [],
        Cell = CellRef.ForFile(""),
        CellText = "",
        PartNumber = "",
        Description = "",
        Manufacturer = "",
        Supplier = "",
        Path = [],
        Material = MaterialIds.NdFeB,
        Stage = null,
        Countries = [],
        Message = "",
        Citation = "",
        Missing = fact is null ? [] : [new MissingFact(fact, null, null, "")],
    };
}
