using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Items;
using SourcingCompliance.Law.Opinions;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Accounting;
using SourcingCompliance.Mapping.Rows;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Findings;

/// <summary>Everything about one input.</summary>
public sealed record FileReport
{
    /// <summary>Path as given, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Hash of the content, lower-case hexadecimal; null when the file could not be read.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>The exit code that the file alone would give.</summary>
    public required int ExitCode { get; init; }

    /// <summary>What the file says about itself: number, revision, marking.</summary>
    public BomIdentity Identity { get; init; } = BomIdentity.None;

    /// <summary>The sheets in the order of the file.</summary>
    public required ImmutableArray<SheetReport> Sheets { get; init; }

    /// <summary>Item lines read, listed or not.</summary>
    public required int LineCount { get; init; }

    /// <summary>
    /// Skipped rows and sheets that name a covered material or a part that may contain one, and tables in which no column says what the parts
    /// are. They are not part of the verdicts, so they count as open for the result.
    /// </summary>
    public int Unaccounted { get; init; }

    /// <summary>What the second engine made of the rule outcomes that the verdicts of this file rest on.</summary>
    public SecondOpinion SecondOpinion { get; init; } = SecondOpinion.None;

    /// <summary>The lines: all of them with <c>--lines all</c>, else those with a finding, a covered material or an exemption; in document order.</summary>
    public required ImmutableArray<LineReport> Lines { get; init; }

    /// <summary>
    /// Lines with a covered material that are marked as not installed, with the verdicts that they would have; they count neither for the
    /// result nor among the lines. In document order.
    /// </summary>
    public ImmutableArray<LineReport> NotInstalled { get; init; } = [];

    /// <summary>The findings, worst first, then in document order.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Lines that do not meet a policy of the company, in document order. They are no verdicts.</summary>
    public ImmutableArray<PolicyFinding> PolicyFindings { get; init; } = [];

    /// <summary>The counts of this file by regime.</summary>
    public required ImmutableArray<RegimeSummary> Regimes { get; init; }

    /// <summary>What was wrong with the file.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>
    /// Records of a csv that begin on another line than that of their number, of those that lines, findings and diagnostics speak of; in order.
    /// </summary>
    public ImmutableArray<ShiftedRecord> Shifted { get; init; } = [];

    /// <summary>The 1-based line at which a build system opens the file for a cell: of a csv that of the text, else the row; 1 for the whole file.</summary>
    public int GetLine(CellRef cell)
    {
        int at = Shifted.BinarySearch(new ShiftedRecord(cell.Row, 0), Comparer<ShiftedRecord>.Create((one, other) => one.Record.CompareTo(other.Record)));
        return at >= 0 ? Shifted[at].Line : Math.Max(1, cell.Row);
    }

    /// <summary>The name of the file without folder.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>A record of a csv that a quoted line end above it has moved down.</summary>
/// <param name="Record">1-based record.</param>
/// <param name="Line">1-based line of the text.</param>
public readonly record struct ShiftedRecord(int Record, int Line);

/// <summary>How one sheet was read.</summary>
/// <param name="Name">Name of the sheet; empty for formats without sheets.</param>
/// <param name="HeaderRow">1-based header row; null = no list was found in it, or the mapping was refused.</param>
/// <param name="Columns">The mapped columns in the order of the sheet.</param>
/// <param name="SkippedRows">Rows that are no items, and why.</param>
public sealed record SheetReport(string Name, int? HeaderRow, ImmutableArray<MappedColumn> Columns, ImmutableArray<SkippedRow> SkippedRows)
{
    /// <summary>The closed books of the sheet; null for a sheet that was not read.</summary>
    public SheetAccounts? Accounts { get; init; }
}

/// <summary>One item line with what was recognized and decided.</summary>
public sealed record LineReport
{
    private readonly ImmutableArray<Determination> _determinations = [];

    /// <summary>Address of the row.</summary>
    public required CellRef Row { get; init; }

