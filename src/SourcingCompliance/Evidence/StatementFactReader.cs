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
    public static StatementItem GetItem(JsonObjectReader reader)
    {
        StatementSubject subject = reader.Object("subject") is { } about ? GetSubject(about) : Missing(reader);
        var item = new StatementItem(subject,
            [.. reader.All("facts", GetFact, isRequired: true).OfType<StatementFact>()])
        { RowKey = reader.Text("rowKey") };
        reader.Finish();
        return item;
    }

    private static StatementSubject Missing(JsonObjectReader reader)
    {
        reader.Refuse("subject", "not stated", "an object");
        return new StatementSubject { Scope = StatementScope.Part };
    }

    private static StatementSubject GetSubject(JsonObjectReader reader)
    {
        var subject = new StatementSubject
        {
            Scope = StatementReader.GetOne<StatementScope>(reader, "scope") ?? StatementScope.Part,
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
            reader.Refuse("scope", $"\"{StatementReader.GetName(subject.Scope)}\" of too little", $"a subject {lacking}");
        }

        return subject;
    }

    private static StatementFact? GetFact(JsonObjectReader reader)
    {
        StatementFact? fact = reader.Text("kind", isRequired: true) switch
        {
            "presence" => GetPresence(reader),
            "stage" => GetStage(reader),
            "exception" => GetException(reader),
            "unknown" => GetUnknown(reader),
            null => null,
            { } other => Refused(reader, other),
        };
        string? place = reader.Text("place");
        string? note = reader.Text("note");
        ImmutableArray<DocumentPage> pages = reader.All("documents", GetPage);
        if (fact is not null)
        {
            reader.Finish();
        }

        return fact is null || (place is null && note is null && pages.IsEmpty) ? fact : fact with { Place = place, Note = note, Documents = pages };
    }

    private static StatementFact? Refused(JsonObjectReader reader, string kind)
    {
        reader.Refuse("kind", QuotedText.Quote(kind, 40), "one of presence, stage, exception, unknown");
        return null;
    }

    private static PresenceFact GetPresence(JsonObjectReader reader)
    {
        var fact = new PresenceFact(GetMaterial(reader), reader.Flag("contains", isRequired: true)
            ?? true)
        { MassKilograms = GetMass(reader, "massKilograms") };
        if (fact is { Material: null, Contains: true })
        {
            reader.Refuse("material", "not stated", "the material that the part contains");
        }

        return fact;
    }

    private static StageFact GetStage(JsonObjectReader reader)
    {
        var fact = new StageFact(GetMaterial(reader), StatementReader.Stated(reader, "stage"),
            reader.All("distribution", GetShare, isRequired: true))
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

    private static OriginShare GetShare(JsonObjectReader reader)
    {
        var share = new OriginShare(GetCountry(reader, "country", isRequired: true) ?? default)
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

    private static ExceptionFact GetException(JsonObjectReader reader) =>
        new(StatementReader.GetOne<StatedException>(reader, "exception") ?? default, reader.Flag("holds", isRequired: true) ?? false, Filled(reader, "basis"))
        {
            MassKilograms = GetMass(reader, "massKilograms"),
            TungstenMassKilograms = GetMass(reader, "tungstenMassKilograms"),
            CoveredMaterialMassKilograms = GetMass(reader, "coveredMaterialMassKilograms"),
            MilledIn = GetCountry(reader, "milledIn"),
            SinteredIn = GetCountry(reader, "sinteredIn"),
        };

    private static UnknownFact GetUnknown(JsonObjectReader reader) => new(GetMaterial(reader))
    {
        Stage = Filled(reader, "stage"),
        Element = Filled(reader, "element"),
        NextSupplier = Filled(reader, "nextSupplier"),
        NextSupplierEmail = Filled(reader, "nextSupplierEmail"),
        ExpectedOn = reader.Date("expectedOn"),
    };

    private static DocumentPage GetPage(JsonObjectReader reader)
    {
        var page = new DocumentPage(StatementReader.ComputeHash(reader, "sha256"), reader.Text("page"));
        reader.Finish();
        return page;
    }

    private static string? GetMaterial(JsonObjectReader reader)
    {
        if (reader.Text("material") is not { } id)
        {
            return null;
        }

        if (!Materials.Contains(id))
        {
            reader.Refuse("material", QuotedText.Quote(id, 40), $"one of {string.Join(", ", Materials)}");
        }

        return id;
    }

    private static Country? GetCountry(JsonObjectReader reader, string name, bool isRequired = false)
    {
        if (reader.Text(name, isRequired) is not { } code)
        {
            return null;
        }

        if (code.Length == 2 && code.All(char.IsAsciiLetterUpper))
        {
            return new Country(code);
        }

        reader.Refuse(name, QuotedText.Quote(code, 40), "a country code of two capital letters, such as JP,");
        return null;
    }

    private static decimal? GetMass(JsonObjectReader reader, string name)
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
