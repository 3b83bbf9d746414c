using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Reports.Packets;

/// <summary>
/// The packet of PGI 225.7018-4(a)(2), an individual nonavailability determination. Part A is filled from the list, the answers and the contract file; what is
/// not on file is marked. The certification, the official action and Part B are the Government's and stay blank.
/// </summary>
public static partial class NonavailabilityPacket
{
    private const string Producer = "who produces the covered material (not the maker of the component)";

    /// <summary>The packet.</summary>
    /// <param name="facts">What it is made from.</param>
    public static Packet Create(PacketFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Item[] items = [.. GetItems(facts)];
        return new Packet("nonavailability", "Individual Nonavailability Determination Exception under DFARS 225.7018-4")
        {
            Eyebrow = "DRAFT · PGI 225.7018-4(a)(2), edition of November 10, 2025",
            Cautions = [.. GetCautions(facts, items)],
            Sections =
            [
                Subject(facts, items),
                Background(facts, items),
                new PacketSection("certification", "Certification")
                {
                    IsForGovernment = true,
                    Text = [NonavailabilityTemplate.Certification],
                    Signatures = ["Signature of Government Contracting Officer or Program Representative, and date"],
                },
                new PacketSection("officialAction", "Official Action on Request")
                {
                    IsForGovernment = true,
                    Fields = [new("approved", "Approved", PacketValue.Government), new("disapproved", "Disapproved (reason)", PacketValue.Government)],
                    Signatures = ["Signature of Head of Contracting Activity, and date"],
                },
                Sources(facts, items),
                Alternatives(facts, items),
                new PacketSection("text3", "3. Other pertinent information regarding the need for a nonavailability determination")
                {
                    Text = ["Based on satisfactory quality, quantity, required form, timeliness, and/or reasonable price."],
                    Fields = [new("otherInformation", "Other information", PacketValue.Blank("why alternatives are not acceptable; the mitigation plan, "
                        + "which Executive Order 14415 asks for from January 1, 2027"))],
                },
                PartB(items),
                new PacketSection("attachmentB", "Attachment B: Definitions and Instructions") { Text = NonavailabilityTemplate.Definitions },
                .. OpenItems(facts),
                .. PacketRemarks.GetSections(facts),
            ],
        };
    }

    private static IEnumerable<Item> GetItems(PacketFacts facts) => facts.Covered()
        .Where(found => found.Determination.Verdict is Verdict.Violation or Verdict.Suspect)
        .Select((found, at) => new Item(at + 1, found.File, found.Line, found.Determination));

    private static IEnumerable<string> GetCautions(PacketFacts facts, Item[] items)
    {
        yield return "This packet is a draft made from records on file. Cells marked 'fill in' are not on file. The Government completes the certification, "
            + "the official action, and Part B.";
        if (items.Length == 0)
        {
            yield return "No line item lists a covered country for this delivery, so Attachment A has no rows. That alone does not show that a "
                + "source qualifies.";
        }

        string[] suspects = [.. items.Where(item => item.Determination.Verdict == Verdict.Suspect)
            .Select(item => item.Number.ToString(CultureInfo.InvariantCulture))];
        if (suspects.Length > 0)
        {
            yield return $"{(suspects.Length == 1 ? "Item" : "Items")} {Wording.GetList(suspects)} of Attachment A {(suspects.Length == 1 ? "is" : "are")}"
                + $" suspect: a covered country is listed, but not for certain as the place of a step that the rule counts. Ask the supplier before you "
                    + $"send the packet.";
        }

        int open = GetOpen(facts).Select(found => found.Line.Row).Distinct().Count();
        if (open > 0)
        {
            yield return $"{Wording.FormatCount(open, "line item")} with a covered material {(open == 1 ? "is" : "are")} still open and not in Attachment A; "
                + $"{(open == 1 ? "it is" : "they are")} listed after Attachment B. Ask the suppliers first: a determination covers what is known not to "
                    + $"meet the rule.";
        }

        foreach (string caution in PacketRemarks.GetCautions(facts))
        {
            yield return caution;
        }

        yield return "One contract or solicitation only: more than one needs a class determination.";
    }

    private static IEnumerable<(FileReport File, LineReport Line, Determination Determination)> GetOpen(PacketFacts facts) =>
        facts.Covered().Where(found => found.Determination.Verdict == Verdict.Open);

    private static IEnumerable<PacketSection> OpenItems(PacketFacts facts)
    {
        ImmutableArray<ImmutableArray<PacketValue>> rows =
        [
            .. GetOpen(facts).Select(found => ImmutableArray.Create(
                [PacketValue.From(found.Line.PartNumber, "part number"), PacketValue.From(found.Line.Description, "description"),
                    PacketValue.From(PacketFacts.GetName(found.Determination)),
                    PacketValue.From(string.Join("\n", PacketFacts.NotOnFile(found.Determination)))])),
        ];
        return rows.IsEmpty ? [] :
        [
            new PacketSection("open", "For the company, not part of the template: line items that are still open")
            {
                StartsPage = true,
                Table = new PacketTable([new("partNumber", "Part number", 1.4), new("description", "Description", 2),
                    new("material", "Covered material", 2), new("open", "Not on file", 4)], rows),
            },
        ];
    }

