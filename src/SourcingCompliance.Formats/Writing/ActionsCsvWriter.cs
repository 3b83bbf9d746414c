using System.Globalization;
using System.Text;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing;

/// <summary>
/// Writes the actions as a list for a spreadsheet or a ticket system: RFC 4180, UTF-8, one row for each action. Texts that a
/// spreadsheet would take for a formula are defused with an apostrophe. Business days to spare and business days late stand in
/// two columns, so that no number is negative and none needs it.
/// </summary>
public sealed class ActionsCsvWriter : IReportWriter
{
    private static readonly (string Name, Func<RemediationAction, string> Text)[] Columns =
    [
        ("id", action => action.Id),
        ("kind", action => action.Kind),
        ("role", action => action.IsFallback ? "fallback" : "first"),
        ("title", action => action.Title),
        ("owner", action => action.Owner),
        ("supplier", action => action.Supplier ?? ""),
        ("parts", action => string.Join("; ", action.Parts)),
        ("startBy", action => Iso(action.StartBy)),
        ("dueBy", action => Iso(action.DueBy)),
        ("earliestFinish", action => Iso(action.EarliestFinish)),
        ("switchBy", action => action.SwitchBy is { } day ? Iso(day) : ""),
        ("overdueDays", action => Number(action.OverdueDays)),
        ("businessDaysToSpare", action => Number(Math.Max(0, action.SlackBusinessDays))),
        ("businessDaysLate", action => Number(Math.Max(0, -action.SlackBusinessDays))),
        ("critical", action => action.IsCritical ? "yes" : "no"),
        ("leadBusinessDays", action => Number(action.LeadBusinessDays)),
        ("leadLeast", action => Number(action.LeadRange.Least)),
        ("leadMost", action => Number(action.LeadRange.Most)),
        ("leadSource", action => action.LeadSource),
        ("after", action => string.Join("; ", action.After)),
        ("detail", action => action.Detail),
        ("questions", action => string.Join("\n", action.Questions)),
        ("findings", action => string.Join("; ", action.Findings)),
    ];

    /// <inheritdoc/>
    public string Format => "actions-csv";

    /// <inheritdoc/>
    public string FileSuffix => ".actions.csv";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', Columns.Select(column => column.Name)));
        foreach (RemediationAction action in report.Actions)
        {
            writer.WriteLine(string.Join(',', Columns.Select(column => Cell(column.Text(action)))));
        }
    }

    // A formula is defused before it is quoted: a spreadsheet unquotes first and then looks at the first character.
    private static string Cell(string text)
    {
        string defused = SpreadsheetText.Defuse(text);
        return defused.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{defused.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : defused;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
