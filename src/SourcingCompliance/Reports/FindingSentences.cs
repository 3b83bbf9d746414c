using System.Collections.Immutable;
using SourcingCompliance.Boms;
using SourcingCompliance.Determinations;
using SourcingCompliance.Materials;
using SourcingCompliance.Normalization;

namespace SourcingCompliance.Reports;

/// <summary>The one sentence of a finding: part, material, stage, country, date, paragraph; an open one ends in a question.</summary>
public sealed class FindingSentences
{
    private readonly Func<string, string> _nameOfMaterial;
    private readonly Func<Country, string> _nameOfCountry;

    /// <summary>Speaks with the names of a vocabulary.</summary>
    /// <param name="nameOfMaterial">Name of a material id as it stands in a sentence, singular: <c>NdFeB magnet</c>.</param>
    /// <param name="nameOfCountry">English short name of a country.</param>
    public FindingSentences(Func<string, string> nameOfMaterial, Func<Country, string> nameOfCountry)
    {
        _nameOfMaterial = nameOfMaterial;
        _nameOfCountry = nameOfCountry;
    }

    /// <summary>The sentence of a determination that stands for a finding.</summary>
    /// <param name="item">The line.</param>
    /// <param name="lead">The determination.</param>
    /// <param name="regimes">The regimes under which it holds.</param>
    public string Of(BomItem item, Determination lead, ImmutableArray<RegimeReference> regimes)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(lead);
        string part = item.Line.PartNumber is { Length: > 0 } number ? number : item.Line.CellOf(BomField.PartNumber).Address;
        if (lead.Material is null || lead.Presence is not { } presence)
        {
            return $"{part}: {lead.Basis} Nothing can be said of the row until it is repaired.";
        }

        string material = _nameOfMaterial(lead.Material);
        string sentence = lead.Verdict switch
        {
            Verdict.Violation => $"{part}: {WhatIsBarred(lead, material, presence)}; barred for {ReportWords.DeliveriesOf(regimes)}, {lead.Citation}.",
            Verdict.Suspect => $"{part}: {Carries(presence, material)}, and the only origin on record is {CountriesOf(lead)}{CellOf(lead)}. {QuestionOf(lead)}",
            Verdict.Open => $"{part}: {Carries(presence, material)}{OriginOnRecord(item)}; {NotStated(lead)}. {QuestionOf(lead)}",
            Verdict.Exempt or Verdict.Pass or Verdict.NotCovered => $"{part}: {lead.Basis}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return sentence.TrimEnd();
    }

    private string WhatIsBarred(Determination lead, string material, Presence presence)
    {
        if (lead.Deciding is not { } deciding)
        {
            return lead.Basis;
        }

        // All steps in covered countries that the same statement or its neighbours establish, told together.
        ImmutableArray<StepDetermination> steps = [.. lead.Steps.Where(step => step.InCoveredCountry == Truth.True && step.Countries.SequenceEqual(deciding.Countries))];
        string[] done = [.. steps.Select(DoneTo).Distinct(StringComparer.Ordinal)];
        const int listed = 4;
        string deeds = done.Length > listed
            ? ReportWords.ListOf([.. done.Take(listed - 1), ReportWords.CountOf(done.Length - listed + 1, "further step")])
            : ReportWords.ListOf(done);
        string what = deciding.Stages.Contains(StageIds.Produced) && presence == Presence.Is ? $"{material} produced" : $"{material}, {deeds}";
        return $"{what} in {CountriesOf(lead)}{CellOf(lead)}";
    }

    private static string DoneTo(StepDetermination step)
    {
        string done = ReportWords.DoneAt(step.Statement?.Stage is { } stage ? [stage] : step.Stages);
        return step.Element is { } element ? $"{ReportWords.ElementOf(element)} {done}" : done;
    }

    private string CountriesOf(Determination lead)
    {
        ImmutableArray<Country> countries = lead.Deciding?.Countries ?? [];
        return countries.IsEmpty ? "not stated" : ReportWords.ListOf([.. countries.Select(country => NameOf(country, lead))], "or");
    }

    // Hong Kong and Macao can decide only where the pack's setting counts them as China (interpretation I-1): that is said with the name.
    private string NameOf(Country country, Determination lead) =>
        country.Code is "HK" or "MO" && lead.Verdict is Verdict.Violation or Verdict.Suspect ? _nameOfCountry(country) + " (counted as China)" : _nameOfCountry(country);

    private static string CellOf(Determination lead) =>
        lead.Deciding?.Statement is { } statement ? $" (cell {statement.Cell.Address} \"{Shorten(statement.Raw)}\")" : "";

    private static string Carries(Presence presence, string material) => presence switch
    {
        Presence.Is => $"{material}",
        Presence.Contains => $"contains {WithArticle(material)}",
        Presence.Possible => $"may contain {WithArticle(material)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string WithArticle(string material) =>
        !material.EndsWith("magnet", StringComparison.Ordinal) ? material : "aeioAEIONS".Contains(material[0], StringComparison.Ordinal) ? "an " + material : "a " + material;

    private static string NotStated(Determination lead)
    {
        string[] stages = [.. lead.Missing.Where(fact => fact.Stage is not null).Select(fact => fact.Stage ?? "").Distinct(StringComparer.Ordinal).Select(ReportWords.DoneAt)];
        return stages.Length == 0 ? lead.Basis.TrimEnd('.') : $"not on file: where it was {ReportWords.ListOf(stages)}";
    }

    // What is on record is told with what is not, so that nobody answers it again.
    private string OriginOnRecord(BomItem item)
    {
        OriginStatement? origin = item.Origins.FirstOrDefault(statement => statement.Stage is null && !statement.Origin.Countries.IsEmpty);
        return origin is null
            ? ""
            : $", country of origin {ReportWords.ListOf([.. origin.Origin.Countries.Select(_nameOfCountry)], "or")} (cell {origin.Cell.Address})";
    }

    private static string QuestionOf(Determination lead) => lead.Missing.Length switch
    {
        0 => "",
        1 => lead.Missing[0].Question,
        var count => $"{lead.Missing[0].Question} (and {ReportWords.CountOf(count - 1, "further question")})",
    };

    private static string Shorten(string text)
    {
        const int longest = 40;
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= longest ? line : string.Concat(line.AsSpan(0, longest - 1), "…");
    }
}
