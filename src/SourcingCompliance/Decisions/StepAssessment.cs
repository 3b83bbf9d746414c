using System.Collections.Immutable;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <summary>What the statements on file say of one restricted step.</summary>
/// <param name="Requirement">The step.</param>
/// <param name="Step">What the report shows of it.</param>
/// <param name="Rule">The rule that decides it; null when no rule of the pack speaks of the material.</param>
/// <param name="Deciding">The statement that decides it; null when none is on file.</param>
/// <param name="NamesCovered">Whether a statement names a covered country among the possible ones.</param>
internal sealed record StepAssessment(
    StageRequirement Requirement, StepDetermination Step, CompiledRule? Rule, StageStatement? Deciding, bool NamesCovered)
{
    /// <summary>Whether a text on file for the step may name a country and was not understood.</summary>
    public bool IsUnread => Deciding is { IsUnread: true };

    public bool IsUnsettled => Requirement.IsRequired && Step.InCoveredCountry != Truth.False;
}

/// <summary>Asks the step rules of an edition about the statements of a line.</summary>
internal sealed class StepAssessor
{
    private readonly LawEdition _edition;
    private readonly IRuleEvaluator _evaluator;

    public StepAssessor(LawEdition edition, IRuleEvaluator evaluator)
    {
        _edition = edition;
        _evaluator = evaluator;
    }

    /// <summary>Every restricted step of a material, in the order of production.</summary>
    /// <param name="occurrence">The material, and how the line carries it.</param>
    /// <param name="statements">What is on file of the line.</param>
    /// <param name="facts">The frame to evaluate over, in which nothing is known of any step.</param>
    /// <param name="isOnlyComponent">Whether only the making of the component is asked about, because lines below it carry the material.</param>
    public ImmutableArray<StepAssessment> Assess(
        MaterialOccurrence occurrence, ImmutableArray<StageStatement> statements, FactFrame facts, bool isOnlyComponent = false)
    {
        facts.Set(Vocabulary.Material, occurrence.Material);
        facts.Set(Vocabulary.Presence, GetName(occurrence.Presence));
        facts.Set(Vocabulary.Likelihood, (decimal)occurrence.Likelihood);
        CompiledRule? rule = GetRule(facts);
        return [.. _edition.GetRequirements(occurrence.Material)
            .Where(requirement => requirement.IsOfComponent ? occurrence.Presence == Presence.Contains : !isOnlyComponent)
            .Select(requirement => Assess(requirement, occurrence, rule, statements, facts))];
    }

    /// <summary>Statements at a restricted stage about an element that the text does not name, whose country may be covered.</summary>
    public ImmutableArray<StageStatement> UnnamedElements(MaterialOccurrence occurrence, ImmutableArray<StageStatement> statements)
    {
        ImmutableArray<StageRequirement> requirements = _edition.GetRequirements(occurrence.Material);
        return [.. statements.Where(statement => statement.Element is not null
            && requirements.Any(requirement => requirement.Stages.Contains(statement.Stage))
            && !requirements.Any(requirement => requirement.IsTouchedBy(statement.Stage, statement.Element))
            && _edition.CoveredCountries.GetCount(statement.Countries) > 0)];
    }

    /// <summary>Explains a rule over the step that it decided, in the frame over which the steps of its material were assessed.</summary>
    public static ImmutableArray<ConditionTrace> Explain(StepAssessment step, FactFrame facts)
    {
        if (step.Rule is not { } rule)
        {
            return [];
        }

        SetStep(step.Requirement, step.Deciding, facts);
        return rule.When.Explain(rule.Rule.Id, facts);
    }

