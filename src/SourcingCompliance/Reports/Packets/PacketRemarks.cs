using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Reports.Packets;

/// <summary>
/// What every packet says besides its own subject, so that none hides it: rows that were not read, problems of the check, parts that are not installed, and
/// statements of suppliers that do not count, answer another question, deny a material, or contradict each other.
/// </summary>
internal static class PacketRemarks
{
    /// <summary>One sentence for each kind of remark; none where there is nothing to remark.</summary>
    /// <param name="facts">What the packet is made from.</param>
    public static IEnumerable<string> GetCautions(PacketFacts facts)
    {
        if (facts.Unread().Count() is > 0 and var unread)
        {
            yield return $"{Wording.FormatCount(unread, "row")} {(unread == 1 ? "was" : "were")} not read in full and {(unread == 1 ? "is" : "are")} open, "
                + $"listed at the end.";
        }

        if (facts.Report.Summary.Unaccounted is > 0 and var skipped)
        {
            yield return $"{Wording.FormatCount(skipped, "place")} outside the line items {(skipped == 1 ? "names" : "name")} a covered material or may "
                + $"hide one (see the problems at the end).";
        }

        if (FilesNotRead.GetSentence(facts.Report).Trim() is { Length: > 0 } files)
        {
            yield return files;
        }

        if (facts.Report.NotInstalled.Count() is > 0 and var absent)
        {
            yield return $"{Wording.FormatCount(absent, "line item")} with a covered material {(absent == 1 ? "is" : "are")} marked as not installed and "
                + $"not among the line items, listed at the end.";
        }

        if (Lines(facts).SelectMany(line => line.Stated.Uncounted).Select(fact => fact.Evidence.Statement)
            .Distinct(StringComparer.Ordinal).Count() is > 0 and var uncounted)
        {
            yield return $"{Wording.FormatCount(uncounted, "statement")} of suppliers {(uncounted == 1 ? "does" : "do")} not count, or not in full "
                + $"(expired, not signed, or for another reason), listed at the end.";
        }

        if (Lines(facts).Sum(line => line.Stated.Contradictions.Length + line.Stated.Leads.Length) is > 0 and var concerns)
        {
            yield return $"{Wording.FormatCount(concerns, "statement")} {(concerns == 1 ? "contradicts" : "contradict")} what is on file or "
                + $"{(concerns == 1 ? "names" : "name")} a covered country in answer to another question, listed at the end.";
        }
    }

    /// <summary>The sections with the remarks; none where there is nothing to remark.</summary>
    /// <param name="facts">What the packet is made from.</param>
    public static IEnumerable<PacketSection> GetSections(PacketFacts facts)
    {
        LineReport[] lines = [.. Lines(facts)];
        (string, string, string)[] concerns =
        [
            .. lines.SelectMany(line =>
                line.Stated.Contradictions.Select(found => (line.PartNumber, $"Contradiction about {found.About}", $"{found.One}; but {found.Other}"))
                .Concat(line.Stated.Leads.Select(lead => (line.PartNumber, $"Names a covered country in answer to another question: "
                    + $"{lead.Words}", $"{lead.Evidence.Source}, {lead.Evidence.Chain}")))),
        ];
        (string, string, string)[] uncounted =
        [
            .. lines.SelectMany(line => line.Stated.Uncounted.GroupBy(fact => (Why: EvidenceReport.GetWords(fact.Reason, fact.Evidence), fact.Evidence.Chain))
                .Select(group => (line.PartNumber, $"{string.Join("; ", group.Select(fact => fact.Words).Distinct(StringComparer.Ordinal))}. It does not "
                    + $"count: {group.Key.Why}.", group.Key.Chain))),
        ];
        (string, string, string)[] denied =
            [.. lines.SelectMany(line =>
                line.Stated.Denied.Select(denial => (line.PartNumber, PacketFacts.NameOfMaterial(denial.Occurrence.Material), denial.Evidence.Chain)))];
        (string, string, string)[] absent =
            [.. facts.Report.NotInstalled.Select(line => (line.PartNumber,
                $"{string.Join(", ", line.Materials.Select(material => PacketFacts.NameOfMaterial(material.Material)).Distinct(StringComparer.Ordinal))}: "
                    + $"{line.Description}",
                line.NotInstalled is { } mark ? $"{mark.Cell}: {mark.Words}" : "marked as not installed"))];
        (string, string, string)[] unread = [.. facts.Unread().Select(found => (found.Line.PartNumber, found.Determination.Basis, found.Line.Row.ToString()))];
        (string, string, string)[] problems =
        [
            .. facts.Report.Diagnostics.Concat(facts.Report.Files.SelectMany(file => file.Diagnostics))
                .Where(problem => problem.Severity != DiagnosticSeverity.Note)
                .Select(problem => (problem.Id, problem.Message, problem.Cell.ToString())).Distinct(),
        ];
        return new[]
        {
            Section("concerns", "Statements of suppliers to be explained", "Part number", "What is to be explained", "Statement", concerns),
            Section("uncounted", "Statements of suppliers that do not count", "Part number",
                "What is stated, and why it does not count", "Statement", uncounted),
            Section("denied", "Parts that contain no covered material by a supplier's statement alone", "Part number", "Not contained", "Statement", denied),
            Section("notInstalled", "Parts that the bill of materials marks as not installed", "Part number", "Covered material", "Mark", absent),
            Section("unread", "Rows that were not read in full", "Part number", "What was not read", "Row", unread),
            Section("problems", "Problems that the check reported", "Id", "Problem", "Place", problems),
        }.Where(section => section.Table is { Rows.IsEmpty: false });
    }

    private static IEnumerable<LineReport> Lines(PacketFacts facts) => facts.Report.Files.SelectMany(file => file.Lines);

    private static PacketSection Section(string id, string heading, string one, string two, string three, (string One, string Two, string Three)[] rows) =>
        new(id, heading)
        {
            Table = new PacketTable(
            [new(id == "problems" ? "id" : "partNumber", one, 1.4), new("what", two, 5), new("source", three, 3)],
            [.. rows.Select(row => ImmutableArray.Create(PacketValue.From(row.One, "part number"),
                PacketValue.From(row.Two), PacketValue.From(row.Three, "place")))]),
        };
}
