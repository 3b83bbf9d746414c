using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <summary>The verdict table: what one material of one line comes to under one edition of the law.</summary>
internal sealed partial class MaterialDecider
{
    private readonly LawEdition _edition;
    private readonly IRuleEvaluator _evaluator;
    private readonly ContractContext? _contract;
    private readonly Regime _regime;
    private readonly FactFrame _facts;
    private readonly bool _tracesAll;

    public MaterialDecider(LawEdition edition, IRuleEvaluator evaluator, ContractContext? contract, Regime regime, FactFrame facts, bool tracesAll)
    {
        _edition = edition;
        _evaluator = evaluator;
        _contract = contract;
        _regime = regime;
        _facts = facts;
        _tracesAll = tracesAll;
    }

    /// <summary>What a material of a line comes to.</summary>
    /// <param name="item">The line.</param>
    /// <param name="occurrence">The material, and how the line carries it.</param>
    /// <param name="material">The same as the law names it.</param>
    /// <param name="statements">What is on file of the line.</param>
    /// <param name="through">
    /// Part number of the line below that carries the material, when only the making of the component around it is asked about; null = the line
    /// carries it itself.
    /// </param>
    public Determination Decide(
        BomItem item, MaterialOccurrence occurrence, CoveredMaterial material, ImmutableArray<StageStatement> statements, string? through = null)
    {
        var assessor = new StepAssessor(_edition, _evaluator);
        statements = StatedOutcome.OfMaterial(statements, occurrence.Material);
        _facts.Clear();
        ImmutableArray<StepAssessment> steps = assessor.Assess(occurrence, statements, _facts, through is not null);
        ImmutableArray<StageStatement> unnamed = through is null ? assessor.UnnamedElements(occurrence, statements) : [];
        StageStatement[] ofPart = [.. statements.Where(statement => statement is { IsOfPart: true, IsUnread: false })];
        SuspectOrigin? suspect = GetSuspect(ofPart);
        Determination determination = occurrence.Presence == Presence.Possible
            ? DecidePossible(occurrence, steps, suspect) with { MissingIfContained = GetMissingIfContained(occurrence, steps, unnamed, statements) }
            : DecidePresent(occurrence, steps, unnamed, statements, suspect);
        determination = determination with
        {
            Through = through,
            Adverse = AdverseFacts.Get(_edition, occurrence.Presence, steps, unnamed, statements, determination.Deciding),
        };
        if (determination.Verdict == Verdict.Open && occurrence.Presence != Presence.Possible)
        {
            determination = determination with { Basis = BasisOfOpen(steps, determination.Adverse) };
        }

        if (determination.Verdict == Verdict.Pass)
        {
            determination = determination with { Notes = NotesOfPass(steps, determination.Adverse) };
        }

        if (_tracesAll)
        {
            determination = determination with { Trace = TraceAll(steps, ofPart) };
        }

        return new ExceptionStep(_edition, _evaluator, _tracesAll).Apply(determination, item, occurrence, material, _contract, _regime, statements, _facts);
    }

    // Steps with the same facts on file give the same trace, which is told once.
    private ImmutableArray<ConditionTrace> TraceAll(ImmutableArray<StepAssessment> steps, StageStatement[] ofPart)
    {
        IEnumerable<ConditionTrace> ofSteps = steps.SelectMany(step => StepAssessor.Explain(step, _facts));
        IEnumerable<ConditionTrace> ofRules = ofPart.Length == 0 ? [] : _edition.PartRules.SelectMany(rule => rule.When.Explain(rule.Rule.Id, _facts));
        return [.. ofSteps.Concat(ofRules).DistinctBy(trace => (trace.Rule, trace.Condition, trace.Truth, string.Join('\n', trace.Facts)))];
    }

    private Determination DecidePresent(
        MaterialOccurrence occurrence, ImmutableArray<StepAssessment> steps, ImmutableArray<StageStatement> unnamed,
        ImmutableArray<StageStatement> statements, SuspectOrigin? suspect)
    {
        if (steps.FirstOrDefault(step => step.Step.InCoveredCountry == Truth.True) is { Deciding: { } deciding } inside)
        {
            return Base(occurrence, steps, Verdict.Violation, inside.Rule?.Rule.Id ?? "", inside.Step.Citation) with
            {
                Deciding = inside.Step,
                Basis = $"{DoneTo(inside, deciding)} in {GetNames(deciding.Countries)}",
                Trace = StepAssessor.Explain(inside, _facts),
            };
        }

        bool isCleared = !steps.IsEmpty && !steps.Any(step => step.IsUnsettled);
        bool hasDoubt = unnamed.Length > 0 || steps.Any(step => step.NamesCovered || step.IsUnread);
        if (isCleared && !hasDoubt)
        {
            return Base(occurrence, steps, Verdict.Pass, GetRuleId(steps), GetCitation(steps)) with
            {
                Basis = "every step that the pack asks for is on file outside the covered countries",
            };
        }

        if (!(isCleared && occurrence.Presence == Presence.Contains) && suspect is { } origin)
        {
            return Base(occurrence, steps, Verdict.Suspect, origin.Rule.Rule.Id, origin.Rule.Version.Citation) with
            {
                Deciding = origin.Step,
                Basis = $"{origin.Words} is {GetNames(origin.Step.Countries)}",
                Missing = GetMissing(occurrence, steps, unnamed, statements),
                Trace = origin.Trace,
            };
        }

        if (OnlyHedgedCovered(occurrence, steps, statements) is { } hedged)
        {
            return Base(occurrence, steps, Verdict.Suspect, hedged.Rule?.Rule.Id ?? "", hedged.Step.Citation) with
            {
                Deciding = hedged.Step,
                Basis = $"the only origin listed, not stated for certain, is {GetNames(hedged.Step.Countries)}",
                Missing = GetMissing(occurrence, steps, unnamed, statements),
                Trace = StepAssessor.Explain(hedged, _facts),
            };
        }

        return Open(occurrence, steps, GetMissing(occurrence, steps, unnamed, statements), "");
    }