    public static string GetName(Presence presence) => presence switch
    {
        Presence.Is => "is",
        Presence.Contains => "contains",
        Presence.Possible => "possible",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // The rule of a material is the one that an unknown country leaves undecided: the others answer no whatever the country.
    private CompiledRule? GetRule(FactFrame facts)
    {
        return _edition.StepRules.FirstOrDefault(rule => _evaluator.Evaluate(rule.When, facts).Truth != Truth.False);
    }

    private StepAssessment Assess(
        StageRequirement requirement, MaterialOccurrence occurrence, CompiledRule? rule, ImmutableArray<StageStatement> statements, FactFrame facts)
    {
        StageStatement? inside = null;
        StageStatement? perhaps = null;
        StageStatement? outside = null;
        StageStatement? hedged = null;
        StageStatement? unread = null;
        List<OriginStatement>? supporting = null;
        foreach (StageStatement whole in statements)
        {
            // What was also done elsewhere takes nothing away from what was done in a covered country.
            StageStatement statement = whole.GetWorst(_edition.CoveredCountries);

            // The origin of a motor is not the origin of the magnet in it; that of a component is where the component was made.
            if ((statement.IsOfPart && occurrence.Presence != Presence.Is && !requirement.IsOfComponent)
                || !requirement.IsTouchedBy(statement.Stage, statement.Element))
            {
                continue;
            }

            if (statement.IsUnread)
            {
                unread ??= statement;
                continue;
            }

            SetStep(requirement, statement, facts);
            Truth truth = rule is null ? Truth.Unknown : _evaluator.Evaluate(rule.When, facts).Truth;
            bool namesCovered = _edition.CoveredCountries.GetCount(statement.Countries) > 0;

            // A hedged text proves nothing either way, also where a rule allows countries instead of barring them.
            // Where words only make it likely that a component holds the material, its own origin raises suspicion and proves nothing.
            bool isSettled = !requirement.IsOfComponent || occurrence.Likelihood >= 1;
            bool isProof = truth == Truth.True && statement.CertaintyOfSet == OriginCertainty.Definite && isSettled;
            inside ??= isProof ? statement : null;
            perhaps ??= truth != Truth.False || namesCovered ? statement : null;
            if (truth == Truth.False && !namesCovered && requirement.IsMetBy(statement.Stage, statement.Element))
            {
                // "Probably Japan" is not evidence that it was Japan.
                outside ??= statement.Certainty == OriginCertainty.Definite ? statement : null;
                if (statement.Certainty == OriginCertainty.Definite && statement.Source.Evidence is not null)
                {
                    (supporting ??= []).Add(statement.Source);
                }

                hedged ??= statement;
            }
        }

        StageStatement? deciding = inside ?? perhaps ?? unread ?? outside ?? hedged;
        Truth answer = inside is not null ? Truth.True : perhaps is null && unread is null && outside is not null ? Truth.False : Truth.Unknown;
        var step = new StepDetermination(
            requirement.Id, requirement.Stages, requirement.Element, answer, deciding?.Countries ?? [], deciding?.Source, requirement.Citation)
        {
            IsRequired = requirement.IsRequired,
            IsOfComponent = requirement.IsOfComponent,
            Supporting = supporting is null ? [] : [.. supporting.Distinct()],
            Others = GetOthers(deciding, statements, requirement, occurrence.Presence),
        };
        return new StepAssessment(requirement, step, rule, deciding, inside is not null || perhaps is not null);
    }

    // What else is on file of the same step, so that a reader sees both when they differ.
    private static ImmutableArray<OriginStatement> GetOthers(
        StageStatement? deciding, ImmutableArray<StageStatement> statements, StageRequirement requirement, Presence presence) => deciding is null
        ? []
        : [.. statements.Where(statement => statement != deciding && !statement.Countries.SequenceEqual(deciding.Countries)
            && statement.Source != deciding.Source
            && (!statement.IsOfPart || presence == Presence.Is || requirement.IsOfComponent) && requirement.IsTouchedBy(statement.Stage, statement.Element))
            .Select(statement => statement.Source).Distinct()];

    private static void SetStep(StageRequirement requirement, StageStatement? statement, FactFrame facts)
    {
        facts.Set(Vocabulary.Requirement, requirement.Id);
        facts.Set(Vocabulary.Stage, statement?.Stage);
        facts.Set(Vocabulary.StageCountry, statement?.Countries ?? [], statement?.CertaintyOfSet ?? OriginCertainty.Unknown);
    }
}
