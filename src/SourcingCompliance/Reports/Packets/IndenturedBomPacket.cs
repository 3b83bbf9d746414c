using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Reports.Packets;

/// <summary>
/// The supply chain as an indentured bill of materials, from the end item down to the raw materials, as summaries of Executive Order 14415 section 3 describe
/// it:
/// below each part that carries a covered material stand the steps of its material, with the countries on file.
/// </summary>
public static class IndenturedBomPacket
{
    private const string NotApplicable = "–";

    /// <summary>The packet.</summary>
    /// <param name="facts">What it is made from.</param>
    public static Packet Create(PacketFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new Packet("indentured-bom", "Indentured bill of materials")
        {
            Eyebrow = "Executive Order 14415 section 3",
            Cautions =
            [
                "The text of the order and its rules were not available when this export was made; its columns follow published summaries (raw materials to "
                    + "end use products, by indentured bill of materials).",
                "Finances, foreign ownership, and sole sources of suppliers are not in a bill of materials and are left out.",
                .. PacketRemarks.GetCautions(facts),
            ],
            Sections =
            [
                new PacketSection("scope", "Scope") { Fields = facts.Inputs() },
                .. facts.Report.Files.Select((file, at) => new PacketSection(string.Create(CultureInfo.InvariantCulture, $"bom{at + 1}"), file.Name)
                {
                    Table = new PacketTable(
                        [
                            new("level", "Level", 0.7), new("partNumber", "Part or material", 1.7), new("description", "Description or step", 2.1),
                            new("quantity", "Quantity", 1.5), new("manufacturer", "Manufacturer", 2.4),
                            new("supplier", "Supplier", 1.6), new("material", "Covered material", 1.4),
                            new("countries", "Country", 1.3), new("source", "Source", 1.8),
                        ],
                        [.. file.Lines.SelectMany(line => GetRows(facts, line))]),
                }),
                .. PacketRemarks.GetSections(facts),
            ],
        };
    }

    private static IEnumerable<ImmutableArray<PacketValue>> GetRows(PacketFacts facts, LineReport line)
    {
        Determination[] covered = [.. facts.GetCovered(line)];
        OriginStatement[] made = [.. line.Origins.Where(statement => statement.Stage is null)];
        yield return
        [
            OnFile(line.Level.ToString(CultureInfo.InvariantCulture)), PacketValue.From(line.PartNumber, "part number"),
            PacketValue.From(line.Description, "description"),
            PacketValue.From(PacketFacts.GetQuantity(line), "quantity"), PacketValue.From(line.Manufacturer, "manufacturer"),
            PacketValue.From(line.Supplier, "supplier"),
            OnFile(string.Join("; ", covered.Select(GetMaterial).Concat(line.Determinations.Any(determination => determination.Material is null)
                ? ["row not read in full"] : Array.Empty<string>()).Distinct(StringComparer.Ordinal))),
            GetCountry(facts, made), OnFile(GetSources(made)),
        ];
        foreach (Determination determination in covered.Where(determination => determination.Through is null))
        {
            // The last step first: the list goes down from the part to the mine.
            foreach (StepDetermination step in determination.Steps.Where(step => step.IsRequired || step.Statement is not null).Reverse())
            {
                OriginStatement[] statements = [.. step.Others.Prepend(step.Statement).OfType<OriginStatement>()];
                yield return
                [
                    OnFile((line.Level + 1).ToString(CultureInfo.InvariantCulture)),
                    OnFile(step.Element is { } element && element != "*" ? Wording.GetElement(element) : PacketFacts.GetShortName(determination.Material)),
                    OnFile(Wording.DoneAt(step.Stages)), OnFile(NotApplicable), PacketValue.Blank("company of the step"),
                    OnFile(NotApplicable), OnFile(NotApplicable),
                    GetCountry(facts, statements), OnFile(GetSources(statements)),
                ];
            }
        }
    }

    private static string GetMaterial(Determination determination) => determination.Verdict == Verdict.NotCovered
        ? $"{PacketFacts.GetShortName(determination.Material)} ({determination.Basis})"
        : $"{PacketFacts.GetShortName(determination.Material)}{(determination.Presence == Presence.Possible ? " (possible)" : "")}";

    private static PacketValue GetCountry(PacketFacts facts, OriginStatement[] statements) =>
        Array.TrueForAll(statements, statement => statement.Origin.Countries.IsEmpty)
        ? PacketValue.Blank(statements.Length == 0 ? "country" : "country; the text on file is not understood")
        : PacketValue.From(string.Join("\n", statements.Select(facts.GetPlaces).Distinct(StringComparer.Ordinal)));

    private static string GetSources(OriginStatement[] statements) =>
        string.Join("\n", statements.Select(PacketFacts.GetSource).Distinct(StringComparer.Ordinal));

    private static PacketValue OnFile(string text) => new(text, PacketFill.OnFile);
}
