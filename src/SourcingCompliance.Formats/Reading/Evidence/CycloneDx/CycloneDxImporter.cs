using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Reading.Evidence.CycloneDx;

/// <summary>Takes in the origins of a CycloneDX document: those of the hardware draft by stage, and countries of origin in free properties.</summary>
internal static class CycloneDxImporter
{
    // Stages of the draft that say nothing of where the material comes from.
    private static readonly string[] OtherStages = ["designed", "developed", "built", "maintained",
        "tested", "trained", "collected", "packaged", "distributed"];

    private static readonly (string Word, string Symbol)[] Elements =
        [("samarium", "Sm"), ("cobalt", "Co"), ("neodymium", "Nd"), ("praseodymium", "Pr"), ("dysprosium", "Dy"), ("terbium", "Tb"),
            ("tantalum", "Ta"), ("tungsten", "W"), ("iron", "Fe"), ("boron", "B")];

    /// <summary>What the document is.</summary>
    /// <param name="version">Its version.</param>
    public static EvidenceForm GetForm(string version) =>
        new(EvidenceKind.CycloneDx, $"a CycloneDX document {version}{(version.StartsWith("2.", StringComparison.Ordinal) ? " (draft)" : "")}", version)
        {
            RefusedBecause = version is "1.4" or "1.5" or "1.6" or "1.7" || version.StartsWith("1.7.", StringComparison.Ordinal)
            || version.StartsWith("2.0", StringComparison.Ordinal)
            ? null : $"Version {(version.Length > 0 ? version : "without a number")} of CycloneDX is not read; 1.4 to 1.7 and the draft of 2.0 are.",
        };

    /// <summary>Takes the document in.</summary>
    /// <param name="bom">The document.</param>
    /// <param name="root">Its root, for the rules of the draft; default = XML.</param>
    /// <param name="countryOf">Recognizes a country.</param>
    public static ImportedEvidence Import(CycloneDxDocument bom, JsonElement root, Func<string, Country?> countryOf)
    {
        EvidenceForm form = GetForm(bom.SpecVersion);
        ImmutableArray<UnreadAnswer>.Builder left = ImmutableArray.CreateBuilder<UnreadAnswer>();
        if (bom.IsDraft && root.ValueKind == JsonValueKind.Object)
        {
            left.AddRange(DraftRules.Verify(root));
        }

        var items = ImmutableArray.CreateBuilder<StatementItem>();
        var taken = ImmutableArray.CreateBuilder<TakenEntry>();
        foreach (CycloneDxComponent component in (bom.Product is null ? [] : new[] { bom.Product }).Concat(bom.Components))
        {
            Collect(component, null, countryOf, items, taken, left);
        }

        if (items.Count == 0)
        {
            left.Add(new UnreadAnswer(root.ValueKind == JsonValueKind.Object ? "$" : "/bom", "", bom.HasHardware
                ? "The document states no origin. Check it as a bill of materials with 'sourcing check'." : "The document lists software and no hardware."));
        }

        return new ImportedEvidence(form)
        {
            Bom = bom,
            Taken = taken.ToImmutable(),
            Left = left.ToImmutable(),
            Statements = items.Count == 0 ? [] :
            [
                new Statement
                {
                    Id = "",
                    Source = new StatementSource(StatementKind.CycloneDx) { Form = $"CycloneDX {bom.SpecVersion}{(bom.IsDraft ? " draft" : "")}",
                        IsDraft = bom.IsDraft },
                    Supplier = new StatementSupplier(bom.Author),
                    IssuedOn = bom.Date,
                    Items = [.. items.GroupBy(item => item.Subject)
                        .Select(subject => new StatementItem(subject.Key, [.. subject.SelectMany(item => item.Facts)]))],
                },
            ],
        };
    }

    // A material below a part tells where an element of the part comes from.
    private static void Collect(
        CycloneDxComponent component, CycloneDxComponent? part, Func<string, Country?> countryOf,
        ImmutableArray<StatementItem>.Builder items, ImmutableArray<TakenEntry>.Builder taken,
        ImmutableArray<UnreadAnswer>.Builder left)
    {
        CycloneDxComponent subject = component.Type == "material" && part is not null ? part : component;
        ImmutableArray<StatementFact> facts = [.. GetFacts(component, subject != component, countryOf, left)];
        if (!facts.IsEmpty)
        {
            items.Add(new StatementItem(GetSubject(subject), facts));
            taken.AddRange(facts.OfType<StageFact>().Select(fact => new TakenEntry(fact.Place ?? "",
                $"{subject.Name}: {(fact.Element is { } element ? Wording.GetElement(element) + " " : "")}{fact.Stage} in "
                    + $"{string.Join(", ", fact.Countries)}")));
        }

        foreach (CycloneDxComponent below in component.Components)
        {
            Collect(below, component.Type == "material" ? part : component, countryOf, items, taken, left);
        }
    }

