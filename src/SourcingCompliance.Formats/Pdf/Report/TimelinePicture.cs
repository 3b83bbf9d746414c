using System.Globalization;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;
using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>Draws actions against time: each from its latest start to its due day, with today, delivery and the change of law marked.</summary>
internal sealed class TimelinePicture(FontSet fonts, double width, Func<string, string> words)
{
    private const int MostActions = 14;
    private const double LabelWidth = 178;
    private const double RowHeight = 17;
    private const double HeadLine = 10;
    private static readonly Ink Late = VerdictPrint.Of(Verdict.Violation).Color;

    /// <summary>How many of the actions the picture shows.</summary>
    public static int ShownOf(int actions) => Math.Min(actions, MostActions);

    /// <summary>The picture of the first actions in the order of the plan.</summary>
    public Picture Draw(ComplianceReport report)
    {
        List<RemediationAction> actions = [.. report.Actions.Take(MostActions)];
        List<(DateOnly Day, string Name)> marks = MarksOf(report);
        DateOnly first = actions.Select(action => action.StartBy).Concat(marks.Select(mark => mark.Day)).Min();
        DateOnly last = actions.Select(EndOf).Concat(marks.Select(mark => mark.Day)).Max();
        // A little air at both ends, so that no line stands on the edge.
        int air = Math.Max(4, (last.DayNumber - first.DayNumber) / 25);
        (int from, int to) = (first.DayNumber - air, last.DayNumber + air);

        double X(DateOnly day) => LabelWidth + ((width - LabelWidth) * (day.DayNumber - from) / (to - from));

        var shapes = new List<Shape>();
        double top = AddMarks(marks, X, shapes, actions.Count);
        for (int index = 0; index < actions.Count; index++)
        {
            AddAction(actions[index], top + (index * RowHeight), X, shapes);
        }

        double bottom = top + (actions.Count * RowHeight);
        AddMonths(from, to, bottom, X, shapes);
        return new Picture(width, bottom + 20, [.. shapes]) { AlternateText = AlternateText(actions, marks, report.Actions.Length) };
    }

    private static DateOnly EndOf(RemediationAction action) => action.EarliestFinish > action.DueBy ? action.EarliestFinish : action.DueBy;

    private static List<(DateOnly Day, string Name)> MarksOf(ComplianceReport report)
    {
        var marks = new List<(DateOnly Day, string Name)> { (report.Run.AsOf, "today") };
        marks.AddRange(report.Summary.Regimes.Select(summary => summary.Regime.From).OfType<DateOnly>().Distinct().Select(day => (day, Wording.DateOf(day))));
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
        for (int index = 0; index < marks.Count; index++)
        {
            double x = place(marks[index].Day);
            double half = fonts.Shape(marks[index].Name, isStrong: true, isTabular: true).Width * 8 / 2;
            double center = Math.Min(x, width - half);
            double baseline = ((lines[index] + 1) * HeadLine) - 1;
            bool isToday = string.Equals(marks[index].Name, "today", StringComparison.Ordinal);
            shapes.Add(new Polygon([(x, baseline + 3), (x, top + (rows * RowHeight) + 4)], isToday ? Ink.Text : Ink.Muted, 0.8) { Dash = isToday ? null : 2.5 });
            shapes.Add(new Label(center, baseline, marks[index].Name) { IsStrong = true, Alignment = Alignment.Center });
        }

        return top;
    }

    private void AddAction(RemediationAction action, double top, Func<DateOnly, double> place, List<Shape> shapes)
    {
        bool isLate = action.OverdueDays > 0 || action.SlackBusinessDays < 0;
        Ink color = isLate ? Late : action.IsCritical ? Ink.Text : Ink.Muted;
        shapes.Add(new Box(0, top + RowHeight - 0.4, width, 0.4, Ink.Rule));
        shapes.Add(new Label(0, top + 11, Shortened(words(action.Title))) { IsStrong = action.IsCritical });
        double start = place(action.StartBy);
        double due = Math.Max(place(action.DueBy), start + 2);
        shapes.Add(new Box(start, top + 5, due - start, 7, color));
        if (action.EarliestFinish > action.DueBy)
        {
            double end = place(action.EarliestFinish);
            shapes.Add(new Polygon([(due, top + 8.5), (end, top + 8.5)], color, 1.2) { Dash = 2 });
            shapes.Add(new MarkShape(end - 3, top + 5.5, 6, Mark.Diamond, color));
        }
    }

    private static void AddMonths(int from, int to, double top, Func<DateOnly, double> place, List<Shape> shapes)
    {
        // Months, quarters or years: as many names as fit.
        int step = (to - from) switch { < 330 => 1, < 900 => 3, _ => 12 };
        DateOnly first = DateOnly.FromDayNumber(from);
        var month = new DateOnly(first.Year, 1, 1);
        for (; month.DayNumber <= to; month = month.AddMonths(step))
        {
            if (month.DayNumber < from)
            {
                continue;
            }

            double x = place(month);
            shapes.Add(new Polygon([(x, top + 2), (x, top + 6)], Ink.Muted, 0.6));
            shapes.Add(new Label(x, top + 15, month.ToString(step == 12 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture)) { Size = 7.5, Color = Ink.Muted, Alignment = Alignment.Center });
        }
    }

    private string Shortened(string title)
    {
        const double room = LabelWidth - 10;
        if (fonts.Shape(title, isStrong: true, isTabular: true).Width * 8 <= room)
        {
            return title;
        }

        int length = title.Length;
        while (length > 1 && fonts.Shape(title[..length].TrimEnd() + "…", isStrong: true, isTabular: true).Width * 8 > room)
        {
            length -= char.IsLowSurrogate(title[length - 1]) ? 2 : 1;
        }

        return title[..length].TrimEnd() + "…";
    }

    private string AlternateText(List<RemediationAction> actions, List<(DateOnly Day, string Name)> marks, int all)
    {
        string days = string.Join(", ", marks.Select(mark => string.Equals(mark.Name, Wording.DateOf(mark.Day), StringComparison.Ordinal) ? mark.Name : $"{mark.Name} {Wording.DateOf(mark.Day)}"));
        string bars = string.Join(' ', actions.Select(action =>
            $"{words(action.Title)}: start by {Wording.DateOf(action.StartBy)}, done by {Wording.DateOf(action.DueBy)}"
            + $"{(action.EarliestFinish > action.DueBy ? $", earliest possible finish {Wording.DateOf(action.EarliestFinish)}" : "")}."));
        return $"Timeline of {Wording.CountOf(actions.Count, "action")} of {all.ToString("N0", CultureInfo.InvariantCulture)}, with {days}. {bars}";
    }
}
