using System.Collections.Immutable;
using SourcingCompliance.Boms;
using SourcingCompliance.Boms.Mapping;
using SourcingCompliance.Determinations;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Materials;
using SourcingCompliance.Normalization;
using SourcingCompliance.Normalization.Countries;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using SourcingCompliance.Rules;

namespace SourcingCompliance;

/// <summary>
/// Everything that a check knows before it sees a list: vocabularies, law, action templates. Loaded once, shared by all threads;
/// <see cref="CreateChecker"/> gives each thread its own <see cref="ComplianceChecker"/>.
/// </summary>
public sealed class CheckLibrary
{
    /// <summary>Id of the pack that every check applies.</summary>
    public const string MainPack = "dfars-252.225-7052";

    private readonly ColumnVocabulary _columns;
    private readonly CountryVocabulary _countries;
    private readonly MaterialVocabulary _materials;
    private readonly RulePack? _pack;
    private readonly RemediationTemplates _templates;
    private readonly SupplySources _sources;

    private CheckLibrary(
        ColumnVocabulary columns, CountryVocabulary countries, MaterialVocabulary materials, RulePack? pack, RemediationTemplates templates, SupplySources sources)
    {
        _columns = columns;
        _countries = countries;
        _materials = materials;
        _pack = pack;
        _templates = templates;
        _sources = sources;
    }

    /// <summary>Loads a library.</summary>
    /// <param name="folders">The shipped rules first, then the user's own, which add vocabulary and may replace a pack.</param>
    /// <param name="asOf">The day on which the check is made.</param>
    /// <param name="diagnostics">Told of everything wrong with the rules; an error means that nothing may be checked with them.</param>
    public static CheckLibrary Load(IReadOnlyList<RuleFolder> folders, DateOnly asOf, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(diagnostics);
        RuleFolder withPack = folders.LastOrDefault(folder => folder.Find($"{MainPack}/pack.json") is not null) ?? folders[0];
        RulePack? pack = RulePack.Load(withPack, MainPack, diagnostics);
        if (pack?.VerifyBy is { } day && asOf > day)
        {
            diagnostics.Warn(DiagnosticIds.PackNeedsVerification, CellRef.ForFile($"{MainPack}/pack.json"),
                $"The pack was to be verified against the law by {ReportWords.DateOf(day)}. {pack.VerifyReason}", "Look whether the law has changed before relying on the answer.");
        }

        return new CheckLibrary(
            ColumnVocabulary.Load(folders[0], diagnostics), CountryVocabulary.Load(folders, diagnostics), MaterialVocabulary.Load(folders, diagnostics),
            pack, RemediationTemplates.Load(withPack, MainPack, diagnostics), SupplySources.Load(folders[0], diagnostics));
    }

    /// <summary>What a run is asked, with the regime that its gate looks at.</summary>
    /// <param name="wish">What the user asked; its gate regime is filled in.</param>
    /// <param name="contract">The contract; null = none.</param>
    /// <param name="diagnostics">Told of a clause version that is not known.</param>
    public CheckPlan PlanOf(RunParameters wish, ContractContext? contract, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ImmutableArray<Regime> regimes = _pack is null ? [] : Regime.Of(_pack, contract, diagnostics);
        // Several line items: the last delivery falls under the stricter law, and the plan must be done for the first.
        DateOnly? delivery = wish.Delivery ?? contract?.LineItems.Max(item => item.DeliveryDate);
        Regime? gate = delivery is { } day ? regimes.FirstOrDefault(regime => regime.Governs(day)) : null;
        return new CheckPlan(
            wish with { Delivery = delivery, GateRegime = (gate ?? regimes.LastOrDefault())?.Id ?? "" }, contract, regimes,
            wish.Delivery ?? contract?.LineItems.Min(item => item.DeliveryDate));
    }

    /// <summary>A checker for one thread.</summary>
    /// <param name="plan">What the run is asked.</param>
    public ComplianceChecker CreateChecker(CheckPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        RulePack pack = _pack ?? throw new InvalidOperationException("A library whose pack did not load checks nothing.");
        return new ComplianceChecker(
            plan,
            new BomMapper(_columns, plan.Profiles),
            new LineReader(_columns),
            new CodeSchemeDetector(_countries),
            new LineRecognizer(new OriginRecognizer(_countries, OriginSettings.Default), new MaterialClassifier(_materials)),
            new LineDecider(new DeterminationEngine(pack, plan.Settings), plan),
            new FindingSentences(_templates.NameOf, _countries.NameOf));
    }

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
        RemediationPlan remediation = RemediationPlanner.Plan(results.Select(result => result.Report), new PlanSettings
        {
            AsOf = plan.Run.AsOf,
            Deadline = plan.FirstDelivery ?? plan.Regimes.LastOrDefault()?.From ?? plan.Run.AsOf,
            Templates = _templates,
            Sources = _sources,
            LeadTimeOverrides = plan.LeadTimes,
            ApprovedAlternates = plan.Alternates,
        });
        foreach (Diagnostic diagnostic in remediation.Diagnostics)
        {
            diagnostics.Add(diagnostic);
        }

        ImmutableArray<PackReference> packs = _pack is null ? [] : [new PackReference(_pack.Id, _pack.Title, _pack.Edition, _pack.Status, _pack.VerifyBy, _pack.Sha256)];
        return ReportComposer.Compose(tool, plan, packs, results, remediation, diagnostics, isConfigured);
    }
}
