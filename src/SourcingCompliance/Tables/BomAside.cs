namespace SourcingCompliance.Tables;

/// <summary>A text that a sheet has next to its cells: a comment on one, or a text box. It is no part of the rows.</summary>
/// <param name="What">What it is, in words: <c>comment</c>, <c>text box</c>.</param>
/// <param name="Row">1-based row of the cell that it belongs to; 0 = it belongs to none.</param>
/// <param name="Column">1-based column of that cell; 0 = it belongs to none.</param>
/// <param name="Text">The text.</param>
public sealed record BomAside(string What, int Row, int Column, string Text);
