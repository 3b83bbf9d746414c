using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Formats.Pdf.Requests;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Output;

/// <summary>
/// Puts the requests of a run next to its PDF: one file for each supplier, and all in one where there are several. A request that somebody else's file
/// stands in the way of gets another name; nothing is overwritten but unchanged requests of the same list.
/// </summary>
internal static class RequestFiles
{
    /// <summary>Whether a report file is a request.</summary>
    /// <param name="name">Its name below the report folder.</param>
    public static bool IsRequest(string name) => name.StartsWith(RequestFileNames.Folder + "/", StringComparison.Ordinal);

    /// <summary>Writes the requests of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="list">The list that they are of; null = the whole run.</param>
    /// <param name="folder">Where they go.</param>
    /// <param name="cancellation">Leaves files already written and removes the one under way.</param>
    /// <returns>The path of the file with all requests, or of the only one; null when no supplier is asked.</returns>
    public static string? Write(ComplianceReport report, string? list, ReportFolder folder, CancellationToken cancellation)
    {
        ImmutableArray<SupplierRequest> requests = report.Plan?.Requests ?? [];
        if (requests.IsEmpty)
        {
            return null;
        }

        (string Name, ImmutableArray<SupplierRequest> Requests)[] files =
        [
            .. requests.Zip(RequestFileNames.Get(requests), (request, name) => (name, ImmutableArray.Create(request))),
            .. requests.Length > 1 ? new[] { (RequestFileNames.OfAll, requests) } : [],
        ];
        ReportTarget[] targets = Free(files.Select(file => file.Name), list, folder);
        folder.Record(targets);
        string[] paths = new string[files.Length];
        var writer = new RequestPdfWriter();
        OnAllCores.For(files.Length, at => paths[at] = folder.Write(targets[at], output => writer.Write(report, files[at].Requests, output, cancellation)),
            cancellation);
        return paths[^1];
    }

    private static ReportTarget[] Free(IEnumerable<string> names, string? list, ReportFolder folder)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(wanted =>
        {
            string path = $"{RequestFileNames.Folder}/{wanted}";
            string name = path;
            for (int number = 2; !taken.Add(name) || folder.IsTaken(name, list); number++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{path[..^RequestFileNames.Suffix.Length]} ({number}){RequestFileNames.Suffix}");
            }

            return new ReportTarget(name, "pdf", list);
        })];
    }
}
