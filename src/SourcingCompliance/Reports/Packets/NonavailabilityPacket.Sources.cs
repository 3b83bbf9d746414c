using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Reports.Packets;

/// <content>The sources and alternatives of each item.</content>
public static partial class NonavailabilityPacket
{
    private static PacketSection Sources(PacketFacts facts, Item[] items) =>
        new("table1", "Attachment A, Part A: 1. Detailed information on current or proposed non-compliant DFARS 225.7018 source(s)")
        {
            StartsPage = true,
            Table = new PacketTable(
            [
                new("itemNo", "ITEM #", 0.6), new("componentName", "COMPONENT NAME", 2), new("coveredMaterial", "COVERED MATERIAL", 1.5),
                new("currentManufacturers", "CURRENT MANUFACTURER(S)", 1.9),
                new("countryOfOrigin", "COUNTRY OF ORIGIN", 1.6), new("specOrGrade", "MATERIAL SPECIFICATION OR GRADE", 1.6),
                new("delivery", "DELIVERY DATE AND LEAD TIME", 1.3),
                new("quantityRequired", "QUANTITY REQUIRED", 1), new("pricePerUnit", "PRICE PER UNIT", 0.8), new("totalPrice", "TOTAL PRICE", 0.8),
            ],
            [.. items.Select(item => GetRow(facts, item))]),
        };

    private static ImmutableArray<PacketValue> GetRow(PacketFacts facts, Item item)
    {
        string endItem = PacketFacts.GetEndItem(item.Line);
        string maker = item.Line.Manufacturer.Length > 0 ? item.Line.Manufacturer : item.Line.Supplier;
        // The facility of the material, not that of a component around it.
        string stages = string.Join("; ", item.Determination.Steps.Where(step => step is { IsOfComponent: false, Statement: not null }
            && step.InCoveredCountry != Truth.False && !step.Countries.IsEmpty)
            .Select(step =>
                $"{PacketFacts.GetWords(step)}: {string.Join(", ", step.Others.Prepend(step.Statement).OfType<OriginStatement>().Select(facts.GetPlaces).Distinct(StringComparer.Ordinal))}").Distinct(StringComparer.Ordinal));
        string others = string.Join("; ", facts.OnFile(item.Determination));
        string required = facts.Report.Run.Delivery is { } day ? $"Delivery of the end item: {Wording.FormatDate(day)}. " : "";
        return
        [
            PacketValue.From(item.Number.ToString(CultureInfo.InvariantCulture)),
            PacketValue.From(
                $"{(item.Line.Description.Length > 0 ? item.Line.Description : item.Line.PartNumber)}{(endItem.Length > 0 ? $" - {endItem}" : "")} (Number: "
                    + $"{item.Line.PartNumber})"),
            PacketValue.From(PacketFacts.NameOfMaterial(item.Determination.Material)),
            PacketValue.Blank(maker.Length > 0 ? $"{Producer}; the list names {maker} for the component" : Producer),
            PacketValue.From(stages, $"country of the facility that produces the covered material{(others.Length > 0 ? $"; on file: {others}" : "")}"),
            PacketValue.Blank("specification or grade"),
            PacketValue.Blank($"{required}Date required, administrative and procurement lead time"),
            PacketValue.Blank($"quantity and unit of the covered material"
                + $"{(PacketFacts.GetQuantity(item.Line) is { Length: > 0 } quantity ? $"; the list says {quantity}" : "")}"),
            PacketValue.Blank("unit price of the covered material"),
            PacketValue.Blank("quantity times unit price"),
        ];
    }

    private static PacketSection Alternatives(PacketFacts facts, Item[] items) =>
        new("table2", "2. Detailed market research conducted on alternative compliant DFARS 225.7018 source(s)")
        {
            StartsPage = true,
            Text = facts.Report.Plan is { Sources.IsEmpty: false } plan ? [plan.SourcesCaution] : [],
            Table = new PacketTable(
            [
                new("itemNo", "ITEM #", 0.8), new("coveredMaterial", "COVERED MATERIAL", 1.5),
                new("potentialManufacturers", "POTENTIAL ALTERNATIVE MANUFACTURER(S)", 2.2), new("countryOfOrigin", "COUNTRY OF ORIGIN", 1.3),
                new("proposedSpecOrGrade", "PROPOSED MATERIAL SPECIFICATION OR GRADE", 1.9), new("delivery", "DELIVERY DATE AND LEAD TIME", 1.3),
                new("quantityProposed", "QUANTITY PROPOSED", 1.4),
                new("pricePerUnit", "PRICE PER UNIT", 0.9), new("totalPrice", "TOTAL PRICE", 0.9),
                new("redesignCost", "RE-DESIGN OR RE-QUALIFICATION COST", 2.2), new("redesignTimeline", "RE-DESIGN OR RE-QUALIFICATION COST TIMELINE", 2.2),
            ],
            [.. items.Select(item => GetAlternative(facts, item))]),
        };

    private static ImmutableArray<PacketValue> GetAlternative(PacketFacts facts, Item item)
    {
        string[] approved = [.. (facts.Report.Plan?.Alternates ?? []).Where(alternate =>
            string.Equals(alternate.Part, item.Line.PartNumber, StringComparison.OrdinalIgnoreCase)).Select(alternate => $"{alternate}: origin to be asked")];
        string[] makers = [.. (facts.Report.Plan?.Sources ?? []).Where(source => item.Determination.Material is { } material
            && source.Materials.Contains(material, StringComparer.Ordinal))
            .Take(SupplySources.ListedMakers).Select(source => $"{source.Maker}{(source.Site.Length > 0 ? $" ({source.Site})" : "")}, public statement of "
                + $"{GetDay(source.AsOf)}: to be asked")];
        return
        [
            PacketValue.From(item.Number.ToString(CultureInfo.InvariantCulture)),
            PacketValue.From(PacketFacts.NameOfMaterial(item.Determination.Material)),
            PacketValue.From(string.Join("\n", approved.Concat(makers)), "makers asked, and their answers"),
            PacketValue.Blank("country"), PacketValue.Blank("specification or grade"), PacketValue.Blank("date and lead time"), PacketValue.Blank("quantity"),
            PacketValue.Blank("unit price"), PacketValue.Blank("total"), PacketValue.Blank("cost"), PacketValue.Blank("time"),
        ];
    }

    // A day in words; a month stays as it is.
    private static string GetDay(string iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
        ? Wording.FormatDate(day) : iso;
}