    private Determination DecidePossible(MaterialOccurrence occurrence, ImmutableArray<StepAssessment> steps, SuspectOrigin? suspect)
    {
        ImmutableArray<MissingFact> missing = [Ask(MissingFactIds.MaterialIdentity)];

        // A stage of the material itself in a covered country says more than the country of origin of the part.
        if (steps.FirstOrDefault(step => step.Step.InCoveredCountry == Truth.True) is { Deciding: { } deciding } inside)
        {
            return Base(occurrence, steps, Verdict.Suspect, inside.Rule?.Rule.Id ?? "", inside.Step.Citation) with
            {
                Deciding = inside.Step,
                Basis = $"it may contain the material, {DoneTo(inside, deciding)} in {GetNames(deciding.Countries)}",
                Missing = missing,
                Trace = StepAssessor.Explain(inside, _facts),
            };
        }

        return suspect is { } origin
            ? Base(occurrence, steps, Verdict.Suspect, origin.Rule.Rule.Id, origin.Rule.Version.Citation) with
            {
                Deciding = origin.Step,
                Basis = $"{origin.Words} is {GetNames(origin.Step.Countries)}",
                Missing = missing,
                Trace = origin.Trace,
            }
            : Open(occurrence, steps, missing, "whether it contains the material is not on file");
    }

    // 252.225-7052(b)(1) read with interpretation I-14: the origin of the part says what the origin of its material most likely is. Columns of
    // a second source speak of other parts under the same number, so each of them is asked alone as well. So is a plain origin beside a doubtful one
    // that names a covered country: "China or Japan" takes nothing away from "Russia".
    private SuspectOrigin? GetSuspect(StageStatement[] ofPart)
    {
        StageStatement[] sources = [.. ofPart.Where(statement => statement.Source.Field == BomField.CountryOfOrigin
            && statement.CertaintyOfSet == OriginCertainty.Definite)];
        bool isDoubted = sources.Length == 1 && ofPart.Any(statement => statement.Source != sources[0].Source
            && statement.CertaintyOfSet != OriginCertainty.Definite && _edition.CoveredCountries.GetCount(statement.Countries) > 0);
        SuspectOrigin? ofOneSource = sources.Length > 1 || isDoubted
            ? sources.Select(source => GetSuspect([source], isDoubted
                ? "the only origin stated for certain" : "an origin listed for one source of the part")).FirstOrDefault(suspect => suspect is not null)
            : null;

        // Asked last, because the facts that it sets are those of the traces.
        return GetSuspect(ofPart, "the only origin listed for the part") ?? ofOneSource;
    }

    private SuspectOrigin? GetSuspect(StageStatement[] ofPart, string words)
    {
        ImmutableArray<Country> named = [.. ofPart.SelectMany(statement => statement.Countries).Distinct().Order()];
        _facts.Set(Vocabulary.NamedOrigin, named, OriginCertainty.Definite);
        foreach (CompiledRule rule in _edition.PartRules)
        {
            if (_evaluator.Evaluate(rule.When, _facts).Truth == Truth.True)
            {
                var step = new StepDetermination(
                    MissingFactIds.CountryOfOrigin, [StageIds.Produced], null, Truth.Unknown, named, ofPart[0].Source, rule.Version.Citation);
                return new SuspectOrigin(rule, step, rule.When.Explain(rule.Rule.Id, _facts), words);
            }
        }

        return null;
    }

    private StepAssessment? OnlyHedgedCovered(
        MaterialOccurrence occurrence, ImmutableArray<StepAssessment> steps, ImmutableArray<StageStatement> statements)
    {
        bool isOnly = statements.Where(statement => !statement.IsUnread && (!statement.IsOfPart || occurrence.Presence == Presence.Is))
            .All(statement => IsWhollyCovered(statement.Countries));
        return isOnly ? steps.FirstOrDefault(step => step.Deciding is { } deciding && IsWhollyCovered(deciding.Countries)) : null;
    }

    private bool IsWhollyCovered(ImmutableArray<Country> countries) =>
        !countries.IsEmpty && _edition.CoveredCountries.GetCount(countries) == countries.Length;

    private Determination Open(MaterialOccurrence occurrence, ImmutableArray<StepAssessment> steps, ImmutableArray<MissingFact> missing, string basis)
    {
        string fact = missing.IsEmpty ? MissingFactIds.StageOrigin : missing[0].Fact;
        string citation = steps.FirstOrDefault(step => step.IsUnsettled)?.Step.Citation ?? GetCitation(steps);
        return Base(occurrence, steps, Verdict.Open, _edition.FindEvidence(fact)?.Id ?? "", citation) with { Basis = basis, Missing = missing };
    }

    private Determination Base(MaterialOccurrence occurrence, ImmutableArray<StepAssessment> steps, Verdict verdict, string rule, string citation) => new()
    {
        Pack = _edition.Pack.Id,
        Rule = rule,
        Regime = _regime.Id,
        Material = occurrence.Material,
        Presence = occurrence.Presence,
        Verdict = verdict,
        Citation = citation,
        Basis = "",
        Steps = [.. steps.Select(step => step.Step)],
        Missing = [],
    };

    /// <summary>The country of origin of the part, when it makes the line suspect.</summary>
    private sealed record SuspectOrigin(CompiledRule Rule, StepDetermination Step, ImmutableArray<ConditionTrace> Trace, string Words);
}
