using System.Collections.Immutable;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <content>What is missing for an answer, and the words that say so.</content>
internal sealed partial class MaterialDecider
{
    // What a reader of a pass must know: later phases that nobody stated, and statements that another text of the clause would bar.
    private ImmutableArray<string> NotesOfPass(ImmutableArray<StepAssessment> steps, ImmutableArray<AdverseFact> adverse) =>
    [
        .. steps.Where(step => step is { Requirement: { IsRequired: false, Question.Length: > 0 }, Deciding: null })
            .Select(step => $"Not on file and not needed for this pass{(step.Requirement.Interpretation is { } number ? $" ({number})" : "")}, although the "
                + $"text reaches it ({step.Requirement.Citation}): {step.Requirement.Question}"),
        .. adverse.Select(fact => $"On file: {AdverseFacts.GetWords(fact, _edition.GetName)}."),
    ];

    private ImmutableArray<MissingFact> GetMissing(
        MaterialOccurrence occurrence, ImmutableArray<StepAssessment> steps, ImmutableArray<StageStatement> unnamed,
        ImmutableArray<StageStatement> statements)
    {
        var missing = ImmutableArray.CreateBuilder<MissingFact>();
        foreach (StepAssessment step in steps)
        {
            if (step.IsUnsettled)
            {
                missing.Add(new MissingFact(MissingFactIds.StageOrigin, step.Requirement.Stages[0], NamedElement(step.Requirement),
                    step.Requirement.Question + StageStatement.UnreadText(step.Deciding)));
            }
            else if (step.Deciding is { IsOfPart: false } deciding && (step.NamesCovered || step.IsUnread))
            {
                string question = $"In which country was it {Wording.DoneAt(deciding.Stage)}?" + (deciding.IsUnread
                    ? StageStatement.UnreadText(deciding) : $" The list names {GetNames(CoveredAmong(deciding.Countries))} among others.");
                missing.Add(new MissingFact(MissingFactIds.StageOrigin, deciding.Stage, deciding.Element, question));
            }
        }

        // The origin of the part is asked for where it would decide: the material itself, with nothing on file or an origin that may be covered.
        bool isUnsettled = statements.IsEmpty
            || statements.Any(statement => statement.IsOfPart && (statement.IsUnread || _edition.CoveredCountries.GetCount(statement.Countries) > 0));
        if (occurrence.Presence == Presence.Is && isUnsettled)
        {
            MissingFact asked = Ask(MissingFactIds.CountryOfOrigin);
            missing.Add(asked with
            {
                Question = asked.Question
                + StageStatement.UnreadText(statements.FirstOrDefault(statement => statement is { IsOfPart: true, IsUnread: true }))
            });
        }

        foreach (StageStatement statement in unnamed)
        {
            missing.Add(Ask(MissingFactIds.UnnamedElement) with { Stage = statement.Stage, Element = statement.Element });
        }

        // Later phases are asked for with the rest where the text reaches them and no list of columns can hold them all (interpretation I-5).
        missing.AddRange(steps.Where(step => step is { Requirement: { IsRequired: false, Question.Length: > 0 }, Deciding: null })
            .Select(step => new MissingFact(MissingFactIds.StageOrigin, step.Requirement.Stages[0],
                NamedElement(step.Requirement), step.Requirement.Question)));

        return [.. missing.Distinct()];
    }

    // Whoever is asked whether a part contains the material is asked for its steps at once, or a yes would mean a second letter.
    private ImmutableArray<MissingFact> GetMissingIfContained(
        MaterialOccurrence occurrence, ImmutableArray<StepAssessment> steps, ImmutableArray<StageStatement> unnamed,
        ImmutableArray<StageStatement> statements) =>
    [
        .. GetMissing(occurrence with { Presence = Presence.Contains }, steps, unnamed, statements),
        .. _edition.GetRequirements(occurrence.Material).Where(requirement => requirement is { IsOfComponent: true, IsRequired: true }
            && !statements.Any(statement => statement is { IsUnread: false, CertaintyOfSet: OriginCertainty.Definite }
                && requirement.IsMetBy(statement.Stage, statement.Element)))
            .Select(requirement => new MissingFact(MissingFactIds.StageOrigin, requirement.Stages[0], NamedElement(requirement), requirement.Question)),
    ];

    // How much is on file, and each statement that keeps the line from passing with its cell.
    private string BasisOfOpen(ImmutableArray<StepAssessment> steps, ImmutableArray<AdverseFact> adverse)
    {
        int unsettled = steps.Count(step => step.IsUnsettled);
        int required = steps.Count(step => step.Requirement.IsRequired);
        string asked = unsettled == 0
            ? $"all {Wording.FormatCount(required, "restricted step")} on file"
            : $"{Wording.FormatCount(unsettled, "restricted step")} of {required} not on file";
        return adverse.IsEmpty ? asked : $"{asked}; on file: {string.Join("; ", adverse.Select(fact => AdverseFacts.GetWords(fact, _edition.GetName)))}";
    }

    private MissingFact Ask(string fact) => new(fact, null, null, _edition.GetQuestion(fact));

    private ImmutableArray<Country> CoveredAmong(ImmutableArray<Country> countries) => [.. countries.Where(_edition.CoveredCountries.Contains)];

    private string GetNames(ImmutableArray<Country> countries) => Wording.GetList([.. countries.Select(_edition.GetName)], "or");

    private static string DoneTo(StepAssessment step, StageStatement deciding)
    {
        string done = Wording.DoneAt(deciding.Stage);
        return NamedElement(step.Requirement) is { } element ? $"{Wording.GetElement(element)} {done}" : done;
    }

    private static string? NamedElement(StageRequirement requirement) =>
        requirement.Element == StageRequirement.EveryElement ? null : requirement.Element;

    private static string GetRuleId(ImmutableArray<StepAssessment> steps) => steps[0].Rule?.Rule.Id ?? "";

    private static string GetCitation(ImmutableArray<StepAssessment> steps) => steps.IsEmpty ? "" : steps[0].Rule?.Version.Citation ?? steps[0].Step.Citation;
}
