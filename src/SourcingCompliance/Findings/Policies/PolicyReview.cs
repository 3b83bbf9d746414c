using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Findings.Policies;

/// <summary>Has the policies of the company evaluated over the decided lines of a sheet. What was not evaluated is reported, never taken as met.</summary>
internal sealed class PolicyReview(IPolicyEngine engine, RunParameters run, ContractContext? contract, Func<Country, bool> isCovered, SupplierNames names)
{
    /// <summary>Whether a rule asks for every line.</summary>
    public bool ReadsEveryLine => engine.ReadsEveryLine;

    /// <summary>The findings of a sheet, in the order of its rows.</summary>
    /// <param name="bom">The sheet's items.</param>
    /// <param name="decided">Their determinations, in item order.</param>
    /// <param name="diagnostics">Receives SC9445 for rules that failed and SC9446 when time was over.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IReadOnlyList<PolicyFinding> Evaluate(BillOfMaterials bom, IReadOnlyList<ImmutableArray<Determination>> decided,
        DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var sources = new Dictionary<BomItem, List<BomItem>>(ReferenceEqualityComparer.Instance);
        foreach (BomItem item in bom.Items)
        {
            BomItem first = item.AlternateOf ?? item;
            if (!sources.TryGetValue(first, out List<BomItem>? same))
            {
                sources.Add(first, same = []);
            }

            same.Add(item);
        }

        var lines = new List<PolicyLine>();
        for (int at = 0; at < bom.Items.Count; at++)
        {
            BomItem item = bom.Items[at];
            if (item.NotInstalled is null && !item.IsImplied)
            {
                lines.Add(new PolicyLine(item, sources[item.AlternateOf ?? item], decided[at], run, contract, isCovered, names.Names));
            }
        }

        PolicyAnswer answer = engine.Evaluate(lines, cancellation);
        foreach (PolicyFailure failure in answer.Failures)
        {
            diagnostics.Warn(DiagnosticIds.PolicyRuleFailed, failure.First,
                $"Policy {failure.Rule} could not be evaluated for {Wording.FormatCount(failure.Lines, "line")}, first here: {failure.Problem}. Each "
                    + $"is a finding.",
                "Correct the expression, so that it allows for values that are not stated, and add a case.");
        }

        if (answer.NotReached > 0)
        {
            string message = $"The time for company policies was over: {Wording.FormatCount(answer.NotReached, "line")} of this sheet were not evaluated.";
            const string hint = "Narrow the rules to covered lines, or check fewer BOMs in one run.";
            if (run.PolicyGate == PolicyGate.None)
            {
                diagnostics.Warn(DiagnosticIds.PoliciesLate, bom.Map.Sheet, message, hint);
            }
            else
            {
                diagnostics.Error(DiagnosticIds.PoliciesLate, bom.Map.Sheet, message, hint);
            }
        }

        return answer.Findings;
    }
}
