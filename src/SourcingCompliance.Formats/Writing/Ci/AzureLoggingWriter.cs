using System.Globalization;
using System.Text;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Ci;

/// <summary>Writes logging commands that Azure Pipelines shows as issues of the build when they are printed by a task.</summary>
public sealed class AzureLoggingWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "azure";

    /// <inheritdoc/>
    public string FileSuffix => ".azure.txt";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using StreamWriter text = ReportText.Open(output);
        foreach (Remark remark in Remark.From(report))
        {
            string type = remark.Level == RemarkLevel.Error ? "error" : "warning";
            text.Write(string.Create(CultureInfo.InvariantCulture,
                $"##vso[task.logissue type={type};sourcepath={Property(remark.Path)};linenumber={remark.Line};code={Property(remark.Rule)};]"
                    + $"{Message(remark.Text)}\n"));
        }
    }

    // github.com/microsoft/azure-pipelines-task-lib, node/taskcommand.ts: the agent decodes these.
    private static string Message(string text) => new StringBuilder(VisibleText.Lines(text)).Replace("%", "%AZP25")
        .Replace("\r", "%0D").Replace("\n", "%0A").ToString();

    private static string Property(string text) => Message(text).Replace("]", "%5D", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);
}
