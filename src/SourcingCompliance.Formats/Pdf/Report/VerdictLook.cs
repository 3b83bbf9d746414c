using System.Diagnostics;
using SourcingCompliance.Determinations;
using SourcingCompliance.Formats.Pdf.Documents;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>How a verdict looks: never by colour alone, a shape and a word go with it.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Word">Its name.</param>
/// <param name="Mark">Its shape.</param>
/// <param name="Color">Ink of the shape and the word.</param>
/// <param name="Tint">Colour behind them; every pair has a contrast of 5.4 or more.</param>
/// <param name="Meaning">What it says, in one sentence.</param>
internal sealed record VerdictLook(Verdict Verdict, string Word, Mark Mark, Ink Color, Ink Tint, string Meaning)
{
    /// <summary>All verdicts, worst first.</summary>
    public static readonly IReadOnlyList<VerdictLook> All = [.. Enum.GetValues<Verdict>().Order().Select(Of)];

    /// <summary>The look of a verdict.</summary>
    public static VerdictLook Of(Verdict verdict) => verdict switch
    {
        Verdict.Violation => new(verdict, "Violation", Mark.Square, Ink.Hex(0xA4161A), Ink.Hex(0xFCE8E8), "The facts on file establish the prohibition, and no exception is established."),
        Verdict.Suspect => new(verdict, "Suspect", Mark.Triangle, Ink.Hex(0x9A4B00), Ink.Hex(0xFDEEDC), "It contains or very likely contains a covered material, and the only origin on record is a covered country."),
        Verdict.Open => new(verdict, "Open", Mark.Question, Ink.Hex(0x6B5900), Ink.Hex(0xFBF4D0), "A fact that the law asks for is not on file. Open is never a pass."),
        Verdict.Exempt => new(verdict, "Exempt", Mark.Diamond, Ink.Hex(0x1D5A8C), Ink.Hex(0xE3EFF9), "Recorded facts establish an exception."),
        Verdict.Pass => new(verdict, "Pass", Mark.Check, Ink.Hex(0x1E6B3A), Ink.Hex(0xE2F3E8), "Every restricted step of every named element is on file, outside the covered countries."),
        Verdict.NotCovered => new(verdict, "Not covered", Mark.Dot, Ink.Muted, Ink.Hex(0xEEF1F4), "No covered material was recognised."),
        _ => throw new UnreachableException(),
    };

    /// <summary>The tinted cell of a table.</summary>
    public TableCell Cell() => new(new Paragraph(Run())) { Tint = Tint };

    /// <summary>Shape and word.</summary>
    public Run Run() => new(Word) { Mark = Mark, Color = Color, IsStrong = true, IsUnbroken = true };
}