    private static PacketSection Subject(PacketFacts facts, Item[] items)
    {
        string[] parts = [.. items.Select(item => PacketFacts.GetEndItem(item.Line)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        return new PacketSection("subject", "Subject")
        {
            Fields =
            [
                new("programItemOrPart", "PROGRAM, ITEM, OR PART DESCRIPTION", PacketValue.From(string.Join(", ", parts), "program, item, or part")),
                new("contractOrSolicitation", "CONTRACT OR SOLICITATION NUMBER",
                    PacketValue.From(facts.Contract?.ContractNumber ?? facts.Report.Run.ContractNumber, "contract or solicitation number")),
                .. facts.Inputs(),
            ],
        };
    }

    // The template was not updated for 2027: both texts stand side by side.
    private static PacketSection Background(PacketFacts facts, Item[] items) => new("background", "Background")
    {
        Text =
        [
            NonavailabilityTemplate.Background,
            $"Note: the template's words 'melted or produced' are those of the rule through December 31, 2026. For deliveries from January 1, 2027, the "
                + $"clause says 'mined, refined, separated, melted, or produced'. The table names the steps for the materials of this packet. "
                    + $"{(ReportWords.GetDeliveryDays(facts.Report.Run) is { Length: > 0 } days ? $"This packet is about {days}." : $"No delivery date was given; the packet follows the rule for {ReportWords.GetDeliveries([.. facts.Report.Summary.Regimes.Select(regime => regime.Regime).Where(regime => regime.Id == facts.Regime)])}.")}",
            NonavailabilityTemplate.Alternatives,
        ],
        Table = GetSteps(facts, items),
    };

    // What each period of the law asks of each material, as the rules have it.
    private static PacketTable GetSteps(PacketFacts facts, Item[] items)
    {
        RegimeReference[] regimes = [.. facts.Report.Summary.Regimes.Select(regime => regime.Regime)];
        return new PacketTable(
            [new("coveredMaterial", "COVERED MATERIAL", 2),
                .. regimes.Select(regime => new PacketColumn(regime.Id, $"STEPS THAT COUNT FOR {ReportWords.GetDeliveries([regime]).ToUpperInvariant()}", 4))],
            [.. items.GroupBy(item => item.Determination.Material).Select(group => ImmutableArray.Create(
            [
                PacketValue.From(PacketFacts.NameOfMaterial(group.Key)),
                .. regimes.Select(regime => PacketValue.From(string.Join(", ", group.SelectMany(item => item.Line.Determinations)
                    .Where(determination => determination.Regime == regime.Id && determination.Material == group.Key)
                    .SelectMany(determination => determination.Steps).Where(step => step.IsRequired).SelectMany(step => step.Stages)
                    .Distinct(StringComparer.Ordinal).Select(Wording.DoneAt)), "steps")),
            ]))]);
    }

    private static PacketSection PartB(Item[] items) => new("partB", "Part B: Analysis of Alternatives—Must be completed by a Government Representative")
    {
        StartsPage = true,
        IsForGovernment = true,
        Text = ["I have verified the information in Part A and a nonavailability determination is requested for the following reason(s):"],
        Table = new PacketTable(
            [
                new("itemNo", "ITEM #", 0.6), new("coveredMaterial", "COVERED MATERIAL", 1.8), new("quality", "NON-SATISFACTORY QUALITY", 1.7),
                new("quantity", "INSUFFICENT AVAILABLE QUANTITY", 1.2),
                new("form", "DOES NOT MET REQUIRED FORM", 1.2), new("timeliness", "DOES NOT MEET TIMELINESS REQUIREMENTS FOR PROGRAM/CUSTOMER", 1.5),
                new("price", "UNREASONABLE PRICE PER UNIT", 1.2),
                new("redesignPrice", "UNREASONABLE PRICE FOR RE-DESIGN OR RE-QUALIFICATION", 1.8),
            ],
            [.. items.Select(item => ImmutableArray.Create(
            [
                PacketValue.From(item.Number.ToString(CultureInfo.InvariantCulture)), PacketValue.From(PacketFacts.NameOfMaterial(item.Determination.Material)),
                PacketValue.Government, PacketValue.Government, PacketValue.Government, PacketValue.Government, PacketValue.Government, PacketValue.Government,
            ]))]),
        Signatures = ["Signature of Government Contracting Officer or Program Representative, and date"],
    };

    private sealed record Item(int Number, FileReport File, LineReport Line, Determination Determination);
}
