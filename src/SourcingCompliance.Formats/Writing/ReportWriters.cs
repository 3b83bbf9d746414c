using System.Collections.Immutable;
using SourcingCompliance.Formats.Writing.Json;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing;

/// <summary>The formats that <c>--format</c> offers.</summary>
public static class ReportWriters
{
    /// <summary>Every writer, in the order in which help lists them.</summary>
    public static readonly ImmutableArray<IReportWriter> All =
    [
        new JsonReportWriter(),
    ];

    /// <summary>The writer of a format; null when there is none.</summary>
    /// <param name="format">Name of the format, in any case.</param>
    public static IReportWriter? Find(string format) =>
        All.FirstOrDefault(writer => string.Equals(writer.Format, format, StringComparison.OrdinalIgnoreCase));
}
