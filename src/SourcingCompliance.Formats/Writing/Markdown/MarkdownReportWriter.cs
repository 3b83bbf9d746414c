using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using static SourcingCompliance.Formats.Writing.Markdown.MarkdownText;

namespace SourcingCompliance.Formats.Writing.Markdown;

/// <summary>
/// Writes the report as Markdown: for a wiki, a merge request, or the summary of a build step. Whatever the BOM, at most <see cref="MostRows"/> rows of a
/// table and 1 MiB in all are written; what is left out is counted below the table.
/// </summary>
public sealed partial class MarkdownReportWriter : IReportWriter
{
    /// <summary>The most rows of one table.</summary>
    public const int MostRows = 300;

    // What a step summary of GitHub and a comment of GitLab take.
    private const int MostBytes = 1 << 20;

    // What to do today, above the counts.
    private const int MostSteps = 3;

    // An action for a thousand parts names the first.
    private const int MostParts = 20;

    // Room for the line that says what was left out, the sections' headings and the end.
    private const int Reserve = 8 << 10;
    private readonly int _mostBytes;

    private MarkdownReportWriter(string format, string fileSuffix, int mostBytes)
    {
        Format = format;
        FileSuffix = fileSuffix;
        _mostBytes = mostBytes;
    }

    /// <inheritdoc/>
    public string Format { get; }

    /// <inheritdoc/>
    public string FileSuffix { get; }

    /// <summary>The report with as much of it as a reader takes.</summary>
    public static MarkdownReportWriter Document() => Limited(MostBytes);

    /// <summary>The report cut on a row to a number of bytes.</summary>
    internal static MarkdownReportWriter Limited(int mostBytes) => new("markdown", ".md", mostBytes);

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using StreamWriter text = ReportText.Open(output);
        var page = new StringBuilder();
        WriteAnswer(page, report);
        string end = End(report);
        int room = _mostBytes - Reserve - Encoding.UTF8.GetByteCount(page.ToString()) - Encoding.UTF8.GetByteCount(end);
        foreach (FindingPeriod period in FindingPeriod.From(report, report.Findings))
        {
            room = WriteTable(
                page, room, period.Title is { } title ? $"Findings: {Escape(title)}" : "Findings",
                "| Verdict | Cell | Part | What and why |\n|---|---|---|---|\n",
                period.Findings.Select(FindingRow), period.Findings.Length, written => GetVerdicts([.. period.Findings.Skip(written)]));
        }

        if (report.Plan is { } plan)
        {
            room = WriteTable(page, room, "Do today", "| What | Who | Needed by | Settles |\n|---|---|---|---|\n",
                plan.DoToday.Select(TaskRow), plan.DoToday.Length);
            if (plan.DoToday.Any(task => task.IsLate))
            {
                page.Append($"\n{TodayTask.LateNote}\n");
            }

            LatePart[] late = [.. plan.CannotBeFixed, .. plan.CannotBeFixedIfAnswerIsBad];
            room = WriteTable(page, room, $"Cannot be fixed by {Wording.FormatDate(plan.LastDay)}", "| Part | When | Quickest fix | Earliest completion "
                + "|\n|---|---|---|---|\n", late.Select((part, at) => LateRow(part, at < plan.CannotBeFixed.Length)), late.Length);
            page.Append(plan.Outlook.Sentence.Length > 0 ? $"\n{Escape(plan.Outlook.Sentence)}\n" : "");
        }

        room = WriteTable(page, room, "All actions", "| Start by | Needed by | What | Who | For |\n|---|---|---|---|---|\n",
            report.Actions.Select(ActionRow), report.Actions.Length);
        (LineReport Line, Determination Determination)[] exempt = [.. ExemptLines.Get(report)];
        room = WriteTable(page, room, "Line items under an exception",
            "| Row | Part | Basis, claimant, and what it excuses | What still binds |\n|---|---|---|---|\n", exempt.Select(ExemptRow), exempt.Length);
        if (report.Waivers is { } waivers)
        {
            room = WriteTable(page, room, "Waived", "| Waiver | State | Basis | Applies to | Until | Approved by | Findings "
                + "|\n|---|---|---|---|---|---|--:|\n", waivers.Uses.Select(WaiverRow), waivers.Uses.Length);
            page.Append('\n').Append(Escape(WaiverWords.GetTotals(waivers))).Append('\n');
        }

