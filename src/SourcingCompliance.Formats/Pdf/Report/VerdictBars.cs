using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Draws one stacked bar for each period of the law, labelled with counts; the one that gives the result first and larger.</summary>
internal sealed class VerdictBars(FontSet fonts, double width)
{
    private const double LabelShare = 0.33;
    private const double MarkSize = 6.5;

    /// <summary>The picture.</summary>
    /// <param name="regimes">Counts by period.</param>
    /// <param name="gate">Id of the period that gives the result.</param>
    public Picture Draw(ImmutableArray<RegimeSummary> regimes, string gate)
    {
        var shapes = new List<Shape>();
        var words = new List<string>();
        double top = 0;
        foreach (RegimeSummary regime in regimes.OrderBy(regime => regime.Regime.Id == gate ? 0 : 1))
        {
            bool isGate = regime.Regime.Id == gate;
            string period = ReportSetting.GetPeriod(regime.Regime);
            string says = regime.Regime.Title + (isGate && regimes.Length > 1 ? " · used for the result" : "");
            shapes.Add(new Label(0, top + 10, period) { Size = isGate ? 9 : 8, IsStrong = true });
            double labelEnd = AddLines(says, top + 20, shapes);
            (double barTop, double height) = isGate ? (top + 3, 21) : (top + 2, 15);
            AddBar(regime, width * (LabelShare + 0.02), barTop, height, isGate, shapes);
            words.Add($"{period} ({regime.Regime.Title}): {GetCounts(regime)}.");
            top = Math.Max(labelEnd, barTop + height) + (isGate ? 7 : 5);
        }

        return new Picture(width, top, [.. shapes]) { AlternateText = string.Join(' ', words) };
    }

    /// <summary>What the shapes of the verdicts that occur mean, in words.</summary>
    public static Paragraph? Legend(ImmutableArray<RegimeSummary> regimes)
    {
        VerdictPrint[] shown = [.. VerdictPrint.All.Where(look => regimes.Any(regime => regime[look.Verdict] > 0))];
        return Array.TrueForAll(shown, look => look.Verdict == Verdict.NotCovered) ? null : new Paragraph([.. shown.SelectMany((look, at) => new[]
        {
            new Run(look.Word) { Mark = look.Mark, Color = look.Color, IsStrong = true },
            Run.Muted($": {look.Short}{(at < shown.Length - 1 ? "\u2003" : "")}"),
            new Run(at < shown.Length - 1 ? " " : ""),
        })])
        {
            Style = ReportSetting.Fine with { After = 6 },
        };
    }

    /// <summary>The coverage in one sentence.</summary>
    public static string GetWords(Coverage coverage) => coverage.CoveredLines == 0
        ? "No line item contains a covered material, so no origin is needed."
        : "Coverage: " + ReportWords.GetCoverage(coverage);

    private double AddLines(string text, double baseline, List<Shape> shapes)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (fonts.Shape(longer, isTabular: true).Width * 7.3 > width * LabelShare && line.Length > 0)
            {
                shapes.Add(new Label(0, baseline, line) { Size = 7.3, Color = Ink.Muted });
                (line, baseline) = (word, baseline + 9);
                continue;
            }

            line = longer;
        }

        shapes.Add(new Label(0, baseline, line) { Size = 7.3, Color = Ink.Muted });
        return baseline + 3;
    }

    private void AddBar(RegimeSummary regime, double left, double top, double height, bool isGate, List<Shape> shapes)
    {
        double room = width - left;
        List<(VerdictPrint Look, int Count)> parts = [.. VerdictPrint.All.Select(look => (look, regime[look.Verdict])).Where(part => part.Item2 > 0)];
        if (parts.Count == 0)
        {
            shapes.Add(new Box(left, top, room, height, VerdictPrint.From(Verdict.NotCovered).Tint));
            return;
        }

        // Every part is wide enough for its number; the rest of the bar is shared in proportion.
        double size = isGate ? 9 : 8;
        double[] least = [.. parts.Select(part => (part.Look.Verdict == Verdict.NotCovered ? 12 : MarkSize + 17)
            + (fonts.Shape(Wording.GetNumber(part.Count), isStrong: true, isTabular: true).Width * size))];
        double free = room - least.Sum();
        int all = parts.Sum(part => part.Count);
        double x = left;
        for (int index = 0; index < parts.Count; index++)
        {
            (VerdictPrint look, int count) = parts[index];
            double share = least[index] + (free * count / all);
            AddPart(look, count, x, share - (index < parts.Count - 1 ? 1.5 : 0), (top, height, size, isGate), shapes);
            x += share;
        }
    }

    private void AddPart(VerdictPrint look, int count, double x, double share, (double Top, double Height, double Size, bool IsGate) bar, List<Shape> shapes)
    {
        bool isSolid = look.Verdict == Verdict.Violation && bar.IsGate;
        Ink ink = isSolid ? Ink.Paper : look.Verdict == Verdict.NotCovered ? Ink.Muted : look.Color;
        shapes.Add(new Box(x, bar.Top, share, bar.Height, isSolid ? look.Color : look.Tint));
        if (bar.IsGate && !isSolid)
        {
            shapes.Add(new Box(x, bar.Top + bar.Height - 2, share, 2, look.Verdict == Verdict.NotCovered ? Ink.Rule : look.Color));
        }

        double baseline = bar.Top + (bar.Height / 2) + (bar.Size * 0.36);
        string number = Wording.GetNumber(count);
        double at = x + 6;
        if (look.Verdict != Verdict.NotCovered)
        {
            shapes.Add(new MarkShape(at, bar.Top + ((bar.Height - MarkSize) / 2), MarkSize, look.Mark, ink));
            at += MarkSize + 4;
        }

        shapes.Add(new Label(at, baseline, number) { Size = bar.Size, IsStrong = true, Color = ink });
        at += (fonts.Shape(number, isStrong: true, isTabular: true).Width * bar.Size) + 4;
        string word = look.Verdict == Verdict.NotCovered ? "without a covered material" : look.Word;
        double wordSize = bar.Size - 1;
        if (at + (fonts.Shape(word, isTabular: true).Width * wordSize) + 4 < x + share)
        {
            shapes.Add(new Label(at, baseline, word) { Size = wordSize, Color = ink });
        }
    }

    private static string GetCounts(RegimeSummary regime) => $"{Wording.FormatCount(regime.Total, "line item")}: " + Wording.GetList(
        [.. VerdictPrint.All.Where(look => regime[look.Verdict] > 0).Select(look => $"{Wording.GetNumber(regime[look.Verdict])} "
            + $"{(look.Verdict == Verdict.NotCovered ? "without a covered material" : look.Word.ToLowerInvariant())}")]);
}
