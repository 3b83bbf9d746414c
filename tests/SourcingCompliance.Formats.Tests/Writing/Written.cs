using System.Text;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Tests.Writing;

/// <summary>Runs a writer into memory.</summary>
internal static class Written
{
    public static byte[] Bytes(this IReportWriter writer, ComplianceReport report)
    {
        using var output = new MemoryStream();
        writer.Write(report, output);
        return output.ToArray();
    }

    public static string Text(this IReportWriter writer, ComplianceReport? report = null) =>
        new UTF8Encoding(false, true).GetString(writer.Bytes(report ?? SampleReport.Build()));
}
