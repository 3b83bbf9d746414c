using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Findings;

/// <summary>
/// Makes findings of determinations: one for each material and verdict of a line, joined over the regimes under which it holds.
/// Holds the ordinals that keep ids of like findings of one file apart, so each file has its own.
/// </summary>
public sealed class FindingComposer
{
    private readonly ImmutableArray<RegimeReference> _regimes;
    private readonly FindingSentences _sentences;
    private readonly SupplierNames _suppliers;
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Dictionary<SharedDecision, SharedFinding[]> _shared = new(ReferenceEqualityComparer.Instance);

    /// <summary>Composes the findings of one file.</summary>
    /// <param name="regimes">All regimes of the run, in the order of time.</param>
    /// <param name="sentences">The words.</param>
    /// <param name="suppliers">Tells whom to ask.</param>
    public FindingComposer(ImmutableArray<RegimeReference> regimes, FindingSentences sentences, SupplierNames suppliers)
    {
        _regimes = regimes;
        _sentences = sentences;
        _suppliers = suppliers;
    }

    /// <summary>Whom a line is bought from; empty when it names nobody.</summary>
    internal string GetSupplier(BomItem item) => _suppliers.Get(item.Line);

    /// <summary>The findings of one line, worst first, then in the order of the determinations.</summary>
    /// <param name="item">The line.</param>
    /// <param name="determinations">Its determinations under all regimes.</param>
    public ImmutableArray<Finding> Compose(BomItem item, ImmutableArray<Determination> determinations)
    {
        ArgumentNullException.ThrowIfNull(item);
        IEnumerable<Finding> findings = GetGroups(determinations).Select(group => Join(item, group));
        return [.. findings.OrderBy(finding => finding.Verdict)];
    }

    /// <summary>The findings of a line that shares its decision with others.</summary>
    /// <param name="item">The line.</param>
    /// <param name="decision">The decision.</param>
    internal ImmutableArray<Finding> Compose(BomItem item, SharedDecision decision)
    {
        if (!_shared.TryGetValue(decision, out SharedFinding[]? kinds))
        {
            _shared.Add(decision, kinds = [.. GetGroups(decision.Determinations)
                .Select(group => new SharedFinding(Join(decision.Item, group, ""), group[^1], GetPart(decision.Item)))]);
        }

        ImmutableArray<string> path = item.Path;
        Finding[] findings = [.. kinds.Select(kind => kind.Get(item, path, _suppliers.Get(item.Line), GetId(item, path, kind.Lead), GetPart(item)))];
        return findings is [var only] ? [only] : [.. findings.OrderBy(finding => finding.Verdict)];
    }

    private static IEnumerable<ImmutableArray<Determination>> GetGroups(ImmutableArray<Determination> determinations) => determinations
        .Where(determination => determination.Verdict is Verdict.Violation or Verdict.Suspect or Verdict.Open)
        .GroupBy(determination => (determination.Pack, determination.Material, determination.Verdict))
        .Select(group => group.ToImmutableArray());

    private static string GetPart(BomItem item) => item.PartNumber is { Length: > 0 } number ? number : item.Line.GetCell(BomField.PartNumber).Address;

    private Finding Join(BomItem item, ImmutableArray<Determination> group, string? id = null)
    {
        // The latest regime asks for the most: its steps, question and citation speak for the finding.
        Determination lead = group[^1];
        ImmutableArray<RegimeReference> regimes =
            [.. _regimes.Where(regime => group.Any(determination => determination.Regime == regime.Id))];
        // The id rests on the deciding step alone; a violation by the place of manufacture of the end item fills its fields from its only step.
        StepDetermination? step = lead.Deciding
            ?? lead.Steps.FirstOrDefault(candidate => lead.Verdict == Verdict.Violation && candidate.InCoveredCountry == Truth.True);
        OriginStatement? statement = step?.Statement;
        ImmutableArray<string> path = item.Path;
        return new Finding
        {
            Id = id ?? GetId(item, path, lead),
            Rule = lead.Rule,
            Verdict = lead.Verdict,
            Regimes = [.. regimes.Select(regime => regime.Id)],
            // What a supplier states stands in no cell of the list.
            Cell = statement is { Evidence: null } ? statement.Cell : item.Line.GetCell(BomField.CountryOfOrigin),
            ItemRow = item.Line.Row,
            CellText = statement is { Evidence: null } ? statement.Raw : item.Line[BomField.CountryOfOrigin],
            PartNumber = item.PartNumber,
            Description = item.Description,
            Manufacturer = item.Line[BomField.Manufacturer],
            Supplier = _suppliers.Get(item.Line),
            Path = path,
            Material = lead.Material,
            Stage = step is null ? null : statement?.Stage ?? step.Stages[0],
            Element = step?.Element,
            Countries = step is null ? [] : [.. step.Countries.Select(country => country.Code)],
            Message = _sentences.Compose(item, group, regimes),
            Citation = FindingSentences.GetCitation(group),
            Missing = [.. group.SelectMany(determination => determination.Missing).Distinct()],
        };
    }

    private string GetId(BomItem item, ImmutableArray<string> path, Determination lead)
    {
        string key = string.Join('\n', lead.Rule, lead.Verdict, item.Line.Map.Sheet.File, item.Line.Map.Sheet.Sheet,
            string.Join('/', path), lead.Material, lead.Deciding?.Requirement);
        int ordinal = _ordinals.GetValueOrDefault(key);
        _ordinals[key] = ordinal + 1;
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{key}\n{ordinal}")));
        return "F-" + Convert.ToHexStringLower(hash.AsSpan(0, 5));
    }
}
