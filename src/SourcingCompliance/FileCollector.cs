using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Items;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Mapping;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Tables;

namespace SourcingCompliance;

/// <summary>Collects the decided lines of one file into its report.</summary>
internal sealed class FileCollector
{
    private readonly RunParameters _run;
    private readonly ImmutableArray<RegimeReference> _regimes;
    private readonly FindingComposer _composer;
    private readonly VerdictCounts _counts;
    private readonly ImmutableArray<RegimeVerdict> _notCovered;
    private readonly ImmutableArray<SheetReport>.Builder _sheets = ImmutableArray.CreateBuilder<SheetReport>();
    private readonly List<LineReport> _lines = [];
    private readonly List<LineReport> _notInstalled = [];
    private readonly List<Finding> _findings = [];
    private readonly List<LineAdvisory> _advisories = [];
    private readonly List<PolicyFinding> _policyFindings = [];
    private readonly Dictionary<SharedDecision, ImmutableArray<RegimeVerdict>> _shared = new(ReferenceEqualityComparer.Instance);
    private int _unaccounted;

    public FileCollector(CheckPlan plan, FindingComposer composer)
    {
        _run = plan.Run;
        _regimes = plan.References;
        _composer = composer;
        _counts = new VerdictCounts(_regimes, _run.GateRegime);
        _notCovered = [.. _regimes.Select(regime => new RegimeVerdict(regime.Id, Verdict.NotCovered))];
    }

    /// <summary>Whether any item line was read.</summary>
    public bool HasLines => _counts.Lines + _notInstalled.Count > 0;

    /// <summary>Adds what was not read and names a covered material: the file is not clean while it stands.</summary>
    public void AddUnaccounted(int count) => _unaccounted += count;

    /// <summary>Adds a sheet that holds no list, or whose mapping was refused.</summary>
    public void AddUnmapped(SheetMapping mapping) =>
        _sheets.Add(new SheetReport(mapping.Map.Sheet.Sheet, null, mapping.Map.Columns, mapping.RowsAbove));

    /// <summary>Adds a sheet with its decided lines.</summary>
    /// <param name="bom">The sheet's items.</param>
    /// <param name="determinations">The determinations of each item, in item order; empty for a line without covered material.</param>
    public void Add(BillOfMaterials bom, DecidedLines determinations)
    {
        _sheets.Add(new SheetReport(bom.Map.Sheet.Sheet, bom.Map.HeaderRow, bom.Map.Columns, [.. bom.SkippedRows]) { Accounts = bom.Accounts });
        _counts.AddNotCovered(bom.OtherLines);
        var verdicts = new ImmutableArray<RegimeVerdict>[bom.Items.Count];
        Dictionary<BomItem, Verdict[]> rolledUp = new(ReferenceEqualityComparer.Instance);
        for (int at = 0; at < bom.Items.Count; at++)
        {
            verdicts[at] = determinations.IsEmpty(at) ? _notCovered : determinations.SharedBy(at) is { } shared
                ? GetVerdicts(shared) : GetVerdicts(determinations[at]);
            if (bom.Items[at].NotInstalled is null)
            {
                RollUp(bom.Items[at], verdicts[at], rolledUp);
            }
        }

        for (int at = 0; at < bom.Items.Count; at++)
        {
            BomItem item = bom.Items[at];
            SharedDecision? shared = determinations.SharedBy(at);

            // Counts and what is asked of a line are the same in any row.
            ImmutableArray<Determination> own = shared?.Determinations ?? determinations[at];
            verdicts[at] = ComponentVerdicts.WithoutEmptyPass(verdicts[at], own, rolledUp.GetValueOrDefault(item));
            if (item.NotInstalled is not null && !own.IsEmpty)
            {
                _notInstalled.Add(GetLine(item, own, shared, verdicts[at], rolledUp: null));
                continue;
            }

            Count(item, own, verdicts[at]);
            if (!own.IsEmpty)
            {
                _findings.AddRange(shared is null ? _composer.Compose(item, own) : _composer.Compose(item, shared));
            }

            if (_run.AllLines || rolledUp.ContainsKey(item) || !item.Stated.Denied.IsEmpty || own.Any(determination => determination.NewerText is not null))
            {
                _lines.Add(GetLine(item, own, shared, verdicts[at], rolledUp.GetValueOrDefault(item)));
            }
        }
    }

    /// <summary>Adds what the advisory packs tell of a line.</summary>
    public void Advise(BomItem item, ImmutableArray<Advisory> advisories)
    {
        if (advisories.IsEmpty)
        {
            return;
        }

        var line = new AdvisedLine(item.Line.Map.Sheet with { Row = item.Line.Row }, item.PartNumber, item.Description);
        foreach (Advisory advisory in advisories)
        {
            _advisories.Add(new LineAdvisory(advisory, line));
        }
    }

    /// <summary>Adds lines that do not meet a policy of the company.</summary>
    public void Add(IEnumerable<PolicyFinding> findings) => _policyFindings.AddRange(findings);

