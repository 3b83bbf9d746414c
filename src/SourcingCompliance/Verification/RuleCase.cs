using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Verification;

/// <summary>One answer that a rule must give.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Name">The case in one sentence.</param>
/// <param name="On">The day that picks the version of the rule and the periods of the definitions.</param>
/// <param name="Facts">Value by fact; a fact that is not named is unknown.</param>
/// <param name="Expected">The answer.</param>
/// <param name="Unknown">Names of the facts that must be given as the reason of unknown; empty = any.</param>
public sealed record RuleCase(
    string Rule, string Name, DateOnly On, ImmutableArray<CaseFact> Facts, Truth Expected, ImmutableArray<string> Unknown)
{
    /// <summary>Sets the facts of the case in a frame.</summary>
    public void Fill(FactFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        frame.Clear();
        foreach (CaseFact fact in Facts)
        {
            fact.Fill(frame);
        }
    }
}

/// <summary>A value of a case.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Text">Its value as the file spells it.</param>
public sealed record CaseFact(Fact Fact, string Text)
{
    internal void Fill(FactFrame frame)
    {
        switch (Fact.Kind)
        {
            case FactKind.Text:
                frame.Set(Fact, Text);
                break;
            case FactKind.Number:
                frame.Set(Fact, decimal.TryParse(Text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) ? number : null);
                break;
            case FactKind.Date:
                frame.Set(Fact, DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null);
                break;
            case FactKind.Boolean:
                frame.Set(Fact, bool.TryParse(Text, out bool flag) ? flag : null);
                break;
            case FactKind.Origin:
                (ImmutableArray<Country> countries, OriginCertainty certainty) = GetOrigin(Text);
                frame.Set(Fact, countries, certainty);
                break;
            case FactKind.CountrySet or FactKind.TextSet:
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>An origin as cases spell it: <c>CN</c>, <c>CN|VN</c> for alternatives, <c>CN?</c> for a hedge.</summary>
    public static (ImmutableArray<Country> Countries, OriginCertainty Certainty) GetOrigin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool isHedged = text.EndsWith('?');
        ImmutableArray<Country> countries =
            [.. text.TrimEnd('?').Split('|', StringSplitOptions.RemoveEmptyEntries).Select(code => new Country(code)).Order()];
        OriginCertainty certainty = countries.IsEmpty ? OriginCertainty.Unknown
            : isHedged || countries.Length > 1 ? OriginCertainty.Ambiguous : OriginCertainty.Definite;
        return (countries, certainty);
    }
}

/// <summary>Reads the cases beside a rule.</summary>
internal static class RuleCaseReader
{
    public static ImmutableArray<RuleCase> Read(ReadOnlyMemory<byte> content, string path, Rule rule, DiagnosticBag diagnostics)
    {
        var context = JsonReadingContext.ForPack(path, diagnostics);
        if (JsonObjectReader.Open(content, context) is not { } root)
        {
            return [];
        }

        if (root.RequiredText("rule") is var id && id != rule.Id)
        {
            root.Refuse("rule", $"\"{id}\"", $"\"{rule.Id}\"");
        }

        var cases = ImmutableArray.CreateBuilder<RuleCase>();
        foreach (JsonObjectReader entry in root.Objects("cases", isRequired: true))
        {
            cases.Add(new RuleCase(
                rule.Id, entry.RequiredText("name"), entry.Date("on", isRequired: true) ?? default,
                GetFacts(entry), GetExpected(entry), entry.Texts("unknown")));
            entry.Finish();
        }

        root.Finish();
        return cases.ToImmutable();
    }

    private static ImmutableArray<CaseFact> GetFacts(JsonObjectReader entry)
    {
        var facts = ImmutableArray.CreateBuilder<CaseFact>();
        foreach ((string name, JsonElement value) in entry.Object("facts")?.Members() ?? [])
        {
            if (Vocabulary.Find(name) is not { } fact)
            {
                entry.Refuse("facts", $"\"{name}\"", "the name of a declared fact");
            }
            else if (value.ValueKind != JsonValueKind.Null)
            {
                facts.Add(new CaseFact(fact, value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText()));
            }
        }

        return facts.ToImmutable();
    }

    private static Truth GetExpected(JsonObjectReader entry)
    {
        switch (entry.RequiredText("expect"))
        {
            case "true":
                return Truth.True;
            case "false":
                return Truth.False;
            case "unknown":
                return Truth.Unknown;
            case var other:
                entry.Refuse("expect", $"\"{other}\"", "true, false or unknown");
                return Truth.Unknown;
        }
    }
}
