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

    /// <summary>Notes and assignees of the parts; they change no result.</summary>
    public PartNotes Notes { get; init; } = PartNotes.None;

    /// <summary>The files that have a workbook with results: place in the upload, and name.</summary>
    public IReadOnlyList<(int Position, string Name)> Workbooks { get; init; } = [];
}
