using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Items;
using SourcingCompliance.Items.Accounting;
using SourcingCompliance.Law;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance;

/// <summary>
/// Everything that a check knows before it sees a list: vocabularies, law, action templates. Loaded once, shared by all threads;
/// <see cref="CreateChecker"/> gives each thread its own <see cref="ComplianceChecker"/>.
/// </summary>
public sealed partial class CheckLibrary
{
    /// <summary>Id of the pack that every check applies.</summary>
    public const string MainPack = "dfars-252.225-7052";

    private const int ManyFindings = 10_000;

    private readonly ColumnVocabulary _columns;
    private readonly CountryVocabulary _countries;
    private readonly MaterialVocabulary _materials;
    private readonly RulePack? _pack;
    private readonly ImmutableArray<RulePack> _advisory;
    private readonly RemediationTemplates _templates;
    private readonly SupplySources _sources;

    private CheckLibrary(
        ColumnVocabulary columns, CountryVocabulary countries, MaterialVocabulary materials, RulePack? pack, ImmutableArray<RulePack> advisory,
        RemediationTemplates templates, SupplySources sources)
    {
        _columns = columns;
        _countries = countries;
        _materials = materials;
        _pack = pack;
        _advisory = advisory;
        _templates = templates;
        _sources = sources;
    }

    /// <summary>The pack that decides verdicts; null when it did not load.</summary>
    public RulePack? DecidingPack => _pack;

    /// <summary>Works out what a run does: the periods of law, the deliveries, and the regime that its gate looks at.</summary>
    /// <param name="request">What the user asks.</param>
    /// <param name="contract">The contract; null = none.</param>
    /// <param name="diagnostics">Told of a clause version that is not known.</param>
    public CheckPlan CreatePlan(CheckRequest request, ContractContext? contract, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImmutableArray<Regime> regimes = _pack is null ? [] : Regime.CreateAll(_pack, contract, diagnostics);
        if (contract?.IsClauseInContract is false)
        {
            diagnostics.Warn(DiagnosticIds.ClauseNotInContract, CellRef.ForFile(contract.Path),
                "The contract file says that clause 252.225-7052 is not in the contract. What follows: its paragraph (b) binds no delivery under this "
                    + "contract by its own terms. What does not follow: "
                    + "the Department may not acquire what 10 U.S.C. 4872 and DFARS 225.7018-2 bar, at any tier, a clause that its prescription requires "
                        + "may be read into the contract, and a higher tier may have flowed it down. The verdicts show the newest text.",
                "Ask the contracting officer whether the clause was left out on purpose (threshold, place of use, determination) and keep the answer.");
        }

        // Several line items: the last delivery falls under the stricter law, and the plan must be done for the first.
        ImmutableArray<DateOnly> deliveries = request.Delivery is { } asked
            ? [asked]
            : [.. (contract?.LineItems ?? []).Select(item => item.DeliveryDate).OfType<DateOnly>().Distinct().Order()];
        DateOnly? delivery = deliveries.IsEmpty ? null : deliveries[^1];
        Regime? gate = delivery is { } day ? regimes.FirstOrDefault(regime => regime.Governs(day)) : null;
        var run = new RunParameters
        {
            AsOf = request.AsOf,
            Gate = request.Gate,
            PolicyGate = request.PolicyGate,
            Contract = request.Contract,
            CountsNotInstalled = request.CountsNotInstalled,
            AllLines = request.AllLines,
            IsExplained = request.IsExplained,
            Delivery = delivery,
            Deliveries = deliveries,
            GateRegime = (gate ?? regimes.LastOrDefault())?.Id ?? "",
            EarlierRegimes = [.. regimes.Where(regime => regime != gate && deliveries.Any(regime.Governs)).Select(regime => regime.Id)],
            ContractNumber = contract?.ContractNumber,
            Clause = _pack is null ? null : AppliedClause.From(_pack, contract),
        };
        return new CheckPlan(
            request, run, contract, regimes, deliveries.IsEmpty ? null : deliveries.FirstOrDefault(one => one >= request.AsOf, deliveries[^1]));
    }

