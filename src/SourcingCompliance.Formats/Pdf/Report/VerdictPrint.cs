using System.Diagnostics;
using System.Globalization;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>How a verdict is printed: never by color alone, a shape and a word go with it.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Word">Its name.</param>
/// <param name="Mark">Its shape.</param>
/// <param name="Color">Ink of the shape and the word.</param>
/// <param name="Tint">Color behind them; every pair has a contrast of 5.4 or more.</param>
/// <param name="Meaning">What it says, in one sentence.</param>
/// <param name="Short">The same in a few words, for a legend.</param>
internal sealed record VerdictPrint(Verdict Verdict, string Word, Mark Mark, Ink Color, Ink Tint, string Meaning, string Short)
{
    /// <summary>All verdicts, worst first.</summary>
    public static readonly IReadOnlyList<VerdictPrint> All = [.. Enum.GetValues<Verdict>().Order().Select(From)];

    /// <summary>The print of a verdict, in the colors that it has in every format.</summary>
    public static VerdictPrint From(Verdict verdict)
    {
        var look = VerdictLook.From(verdict);
        (Mark mark, string meaning, string summary) = verdict switch
        {
            Verdict.Violation =>
                (Mark.Square, "The facts on file establish the prohibition, and no exception is established.", "prohibited on the facts on file"),
            Verdict.Suspect => (Mark.Triangle, "It contains or very likely contains a covered material, and the only origin listed is a covered country.",
                "the only origin listed is a covered country"),
            Verdict.Open => (Mark.Question, "A fact that the law requires is not on file. Open is never a pass.", "origin information is missing"),
            Verdict.Exempt => (Mark.Diamond, "Recorded facts establish an exception.", "an exception is on file"),
            Verdict.Pass => (Mark.Check, "Every step that the rules require is on file for every named element, outside the covered countries.",
                "every required step is on file"),
            Verdict.NotCovered => (Mark.Dot, "No covered material was recognized.", "no covered material"),
            _ => throw new UnreachableException(),
        };
        return new VerdictPrint(verdict, look.Name, mark, Hex(look.Ink), Hex(look.Tint), meaning, summary);
    }

    /// <summary>The tinted cell of a table.</summary>
    public TableCell Cell() => new(new Paragraph(Run())) { Tint = Tint };

    /// <summary>Shape and word.</summary>
    public Run Run() => new(Word) { Mark = Mark, Color = Color, IsStrong = true, IsUnbroken = true };

    // #RRGGBB
    private static Ink Hex(string color) => Ink.Hex(int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
