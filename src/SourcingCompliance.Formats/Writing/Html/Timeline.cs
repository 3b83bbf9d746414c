using SourcingCompliance.Primitives;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html;

/// <summary>The scale of the plan, from the first day that matters to the last, and the bars on it.</summary>
internal sealed class Timeline
{
    private readonly DateOnly _first;
    private readonly DateOnly _last;
    private readonly (DateOnly Day, string Name, string Class)[] _marks;

    /// <summary>Spans everything that the plan and the run speak of.</summary>
    public Timeline(ComplianceReport report)
    {
        _marks =
        [
            (report.Run.AsOf, "today", "today"),
            .. report.Run.Delivery is { } delivery ? [(delivery, "delivery", "delivery")] : Array.Empty<(DateOnly, string, string)>(),
            .. report.Summary.Regimes.Select(summary => summary.Regime.From).OfType<DateOnly>().Select(from => (from, Wording.FormatDate(from), "rule")),
        ];
        DateOnly[] days = [.. report.Actions.SelectMany(action => new[] { action.StartBy, action.DueBy, action.EarliestFinish }),
            .. _marks.Select(mark => mark.Day)];
        // Room for half a ring at either end.
        int margin = 3 + ((days.Max().DayNumber - days.Min().DayNumber) / 40);
        _first = days.Min().AddDays(-margin);
        _last = days.Max().AddDays(margin);
    }

    /// <summary>Writes the head of the column: the marked days, one above the other so that their names never meet.</summary>
    public void WriteScale(HtmlPage page)
    {
        page.Add($"<svg class=\"scale\" width=\"100%\" height=\"{(_marks.Length * 14) + 2}\" role=\"img\" aria-label=\"Time: "
            + $"{string.Join(", ", _marks.Select(mark => $"{mark.Name} {ReportTokens.Format(mark.Day)}"))}\">");
        for (int i = 0; i < _marks.Length; i++)
        {
            decimal at = At(_marks[i].Day);
            int y = (i * 14) + 11;
            page.Add($"<line class=\"{_marks[i].Class}\" x1=\"{at}%\" x2=\"{at}%\" y1=\"{y - 8}\" y2=\"100%\"></line>");
            page.Add($"<text x=\"{at}%\" dx=\"{(at > 60 ? -4 : 4)}\" y=\"{y}\" text-anchor=\"{(at > 60 ? "end" : "start")}\">{_marks[i].Name}</text>");
        }

        page.AddTrusted("</svg>");
    }

    /// <summary>Writes the bar of one action; the table beside it says the same in dates.</summary>
    public void WriteBar(HtmlPage page, RemediationAction action)
    {
        page.AddTrusted("<svg class=\"span\" width=\"100%\" height=\"22\" aria-hidden=\"true\" focusable=\"false\">");
        foreach ((DateOnly day, string _, string style) in _marks)
        {
            page.Add($"<line class=\"{style}\" x1=\"{At(day)}%\" x2=\"{At(day)}%\" y1=\"0\" y2=\"100%\"></line>");
        }

        decimal from = At(action.StartBy);
        page.Add($"<rect class=\"{(action.SlackBusinessDays < 0 ? "late" : "fits")}\" x=\"{from}%\" y=\"7\" width=\"{Math.Max(At(action.DueBy) - from, 0.8m)}"
            + $"%\" height=\"8\" rx=\"2\"></rect>");
        page.Add($"<circle cx=\"{At(action.EarliestFinish)}%\" cy=\"11\" r=\"4\"></circle></svg>");
    }

    private decimal At(DateOnly day) => decimal.Round(100m * (day.DayNumber - _first.DayNumber) / (_last.DayNumber - _first.DayNumber), 2);
}
