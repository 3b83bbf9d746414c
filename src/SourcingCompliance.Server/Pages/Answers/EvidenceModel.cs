using SourcingCompliance.Server.Ledger;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Answers;

/// <summary>What the library of evidence shows.</summary>
/// <param name="Rows">The statements that are shown.</param>
/// <param name="All">All statements.</param>
/// <param name="Checks">The newest check of each BOM.</param>
public sealed record EvidenceModel(IReadOnlyList<EvidenceRow> Rows, IReadOnlyList<EvidenceRow> All, IReadOnlyList<(PastCheck Check, CheckView View)> Checks)
{
    /// <summary>What was searched for; empty = nothing.</summary>
    public string Search { get; init; } = "";

    /// <summary>The standing that is shown; empty = all.</summary>
    public string Standing { get; init; } = "";

    /// <summary>The day on which a statement must hold.</summary>
    public required DateOnly NeededOn { get; init; }

    /// <summary>The BOM with that delivery; null = no check states a delivery, so the day is today.</summary>
    public string? NeededFor { get; init; }

    /// <summary>The newest checks of BOMs that began before evidence was stored.</summary>
    public IReadOnlyList<PastCheck> Older { get; init; } = [];

    /// <summary>How many documents are on file.</summary>
    public int Documents { get; init; }
}
