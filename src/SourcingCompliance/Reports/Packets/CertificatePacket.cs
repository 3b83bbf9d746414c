using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports.Packets;

/// <summary>
/// The draft of a statement for the prime: what was checked, on which evidence, and what is open. It states facts on file and never a conclusion of law;
/// whoever signs it reads it first.
/// </summary>
public static class CertificatePacket
{
    /// <summary>The packet.</summary>
    /// <param name="facts">What it is made from.</param>
    public static Packet Create(PacketFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (FileReport File, LineReport Line, Determination Determination)[] covered = [.. facts.Covered()];
        return new Packet("certificate", "Statement on the origin of covered materials")
        {
            Eyebrow = "DRAFT · to be read, completed, and signed by the company",
            Cautions =
            [
                "The draft lists records on file. It draws no conclusion of law, and the program certifies nothing. Check every row against its source "
                    + "before signing.",
                .. GetCount(covered, Verdict.Violation, Verdict.Suspect) is > 0 and var adverse
                    ? [$"{Wording.FormatCount(adverse, "line item")} {(adverse == 1 ? "has" : "have")} a source in a covered country. Do not sign "
                        + $"before they are resolved."] : Array.Empty<string>(),
                .. GetCount(covered, Verdict.Open) is > 0 and var open
                    ? [$"{Wording.FormatCount(open, "line item")} {(open == 1 ? "is" : "are")} open: the evidence is not complete."] : Array.Empty<string>(),
                .. PacketRemarks.GetCautions(facts),
            ],
            Sections =
            [
                Scope(facts),
                new PacketSection("evidence", "Line items with a covered material, and what is on file")
                {
                    Table = new PacketTable(
                        [new("partNumber", "Part number", 1.4), new("description", "Description", 1.6), new("material", "Covered material", 1.8),
                            new("status", "Status of the evidence", 1.2), new("onFile", "On file", 2.2), new("open", "Not on file", 4)],
                        [.. covered.Select(found => GetRow(facts, found.Line, found.Determination))]),
                    Text = covered.Length == 0 ? ["No line item carries a covered material by the words of the list."] : [],
                },
                .. PacketRemarks.GetSections(facts),
                new PacketSection("limits", "Limits")
                {
                    Text = ["Whether a part contains a covered material was recognized from the words of the bill of materials and the statements on file. "
                        + "What neither names was not found."],
                },
                new PacketSection("signature", "For the company")
                {
                    Fields = [new("company", "Company", PacketValue.From(facts.Report.Settings.Company, "company and address")),
                        new("cage", "CAGE code", PacketValue.From(facts.Report.Settings.Cage, "CAGE code"))],
                    Signatures = ["Name, title, signature, and date"],
                },
            ],
        };
    }

    private static int GetCount((FileReport File, LineReport Line, Determination Determination)[] covered, params Verdict[] verdicts) =>
        covered.Where(found => verdicts.Contains(found.Determination.Verdict)).Select(found => found.Line.Row).Distinct().Count();

    private static PacketSection Scope(PacketFacts facts)
    {
        ComplianceReport report = facts.Report;
        string delivery = ReportWords.GetDeliveryDays(report.Run);
        return new PacketSection("scope", "What was checked")
        {
            Fields =
            [
                .. facts.Inputs(),
                new("lines", "Line items read", PacketValue.From(Wording.GetNumber(report.Summary.Lines))),
                new("checkedOn", "Checked on", PacketValue.From(Wording.FormatDate(report.Run.AsOf))),
                new("delivery", "Deliveries", PacketValue.From(delivery, "delivery date")),
                new("contract", "Contract", PacketValue.From(facts.Contract?.ContractNumber ?? report.Run.ContractNumber, "contract number")),
                new("clause", "Clause", PacketValue.From(report.Run.Clause?.Name ?? "252.225-7052")),
                new("rules", "Rules applied", PacketValue.From(facts.Footing)),
            ],
        };
    }

    private static ImmutableArray<PacketValue> GetRow(PacketFacts facts, LineReport line, Determination determination)
    {
        string onFile = string.Join("\n",
        [
            .. determination.Exemption is { } exemption ? [$"Exception: {exemption.Basis} ({exemption.Claimant})"] : Array.Empty<string>(),
            .. determination.Verdict == Verdict.NotCovered ? [determination.Basis] : facts.OnFile(determination),
            .. determination.Notes,
        ]);
        string open = string.Join("\n", PacketFacts.NotOnFile(determination));
        return
        [
            PacketValue.From(line.PartNumber, "part number"), PacketValue.From(line.Description, "description"),
            PacketValue.From(PacketFacts.GetName(determination)),
            PacketValue.From(GetStatus(determination)), onFile.Length > 0 ? PacketValue.From(onFile) : PacketValue.From("nothing"),
            PacketValue.From(open.Length > 0 ? open : "nothing"),
        ];
    }

    private static string GetStatus(Determination determination) => determination.Verdict switch
    {
        Verdict.Violation => "A covered country is listed",
        Verdict.Suspect => "Suspect: the only origin listed is a covered country",
        Verdict.Open => "Open: evidence is missing",
        Verdict.Exempt => "An exception is on file",
        Verdict.Pass => "Every required step is on file, outside the covered countries",
        Verdict.NotCovered => "Not covered, for the reason on file",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
