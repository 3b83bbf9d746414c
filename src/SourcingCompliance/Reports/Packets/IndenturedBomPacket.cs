using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports.Packets;

/// <summary>
/// The supply chain as an indentured bill of materials, from the end item down to the raw materials, as summaries of Executive Order 14415 section 3 describe it:
/// below each part that carries a covered material stand the steps of its material, with the countries on file.
/// </summary>
public static class IndenturedBomPacket
{
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
                "The text of the order and its rules were not available when this export was made; its columns follow published summaries (raw materials to end use products, by indentured bill of materials).",
                "Finances, foreign ownership, and sole sources of suppliers are not in a bill of materials and are left out.",
            ],
            Sections =
            [
                new PacketSection("scope", "Scope") { Fields = facts.Inputs() },
                .. facts.Report.Files.Select((file, at) => new PacketSection(string.Create(CultureInfo.InvariantCulture, $"bom{at + 1}"), file.Name)
                {
                    Table = new PacketTable(
                        [
                            new("level", "Level", 0.8), new("partNumber", "Part or material", 2), new("description", "Description or step", 2.4), new("quantity", "Quantity", 1), new("manufacturer", "Manufacturer", 1.4),
                            new("supplier", "Supplier", 1.4), new("material", "Covered material", 1.6), new("countries", "Country", 1.4), new("source", "Source", 2),
                        ],
                        [.. file.Lines.SelectMany(line => RowsOf(facts, line))]),
                }),
            ],
        };
    }

    private static IEnumerable<ImmutableArray<PacketValue>> RowsOf(PacketFacts facts, LineReport line)
    {
        Determination[] covered = [.. line.Determinations.Where(determination => determination.Regime == facts.Regime && determination.Material is not null)];
        Recognition.Origins.OriginStatement? bought = line.Origins.FirstOrDefault(statement => statement.Stage is null);
        yield return
        [
            OnFile(line.Level.ToString(CultureInfo.InvariantCulture)), OnFile(line.PartNumber), OnFile(line.Description), OnFile(PacketFacts.QuantityOf(line)), OnFile(line.Manufacturer), OnFile(line.Supplier),
            OnFile(string.Join("; ", covered.Select(determination => PacketFacts.ShortNameOf(determination.Material)).Distinct(StringComparer.Ordinal))),
            OnFile(bought is null ? "" : facts.NamesOf(bought.Origin.Countries)), OnFile(bought is null ? "" : PacketFacts.SourceOf(bought)),
        ];
        foreach (Determination determination in covered.Where(determination => determination.Through is null))
        {
            // The last step first: the list goes down from the part to the mine.
            foreach (StepDetermination step in determination.Steps.Where(step => step.IsRequired || step.Statement is not null).Reverse())
            {
                yield return
                [
                    OnFile((line.Level + 1).ToString(CultureInfo.InvariantCulture)), OnFile(step.Element is { } element && element != "*" ? Wording.ElementOf(element) : PacketFacts.ShortNameOf(determination.Material)),
                    OnFile(Wording.DoneAt(step.Stages)), OnFile(""), OnFile(""), OnFile(""), OnFile(""),
                    step.Statement is null ? PacketValue.Blank("country") : PacketValue.Of(facts.NamesOf(step.Countries), "country, the text is not understood"),
                    OnFile(step.Statement is { } statement ? PacketFacts.SourceOf(statement) : ""),
                ];
            }
        }
    }

    private static PacketValue OnFile(string text) => new(text, PacketFill.OnFile);
}
