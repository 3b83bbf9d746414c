using SourcingCompliance.Findings;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Html.LongLists;

/// <summary>The rows of a report, where each stands in its list, and which lists are too long to stand in the page in full.</summary>
internal sealed class ReportRows
{
    private readonly Dictionary<string, int> _findings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _actions = new(StringComparer.Ordinal);
    private readonly Finding[] _inFileOrder;

    /// <summary>Looks through a report.</summary>
    public ReportRows(ComplianceReport report)
    {
        Findings = [.. FindingPeriod.From(report, report.Findings).SelectMany(period => period.Findings)];
        _inFileOrder = [.. report.Files.SelectMany(file => file.Findings)];
        Actions = [.. report.Actions];
        for (int at = 0; at < Findings.Length; at++)
        {
            _findings.TryAdd(Findings[at].Id, at);
        }

        for (int at = 0; at < Actions.Length; at++)
        {
            _actions.TryAdd(Actions[at].Id, at);
        }

        AreLinesLong = report.Files.Sum(file => file.Lines.Count(line => !line.DeterminationsInAnyRow.IsEmpty)) > LongList.MostFull;
    }

    /// <summary>The findings, worst first; those of other periods after those that count.</summary>
    public Finding[] Findings { get; }

    /// <summary>The actions in the order of the plan.</summary>
    public RemediationAction[] Actions { get; }

    /// <summary>Whether findings and plan stand in the page as data.</summary>
    public bool AreFindingsLong => Findings.Length > LongList.MostFull;

    /// <summary>Whether the lines stand in the page as data: those with reasons are what makes a page large.</summary>
    public bool AreLinesLong { get; }

    /// <summary>Numbers of the actions with these ids that are in the plan, in the order of the ids.</summary>
    public int[] PlacesOfActions(IEnumerable<string> ids) => GetPlaces(ids, _actions);

    /// <summary>Numbers of the findings with these ids, worst first.</summary>
    public int[] PlacesOfFindings(IEnumerable<string> ids)
    {
        int[] places = GetPlaces(ids, _findings);
        Array.Sort(places);
        return places;
    }

    /// <summary>Ids and part numbers of the findings with these ids, in the order of the files.</summary>
    public IEnumerable<(string Id, string Text)> GetFindings(IReadOnlyCollection<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        return _inFileOrder.Where(finding => wanted.Contains(finding.Id)).Select(finding => (finding.Id, finding.PartNumber));
    }

    private static int[] GetPlaces(IEnumerable<string> ids, Dictionary<string, int> places) =>
        [.. ids.Where(places.ContainsKey).Select(id => places[id]).Distinct()];
}
