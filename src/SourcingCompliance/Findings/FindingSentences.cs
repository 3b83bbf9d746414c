using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Findings;

/// <summary>The message of a finding: part, material, stage, country, cell, date, paragraph; an open one ends in a question.</summary>
public sealed class FindingSentences
{
    private const int ListedDeeds = 4;
    private const string OneOfSeveral = "an origin listed for one source";
    private readonly Func<string, string> _nameOfMaterial;
    private readonly Func<Country, string> _nameOfCountry;

    /// <summary>Whether the contract file says that the clause is not in the contract, so that nothing is barred by its terms. The default is no.</summary>
    public bool IsClauseMissing { get; init; }

    /// <summary>The day of the check: the rule of that day is called the current one.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Speaks with the names of a vocabulary.</summary>
    /// <param name="nameOfMaterial">Name of a material id as it stands in a sentence, singular: <c>NdFeB magnet</c>.</param>
    /// <param name="nameOfCountry">English short name of a country.</param>
    public FindingSentences(Func<string, string> nameOfMaterial, Func<Country, string> nameOfCountry)
    {
        _nameOfMaterial = nameOfMaterial;
        _nameOfCountry = nameOfCountry;
    }

    /// <summary>The message of the determinations that stand for a finding.</summary>
    /// <param name="item">The line.</param>
    /// <param name="group">The determinations, in the order of their regimes; the last one asks for the most and leads.</param>
    /// <param name="regimes">The regimes under which it holds.</param>
    public string Compose(BomItem item, ImmutableArray<Determination> group, ImmutableArray<RegimeReference> regimes)
    {
        ArgumentNullException.ThrowIfNull(item);
        Determination lead = group[^1];
        string part = item.PartNumber is { Length: > 0 } number ? number : item.Line.GetCell(BomField.PartNumber).Address;
        if (lead.Material is null || lead.Presence is not { } presence)
        {
            return $"{part}: {lead.Basis} The row cannot be evaluated until it is corrected.";
        }

        string material = _nameOfMaterial(lead.Material);
        string sentence = lead.Verdict switch
        {
            Verdict.Violation =>
                $"{part}: {WhatIsBarred(lead, material, presence)}; {(IsClauseMissing ? "would be prohibited if the clause were in the contract" : "prohibited")} {ReportWords.GetRules(regimes, AsOf)}, {GetParagraphs(group)}.{GetAdverse(lead)}{GetClaim(lead)}",
            Verdict.Suspect => $"{part}: {Carries(lead, presence, material)}; {(HasOtherSource(item, lead) ? OneOfSeveral : "the only origin listed")} is "
                + $"{GetCountries(lead)}{GetCell(lead)}.{GetAdverse(lead)}{GetClaim(lead)} {GetQuestion(lead)}",
            Verdict.Open =>
                $"{part}: {Carries(lead, presence, material)}{OriginOnRecord(item, lead)}; {AdverseBefore(lead)}{NotStated(lead)}.{GetClaim(lead)} "
                    + $"{GetQuestion(lead)}",
            Verdict.Exempt or Verdict.Pass or Verdict.NotCovered => $"{part}: {lead.Basis}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return sentence.TrimEnd();
    }

    /// <summary>The paragraph of each regime under which determinations hold, in the order of time, each once: <c>252.225-7052(b)(1)(i) and
    /// (b)(1)(ii)</c>.</summary>
    public static string GetCitation(ImmutableArray<Determination> group)
    {
        string[] citations = [.. group.Select(determination => determination.Citation).Where(citation => citation.Length > 0).Distinct(StringComparer.Ordinal)];
        return Join(citations);
    }

    // The paragraph of every deed that the sentence names: melting and the later phases stand in paragraphs of their own.
    private static string GetParagraphs(ImmutableArray<Determination> group) => Join(
        [.. group.SelectMany(determination => determination.Deciding is { } deciding
            ? determination.Steps.Where(step => step.InCoveredCountry == Truth.True && step.Countries.SequenceEqual(deciding.Countries))
                .Select(step => step.Citation).Prepend(determination.Citation)
            : [determination.Citation]).Where(citation => citation.Length > 0).Distinct(StringComparer.Ordinal)]);

    private static string Join(string[] citations)
    {
        if (citations.Length < 2)
        {
            return citations.FirstOrDefault() ?? "";
        }

        string text = citations[0][..Math.Max(0, citations[0].IndexOf('(', StringComparison.Ordinal))];
        return Wording.GetList([.. citations.Select((citation, at) =>
            at > 0 && text.Length > 0 && citation.StartsWith(text + "(", StringComparison.Ordinal) ? citation[text.Length..] : citation)]);
    }

    private string WhatIsBarred(Determination lead, string material, Presence presence)
    {
        if (lead.Deciding is not { } deciding)
        {
            return lead.Basis;
        }

        // All steps in covered countries that the same statement or its neighbors establish, told together.
        ImmutableArray<StepDetermination> steps = [
            .. lead.Steps.Where(step => step.InCoveredCountry == Truth.True && step.Countries.SequenceEqual(deciding.Countries))];
        string[] done = [.. steps.Select(DoneTo).Distinct(StringComparer.Ordinal)];
        string deeds = done.Length > ListedDeeds
            ? Wording.GetList([.. done.Take(ListedDeeds - 1), Wording.FormatCount(done.Length - ListedDeeds + 1, "other step")])
            : Wording.GetList(done);
        string what = deciding.IsOfComponent
            ? $"component that contains {WithArticle(material)}{GetThrough(lead)}, {deeds}"
            : deciding.Stages.Contains(StageIds.Produced) && presence == Presence.Is && deciding.Statement?.Stage is null
                ? $"{material} produced" : $"{material}, {deeds}";
        return $"{what} in {GetCountries(lead)}{GetCell(lead)}{GetOthers(deciding)}";
    }

    private static string DoneTo(StepDetermination step)
    {
        string done = step.Statement?.Stage is { } stage ? Wording.DoneAt(stage) : step.IsOfComponent ? "made" : Wording.DoneAt(step.Stages);
        return step.Element is { } element && element != StageRequirement.EveryElement ? $"{Wording.GetElement(element)} {done}" : done;
    }

    private string GetCountries(Determination lead)
    {
        ImmutableArray<Country> countries = lead.Deciding?.Countries ?? [];
        return countries.IsEmpty ? "not stated" : Wording.GetList([.. countries.Select(country => GetName(country, lead))], "or");
    }

    // Hong Kong and Macao can decide only where the pack's setting counts them as China (interpretation I-1): that is said with the name.
    private string GetName(Country country, Determination lead) =>
        country.Code is "HK" or "MO" && lead.Verdict is Verdict.Violation or Verdict.Suspect ? _nameOfCountry(country)
            + " (counted as China)" : _nameOfCountry(country);

    private static string GetCell(Determination lead) => lead.Deciding?.Statement is { } statement ? $" ({Quoted(statement)})" : "";

    private static string Quoted(OriginStatement statement) => $"{statement.Where} \"{AdverseFacts.Shorten(statement.Raw)}\"";

    // Statements of one step that name other countries: the worst decides, and all are shown.
    private static string GetOthers(StepDetermination step) =>
        step.Others.IsEmpty ? "" : $"; for the same step ({Wording.DoneAt(step.Stages)}) {Wording.GetList([.. step.Others.Select(Quoted)])} "
            + $"{(step.Others.Length == 1 ? "is" : "are")} also on file, and the worst counts";

    // What is on file stands before what is not, so that no adverse fact is hidden behind a question.
    private string AdverseBefore(Determination lead) => !lead.IsExceptionClaimed && GetAdverse(lead) is { Length: > 0 } adverse
        ? "on file:" + adverse[" Also on file:".Length..].TrimEnd('.') + "; " : "";

    private string GetAdverse(Determination lead)
    {
        AdverseFact[] facts = [.. lead.Adverse.Where(fact => !(lead.Deciding?.Others.Contains(fact.Statement) ?? false) && !IsOneOfTheDeeds(fact, lead))];
        return facts.Length == 0 ? "" : $" Also on file: {string.Join("; ", facts.Select(fact => AdverseFacts.GetWords(fact, _nameOfCountry)))}.";
    }

    private static bool IsOneOfTheDeeds(AdverseFact fact, Determination lead) => lead.Verdict == Verdict.Violation && fact.Kind == AdverseKind.AlsoBarred
        && lead.Deciding is { } deciding
        && lead.Steps.Count(step => step.InCoveredCountry == Truth.True && step.Countries.SequenceEqual(deciding.Countries)) <= ListedDeeds
        && lead.Steps.Any(step => step.Statement == fact.Statement && step.Countries.SequenceEqual(deciding.Countries));

    // A claim that changes nothing is shown with its reason, and still leaves its question beside the violation.
    private static string GetClaim(Determination lead)
    {
        string claims = string.Concat(lead.FutileClaims.Select(claim => " " + claim));
        return lead.Verdict == Verdict.Violation && !lead.Missing.IsEmpty ? $"{claims} {GetQuestion(lead)}" : claims;
    }

    private static string Carries(Determination lead, Presence presence, string material) => presence switch
    {
        Presence.Is => $"{material}",
        Presence.Contains => $"contains {WithArticle(material)}{GetThrough(lead)}",
        Presence.Possible => $"may contain {WithArticle(material)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string GetThrough(Determination lead) => lead.Through is { Length: > 0 } through ? $" ({through})" : "";

    private static string WithArticle(string material) =>
        !material.EndsWith("magnet", StringComparison.Ordinal) ? material : "aeioAEIONS".Contains(material[0], StringComparison.Ordinal)
            ? "an " + material : "a " + material;

    private static string NotStated(Determination lead)
    {
        // A claim with its basis tells in its own basis what the line comes to without it.
        if (lead.IsExceptionClaimed)
        {
            return lead.Basis.TrimEnd('.');
        }

        // Later phases that a pass does not need are asked for and are no reason.
        HashSet<(string?, string?)> required = [.. lead.Steps.Where(step => step.IsRequired)
            .Select(step => ((string?)step.Stages[0], step.Element == StageRequirement.EveryElement ? null : step.Element))];
        (string Stage, string Elements)[] stages = [
            .. lead.Missing.Where(fact => fact.Fact == MissingFactIds.StageOrigin && fact.Stage is not null && required.Contains((fact.Stage, fact.Element)))
            .GroupBy(fact => fact.Stage ?? "", StringComparer.Ordinal)
            .Select(group => (group.Key,
                Wording.GetList([.. group.Select(fact => fact.Element).OfType<string>().Distinct(StringComparer.Ordinal).Select(Wording.GetElement)])))];
        return stages.Length == 0
            ? lead.Presence == Presence.Possible || lead.Adverse.IsEmpty ? lead.Basis.TrimEnd('.')
                : lead.Missing.Any(fact => fact.Fact == MissingFactIds.UnnamedElement) ? "whether it prohibits delivery is not settled"
                    : "every required step is on file, but this statement keeps it from passing"
            : $"not on file: where it was {Wording.GetList([.. stages.Select(stage => Wording.DoneAt(stage.Stage) + (stage.Elements.Length == 0 ? "" : $" ({stage.Elements})"))])}";
    }

    /// <summary>Whether the message of a suspect finding says that other sources of the part have other origins.</summary>
    internal static bool NamesOneOfSeveral(Finding finding) => finding.Message.Contains("; " + OneOfSeveral + " is ", StringComparison.Ordinal);

    private static bool HasOtherSource(BomItem item, Determination lead) =>
        item.Origins.Any(statement => statement is { Stage: null, Field: BomField.CountryOfOrigin }
        && statement.Origin.Countries.Any(country => lead.Deciding?.Countries.Contains(country) == false));

    // What is on record is told with what is not, so that nobody answers it again.
    private string OriginOnRecord(BomItem item, Determination lead)
    {
        string[] origins = [.. item.Origins.Where(statement => statement.Stage is null && !statement.Origin.Countries.IsEmpty
            && !lead.Adverse.Any(fact => fact.Statement == statement))
            .DistinctBy(statement => string.Join('|', statement.Origin.Countries))
            .Select(origin => $"{Wording.GetList([.. origin.Origin.Countries.Select(_nameOfCountry)], "or")} ({origin.Where})")];
        return origins.Length == 0 ? "" : $", country of origin {Wording.GetList(origins)}";
    }

    private static string GetQuestion(Determination lead) => lead.Missing.Length switch
    {
        0 => "",
        1 => lead.Missing[0].Question,
        var count => $"{lead.Missing[0].Question} ({Wording.FormatCount(count - 1, "more question")})",
    };
}
