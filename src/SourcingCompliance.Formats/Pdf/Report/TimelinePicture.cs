using System.Globalization;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Draws the plan against time: what is started today as bars, backup plans as outlines, with today, delivery and the change of law marked.</summary>
internal sealed class TimelinePicture(FontSet fonts, double width, Func<string, string> words)
{
    private const int MostTasks = 6;
    private const int MostBackups = 6;
    private const double LabelWidth = 215;
    private const double Room = LabelWidth - 8;
    private const double LabelSize = 8;
    private const double SmallestLabelSize = 6.6;
    private const double RowHeight = 16;
    private const double HeadLine = 10;
    private const double MonthWidth = 42;
    private static readonly Ink Late = VerdictPrint.From(Verdict.Violation).Color;

    /// <summary>The picture.</summary>
    public Picture Draw(ComplianceReport report, RemediationPlan plan)
    {
        List<Bar> bars = [.. GetBars(plan)];
        List<(DateOnly Day, string Name)> marks = GetMarks(report);
        DateOnly first = bars.Select(bar => bar.From).Concat(marks.Select(mark => mark.Day)).Min();
        DateOnly last = bars.Select(bar => bar.To).Concat(marks.Select(mark => mark.Day)).Max();
        // A little air at both ends, so that no line stands on the edge.
        int air = Math.Max(4, (last.DayNumber - first.DayNumber) / 25);
        (int from, int to) = (first.DayNumber - air, last.DayNumber + air);

        double X(DateOnly day) => LabelWidth + ((width - LabelWidth) * (day.DayNumber - from) / (to - from));

        var shapes = new List<Shape>();
        double top = AddMarks(marks, X, shapes, bars.Count);
        for (int index = 0; index < bars.Count; index++)
        {
            AddBar(bars[index], top + (index * RowHeight), X, shapes);
        }

        double bottom = top + (bars.Count * RowHeight);
        AddMonths(from, to, bottom, X, shapes);
        return new Picture(width, bottom + 19, [.. shapes]) { AlternateText = AlternateText(bars, marks) };
    }

    // A backup plan is drawn from today, for that is what it takes; its latest start is told in words.
    private static IEnumerable<Bar> GetBars(RemediationPlan plan) =>
    [
        .. plan.DoTodayInShort.Take(MostTasks).Select(task => new Bar(task.Title, plan.AsOf, task.NeededBy, task.IsLate, IsBackup: false)
            { Short = GetShort(task) }),
        .. plan.BackupPlans.GroupBy(backup => backup.Route, StringComparer.Ordinal).Take(MostBackups).Select(group =>
            new Bar("Backup: " + group.Key, plan.AsOf, group.Max(backup => backup.EarliestCompletion), group.Any(backup => backup.IsTooLate), IsBackup: true)),
    ];

    private static List<(DateOnly Day, string Name)> GetMarks(ComplianceReport report)
    {
        var marks = new List<(DateOnly Day, string Name)> { (report.Run.AsOf, "today") };
        marks.AddRange(report.Summary.Regimes.Select(summary => summary.Regime.From).OfType<DateOnly>()
            .Distinct().Select(day => (day, Wording.FormatDate(day))));
        if (report.Run.Delivery is DateOnly delivery)
        {
            marks.Add((delivery, "delivery"));
        }

        return [.. marks.OrderBy(mark => mark.Day).ThenBy(mark => mark.Name, StringComparer.Ordinal)];
    }

    private double AddMarks(List<(DateOnly Day, string Name)> marks, Func<DateOnly, double> place, List<Shape> shapes, int rows)
    {
        // Names that would touch stand on different lines.
        var ends = new List<double>();
        var lines = new List<int>();
        foreach ((DateOnly day, string name) in marks)
        {
            double half = fonts.Shape(name, isStrong: true, isTabular: true).Width * 8 / 2;
            double left = Math.Min(place(day) - half, width - (2 * half));
            int line = ends.FindIndex(end => end + 6 < left);
            if (line < 0)
            {
                line = ends.Count;
                ends.Add(0);
            }

            ends[line] = left + (2 * half);
            lines.Add(line);
        }

        double top = (ends.Count * HeadLine) + 6;
        var labels = new List<Shape>();
        for (int index = 0; index < marks.Count; index++)
        {
            double x = place(marks[index].Day);
            double half = fonts.Shape(marks[index].Name, isStrong: true, isTabular: true).Width * 8 / 2;
            double center = Math.Min(x, width - half);
            double baseline = ((lines[index] + 1) * HeadLine) - 1;
            bool isToday = string.Equals(marks[index].Name, "today", StringComparison.Ordinal);
            shapes.Add(new Polygon([(x, baseline + 3), (x, top + (rows * RowHeight) + 4)], isToday
                ? Ink.Text : Ink.Muted, 0.8)
            { Dash = isToday ? null : 2.5 });
            // A name may stand in the way of another day's line, which ends behind it.
            labels.Add(new Box(center - half - 2, baseline - 7.5, (2 * half) + 4, 9.8, Ink.Paper));
            labels.Add(new Label(center, baseline, marks[index].Name) { IsStrong = true, Alignment = Alignment.Center });
        }

        shapes.AddRange(labels);
        return top;
    }