        PolicyFinding[] policies = [.. report.PolicyFindings];
        room = WriteTable(page, room, "Company policies (do not change a verdict)", "| Severity | Row | Part | What | Policy |\n|---|---|---|---|---|\n",
            policies.Select(PolicyRow), policies.Length);
        ImmutableArray<AdvisoryGroup> advisories = AdvisoryGroup.From(report.Advisories);
        room = WriteTable(page, room, "Related information (does not affect the result)", "| What | Figures, with date and source | Lines |\n|---|---|--:|\n",
            advisories.Select(AdvisoryRow), advisories.Length);
        Diagnostic[] diagnostics = [.. report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics))
            .OrderByDescending(diagnostic => diagnostic.Severity)];
        room = WriteTable(page, room, "Not read, or needs confirmation", "| Severity | Where | What |\n|---|---|---|\n",
            diagnostics.Select(DiagnosticRow), diagnostics.Length);
        WriteTable(page, room, "Files", "| File | Lines | How it was read |\n|---|--:|---|\n", report.Files.Select(FileRow), report.Files.Length);
        text.Write(page);
        text.Write(end);
    }

    private static void WriteAnswer(StringBuilder page, ComplianceReport report)
    {
        string name = report.Files.Length == 1 ? report.Files[0].Name : Wording.FormatCount(report.Files.Length, "file");
        string marking = ReportMarking.Format(report);
        page.Append(marking.Length > 0 ? $"{Escape(marking)}\n\n" : "").Append("# Sourcing check: ").Append(Escape(name)).Append("\n\n");
        page.Append(report.Files is [{ Identity: var identity }] && identity.NameOr("") is { Length: > 0 } bom
            ? $"BOM: {Escape(bom)}{(identity.Subtitle.Length > 0 ? $", {Escape(identity.Subtitle)}" : "")}\n\n**" : "**");
        page.Append(Escape(report.Files.Length > 1 ? BatchWords.GetSentence(BatchIndex.From(report).Files) : Answer.Compose(report))).Append("**\n");
        if (report.Files.Length > 1)
        {
            page.Append('\n').Append(Escape(Answer.Compose(report))).Append('\n');
        }

        if (FilesNotRead.GetDetails(report) is { } notRead)
        {
            page.Append('\n').Append(Escape(notRead)).Append('\n');
        }

        foreach (string step in Answer.NextSteps(report).Take(MostSteps))
        {
            page.Append("\n- ").Append(Escape(step));
        }

        page.Append('\n');
        page.Append("\n| Line items |").AppendJoin("", Verdicts.Select(verdict => $" {VerdictLook.From(verdict).Shape} {VerdictLook.From(verdict).Name} |"))
            .Append("\n|---|").Append(string.Concat(Enumerable.Repeat("--:|", Verdicts.Length))).Append('\n');
        foreach (RegimeSummary regime in report.Summary.Regimes)
        {
            page.Append("| ").Append(Escape(RegimeWords.GetTitle(regime.Regime)))
                .Append(regime.Regime.Id == report.Run.GateRegime ? " (used for the overall result)" : "").Append(" |")
                .AppendJoin("", Verdicts.Select(verdict => $" {Number(regime[verdict])} |")).Append('\n');
        }

        Coverage coverage = report.Summary.Coverage;
        page.Append(CultureInfo.InvariantCulture, $"\nCoverage: {ReportWords.GetCoverage(coverage)}\n");
    }

    /// <summary>Writes a section row by row while there is room; gives back the room that is left.</summary>
    private static int WriteTable(StringBuilder page, int room, string heading, string head,
        IEnumerable<string> rows, int count, Func<int, string>? restOf = null)
    {
        if (count == 0)
        {
            return room;
        }

        page.Append("\n## ").Append(heading).Append("\n\n").Append(head);
        int written = 0;
        foreach (string row in rows.Take(MostRows))
        {
            int size = Encoding.UTF8.GetByteCount(row);
            if (size > room)
            {
                room = 0;
                break;
            }

            page.Append(row);
            room -= size;
            written++;
        }

        if (written < count)
        {
            page.Append(CultureInfo.InvariantCulture,
                $"\nAnd {count - written:N0} more{restOf?.Invoke(written)}. The html and json formats contain all of them.\n");
        }

        return room;
    }

    private static string End(ComplianceReport report)
    {
        IEnumerable<string> packs = report.Packs.Select(pack =>
            $"{Escape(pack.Title)}, edition {Escape(pack.Edition)}{(pack.Status == "active" ? "" : $" ({Escape(pack.Status).ToUpperInvariant()}, never gates)")}"
            + (pack.VerifyBy is { } day ? $", to be verified by {ReportTokens.Format(day)}" : ""));
        string opinion = report.SecondOpinion?.Sentence is { } sentence ? $" {Escape(sentence)}." : "";
        string policies = report.Policies.GetSentence(report.Run, [.. report.PolicyFindings]) is { } policy ? $" {Escape(policy)}." : "";
        return $"\n---\n\nNot legal advice. Checked as of {ReportTokens.Format(report.Run.AsOf)} by {Escape(report.Tool.Name)} "
            + $"{Escape(report.Tool.Version)}. Rules: {string.Join("; ", packs)}.{opinion}{policies}\n";
    }

    private static Verdict[] Verdicts { get; } = Enum.GetValues<Verdict>();

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
