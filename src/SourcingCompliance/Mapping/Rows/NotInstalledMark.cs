using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>The cell that says that a part is left out of the build.</summary>
/// <param name="Cell">Its address.</param>
/// <param name="Header">Header of its column; empty for a column without one.</param>
/// <param name="Text">What it says.</param>
public sealed record NotInstalledMark(CellRef Cell, string Header, string Text)
{
    /// <summary>The mark in words: <c>DNP: x</c>, or the text alone where the column has no header.</summary>
    public string Words => Header.Length == 0 ? Text : $"{Header}: {Text}";
}