    /// <summary>A checker for one thread.</summary>
    /// <param name="plan">What the run is asked.</param>
    /// <param name="readsAhead">Whether a second thread may read a long list ahead, because it has nothing else to do.</param>
    /// <param name="cancellation">Ends the run, also in the middle of a line.</param>
    public ComplianceChecker CreateChecker(CheckPlan plan, bool readsAhead = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        RulePack pack = _pack ?? throw new InvalidOperationException("A library whose pack did not load checks nothing.");
        var classifier = new MaterialClassifier(_materials, cancellation);
        RuleRecorder? recorder = plan.Request.SecondOpinion.Engine is null ? null : new RuleRecorder();
        var engine = new DeterminationEngine(pack, plan.Request.Settings, recorder)
        {
            TracesAll = plan.Request.TracesAll,
            RequiresDocuments = plan.Request.RequiresDocuments, CountryNames = _countries.GetName
        };
        foreach (LawEdition edition in engine.Editions)
        {
            recorder?.Watch(edition);
        }

        var origins = new OriginRecognizer(_countries, OriginSettings.Default, cancellation);

        // Rows may be read ahead on another thread, so what looks at headers and skipped rows shares nothing with what recognizes lines.
        var ahead = new MaterialClassifier(_materials, cancellation);
        var aheadOrigins = new OriginRecognizer(_countries, OriginSettings.Default, cancellation);
        bool namesSubject(string header) => ahead.FindMention(header) is not null || aheadOrigins.RecognizeLabelled(header).Countries.Any(engine.IsEverCovered);
        var skipped = new SkippedRowCheck(ahead, aheadOrigins, _columns.Words, engine.IsEverCovered);
        return new ComplianceChecker(
            plan,
            new BomMapper(_columns, namesSubject, plan.Request.Profiles),
            new LineReader(_columns, namesSubject),
            new CodeSchemeDetector(_countries),
            new LineRecognizer(origins, classifier, engine.IsEverCovered)
            {
                Stated = plan.Request.Evidence is { Statements.IsEmpty: false } ledger
                    ? new EvidenceJoin(new EvidenceIndex(ledger, plan.EvidenceTerms, engine.IsEverCovered, _countries.All.ToHashSet().Contains,
                        text => origins.RecognizeNamed(text).Countries)) : null,
            },
            skipped,
            new AsideCheck(ahead, skipped),
            new InstallationMarks(_columns),
            new LineDecider(engine, plan.Contract, plan.Regimes),
            new AdvisoryEngine(_advisory, plan.Run.AsOf),
            new FindingSentences(_templates.GetName, _countries.GetName) { IsClauseMissing = plan.Contract?.IsClauseInContract is false, AsOf = plan.Run.AsOf },
            new SupplierNames(_columns),
            readsAhead,
            recorder is not null && plan.Request.SecondOpinion.Engine is { } second ? new OpinionReview(recorder, second) : null,
            plan.Request.Policies.Engine is { } policies
                ? new PolicyReview(policies, plan.Run, plan.Contract, engine.IsEverCovered, new SupplierNames(_columns)) : null);
    }

    /// <summary>Finds headers and columns with the vocabulary of the run and the profiles of its plan.</summary>
    /// <param name="plan">What the run is asked.</param>
    public BomMapper CreateMapper(CheckPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new BomMapper(_columns, plan.Request.Profiles);
    }

    // Without a delivery date the plan is made for the day on which the law asks for more: of the contract's clause, else of the newest.
    private DateOnly? NextStep(CheckPlan plan) =>
        plan.Regimes.LastOrDefault()?.From ?? (_pack is null ? null : Regime.CreateAll(_pack, null, new DiagnosticBag()).LastOrDefault()?.From);

    /// <summary>Joins the results of all files into the report, with the plan over all of them.</summary>
    /// <param name="tool">The program.</param>
    /// <param name="plan">What the run was asked.</param>
    /// <param name="results">The results of the files, in path order.</param>
    /// <param name="diagnostics">What belongs to no single file.</param>
    /// <param name="isConfigured">Whether rules, contract and options were sound; if not, nothing was checked.</param>
    public ComplianceReport Compose(ToolIdentity tool, CheckPlan plan, ImmutableArray<FileResult> results, DiagnosticBag diagnostics, bool isConfigured)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(diagnostics);
        bool isLong = results.Sum(result => result.Report.Findings.Length) >= ManyFindings;
        LeaveRoom(isLong);
        RemediationPlan remediation = RemediationPlanner.Plan(results.Select(result => result.Report), new PlanSettings
        {
            AsOf = plan.Run.AsOf,
            Deadline = plan.FirstDelivery ?? NextStep(plan) ?? plan.Run.AsOf,
            IsDeliveryGiven = plan.FirstDelivery is not null,
            PastRegimes = [.. plan.Regimes.Where(regime => plan.Run.Deliveries.Any(day => day < plan.Run.AsOf && regime.Governs(day)))
                .Select(regime => regime.Id)],
            GatedRegimes = plan.Run.Deliveries.IsEmpty ? [] : [.. plan.Run.EarlierRegimes, plan.Run.GateRegime],
            CountedRegime = plan.Run.GateRegime,
            ReplyBy = plan.Request.Report.ReplyBy,
            Clause = plan.Run.Clause,
            Templates = _templates,
            Sources = _sources,
            LeadTimeOverrides = plan.Request.LeadTimes,
            ApprovedAlternates = plan.Request.Alternates,
        });
        LeaveRoom(isLong);
        foreach (Diagnostic diagnostic in remediation.Diagnostics)
        {
            diagnostics.Add(diagnostic);
        }

        ImmutableArray<PackReference> packs = _pack is null ? [] : [.. _advisory.Prepend(_pack).OrderBy(pack => pack.Id, StringComparer.Ordinal)
            .Select(pack => new PackReference(pack.Id, pack.Title, pack == _pack ? GetEdition(pack, plan.Run.Clause)
                : pack.Edition, pack.Status, pack.VerifyBy, pack.Sha256))];
        return ReportComposer.Compose(tool, plan, packs, results, remediation, diagnostics, isConfigured);
    }

    // Lines of a dense list, and the steps of its plan, are as large as its report and done with when the next step begins. The collector
    // would let them stand beside it, since it measures by what has survived so far.
    private static void LeaveRoom(bool isLong)
    {
        if (isLong)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
