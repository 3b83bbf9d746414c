using SourcingCompliance.Determinations;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>How a verdict looks in a workbook: letter and shape, ink and tint, never colour alone.</summary>
/// <param name="Text">Mark and name.</param>
/// <param name="Ink">Colour of the text, RRGGBB.</param>
/// <param name="Tint">Colour behind it, RRGGBB.</param>
internal readonly record struct VerdictLook(string Text, string Ink, string Tint)
{
    public static VerdictLook Of(Verdict verdict) => verdict switch
    {
        Verdict.Violation => new("■ Violation", "A4161A", "FCE8E8"),
        Verdict.Suspect => new("▲ Suspect", "9A4B00", "FDEEDC"),
        Verdict.Open => new("? Open", "6B5900", "FBF4D0"),
        Verdict.Exempt => new("◇ Exempt", "1D5A8C", "E3EFF9"),
        Verdict.Pass => new("✓ Pass", "1E6B3A", "E2F3E8"),
        Verdict.NotCovered => new("· Not covered", "55606E", "EEF1F4"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