    private static StatementSubject GetSubject(CycloneDxComponent component)
    {
        string lot = component.GetProperty("lotnumber", "lot", "batch");
        string company = component.Manufacturer.Length > 0 ? component.Manufacturer : component.Supplier;
        return new StatementSubject
        {
            Scope = lot.Length > 0 ? StatementScope.Lot : StatementScope.Part,
            Lot = lot.Length > 0 ? lot : null,
            PartNumber = company.Length > 0 ? null : component.Name,
            Manufacturer = company.Length > 0 ? company : null,
            ManufacturerPartNumber = company.Length > 0 ? component.ManufacturerPartNumber.Length > 0
                ? component.ManufacturerPartNumber : component.Name : null,
        };
    }

    private static IEnumerable<StatementFact> GetFacts(CycloneDxComponent component, bool isOfElement,
        Func<string, Country?> countryOf, ImmutableArray<UnreadAnswer>.Builder left)
    {
        foreach (CycloneDxOrigin origin in component.Origins.Where(origin => !OtherStages.Contains(origin.Stage, StringComparer.Ordinal)))
        {
            if (ReadOrigin(origin, isOfElement ? GetElement(component.Name) : null, countryOf, left) is { } fact)
            {
                yield return fact;
            }
        }

        string text = component.GetProperty("countryoforigin", "origin", "coo", "origincountry", "madein");
        if (text.Length > 0 && countryOf(text) is { } country)
        {
            yield return new StageFact(null, StageIds.Produced, [new OriginShare(country)])
            {
                Place = $"{component.Place}.properties",
                Note = "A property of the sender's own."
            };
        }
        else if (text.Length > 0)
        {
            left.Add(new UnreadAnswer($"{component.Place}.properties", FormText.Shorten(text), "This country is not recognized."));
        }
    }

    private static StageFact? ReadOrigin(CycloneDxOrigin origin, string? element, Func<string, Country?> countryOf, ImmutableArray<UnreadAnswer>.Builder left)
    {
        if (origin.Stage.Length == 0 || origin.Shares.IsEmpty)
        {
            left.Add(new UnreadAnswer(origin.Place, CycloneDxTable.GetWords(origin), origin.Stage.Length == 0
                ? "The origin names no stage." : "The origin names no country."));
            return null;
        }

        if (origin.Shares.FirstOrDefault(share => countryOf(share.IsoCode) is null) is { } unknown)
        {
            left.Add(new UnreadAnswer(origin.Place, FormText.Shorten(unknown.IsoCode), "This country is not recognized, so the origin is not taken."));
            return null;
        }

        // The draft asks for shares that add up; what is missing may be from anywhere.
        decimal? sum = origin.Shares.All(share => share.Percentage is not null) ? origin.Shares.Sum(share => share.Percentage) : null;
        if (sum != 100)
        {
            left.Add(new UnreadAnswer(origin.Place, CycloneDxTable.GetWords(origin), "The shares do not add up to 100 percent, so the origin counts "
                + "as uncertain."));
        }

        return new StageFact(null, GetStage(origin.Stage), [.. origin.Shares.Select(share => new OriginShare(countryOf(share.IsoCode) ?? default)
        {
            Percent = share.Percentage is > 0 and <= 100 ? share.Percentage : null,
            PerformedBy = share.PerformedBy.Length > 0 ? share.PerformedBy : null,
        })])
        {
            Element = element,
            IsCertain = sum == 100,
            Place = origin.Place,
            Note = origin.Basis.Length > 0 ? $"by {origin.Basis}" : null,
        };
    }

    private static string GetStage(string stage) => stage is "manufactured" or "produced" ? StageIds.Produced : stage;

    private static string? GetElement(string name) =>
        Elements.Where(element => name.Contains(element.Word, StringComparison.OrdinalIgnoreCase))
            .Select(element => element.Symbol).ToArray() is [string only] ? only : null;
}
