using SourcingCompliance.Findings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Programs;

/// <summary>What a program had to settle at the end of a day on which one of its BOMs was checked, in line items.</summary>
/// <param name="Day">The day, ISO.</param>
/// <param name="Boms">BOMs that had been checked by then.</param>
/// <param name="Violation">Violations.</param>
/// <param name="Suspect">Suspects.</param>
/// <param name="Open">Line items that need information.</param>
/// <param name="Skipped">Skipped rows that name a covered material; they are not decided either.</param>
/// <param name="IsComplete">Whether every BOM was read completely; otherwise there can be more.</param>
public sealed record TrendPoint(string Day, int Boms, int Violation, int Suspect, int Open, int Skipped, bool IsComplete)
{
    /// <summary>All that is to settle.</summary>
    public int Total => Violation + Suspect + Open + Skipped;

    /// <summary>The points of a program: of each BOM, known by its file name, the newest result of that day counts.</summary>
    /// <param name="done">The finished checks, in any order.</param>
    public static IReadOnlyList<TrendPoint> From(IEnumerable<PastCheck> done)
    {
        ArgumentNullException.ThrowIfNull(done);
        var newest = new Dictionary<string, RunResult>(StringComparer.Ordinal);
        var points = new List<TrendPoint>();
        foreach (PastCheck check in done.OrderBy(check => check.Run.ReceivedAt, StringComparer.Ordinal).ThenBy(check => check.Run.Id, StringComparer.Ordinal))
        {
            if (check.Result is not { } result)
            {
                continue;
            }

            newest[check.Names] = result;
            string day = check.Run.ReceivedAt[..10];
            if (points.Count > 0 && points[^1].Day == day)
            {
                points.RemoveAt(points.Count - 1);
            }

            points.Add(new TrendPoint(day, newest.Count, newest.Values.Sum(one => one.Violation), newest.Values.Sum(one => one.Suspect),
                newest.Values.Sum(one => one.OpenLines), newest.Values.Sum(one => one.Unaccounted), newest.Values.All(IsRead)));
        }

        return points;
    }

    private static bool IsRead(RunResult result) => result.Lines > 0 && result.ExitCode <= ExitCodes.OpenLines;
}
