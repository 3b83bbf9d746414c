using System.Collections.Immutable;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Findings;

/// <summary>One thing that a person must look at or act on.</summary>
public sealed record Finding
{
    private readonly string _message = "";
    private readonly string? _sentence;

    /// <summary>Stable id from file, sheet, path, part, rule and stage; the same for the same input, whatever the row.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the rule: SC1xxx prohibition, SC3xxx missing evidence.</summary>
    public required string Rule { get; init; }

    /// <summary>The verdict: violation, suspect or open.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Ids of the regimes under which it holds, in the order of time.</summary>
    public required ImmutableArray<string> Regimes { get; init; }

    /// <summary>The cell that decides it; the row when no cell does.</summary>
    public required CellRef Cell { get; init; }

    /// <summary>1-based row of the line item that it is about, which is not always the row of <see cref="Cell"/>; 0 = not known.</summary>
    public int ItemRow { get; init; }

    /// <summary>Text of that cell as it stands; empty for a row.</summary>
    public required string CellText { get; init; }

    /// <summary>Part number, or what stands in for one.</summary>
    public required string PartNumber { get; init; }

    /// <summary>Description of the part.</summary>
    public required string Description { get; init; }

    /// <summary>Who makes it; empty when not stated.</summary>
    public required string Manufacturer { get; init; }

    /// <summary>Who supplies it: the supplier if stated, else the manufacturer; empty when neither is.</summary>
    public required string Supplier { get; init; }

    /// <summary>Part numbers from the top of the tree down to the part.</summary>
    public required ImmutableArray<string> Path { get; init; }

    /// <summary>Id of the covered material; null for a row that could not be read.</summary>
    public required string? Material { get; init; }

    /// <summary>Id of the stage that decides it; null when none does.</summary>
    public required string? Stage { get; init; }

    /// <summary>Chemical symbol that the stage speaks of; null = of no single element.</summary>
    public string? Element { get; init; }

    /// <summary>The countries that decide it, in code order; empty when the origin is not stated.</summary>
    public required ImmutableArray<string> Countries { get; init; }

    /// <summary>One sentence: part, material, stage, country, date; an open one ends in a question to the supplier.</summary>
    public required string Message
    {
        get => _sentence is { } rest ? PartNumber + SharedDecision.InRow(rest, Cell.Row) : _message;
        init => (_message, _sentence) = (value, null);
    }

    /// <summary>
    /// The same object for findings whose sentences say the same after the part number, but for the row of the cells that they quote; null for a
    /// finding whose sentence no other has.
    /// </summary>
    public object? SameSentence => _sentence;

    /// <summary>
    /// The finding as it stands for all with the same sentence: its cell in a row that no list has, that of <see cref="LineReport.ForSameFacts"/>.
    /// The finding itself when no other has its sentence.
    /// </summary>
    public Finding ForSameFacts() => _sentence is null ? this : this with { Cell = Cell with { Row = SharedDecision.AnyRow } };

    // Of findings with the same facts the sentence after the part number is held once; the text is made when somebody asks for it.
    internal string? Sentence
    {
        get => _sentence;
        init => (_message, _sentence) = ("", value);
    }

    /// <summary>Paragraph of the law, for example <c>252.225-7052(b)(3)</c>.</summary>
    public required string Citation { get; init; }

    /// <summary>Facts that are not on file, each with a question that a supplier can answer.</summary>
    public required ImmutableArray<MissingFact> Missing { get; init; }

    /// <summary>Ids of the actions that would settle it.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>The waiver that is applied to it; null = none. The verdict stays what it is.</summary>
    public FindingWaiver? Waiver { get; init; }

    /// <summary>What it is compared with the baseline; null = no baseline was given.</summary>
    public BaselineState? Baseline { get; init; }

    /// <summary>Whether a waiver lifts it, so that it does not turn the exit code red.</summary>
    public bool IsWaived => Waiver is { StillGates: false };
}
