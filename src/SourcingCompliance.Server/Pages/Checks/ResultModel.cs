using SourcingCompliance.Primitives;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Checks;

/// <summary>What a result page shows.</summary>
/// <param name="Id">Id of the check.</param>
/// <param name="Names">Names of its files.</param>
/// <param name="View">The result.</param>
/// <param name="Query">What the address asks for.</param>
public sealed record ResultModel(string Id, string Names, CheckView View, ResultQuery Query)
{
    /// <summary>Sheets that were refused because two columns could hold one field.</summary>
    public int Ties { get; init; }

    /// <summary>The program that its BOMs belong to; null = none.</summary>
    public ProgramRecord? Program { get; init; }

    /// <summary>Whether the program changed after the check took its contract details and delivery from it.</summary>
    public bool IsBeforeChange { get; init; }

    /// <summary>Whether evidence was stored after the check began, so that it may not have used all that is on file.</summary>
    public bool IsBeforeEvidence { get; init; }

    /// <summary>The company that asks suppliers; null = it came with the check and is not asked for again, or the page does not ask.</summary>
    public string? Company { get; init; }

    /// <summary>The requests to suppliers on file, the newest first; empty on pages that do not show them.</summary>
    public IReadOnlyList<Ledger.RequestRow> Asked { get; init; } = [];

    /// <summary>Notes and assignees of the parts; they change no result.</summary>
    public PartNotes Notes { get; init; } = PartNotes.None;

    /// <summary>The files that have a workbook with results: place in the upload, and name.</summary>
    public IReadOnlyList<(int Position, string Name)> Workbooks { get; init; } = [];

    /// <summary>The newest request to a supplier about one of its parts of this result; null = it was not asked.</summary>
    /// <param name="request">What it is to be asked.</param>
    internal Ledger.RequestRow? FindAsked(RequestRow request)
    {
        string supplier = NameKey.Compute(request.Supplier);
        HashSet<string> parts = [.. request.Parts.Select(NameKey.OfPart)];
        return Asked.FirstOrDefault(asked => NameKey.Compute(asked.Request.Supplier) == supplier
            && asked.Request.Items.Any(item => parts.Contains(NameKey.OfPart(item.PartNumber))));
    }
}
