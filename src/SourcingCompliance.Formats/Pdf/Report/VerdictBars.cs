using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Draws one stacked bar for each regime, labelled with counts, and the coverage below them.</summary>
internal sealed class VerdictBars(FontSet fonts, double width)
{
    private const double BarHeight = 20;
    private const double RowHeight = 50;
    private const double MarkSize = 7;

    /// <summary>The picture.</summary>
    public Picture Draw(ImmutableArray<RegimeSummary> regimes, Coverage coverage)
    {
        var shapes = new List<Shape>();
        var words = new List<string>();
        double top = 0;
        foreach (RegimeSummary regime in regimes)
        {
            int covered = regime.Total - regime.NotCovered;
            string total = $"{Wording.CountOf(covered, "line")} of {Number(regime.Total)} with a covered material";
            string period = ReportSetting.PeriodOf(regime.Regime);
            shapes.Add(new Label(0, top + 9, period) { Size = 9.5, IsStrong = true });
            double titleAt = (fonts.Shape(period, isStrong: true, isTabular: true).Width * 9.5) + 8;
            double room = width - titleAt - ((fonts.Shape(regime.Regime.Title, isTabular: true).Width + fonts.Shape(total, isTabular: true).Width) * 8);
            if (room > 12)
            {
                shapes.Add(new Label(titleAt, top + 9, regime.Regime.Title) { Color = Ink.Muted });
            }

            shapes.Add(new Label(width, top + 9, total) { Alignment = Alignment.Right, Color = Ink.Muted });
            AddBar(regime, top + 16, shapes);
            words.Add($"{period} ({regime.Regime.Title}): {total}; {CountsOf(regime)}.");
            top += RowHeight;
        }

        top = AddCoverage(coverage, top, shapes);
        words.Add(WordsOf(coverage));
        return new Picture(width, top, [.. shapes]) { AlternateText = string.Join(' ', words) };
    }

    /// <summary>The coverage in one sentence.</summary>
    public static string WordsOf(Coverage coverage) => coverage.CoveredLines == 0
        ? "No line carries a covered material, so no origin is needed."
        : "Coverage: " + ReportWords.CoverageOf(coverage);

    private void AddBar(RegimeSummary regime, double top, List<Shape> shapes)
    {
        List<(VerdictPrint Look, int Count)> parts =
            [.. VerdictPrint.All.Where(look => look.Verdict != Verdict.NotCovered).Select(look => (look, regime[look.Verdict])).Where(part => part.Item2 > 0)];
        if (parts.Count == 0)
        {
            shapes.Add(new Box(0, top, width, BarHeight, VerdictPrint.Of(Verdict.NotCovered).Tint));
            shapes.Add(new Label(8, top + 13.5, "No covered material recognised") { Color = Ink.Muted });
            return;
        }

        // Every part is wide enough for its label; the rest of the bar is shared in proportion.
        double[] least = [.. parts.Select(part => MarkSize + 18 + (fonts.Shape(Number(part.Count), isStrong: true, isTabular: true).Width * 9))];
        double free = width - least.Sum();
        int all = parts.Sum(part => part.Count);
        double x = 0;
        for (int index = 0; index < parts.Count; index++)
        {
            (VerdictPrint look, int count) = parts[index];
            double share = least[index] + (free * count / all);
            double gap = index < parts.Count - 1 ? 1.5 : 0;
            shapes.Add(new Box(x, top, share - gap, BarHeight, look.Tint));
            shapes.Add(new Box(x, top + BarHeight, share - gap, 2.5, look.Color));
            shapes.Add(new MarkShape(x + 7, top + 6.5, MarkSize, look.Mark, look.Color));
            string number = Number(count);
            shapes.Add(new Label(x + MarkSize + 11, top + 13.3, number) { Size = 9, IsStrong = true, Color = look.Color });
            double numberEnd = x + MarkSize + 15 + (fonts.Shape(number, isStrong: true, isTabular: true).Width * 9);
            if (numberEnd + (fonts.Shape(look.Word).Width * 8) + 6 < x + share)
            {
                shapes.Add(new Label(numberEnd, top + 13.3, look.Word) { Color = look.Color });
            }

            x += share;
        }
    }

    private double AddCoverage(Coverage coverage, double top, List<Shape> shapes)
    {
        shapes.Add(new Label(0, top + 9, "Required steps on file") { Size = 9.5, IsStrong = true });
        shapes.Add(new Label(width, top + 9, ReportWords.StepsOf(coverage)) { Alignment = Alignment.Right, Color = Ink.Muted });
        shapes.Add(new Box(0, top + 16, width, 6, Ink.Rule));
        if (coverage.StepShare is decimal share)
        {
            shapes.Add(new Box(0, top + 16, width * (double)Math.Clamp(share, 0, 1), 6, Ink.Text));
        }

        return top + 24;
    }

    private static string CountsOf(RegimeSummary regime) => Wording.ListOf(
        [.. VerdictPrint.All.Where(look => regime[look.Verdict] > 0).Select(look => $"{Number(regime[look.Verdict])} {look.Word.ToLowerInvariant()}")]);

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