    private void AddBar(Bar bar, double top, Func<DateOnly, double> place, List<Shape> shapes)
    {
        Ink color = bar.IsLate ? Late : bar.IsBackup ? Ink.Muted : Ink.Text;
        shapes.Add(new Box(0, top + RowHeight - 0.4, width, 0.4, Ink.Rule));
        string label = GetLabel(words(bar.Name), words(bar.Short));
        shapes.Add(new Label(0, top + 10.5, label) { IsStrong = !bar.IsBackup, Size = Math.Min(LabelSize, LabelSize * Room / GetWidth(label)) });
        double start = place(bar.From);
        double end = Math.Max(place(bar.To), start + 2);
        if (bar.IsBackup)
        {
            shapes.Add(new Polygon([(start, top + 8), (end - 3, top + 8)], color, 1.2) { Dash = 2 });
            shapes.Add(new MarkShape(end - 3, top + 5, 6, Mark.Diamond, color));
            return;
        }

        shapes.Add(new Box(start, top + 4.5, end - start, 7, color));
    }

    private void AddMonths(int from, int to, double top, Func<DateOnly, double> place, List<Shape> shapes)
    {
        // Months, quarters or years: as many names as fit.
        DateOnly first = DateOnly.FromDayNumber(from);
        double month30 = place(first.AddDays(30)) - place(first);
        int step = (month30 / MonthWidth) switch { >= 1 => 1, >= 1.0 / 3 => 3, >= 1.0 / 6 => 6, _ => 12 };
        var month = new DateOnly(first.Year, 1, 1);
        double end = 0;
        for (; month.DayNumber <= to; month = month.AddMonths(step))
        {
            if (month.DayNumber < from)
            {
                continue;
            }

            double x = place(month);
            shapes.Add(new Polygon([(x, top + 2), (x, top + 6)], Ink.Muted, 0.6));
            string name = month.ToString(step == 12 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture);
            double half = fonts.Shape(name, isStrong: false, isTabular: true).Width * 7.5 / 2;
            double center = Math.Min(x, width - half);
            // The last name is moved in from the edge where there is room for it.
            if (center - half >= end)
            {
                shapes.Add(new Label(center, top + 15, name) { Size = 7.5, Color = Ink.Muted, Alignment = Alignment.Center });
                end = center + half + 6;
            }
        }
    }

    // "Look for other sources: MAG-1, MAG-7 and 4 more" is long; its parts stand in the table below.
    private static string GetShort(TodayTask task) => task.Title.IndexOf(": ", StringComparison.Ordinal) is > 0 and int colon && task.Parts.Length > 1
        ? $"{task.Title[..colon]}: {Wording.FormatCount(task.Parts.Length, "part")}" : "";

    private string GetLabel(string title, string inShort) => Fits(title) || inShort.Length == 0 ? Shortened(title) : Shortened(inShort);

    private double GetWidth(string text) => fonts.Shape(text, isStrong: true, isTabular: true).Width * LabelSize;

    // A label that is a little too long is set in a smaller type.
    private bool Fits(string title) => GetWidth(title) * SmallestLabelSize / LabelSize <= Room;

    // The whole title stands in the table below.
    private string Shortened(string title)
    {
        if (Fits(title))
        {
            return title;
        }

        int length = title.Length;
        while (length > 1 && !Fits(title[..length].TrimEnd() + "…"))
        {
            length -= char.IsLowSurrogate(title[length - 1]) ? 2 : 1;
        }

        return title[..length].TrimEnd(' ', ',', ':') + "…";
    }

    private string AlternateText(List<Bar> bars, List<(DateOnly Day, string Name)> marks)
    {
        string days = string.Join(", ", marks.Select(mark => string.Equals(mark.Name, Wording.FormatDate(mark.Day), StringComparison.Ordinal)
            ? mark.Name : $"{mark.Name} {Wording.FormatDate(mark.Day)}"));
        string rows = string.Join(' ', bars.Select(bar => bar.IsBackup
            ? $"{words(bar.Name)}: complete on {Wording.FormatDate(bar.To)} if started today{(bar.IsLate ? ", after delivery" : "")}."
            : $"{words(bar.Name)}: needed by {Wording.FormatDate(bar.To)}{(bar.IsLate ? ", late" : "")}."));
        return $"Timeline with {days}. {rows}";
    }

    private sealed record Bar(string Name, DateOnly From, DateOnly To, bool IsLate, bool IsBackup)
    {
        /// <summary>The name where room is short; empty = none.</summary>
        public string Short { get; init; } = "";
    }
}
