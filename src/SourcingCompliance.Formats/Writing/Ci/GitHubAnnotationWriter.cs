using System.Globalization;
using System.Text;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Ci;

/// <summary>Writes workflow commands that GitHub Actions shows as annotations when they are printed by a step.</summary>
public sealed class GitHubAnnotationWriter : IReportWriter
{
    // GitHub shows 10 errors and 10 warnings of a step and drops the rest without a word; the tenth says what was left out.
    private const int Shown = 9;

    /// <inheritdoc/>
    public string Format => "github";

    /// <inheritdoc/>
    public string FileSuffix => ".github.txt";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using StreamWriter text = ReportText.Open(output);
        foreach (IGrouping<RemarkLevel, Remark> group in Remark.From(report).GroupBy(remark => remark.Level).OrderBy(group => group.Key))
        {
            string command = group.Key == RemarkLevel.Error ? "error" : "warning";
            Remark[] remarks = [.. group];
            int shown = remarks.Length == Shown + 1 ? remarks.Length : Math.Min(remarks.Length, Shown);
            foreach (Remark remark in remarks.AsSpan(0, shown))
            {
                text.Write(string.Create(CultureInfo.InvariantCulture,
                    $"::{command} file={Property(remark.Path)},line={remark.Line},title={Property(remark.Title)}::{Message(remark.Text)}\n"));
            }

            if (shown < remarks.Length)
            {
                text.Write(string.Create(CultureInfo.InvariantCulture, $"::{command} title=SourcingCompliance::and {remarks.Length - shown} more, see "
                    + $"the summary\n"));
            }
        }
    }

    // github.com/actions/toolkit, packages/core/src/command.ts: what a message and a property must not hold.
    // Nor is a command of another system quoted, for logs are copied.
    private static string Message(string text) => new StringBuilder(VisibleText.Lines(text)).Replace("%", "%25")
        .Replace("\r", "%0D").Replace("\n", "%0A").ToString();

    private static string Property(string text) => Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