    /// <summary>Depth in the assembly tree, 0-based.</summary>
    public required int Level { get; init; }

    /// <summary>1-based row of the item that the line is another source for; null for an item of its own.</summary>
    public int? AlternateOf { get; init; }

    /// <summary>Whether it is an assembly without a row of its own; <see cref="Row"/> is then the first row that names it as parent.</summary>
    public bool IsImplied { get; init; }

    /// <summary>Find or item number on the drawing as it stands; empty when not stated.</summary>
    public string FindNumber { get; init; } = "";

    /// <summary>What says that the part is not installed; null for a line that counts.</summary>
    public NotInstalledMark? NotInstalled { get; init; }

    /// <summary>Part number, or what stands in for one.</summary>
    public required string PartNumber { get; init; }

    /// <summary>Description as it stands.</summary>
    public required string Description { get; init; }

    /// <summary>Manufacturer as it stands; empty when not stated.</summary>
    public required string Manufacturer { get; init; }

    /// <summary>Supplier as it stands; empty when not stated.</summary>
    public required string Supplier { get; init; }

    /// <summary>The maker's part number as it stands; empty when not stated.</summary>
    public string ManufacturerPartNumber { get; init; } = "";

    /// <summary>Part numbers from the top of the tree down to this line.</summary>
    public required ImmutableArray<string> Path { get; init; }

    /// <summary>Quantity per assembly; null = not stated.</summary>
    public required decimal? Quantity { get; init; }

    /// <summary>Every statement of origin on the line; the first one speaks of the part as bought, if any does.</summary>
    public required ImmutableArray<OriginStatement> Origins { get; init; }

    /// <summary>Covered materials; empty = none recognized.</summary>
    public required ImmutableArray<MaterialOccurrence> Materials { get; init; }

    /// <summary>Substances recognized that the clause does not cover.</summary>
    public required ImmutableArray<OtherSubstance> OtherSubstances { get; init; }

    /// <summary>What statements of suppliers say of the line beside origins and materials.</summary>
    public StatedFacts Stated { get; init; } = StatedFacts.None;

    /// <summary>The line's own verdict under each regime, in the order of time.</summary>
    public required ImmutableArray<RegimeVerdict> Verdicts { get; init; }

    /// <summary>The worst verdict of the line and everything below it, under each regime.</summary>
    public required ImmutableArray<RegimeVerdict> RolledUp { get; init; }

    /// <summary>Every determination behind the verdicts, for explanation.</summary>
    public required ImmutableArray<Determination> Determinations
    {
        get => Decision is { } shared ? shared.For(Origins, Row.Row) : _determinations;
        init => (_determinations, Decision) = (value, null);
    }

    /// <summary>
    /// The same determinations, whatever row they name: for lines with the same facts one array, which costs nothing. For who asks of verdicts,
    /// regimes, and citations, and not for texts and cells.
    /// </summary>
    public ImmutableArray<Determination> DeterminationsInAnyRow => Decision is { } shared ? shared.Determinations : _determinations;

    /// <summary>
    /// The same object for lines of which the law says the same but for rows and cells; null for a line whose facts no other has. What follows
    /// from the determinations of one follows for all.
    /// </summary>
    public object? SameFacts => Decision;

    /// <summary>The same as <see cref="SameFacts"/> where the statements of the lines are the same too: null for a line of which suppliers have stated
    /// something.</summary>
    public object? SameStatements => Origins.Any(statement => statement.Evidence is not null) ? null : Decision;

    /// <summary>
    /// The line as it stands for all with the same facts: statements and determinations in one row that no list has, which <see cref="Row"/> tells.
    /// The line itself when no other has its facts.
    /// </summary>
    public LineReport ForSameFacts() => Decision is not { } shared ? this
        : this with { Row = Row with { Row = SharedDecision.AnyRow }, Origins = shared.Item.Origins, Determinations = shared.Determinations };

    /// <summary>The decision that the line shares with others; null = its determinations are its own.</summary>
    internal SharedDecision? Decision { get; init; }
}
