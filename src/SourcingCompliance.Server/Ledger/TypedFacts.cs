using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Recognition.Quantities;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Ledger;

/// <summary>Reads what a supplier said of one part from the fields of <see cref="TypedAnswer"/>: material, steps, and what exceptions ask for.</summary>
/// <param name="fields">Receives what cannot be used.</param>
/// <param name="getText">The text of a field; null = blank.</param>
internal sealed class TypedFacts(FieldReader fields, Func<string, string?> getText)
{
    private static readonly Lazy<OriginRecognizer> Countries =
        new(() => new OriginRecognizer(CountryNames.Vocabulary, OriginSettings.Default));

    private static readonly (string Field, StatedException Exception)[] Exceptions =
        [("cots", StatedException.Cots), ("device", StatedException.ElectronicDevice), ("recycledMaterial", StatedException.Recycled)];

    /// <summary>The facts, in the order of the form.</summary>
    public IReadOnlyList<StatementFact> Read()
    {
        var facts = new List<StatementFact>();
        string? material = getText("material");
        if (material is not null && QuestionnaireTerms.GetMaterial(material) != material)
        {
            fields.Refuse("material", "Choose a material of the list.");
            return facts;
        }

        switch (fields.ReadYesNo("contains"))
        {
            case true when material is null:
                fields.Refuse("material", "Choose which material it contains.");
                break;
            case { } contains:
                facts.Add(new PresenceFact(material, contains));
                break;
            default:
                break;
        }

        foreach ((string stage, _) in TypedAnswer.Stages)
        {
            AddStage(material, stage, facts);
        }

        if (facts is [PresenceFact { Contains: false }, _, ..])
        {
            fields.Refuse("contains", "A part without the material has no steps of it. Leave the countries blank, or answer yes.");
        }

        AddExceptions(facts);
        if (facts.Count == 0)
        {
            fields.Refuse("contains", "Enter what they said: whether it contains the material, at least one country, or an exception.");
        }

        return facts;
    }

    // "Japan; Vietnam", or by element: "neodymium: Australia; iron: Brazil; Japan". An element holds until the next one is named.
    private void AddStage(string? material, string stage, List<StatementFact> facts)
    {
        string field = TypedAnswer.GetField(stage);
        if (getText(field) is not { } text)
        {
            return;
        }

        var named = new List<(string? Element, string Countries)>();
        foreach (string part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = part.IndexOf(':', StringComparison.Ordinal);
            string? element = colon < 0 ? named.LastOrDefault().Element : material is null ? null : StatedElements.Find(material, part[..colon]);
            if (colon >= 0 && element is null)
            {
                fields.Refuse(field, material is null ? "Choose the material first: an element is one of a material."
                    : $"Enter an element of it before the colon: {string.Join(", ", StatedElements.Get(material).Select(Wording.GetElement))}.");
                return;
            }

            named.Add((element, colon < 0 ? part : part[(colon + 1)..].Trim()));
        }

        foreach (IGrouping<string?, string> group in named.GroupBy(entry => entry.Element, entry => entry.Countries))
        {
            // Each by itself: in one cell two countries could be alternatives, and here each of them was named.
            RecognizedOrigin[] origins = [.. group.Select(country => Countries.Value.RecognizeCell(country, OriginCodeScheme.Iso))];
            if (origins.Any(origin => origin is not { Certainty: OriginCertainty.Definite, Countries: [_, ..], Unread: null }))
            {
                fields.Refuse(field, "Enter the country, e.g. Japan or JP; several with semicolons between.");
                return;
            }

            facts.Add(new StageFact(material, stage,
                [.. origins.SelectMany(origin => origin.Countries).Distinct().Select(country => new OriginShare(country))])
            { Element = group.Key });
        }
    }

    private void AddExceptions(List<StatementFact> facts)
    {
        string? basis = getText("exceptionBasis");
        decimal? piece = ReadMass("pieceMass");
        decimal? tungsten = ReadMass("tungstenMass");
        decimal? covered = ReadMass("coveredMass");
        int before = facts.Count;
        foreach ((string field, StatedException exception) in Exceptions)
        {
            if (fields.ReadYesNo(field) is not { } holds)
            {
                continue;
            }

            if (holds && basis is null)
            {
                fields.Refuse("exceptionBasis", "Enter why it applies; an exception without a basis establishes nothing.");
            }

            bool isCots = exception == StatedException.Cots;
            facts.Add(new ExceptionFact(exception, holds, basis)
            {
                MassKilograms = isCots ? piece : null, TungstenMassKilograms = isCots ? tungsten : null,
                CoveredMaterialMassKilograms = isCots ? covered : null,
            });
        }

        if ((tungsten > piece) || (covered > piece))
        {
            fields.Refuse("pieceMass", "The piece cannot weigh less than what is in it.");
        }

        if (facts.Count == before && (basis ?? getText("pieceMass") ?? getText("tungstenMass") ?? getText("coveredMass")) is not null)
        {
            fields.Refuse("cots", "Choose which exception this is about, or leave the fields of exceptions blank.");
        }
    }

    private decimal? ReadMass(string field)
    {
        if (getText(field) is not { } text)
        {
            return null;
        }

        if (MassParser.Parse(text, null) is not (>= 0 and { } mass))
        {
            fields.Refuse(field, "Enter the mass with its unit, e.g. 12 g.");
            return null;
        }

        return mass;
    }
}
