namespace SourcingCompliance.Formats.Reading;

/// <summary>A merged range that spans several rows: its first column and its rows, 1-based and inclusive.</summary>
internal readonly record struct MergedRange(int Column, int FirstRow, int LastRow);
