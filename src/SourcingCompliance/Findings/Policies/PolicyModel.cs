using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Items;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Recognition.Quantities;
using static SourcingCompliance.Findings.Policies.PolicyFactKind;

namespace SourcingCompliance.Findings.Policies;

/// <summary>The model over which policies are evaluated: every name that an expression may read. Names are never renamed; new ones are added.</summary>
public static class PolicyModel
{
    private static readonly BomField[] NumberFields = [BomField.PartNumber, BomField.ManufacturerPartNumber, BomField.SupplierPartNumber];

    /// <summary>Every fact, in the order of the documentation.</summary>
    public static ImmutableArray<PolicyFact> Facts { get; } =
    [
        new("line.file", Text, "Path of the BOM as given.", line => line.Row.File),
        new("line.sheet", Text, "Name of the sheet; empty for a format without sheets.", line => line.Row.Sheet),
        new("line.row", Count, "Row of the sheet, from 1.", line => line.Row.Row),
        new("line.level", Count, "Depth in the assembly tree; 0 is the top.", line => line.Item.Level),
        new("line.path", Texts, "Part numbers from the top of the tree down to this line.", line => line.Item.Path.ToArray()),
        new("line.quantity", Number, "Quantity per assembly.", line => line.Item.Quantity),
        new("line.isAssembly", Flag, "Whether other lines belong to it.", line => line.Item.HasChildren),
        new("line.isOtherSource", Flag, "Whether the row is another source for the item above it.", line => line.Item.IsAlternate),
        new("line.cell", Cell, "Text of any column by its header: `line.cell[\"AVL status\"]`. Case and punctuation of the header do not matter.",
            line => (Func<string, string>)(header => TextBelow(line.Item, header))),
        new("line.date", CellDate, "Day in any column by its header: `line.date[\"Certificate date\"]`. Unknown when the cell can be read in two ways "
            + "(03/04/2026).", line => (Func<string, string>)(header => TextBelow(line.Item, header))),
        new("part.number", Text, "Part number, or what stands in for one.", line => line.Item.Line.PartNumber),
        new("part.numbers", Texts, "Every part number of the item: its own, the makers', the suppliers', those of other sources too.",
            line => Distinct(line, NumberFields)),
        new("part.description", Text, "Description.", line => line.Item.Line.Description),
        new("part.revision", Text, "Revision.", line => line.Item.Line[BomField.Revision]),
        new("part.category", Text, "Category or group.", line => line.Item.Line[BomField.Category]),
        new("part.manufacturer", Text, "Manufacturer of the line.", line => line.Item.Line[BomField.Manufacturer]),
        new("part.makers", Texts, "Every manufacturer named for the item, each once, those of other sources (rows and columns) too.",
            line => Companies(line, BomField.Manufacturer)),
        new("part.supplier", Text, "Supplier of the line.", line => line.Item.Line[BomField.Supplier]),
        new("part.suppliers", Texts, "Every supplier named for the item, each once, those of other sources too.", line => Companies(line, BomField.Supplier)),
        new("part.cage", Text, "CAGE code.", line => line.Item.Line[BomField.Cage]),
        new("part.nsn", Text, "National Stock Number.", line => line.Item.Line[BomField.Nsn]),
        new("part.htsCode", Text, "Tariff code.", line => line.Item.Line[BomField.HtsCode]),
        new("part.massKilograms", Number, "Mass of one piece in kilograms.", line => line.Item.MassKilograms),
        new("part.unitCost", Number, "Price of one piece, in the currency of the BOM.", line => QuantityParser.Parse(line.Item.Line[BomField.UnitCost])),
        new("material.ids", Texts, "Ids of the covered materials that the line is, contains, or may contain.",
            line => line.Item.Materials.Select(material => material.Material).Distinct(StringComparer.Ordinal).ToArray()),
        new("material.presence", Text, "The surest of them: `is`, `contains`, or `possible`; empty without a covered material.",
            line => line.Item.Materials.IsEmpty ? "" : StepAssessor.GetName(line.Item.Materials.Max(material => material.Presence))),
        new("material.likelihood", Number, "How likely the line carries the surest of them, 0 to 1.", line => line.Item.Materials.IsEmpty
            ? 0m : (decimal)line.Item.Materials.Max(material => material.Likelihood)),
        new("material.component", Text, "Class of component that carries it, such as `bldc-motor`; empty when the line is the material itself.",
            line => line.Item.Materials.Select(material => material.Component).FirstOrDefault(component => component is not null) ?? ""),
        new("material.others", Texts, "Ids of other recognized substances, such as `gallium` or `ferrite-magnet`.",
            line => line.Item.OtherSubstances.Select(other => other.Id).Distinct(StringComparer.Ordinal).ToArray()),
        new("origin.countries", Texts, "Countries (ISO codes) of the part as bought.", line => Codes(line.Item.Origins.Where(origin => origin.Stage is null))),
        new("origin.all", Texts, "Countries that any statement of the line names, for whichever step.", line => Codes(line.Item.Origins)),
        new("origin.stages", Texts, "Steps that have a country on file, such as `melted` or `sintered`.", line => Known(line.Item.Origins)
            .Select(origin => origin.Stage).OfType<string>().Distinct(StringComparer.Ordinal).ToArray()),
        new("origin.isDefinite", Flag, "Whether the origin of the part is on file without a hedge or an alternative.",
            line => line.Item.Origins.Any(origin => origin.Stage is null && origin.Origin.Certainty == OriginCertainty.Definite)),
        new("origin.isCovered", Flag, "Whether any statement of the line names a covered country (China, Russia, Iran, North Korea).",
            line => Known(line.Item.Origins).Any(origin => origin.Origin.Countries.Any(line.IsCovered))),
        new("contract.isOnFile", Flag, "Whether a contract file was given.", line => line.Contract is not null),
        new("contract.number", Text, "Number of the contract.", line => line.Contract?.ContractNumber ?? ""),
        new("contract.clause", Text, "Version of the clause that is applied, such as `MAY 2024`.", line => line.Run.Clause?.Name ?? ""),
        new("contract.value", Number, "Value of the prime contract in US dollars.", line => line.Contract?.Value),
        new("contract.awardDate", Date, "Day of award.", line => line.Contract?.AwardDate),
        new("contract.deliveryDate", Date, "Last day of delivery that is known.", line => line.Run.Delivery),
        new("contract.checkedOn", Day, "Day of the check (`--as-of`).", line => line.Run.AsOf),
        new("verdict.gate", Text, "Verdict of the line for the period that the exit code follows: `violation`, `suspect`, `open`, `exempt`, `pass`, or "
            + "`notCovered`.", line => VerdictTokens.Format(Worst(line.Gated))),
        new("verdict.worst", Text, "Its worst verdict over all periods.", line => VerdictTokens.Format(Worst(line.Determinations))),
        new("verdict.rules", Texts, "Ids of the rules that gave the verdict of that period, such as `SC1002`.",
            line => line.Gated.Select(determination => determination.Rule).Distinct(StringComparer.Ordinal).ToArray()),
        new("evidence.steps", Count, "Steps of production that the clause asks for.",
            line => line.Gated.Sum(determination => determination.Steps.Count(step => step.IsRequired))),
        new("evidence.stepsOnFile", Count, "How many of them have a country on file.",
            line => line.Gated.Sum(determination => determination.Steps.Count(step => step.IsRequired && step.InCoveredCountry != Truth.Unknown))),
        new("evidence.missing", Texts, "Ids of the facts that are not on file, such as `stage-origin`.",
            line => line.Gated.SelectMany(determination => determination.Missing).Select(missing => missing.Fact).Distinct(StringComparer.Ordinal).ToArray()),
    ];

