using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Pages.Columns;

/// <summary>What the page for changing columns shows.</summary>
/// <param name="Id">Id of the check.</param>
/// <param name="Sheets">The sheets that can be chosen: file and name.</param>
/// <param name="Chosen">Number of the sheet that is shown.</param>
/// <param name="Preview">The sheet as it would be read.</param>
public sealed record ColumnsModel(string Id, IReadOnlyList<string> Sheets, int Chosen, SheetPreview Preview)
{
    /// <summary>1-based row of the header; null = none was found.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>What was chosen, by letters of the column; a column that is not here is read as found.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong with the choices, by letters; empty = nothing.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong with the sheet as a whole; null = nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>The counts of the check; null = it has none.</summary>
    public PeriodCounts? Before { get; init; }

    /// <summary>The counts with the choices; null = not computed.</summary>
    public PeriodCounts? After { get; init; }

    /// <summary>Line items of the check; null = not known.</summary>
    public int? LinesBefore { get; init; }

    /// <summary>What was read before and is not with the choices, each as a sentence.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>What the counts with the choices do not contain, each as a sentence.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>Whether later BOMs are to be read so.</summary>
    public bool IsSaved { get; init; } = true;

    /// <summary>Line items with the choices; null = not computed.</summary>
    public int? LinesAfter { get; init; }

    /// <summary>Why the effect is not shown; null = it is, or nothing was chosen.</summary>
    public string? NoEffect { get; init; }
}