    /// <summary>The file's report.</summary>
    /// <param name="path">Path as given.</param>
    /// <param name="sha256">Hash of the content; null when the file could not be read.</param>
    /// <param name="identity">What the file says about itself.</param>
    /// <param name="diagnostics">The file's own.</param>
    /// <param name="opinion">What the second engine made of the file's rule outcomes.</param>
    /// <param name="lines">On which lines its records begin; null for a format without lines.</param>
    public FileResult ToResult(string path, string? sha256, BomIdentity identity, DiagnosticBag diagnostics, SecondOpinion opinion, RecordLines? lines)
    {
        int gated = _counts.Summaries.Where(counts => _run.Gates(counts.Regime.Id)).Select(counts => ExitCodes.Compute(_run.Gate, counts, _unaccounted))
            .Aggregate(ExitCodes.Worse(ExitCodes.Compute(_run.Gate, _counts.Gate, _unaccounted), ExitCodes.Compute(_run, _policyFindings)), ExitCodes.Worse);
        int exitCode = opinion.Disputed > 0 ? ExitCodes.Defect : diagnostics.HasErrors ? ExitCodes.Input : gated;
        var report = new FileReport
        {
            Path = path,
            Sha256 = sha256,
            Identity = identity,
            ExitCode = exitCode,
            Sheets = _sheets.ToImmutable(),
            LineCount = _counts.Lines,
            Unaccounted = _unaccounted,
            SecondOpinion = opinion,
            Lines = [.. _lines],
            NotInstalled = [.. _notInstalled],
            // OrderBy is stable: within a verdict the order of the document stays.
            Findings = [.. _findings.OrderBy(finding => finding.Verdict)],
            PolicyFindings = [.. _policyFindings],
            Regimes = _counts.Summaries,
            Diagnostics = [.. diagnostics.Items],
            Shifted = lines is null or { IsPlain: true } ? [] :
                [.. _findings.Select(finding => finding.Cell.Row).Concat(_policyFindings.Select(finding => finding.Row.Row))
                    .Concat(_lines.Concat(_notInstalled).Select(line => line.Row.Row)).Concat(diagnostics.Items.Select(diagnostic => diagnostic.Cell.Row))
                    .Where(row => row > 0 && lines.GetLine(row) != row)
                    .Distinct().Order().Select(row => new ShiftedRecord(row, lines.GetLine(row)))],
        };
        return new FileResult(report, _counts) { Advisories = [.. _advisories] };
    }

    private void Count(BomItem item, ImmutableArray<Determination> determinations, ImmutableArray<RegimeVerdict> verdicts)
    {
        if (!determinations.IsEmpty)
        {
            _counts.AddEvidence(item, _composer.GetSupplier(item), determinations);
        }

        if (determinations.All(determination => determination.Verdict == Verdict.NotCovered))
        {
            // An assembly without a row is no line of the list.
            _counts.AddNotCovered(item.IsImplied ? 0 : 1);
        }
        else
        {
            bool hasOrigin = item.Origins.Any(statement => statement.Origin.Certainty != OriginCertainty.Unknown);
            _counts.Add(verdicts, isCovered: true, hasOrigin);
            _counts.AddSteps(determinations);
        }
    }

    private ImmutableArray<RegimeVerdict> GetVerdicts(SharedDecision shared)
    {
        if (!_shared.TryGetValue(shared, out ImmutableArray<RegimeVerdict> verdicts))
        {
            _shared.Add(shared, verdicts = GetVerdicts(shared.Determinations));
        }

        return verdicts;
    }

    private ImmutableArray<RegimeVerdict> GetVerdicts(ImmutableArray<Determination> determinations) =>
        [.. _regimes.Select(regime => new RegimeVerdict(regime.Id, determinations
            .Where(determination => determination.Regime == regime.Id).Select(determination => determination.Verdict)
            .DefaultIfEmpty(Verdict.NotCovered).Min()))];

    // A parent's verdict is the worst of its own and its children's, and of what its other places hold; only lines that carry something
    // are remembered. An item that no verdict makes worse passes nothing on, so each is visited a few times, whatever is below it.
    private static void RollUp(BomItem item, ImmutableArray<RegimeVerdict> verdicts, Dictionary<BomItem, Verdict[]> rolledUp)
    {
        if (verdicts.All(verdict => verdict.Verdict == Verdict.NotCovered))
        {
            return;
        }

        var waiting = new Stack<BomItem>([item]);
        while (waiting.TryPop(out BomItem? at))
        {
            if (!rolledUp.TryGetValue(at, out Verdict[]? worst))
            {
                worst = [.. verdicts.Select(_ => Verdict.NotCovered)];
                rolledUp.Add(at, worst);
            }

            bool isWorse = false;
            for (int regime = 0; regime < worst.Length; regime++)
            {
                isWorse |= verdicts[regime].Verdict < worst[regime];
                worst[regime] = verdicts[regime].Verdict < worst[regime] ? verdicts[regime].Verdict : worst[regime];
            }

            foreach (BomItem above in isWorse ? at.CountsIn : [])
            {
                waiting.Push(above);
            }
        }
    }

    private LineReport GetLine(BomItem item, ImmutableArray<Determination> determinations, SharedDecision? shared,
        ImmutableArray<RegimeVerdict> verdicts, Verdict[]? rolledUp) => new()
        {
            Row = item.Line.Map.Sheet with { Row = item.Line.Row },
            Level = item.Level,
            AlternateOf = item.AlternateOf?.Line.Row,
            IsImplied = item.IsImplied,
            FindNumber = item.Line[BomField.FindNumber],
            NotInstalled = item.NotInstalled,
            PartNumber = item.PartNumber,
            Description = item.Description,
            Manufacturer = item.Line[BomField.Manufacturer],
            Supplier = item.Line[BomField.Supplier],
            ManufacturerPartNumber = item.Line[BomField.ManufacturerPartNumber],
            Path = item.Path,
            Quantity = item.Quantity,
            Origins = item.Origins,
            Materials = item.Materials,
            OtherSubstances = item.OtherSubstances,
            Stated = item.Stated,
            Verdicts = verdicts,
            RolledUp = rolledUp is null || verdicts.Select(verdict => verdict.Verdict).SequenceEqual(rolledUp) ? verdicts
            : [.. _regimes.Select((regime, at) => new RegimeVerdict(regime.Id, rolledUp[at]))],
            Determinations = shared is null ? determinations : [],
            Decision = shared,
        };
}
