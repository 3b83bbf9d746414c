using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Quantities;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence.KnownParts;

/// <summary>
/// Takes in lists of parts with facts: which covered material a part contains, and where a stage of it took place. Rows of one part, lot, material and
/// stage belong together: each names a country and its share.
/// </summary>
/// <param name="columns">The columns.</param>
/// <param name="sheet">Name of the sheet.</param>
/// <param name="countryOf">Recognizes a country.</param>
internal sealed class KnownPartsImporter(KnownPartsColumns columns, string sheet, Func<string, Country?> countryOf)
{
    private static readonly (string Id, string[] Names)[] Materials =
    [
        (MaterialIds.SmCo, ["smco", "smco magnet", "samarium cobalt", "samarium-cobalt", "samarium-cobalt magnet", "sm2co17", "smco5"]),
        (MaterialIds.NdFeB, ["ndfeb", "ndfeb magnet", "neodymium", "neodymium iron boron", "neodymium-iron-boron", "neodymium-iron-boron magnet"]),
        (MaterialIds.Tantalum, ["tantalum", "ta", "tantalum metal", "tantalum alloy"]),
        (MaterialIds.TungstenPowder, ["tungsten powder", "tungsten metal powder", "w powder"]),
        (MaterialIds.TungstenHeavyAlloy, ["tungsten heavy alloy", "wha", "tungsten alloy"]),
    ];

    private readonly ImmutableArray<UnreadAnswer>.Builder _left = ImmutableArray.CreateBuilder<UnreadAnswer>();
    private readonly ImmutableArray<TakenEntry>.Builder _taken = ImmutableArray.CreateBuilder<TakenEntry>();
    private readonly List<KnownFact> _facts = [];

    /// <summary>What such a list is.</summary>
    public static readonly EvidenceForm Form = new(EvidenceKind.KnownParts, "a list of parts with facts", null);

    /// <summary>The header of such a list; null when the sheet has none in its first rows.</summary>
    public static KnownPartsColumns? GetHeader(BomTable table) =>
        table.Rows.TakeWhile(row => row.Number <= 6).Select(KnownPartsColumns.From).FirstOrDefault(found => found is not null);

    /// <summary>Takes the list in.</summary>
    /// <param name="rows">All rows of the sheet.</param>
    public ImportedEvidence Import(IEnumerable<BomRow> rows)
    {
        foreach (BomRow row in rows.Where(row => row.Number > columns.Row && !row.IsBlank))
        {
            Read(row);
        }

        return new ImportedEvidence(Form)
        {
            Contradictions = [.. Contradictions()],
            Statements = [.. _facts.GroupBy(fact => fact.Group).Select(GetStatement).Where(statement => !statement.Items.IsEmpty)],
            Taken = _taken.ToImmutable(),
            Left = _left.ToImmutable(),
        };
    }

    private void Read(BomRow row)
    {
        string place = FormSheet.GetPlace(sheet, row.Number, 0);
        string material = columns.Text(row, "material");
        string? id = Materials.Where(known => known.Names.Contains(material.ToLower(CultureInfo.InvariantCulture), StringComparer.Ordinal))
            .Select(known => known.Id).FirstOrDefault();
        string part = columns.Text(row, "part");
        string mpn = columns.Text(row, "mpn");
        if (id is null || (part.Length == 0 && mpn.Length == 0))
        {
            _left.Add(new UnreadAnswer(place, FormText.Shorten($"{part} {mpn} {material}".Trim()), id is null
                ? "This is not the name of a covered material (SmCo, NdFeB, tantalum, tungsten powder, tungsten heavy alloy)." : "The row names no part."));
            return;
        }

        string stage = columns.Text(row, "stage").ToLower(CultureInfo.InvariantCulture);
        string presence = stage is "contains" or "" ? columns.Text(row, columns.Has("contains") ? "contains" : "answer") : "";
        DateOnly? date = FormText.ReadDate(columns.Text(row, "date"), out string reason);
        if (reason.Length > 0)
        {
            _left.Add(new UnreadAnswer(place, FormText.Shorten(columns.Text(row, "date")), reason + " The row counts as undated."));
        }

        var group = new FactGroup(columns.Text(row, "id"), columns.Text(row, "supplier"), columns.Text(row, "signer"), date);
        var subject = new StatementSubject
        {
            Scope = columns.Text(row, "lot").Length > 0 ? StatementScope.Lot : StatementScope.Part,
            PartNumber = part.Length > 0 ? part : null,
            Manufacturer = columns.Text(row, "maker") is { Length: > 0 } maker ? maker : null,
            ManufacturerPartNumber = mpn.Length > 0 ? mpn : null,
            Lot = columns.Text(row, "lot") is { Length: > 0 } lot ? lot : null,
        };
        if (presence.Length == 0 && stage is "contains" or "")
        {
            _left.Add(new UnreadAnswer(place, FormText.Shorten($"{part} {mpn} {material}".Trim()), "The row says neither whether the part contains the "
                + "material nor where a stage was done."));
        }

        if (presence.Length > 0)
        {
            ReadPresence(row, place, id, presence, group, subject);
        }

        if (stage.Length > 0 && stage != "contains")
        {
            ReadStage(row, place, id, stage, group, subject);
        }
    }

