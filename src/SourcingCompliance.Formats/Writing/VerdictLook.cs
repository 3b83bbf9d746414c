using System.Diagnostics;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Writing;

/// <summary>How a verdict looks in every format that has a look: a shape and a letter besides the color, so that it survives print and color
/// blindness.</summary>
/// <param name="Name">The word for people: <c>Not covered</c>.</param>
/// <param name="Shape">One character.</param>
/// <param name="Letter">One letter, <c>–</c> for not covered.</param>
/// <param name="Ink">Color on white paper and on <paramref name="Tint"/>, as <c>#RRGGBB</c>.</param>
/// <param name="Tint">Color behind it on white paper.</param>
/// <param name="DarkInk">Color on a dark page.</param>
/// <param name="DarkTint">Color behind it on a dark page.</param>
public sealed record VerdictLook(string Name, string Shape, string Letter, string Ink, string Tint, string DarkInk, string DarkTint)
{
    private static readonly VerdictLook Violation = new("Violation", "■", "V", "#A4161A", "#FCE8E8", "#FF8A8A", "#3A1214");
    private static readonly VerdictLook Suspect = new("Suspect", "▲", "S", "#9A4B00", "#FDEEDC", "#FFB066", "#3A2410");
    private static readonly VerdictLook Open = new("Open", "?", "O", "#6B5900", "#FBF4D0", "#E8D25A", "#332D0C");
    private static readonly VerdictLook Exempt = new("Exempt", "◇", "E", "#1D5A8C", "#E3EFF9", "#8CC4F5", "#10283B");
    private static readonly VerdictLook Pass = new("Pass", "✓", "P", "#1E6B3A", "#E2F3E8", "#7FD9A0", "#0F2E1B");
    private static readonly VerdictLook NotCovered = new("Not covered", "·", "–", "#55606E", "#EEF1F4", "#AEB8C4", "#232A33");

    /// <summary>The look of a verdict.</summary>
    public static VerdictLook From(Verdict verdict) => verdict switch
    {
        Verdict.Violation => Violation,
        Verdict.Suspect => Suspect,
        Verdict.Open => Open,
        Verdict.Exempt => Exempt,
        Verdict.Pass => Pass,
        Verdict.NotCovered => NotCovered,
        _ => throw new UnreachableException(),
    };
}