    /// <summary>The objects of the model, in the order of the documentation.</summary>
    public static ImmutableArray<string> Roots { get; } = [.. Facts.Select(fact => fact.Root).Distinct(StringComparer.Ordinal)];

    /// <summary>The fact of a name; null when there is none.</summary>
    /// <param name="name">The name: <c>part.makers</c>.</param>
    public static PolicyFact? Find(string name) => Facts.FirstOrDefault(fact => fact.Name == name);

    private static string TextBelow(BomItem item, string header)
    {
        string key = HeaderKey.Compute(header);
        return item.Line.Texts.Where(text => HeaderKey.Compute(text.Column.Header) == key).Select(text => text.Text).FirstOrDefault() ?? "";
    }

    // A maker is one maker however it is spelled in upper and lower case.
    private static string[] Distinct(PolicyLine line, params BomField[] fields) =>
        [.. line.Sources.SelectMany(source => source.Line.Texts).Where(text => fields.Contains(text.Column.Field))
            .Select(text => text.Text.Trim()).Where(text => text.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string[] Companies(PolicyLine line, BomField field) => [.. Distinct(line, field).Where(line.NamesCompany)];

    private static IEnumerable<OriginStatement> Known(IEnumerable<OriginStatement> origins) =>
        origins.Where(origin => origin.Origin.Certainty != OriginCertainty.Unknown);

    private static string[] Codes(IEnumerable<OriginStatement> origins) => [.. origins.SelectMany(origin => origin.Origin.Countries)
        .Select(country => country.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Verdict Worst(IEnumerable<Determination> determinations) => determinations.Select(determination => determination.Verdict)
        .DefaultIfEmpty(Verdict.NotCovered).Min();
}