    private void ReadPresence(BomRow row, string place, string material, string answer, FactGroup group, StatementSubject subject)
    {
        bool? contains = answer.ToUpperInvariant() switch { "YES" or "Y" or "TRUE" => true, "NO" or "N" or "FALSE" => false, _ => null };
        if (contains is not { } known)
        {
            _left.Add(new UnreadAnswer(place, FormText.Shorten(answer), "This is neither yes nor no, so it answers nothing."));
            return;
        }

        _facts.Add(new KnownFact(group, subject,
            new PresenceFact(material, known) { Place = place, MassKilograms = MassParser.Parse(columns.Text(row, "mass"), columns.MassUnit) }));
        _taken.Add(new TakenEntry(place, $"{subject.Words} {(known ? "contains" : "does not contain")} {material}"));
    }

    private void ReadStage(BomRow row, string place, string material, string stage, FactGroup group, StatementSubject subject)
    {
        string text = columns.Text(row, "country");
        if (text.Length == 0 || countryOf(text) is not { } country)
        {
            _left.Add(new UnreadAnswer(place, FormText.Shorten(text), text.Length == 0 ? "The stage has no country." : "This country is not recognized."));
            return;
        }

        string share = columns.Text(row, "share").TrimEnd('%').Trim();
        var origin = new OriginShare(country)
        {
            Percent = decimal.TryParse(share, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent)
                && percent is > 0 and <= 100 ? percent : null,
            Facility = columns.Text(row, "facility") is { Length: > 0 } facility ? facility : null,
            PerformedBy = columns.Text(row, "company") is { Length: > 0 } company ? company : null,
        };
        string? element = columns.Text(row, "element") is { Length: > 0 } symbol ? symbol : null;
        _taken.Add(new TakenEntry(place, $"{subject.Words}: {material} {stage} in "
            + $"{country}{(origin.Percent is { } part ? string.Create(CultureInfo.InvariantCulture, $" ({part:0.##}%)") : "")}"));
        int known = _facts.FindIndex(fact => fact.Group == group && fact.Subject == subject && fact.Fact is StageFact other
            && other.Material == material && other.Stage == stage && other.Element == element);
        if (known >= 0 && _facts[known].Fact is StageFact before)
        {
            _facts[known] = _facts[known] with { Fact = before with { Distribution = before.Distribution.Add(origin) } };
        }
        else
        {
            _facts.Add(new KnownFact(group, subject, new StageFact(material, stage, [origin]) { Element = element, Place = place }));
        }
    }

    private Statement GetStatement(IGrouping<FactGroup, KnownFact> group) => new()
    {
        Id = "",
        Source = new StatementSource(StatementKind.KnownParts) { Form = group.Key.Id.Length > 0 ? $"list of answers {group.Key.Id}" : null },
        Supplier = new StatementSupplier(group.Key.Supplier),
        Signer = group.Key.Signer.Length == 0 ? null : new StatementSigner(group.Key.Signer, null, group.Key.Date),
        IssuedOn = group.Key.Date,
        Items = [.. group.GroupBy(fact => fact.Subject).Select(subject => new StatementItem(subject.Key, [.. subject.Select(fact => fact.Fact)]))],
    };

    private IEnumerable<string> Contradictions() =>
        from fact in _facts
        where fact.Fact is PresenceFact { Contains: true }
        from other in _facts
        where other.Fact is PresenceFact { Contains: false } none && none.Material == ((PresenceFact)fact.Fact).Material
            && other.Subject.PartNumber == fact.Subject.PartNumber && other.Subject.ManufacturerPartNumber == fact.Subject.ManufacturerPartNumber
        select $"{fact.Fact.Place} says that {fact.Subject.Words} contains {((PresenceFact)fact.Fact).Material}, and {other.Fact.Place} says that it does not.";

    private readonly record struct FactGroup(string Id, string Supplier, string Signer, DateOnly? Date);

    private sealed record KnownFact(FactGroup Group, StatementSubject Subject, StatementFact Fact);
}
