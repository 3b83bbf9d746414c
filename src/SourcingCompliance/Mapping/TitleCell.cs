namespace SourcingCompliance.Mapping;

/// <summary>A cell above the header of a list, or of the first rows of a sheet without one.</summary>
/// <param name="Row">1-based row.</param>
/// <param name="Column">1-based column.</param>
/// <param name="Text">Its text, trimmed.</param>
public readonly record struct TitleCell(int Row, int Column, string Text);
