using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Evidence;

/// <summary>Reads the subjects and facts of a statement.</summary>
internal static class StatementFactReader
{
    private static readonly ImmutableArray<string> Materials =
        [MaterialIds.SmCo, MaterialIds.NdFeB, MaterialIds.Tantalum, MaterialIds.TungstenPowder, MaterialIds.TungstenHeavyAlloy, MaterialIds.RareEarthMagnet];

    /// <summary>One subject with its facts.</summary>
    public static StatementItem ItemOf(JsonObjectReader reader)
    {
        StatementSubject subject = reader.Object("subject") is { } about ? SubjectOf(about) : Missing(reader);
        var item = new StatementItem(subject, [.. reader.Objects("facts", isRequired: true).Select(FactOf).OfType<StatementFact>()]) { RowKey = reader.Text("rowKey") };
        reader.Finish();
        return item;
    }

    private static StatementSubject Missing(JsonObjectReader reader)
    {
        reader.Refuse("subject", "not stated", "an object");
        return new StatementSubject { Scope = StatementScope.Part };
    }

    private static StatementSubject SubjectOf(JsonObjectReader reader)
    {
        var subject = new StatementSubject
        {
            Scope = StatementReader.OneOf<StatementScope>(reader, "scope") ?? StatementScope.Part,
            PartNumber = Filled(reader, "partNumber"),
            Manufacturer = Filled(reader, "manufacturer"),
            ManufacturerPartNumber = Filled(reader, "manufacturerPartNumber"),
            Lot = Filled(reader, "lot"),
            Family = Filled(reader, "family"),
        };
        reader.Finish();
        bool isPart = subject.PartNumber is not null || (subject.Manufacturer is not null && subject.ManufacturerPartNumber is not null);
        string? lacking = subject.Scope switch
        {
            StatementScope.Lot when subject.Lot is null => "with the lot",
            not StatementScope.Lot when subject.Lot is not null => "with the scope lot, because it names a lot",
            StatementScope.Lot or StatementScope.Part when !isPart => "with a part number, or a maker and its part number",
            StatementScope.Family when subject.Family is null || subject.Manufacturer is null => "with the maker and the pattern of the family",
            StatementScope.Family when subject.Family.Trim('*', '?').Length < 2 => "with a pattern that contains at least two letters or digits",
            StatementScope.Company when subject.Manufacturer is null => "with the company under \"manufacturer\"",
            _ => null,
        };
        if (lacking is not null)
        {
            reader.Refuse("scope", $"\"{StatementReader.NameOf(subject.Scope)}\" of too little", $"a subject {lacking}");
        }

        return subject;
    }

    private static StatementFact? FactOf(JsonObjectReader reader)
    {
        StatementFact? fact = reader.Text("kind", isRequired: true) switch
        {
            "presence" => PresenceOf(reader),
            "stage" => StageOf(reader),
            "exception" => ExceptionOf(reader),
            "unknown" => UnknownOf(reader),
            null => null,
            { } other => Refused(reader, other),
        };
        string? place = reader.Text("place");
        string? note = reader.Text("note");
        ImmutableArray<DocumentPage> pages = [.. reader.Objects("documents").Select(PageOf)];
        if (fact is not null)
        {
            reader.Finish();
        }

        return fact is null ? null : fact with { Place = place, Note = note, Documents = pages };
    }

    private static StatementFact? Refused(JsonObjectReader reader, string kind)
    {
        reader.Refuse("kind", QuotedText.Of(kind, 40), "one of presence, stage, exception, unknown");
        return null;
    }

    private static PresenceFact PresenceOf(JsonObjectReader reader)
    {
        var fact = new PresenceFact(MaterialOf(reader), reader.Flag("contains", isRequired: true) ?? true) { MassKilograms = MassOf(reader, "massKilograms") };
        if (fact is { Material: null, Contains: true })
        {
            reader.Refuse("material", "not stated", "the material that the part contains");
        }

        return fact;
    }

