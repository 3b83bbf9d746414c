using SourcingCompliance.Items;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Evidence;

/// <summary>Reports what of the ledger does not count for a sheet, and what contradicts: once for each statement, with the first line.</summary>
public static class EvidenceReport
{
    private const int MostContradictions = 20;

    /// <summary>Reports the statements on the items of a sheet.</summary>
    /// <param name="items">The items.</param>
    /// <param name="diagnostics">Receives SC9529 and SC9530.</param>
    internal static void Write(IReadOnlyList<BomItem> items, DiagnosticBag diagnostics)
    {
        var uncounted = new Dictionary<(string Statement, UncountedReason Reason), (BomItem First, UncountedFact Fact, int Lines)>();
        int contradictions = 0;
        foreach (BomItem item in items.Where(item => !item.Stated.IsEmpty))
        {
            foreach (UncountedFact fact in item.Stated.Uncounted.Where(fact => IsReported(fact.Reason))
                .DistinctBy(fact => (fact.Evidence.Statement, fact.Reason)))
            {
                (string, UncountedReason) key = (fact.Evidence.Statement, fact.Reason);
                uncounted[key] = uncounted.TryGetValue(key, out (BomItem First, UncountedFact Fact, int Lines) known)
                    ? (known.First, known.Fact, known.Lines + 1) : (item, fact, 1);
            }

            foreach (Contradiction contradiction in item.Stated.Contradictions)
            {
                if (++contradictions <= MostContradictions)
                {
                    diagnostics.Warn(DiagnosticIds.EvidenceContradiction, GetRow(item),
                        $"{item.Line.PartNumber}, {contradiction.About}: {contradiction.One}, but {contradiction.Other}. Both are kept, and the worse "
                            + $"one counts.",
                        "Ask the supplier which one is right, and record the answer as a statement that supersedes the wrong one.");
                }
            }
        }

        foreach ((BomItem assembly, BomItem below) in DeniedAssemblies.Contradicted(items))
        {
            diagnostics.Warn(DiagnosticIds.EvidenceContradiction, GetRow(assembly),
                $"{Capitalized(assembly.Stated.Denied[0].Evidence.Words)} says that {assembly.Line.PartNumber} contains no covered material, but the list "
                    + $"names {below.Line.PartNumber} below it (row {FormattableString.Invariant($"{below.Line.Row}")}). The list counts.",
                "Ask the supplier which one is right, and correct the list or record a statement that supersedes this one.");
        }

        if (contradictions > MostContradictions && items.FirstOrDefault(item => !item.Stated.Contradictions.IsEmpty) is { } first)
        {
            diagnostics.Warn(DiagnosticIds.EvidenceContradiction, first.Line.Map.Sheet,
                FormattableString.Invariant($"{contradictions - MostContradictions} more contradictions in this sheet are shown with their lines only."),
                "'sourcing evidence show' lists what a supplier stated.");
        }

        foreach ((BomItem item, UncountedFact fact, int lines) in uncounted.Values)
        {
            string others = lines > 1 ? $" and {Wording.FormatCount(lines - 1, "other line item")}" : "";
            diagnostics.Warn(DiagnosticIds.EvidenceNotCounted, GetRow(item),
                $"{Capitalized(fact.Evidence.Words)} says of {item.Line.PartNumber}{others}: {fact.Words}. That does not count for a pass: "
                    + $"{GetWords(fact.Reason, fact.Evidence)}.",
                GetRemedy(fact.Reason));
        }
    }

    /// <summary>Why a fact does not count, in words.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="evidence">The statement, for its days and names; null = they are not said.</param>
    public static string GetWords(UncountedReason reason, EvidenceRef? evidence = null) => reason switch
    {
        UncountedReason.Expired => $"it has expired{(evidence?.ValidUntil is { } last ? $" on {Wording.FormatDate(last)}" : "")}",
        UncountedReason.ExpiresBeforeDelivery =>
            $"it ends{(evidence?.ValidUntil is { } end ? $" on {Wording.FormatDate(end)}" : "")}, before the deliveries that the result is for",
        UncountedReason.NoBasis => "it was typed in without saying who said it and in what letter, call, or document",
        UncountedReason.NotSigned => "it is not signed, or the signature has no date",
        UncountedReason.AfterDelivery => $"it was issued{(evidence?.Day is { } day ? $" on {Wording.FormatDate(day)}" : "")}, after the delivery",
        UncountedReason.AfterCheck => $"it is dated{(evidence?.Day is { } day ? $" {Wording.FormatDate(day)}" : "")}, after the day of the check",
        UncountedReason.NotDocumented => "no document on file supports it, and documents are required",
        UncountedReason.OtherLot => $"it speaks of {evidence?.Subject ?? "one lot"}, and the list does not say that the part is of that lot",
        UncountedReason.UnknownCountry => "it names a code that is no country's",
        UncountedReason.OtherPeriod => "it speaks of production in another period",
        UncountedReason.OtherSource => "the line has several sources, and not all of them state it",
        UncountedReason.OtherSupplier => $"the line names other companies than {evidence?.Supplier ?? "the supplier"}",
        UncountedReason.WiderScope => "a statement of narrower scope speaks of the same",
        UncountedReason.Lead => "it answers another question than the clause asks",
        UncountedReason.Unknown => "the supplier does not know",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool IsReported(UncountedReason reason) => reason is not (UncountedReason.WiderScope or UncountedReason.Lead or UncountedReason.Unknown);

    private static string GetRemedy(UncountedReason reason) => reason switch
    {
        UncountedReason.NoBasis => "Record it again with --contact or --signer, and --basis or --document.",
        UncountedReason.ExpiresBeforeDelivery => "Ask the supplier for a statement that is valid on the day of the delivery.",
        UncountedReason.NotDocumented => "Ask for the documents, and receive them with --documents.",
        UncountedReason.OtherLot => "Record for which part the lot is delivered, or ask for a statement on the part.",
        UncountedReason.AfterCheck => "Correct the date of the statement, or the day of the check.",
        UncountedReason.UnknownCountry => "Correct the code in the statement: two letters of ISO 3166.",
        UncountedReason.OtherSupplier => "List the company as manufacturer or supplier of the part, or record whose statement it is.",
        UncountedReason.OtherSource => "Ask each source, and list each with its maker's part number in a row of its own.",
        _ => "Ask the supplier for a new statement.",
    };

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static CellRef GetRow(BomItem item) => item.Line.Map.Sheet with { Row = item.Line.Row };
}
