using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>The look of a verdict as a workbook stores it: mark and name in one text, colors without the number sign.</summary>
/// <param name="Text">Mark and name.</param>
/// <param name="Ink">Color of the text, RRGGBB.</param>
/// <param name="Tint">Color behind it, RRGGBB.</param>
internal readonly record struct VerdictCell(string Text, string Ink, string Tint)
{
    /// <summary>The cell of a verdict; its look is that of every format.</summary>
    public static VerdictCell From(Verdict verdict)
    {
        VerdictLook look = VerdictLook.From(verdict);
        return new VerdictCell($"{look.Shape} {look.Name}", look.Ink[1..], look.Tint[1..]);
    }
}