    private static StageFact StageOf(JsonObjectReader reader)
    {
        var fact = new StageFact(MaterialOf(reader), StatementReader.Stated(reader, "stage"), [.. reader.Objects("distribution", isRequired: true).Select(ShareOf)])
        {
            Element = Filled(reader, "element"),
            IsCertain = reader.Flag("certain") ?? true,
            From = reader.Date("from"),
            To = reader.Date("to"),
        };
        if (fact.Distribution.IsEmpty)
        {
            reader.Refuse("distribution", "empty", "at least one country");
        }

        if (fact.Distribution.Sum(share => share.Percent ?? 0) > 100)
        {
            reader.Refuse("distribution", "more than 100 percent", "at most 100 percent in all");
        }

        if (fact.To < fact.From)
        {
            reader.Refuse("to", "before \"from\"", "a later day");
        }

        return fact;
    }

    private static OriginShare ShareOf(JsonObjectReader reader)
    {
        var share = new OriginShare(CountryOf(reader, "country", isRequired: true) ?? default)
        {
            Percent = reader.Number("percent"),
            PerformedBy = reader.Text("performedBy"),
            Facility = reader.Text("facility"),
        };
        reader.Finish();
        if (share.Percent is <= 0 or > 100)
        {
            reader.Refuse("percent", share.Percent.Value.ToString(CultureInfo.InvariantCulture), "a number above 0 to 100");
        }

        return share;
    }

    private static ExceptionFact ExceptionOf(JsonObjectReader reader) =>
        new(StatementReader.OneOf<StatedException>(reader, "exception") ?? default, reader.Flag("holds", isRequired: true) ?? false, Filled(reader, "basis"))
        {
            MassKilograms = MassOf(reader, "massKilograms"),
            TungstenMassKilograms = MassOf(reader, "tungstenMassKilograms"),
            CoveredMaterialMassKilograms = MassOf(reader, "coveredMaterialMassKilograms"),
            MilledIn = CountryOf(reader, "milledIn"),
            SinteredIn = CountryOf(reader, "sinteredIn"),
        };

    private static UnknownFact UnknownOf(JsonObjectReader reader) => new(MaterialOf(reader))
    {
        Stage = Filled(reader, "stage"),
        Element = Filled(reader, "element"),
        NextSupplier = Filled(reader, "nextSupplier"),
        NextSupplierEmail = Filled(reader, "nextSupplierEmail"),
        ExpectedOn = reader.Date("expectedOn"),
    };

    private static DocumentPage PageOf(JsonObjectReader reader)
    {
        var page = new DocumentPage(StatementReader.HashOf(reader, "sha256"), reader.Text("page"));
        reader.Finish();
        return page;
    }

    private static string? MaterialOf(JsonObjectReader reader)
    {
        if (reader.Text("material") is not { } id)
        {
            return null;
        }

        if (!Materials.Contains(id))
        {
            reader.Refuse("material", QuotedText.Of(id, 40), $"one of {string.Join(", ", Materials)}");
        }

        return id;
    }

    private static Country? CountryOf(JsonObjectReader reader, string name, bool isRequired = false)
    {
        if (reader.Text(name, isRequired) is not { } code)
        {
            return null;
        }

        if (code.Length == 2 && code.All(char.IsAsciiLetterUpper))
        {
            return new Country(code);
        }

        reader.Refuse(name, QuotedText.Of(code, 40), "a country code of two capital letters, such as JP,");
        return null;
    }

    private static decimal? MassOf(JsonObjectReader reader, string name)
    {
        decimal? mass = reader.Number(name);
        if (mass < 0)
        {
            reader.Refuse(name, "negative", "a mass in kilograms");
        }

        return mass;
    }

    private static string? Filled(JsonObjectReader reader, string name)
    {
        string? text = reader.Text(name);
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            reader.Refuse(name, "blank", "a text, or nothing,");
        }

        return text;
    }
}
