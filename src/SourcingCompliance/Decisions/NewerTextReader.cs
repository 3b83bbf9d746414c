using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Decisions;

/// <summary>
/// Says of the lines of a contract with an older clause what the newest text would make of them: a modification of the contract, or the next
/// one, would bring it in.
/// </summary>
internal sealed class NewerTextReader
{
    private readonly DeterminationEngine _engine;
    private readonly ContractContext _contract;
    private readonly ClauseVersion _newest;
    private readonly ImmutableArray<Regime> _regimes;

    private NewerTextReader(DeterminationEngine engine, ContractContext contract, ClauseVersion newest)
    {
        _engine = engine;
        _contract = contract;
        _newest = newest;
        _regimes = Regime.OfVersion(newest);
    }

    /// <summary>A reader for a contract; null when the newest text is applied anyway.</summary>
    public static NewerTextReader? From(DeterminationEngine engine, ContractContext? contract) =>
        contract is not null && AppliedClause.From(engine.Pack, contract) is { Newest: not null } && AppliedClause.GetVersions(engine.Pack) is [.., var newest]
            ? new NewerTextReader(engine, contract, newest)
            : null;

    /// <summary>Warns once of the lines of a sheet that the newest text would bar (SC9410).</summary>
    public static void Warn(BillOfMaterials bom, DecidedLines decided, DiagnosticBag diagnostics)
    {
        const int shown = 3;
        var barred = new List<string>();
        CellRef? first = null;
        string newest = "";
        for (int at = 0; at < decided.Count; at++)
        {
            // Most lines share a decision, and none of those says anything of a newer text.
            if (decided.SharedBy(at) is { } shared && shared.Determinations.All(determination => determination.NewerText is null))
            {
                continue;
            }

            if (decided[at].Select(determination => determination.NewerText).OfType<NewerText>()
                .FirstOrDefault(newer => newer.Verdict is Verdict.Violation or Verdict.Suspect) is { } newer)
            {
                first ??= bom.Map.Sheet with { Row = bom.Items[at].Line.Row };
                newest = newer.Clause;
                barred.Add($"{bom.Items[at].Line.PartNumber}: {newer.Reason}");
            }
        }

        if (first is { } cell)
        {
            string more = barred.Count > shown ? $"; and {barred.Count - shown} more" : "";
            diagnostics.Warn(DiagnosticIds.NewerClauseBars, cell,
                $"The contract contains an older clause, and the BOM contains steps that its {newest} text prohibits: "
                    + $"{string.Join("; ", barred.Take(shown))}{more}.",
                "Check whether the contract was modified, or will be: a modification to that text would change the answer.");
        }
    }

    /// <summary>The determination, with what the newest text would say where that is worse.</summary>
    public Determination Read(BomItem item, Determination determination)
    {
        if (determination.Material is null || determination.Verdict == Verdict.Violation)
        {
            return determination;
        }

        Determination? worst = RegimesFor(item).SelectMany(regime => _engine.Determine(item, _contract, regime))
            .Where(other => other.Material == determination.Material).MinBy(other => other.Verdict);
        return worst is null || worst.Verdict >= determination.Verdict
            ? determination
            : determination with { NewerText = new NewerText(_newest.Id, worst.Verdict, ExceptionStep.Told(worst, _engine.GetName)) };
    }

    /// <summary>
    /// What the newest text would say of a line whose material the older clause does not cover at all; empty when nothing worse than that.
    /// </summary>
    public ImmutableArray<Determination> ReadNotCovered(BomItem item, Regime regime)
    {
        Determination[] newer = [.. RegimesFor(item).SelectMany(other => _engine.Determine(item, _contract, other))
            .Where(other => other.Material is not null && other.Verdict is Verdict.Violation or Verdict.Suspect)];
        return
        [
            .. newer.GroupBy(other => other.Material, StringComparer.Ordinal).Select(group => group.MinBy(other => other.Verdict))
                .OfType<Determination>().Select(worst => worst with
            {
                Regime = regime.Id,
                Verdict = Verdict.NotCovered,
                Basis = "the clause of the contract does not cover the material",
                Steps = [],
                Deciding = null,
                Missing = [],
                Exceptions = [],
                Trace = [],
                Adverse = [],
                Notes = [],
                NewerText = new NewerText(_newest.Id, worst.Verdict, ExceptionStep.Told(worst, _engine.GetName)),
            }),
        ];
    }

    // The periods in which the item is delivered; the last one when no day is known, for it restricts the most.
    private ImmutableArray<Regime> RegimesFor(BomItem item)
    {
        ImmutableArray<DateOnly?> days = _contract.GetDeliveryDates(item);
        return days.IsEmpty || days.Contains(null) ? [_regimes[^1]] : [.. _regimes.Where(regime => days.Any(day => day is { } date && regime.Governs(date)))];
    }
}
