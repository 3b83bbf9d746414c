using System.Collections.Immutable;

namespace SourcingCompliance.Reports.Packets;

/// <summary>A paper for somebody else: a request to the Government, a statement to the prime, a table that a rule asks for. Every writer prints the
/// same.</summary>
/// <param name="Kind">What it is: <c>nonavailability</c>, <c>provenance</c>, <c>certificate</c>, <c>indentured-bom</c>.</param>
/// <param name="Title">Its title.</param>
public sealed record Packet(string Kind, string Title)
{
    /// <summary>Line above the title; empty = none.</summary>
    public string Eyebrow { get; init; } = "";

    /// <summary>What must be known before it is used, one sentence each.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];

    /// <summary>Its sections in order.</summary>
    public ImmutableArray<PacketSection> Sections { get; init; } = [];

    /// <summary>How many cells and fields somebody has to fill in, those of the Government not among them.</summary>
    public int Blanks => Sections.Sum(section => section.Fields.Count(entry => entry.Value.Fill == PacketFill.Blank)
        + (section.Table?.Rows.Sum(row => row.Count(value => value.Fill == PacketFill.Blank)) ?? 0));
}

/// <summary>A section of a packet: text, then fields, then a table, then room for signatures.</summary>
/// <param name="Id">Its id in the JSON form.</param>
/// <param name="Heading">Its heading.</param>
public sealed record PacketSection(string Id, string Heading)
{
    /// <summary>Paragraphs above everything else.</summary>
    public ImmutableArray<string> Text { get; init; } = [];

    /// <summary>Labelled values.</summary>
    public ImmutableArray<PacketField> Fields { get; init; } = [];

    /// <summary>The table; null = none.</summary>
    public PacketTable? Table { get; init; }

    /// <summary>Who signs here, in words; the room is left blank.</summary>
    public ImmutableArray<string> Signatures { get; init; } = [];

    /// <summary>Whether only the Government fills it in.</summary>
    public bool IsForGovernment { get; init; }

    /// <summary>Whether it opens a page.</summary>
    public bool StartsPage { get; init; }
}

/// <summary>A labelled value.</summary>
/// <param name="Id">Its id in the JSON form.</param>
/// <param name="Label">Its label.</param>
/// <param name="Value">Its value.</param>
public sealed record PacketField(string Id, string Label, PacketValue Value);

/// <summary>A table of a packet.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, each with a value for every column.</param>
public sealed record PacketTable(ImmutableArray<PacketColumn> Columns, ImmutableArray<ImmutableArray<PacketValue>> Rows);

/// <summary>A column of a table.</summary>
/// <param name="Id">Its id in the JSON form.</param>
/// <param name="Header">Its header, in the words of the form where a form has one.</param>
/// <param name="Width">Its share of the width.</param>
public sealed record PacketColumn(string Id, string Header, double Width);

/// <summary>Where a value comes from.</summary>
public enum PacketFill
{
    /// <summary>From the list, its answers and the contract file.</summary>
    OnFile,

    /// <summary>It is not on file: whoever sends the packet fills it in.</summary>
    Blank,

    /// <summary>The Government fills it in.</summary>
    Government,
}

/// <summary>A value of a packet.</summary>
/// <param name="Text">What is on file; for a blank what is to be filled in; empty for the Government.</param>
/// <param name="Fill">Where it comes from.</param>
public readonly record struct PacketValue(string Text, PacketFill Fill)
{
    /// <summary>Room for the Government.</summary>
    public static readonly PacketValue Government = new("", PacketFill.Government);

    /// <summary>A value that is on file; a blank with the hint where it is empty.</summary>
    /// <param name="text">The value.</param>
    /// <param name="hint">What is to be filled in when it is empty.</param>
    public static PacketValue From(string? text, string hint = "") => string.IsNullOrWhiteSpace(text) ? Blank(hint) : new PacketValue(text, PacketFill.OnFile);

    /// <summary>A value that whoever sends the packet fills in.</summary>
    /// <param name="hint">What.</param>
    public static PacketValue Blank(string hint) => new(hint, PacketFill.Blank);
}
