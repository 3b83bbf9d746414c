using System.Globalization;
using SourcingCompliance.Determinations;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Reports;
using SourcingCompliance.Waivers;
using Spectre.Console;

namespace SourcingCompliance.Cli.Display;

/// <summary>Shows a report on the console: what matters, worst first, then the counts and where the files are. Plain text when not a terminal.</summary>
internal sealed class CheckConsole
{
    private const int MostFindings = 25;
    private const int MostDiagnostics = 12;
    private const int MostAdvisories = 12;
    private readonly IAnsiConsole _console;

    public CheckConsole(TextWriter output)
    {
        bool isTerminal = ConsoleWriter.IsTerminal(output);
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            // Else the library turns colors on in the logs of some build systems, whatever is asked for above.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = isTerminal },
            // Colors are escape sequences: on a terminal every text is made visible here, before they are added.
            Out = new AnsiConsoleOutput(isTerminal ? ConsoleWriter.RawOf(output) : output),
        });
        if (!isTerminal)
        {
            // A log has no width of its own; wide enough for a sentence, so that nothing is cut.
            _console.Profile.Width = 160;
        }
    }

    /// <summary>Shows the whole report.</summary>
    public void Show(ComplianceReport report, IReadOnlyList<string> written)
    {
        ShowDiagnostics(report);
        ShowFindings([.. report.Findings], report.Files.Length > 1 ? new FileNames(report.Files.Select(file => file.Path)) : null);
        ShowExemptions(report);
        ShowSummary(report);
        ShowAdvisories(report);
        foreach (string path in written)
        {
            Line("Report: " + path);
        }

        Line("Not legal advice. " + string.Join(" ", report.Packs.Where(pack => pack.Status == "active").Select(pack =>
            $"{pack.Title}, edition {pack.Edition}{(pack.VerifyBy is { } day ? $", to be verified by {day:yyyy-MM-dd}" : "")}.")));
    }

    private void ShowDiagnostics(ComplianceReport report)
    {
        Diagnostic[] all = [.. report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics)).Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note)
            .OrderByDescending(diagnostic => diagnostic.Severity)];
        foreach (Diagnostic diagnostic in all.Take(MostDiagnostics))
        {
            string kind = diagnostic.Severity == DiagnosticSeverity.Error ? "[red]error[/]" : "[yellow]warning[/]";
            _console.MarkupLine($"{kind} {diagnostic.Id} {Markup.Escape(VisibleText.Line(diagnostic.ToString()))}");
        }

        if (all.Length > MostDiagnostics)
        {
            Line($"… and {all.Length - MostDiagnostics} more diagnostics in the report.");
        }

        if (all.Length > 0)
        {
            _console.WriteLine();
        }
    }

    private void ShowFindings(IReadOnlyList<Finding> findings, FileNames? names)
    {
        if (findings.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Horizontal).Expand();
        table.AddColumn(new TableColumn("Verdict").NoWrap());
        if (names is not null)
        {
            table.AddColumn(new TableColumn("File"));
        }

        table.AddColumn(new TableColumn("Cell").NoWrap());
        table.AddColumn("What and why");
        foreach (Finding finding in findings.Take(MostFindings))
        {
            table.AddRow([
                new Markup($"[{ColourOf(finding.Verdict)}]{MarkOf(finding.Verdict)} {finding.Verdict}[/]"),
                .. names is null ? Array.Empty<Text>() : [Words(names.Of(finding.Cell.File))],
                Words(finding.Cell.Sheet.Length > 0 ? $"{Short(finding.Cell.Sheet)}!{finding.Cell.Address}" : finding.Cell.Address),
                Words(finding.Waiver is { } waiver ? $"{WaiverWords.Of(waiver)} {finding.Message}" : finding.Message)]);
        }

        _console.Write(table);
        if (findings.Count > MostFindings)
        {
            Line($"… and {findings.Count - MostFindings} more findings in the report.");
        }
    }

    // What an exception excuses is shown with its basis, so that nobody takes an exempt line for a clean one.
    private void ShowExemptions(ComplianceReport report)
    {
        string[] exempt = [.. ExemptLines.Of(report).Select(entry => $"{MarkOf(Verdict.Exempt)} {entry.Line.PartNumber}: {entry.Determination.Basis}")];
        foreach (string line in exempt.Take(MostFindings))
        {
            Line(line);
        }

        if (exempt.Length > MostFindings)
        {
            Line($"… and {exempt.Length - MostFindings} more lines under an exception in the report.");
        }
    }

    private void ShowSummary(ComplianceReport report)
    {
        _console.WriteLine();
        _console.MarkupLine($"[bold]{Markup.Escape(VisibleText.Line(Answer.Of(report)))}[/]");
        if (FilesNotRead.DetailsOf(report) is { } notRead)
        {
            Line(notRead);
        }

        if (report.Waivers is { } waivers)
        {
            Line(WaiverWords.TotalsOf(waivers));
        }

        if (Answer.FirstStep(report) is { } first)
        {
            Line(first);
        }

        if (NotInstalledWords.Of(report) is { } notInstalled)
        {
            Line(notInstalled);
        }

        if (report.Summary.Regimes.Length > 0 && report.Summary.Lines > 0)
        {
            var table = new Table().Border(TableBorder.Horizontal);
            table.AddColumn("Delivered");
            foreach (Verdict verdict in Enum.GetValues<Verdict>())
            {
                table.AddColumn(new TableColumn($"[{ColourOf(verdict)}]{MarkOf(verdict)} {NameOf(verdict)}[/]").RightAligned());
            }

            foreach (RegimeSummary summary in report.Summary.Regimes)
            {
                table.AddRow([
                    Words(PeriodWords.Of(summary.Regime) + (summary.Regime.Id == report.Run.GateRegime ? " (gate)" : "")),
                    .. Enum.GetValues<Verdict>().Select(verdict => Words(summary[verdict].ToString("N0", CultureInfo.InvariantCulture)))]);
            }

            _console.Write(table);
            Coverage coverage = report.Summary.Coverage;
            Line(coverage.CoveredLines == 0
                ? $"Coverage: none of {ReportWords.CountOf(report.Summary.Lines, "line")} was recognised as carrying a covered material."
                : "Coverage: " + ReportWords.CoverageOf(coverage));
        }
    }

    // One line for each pack, so that a long list stays readable. The figures stay in the report: they must never stand without their date and source.
    private void ShowAdvisories(ComplianceReport report)
    {
        AdvisoryReport[][] packs = [.. report.Advisories.GroupBy(advisory => advisory.Pack, StringComparer.Ordinal)
            .Select(pack => pack.OrderBy(advisory => advisory.Rule, StringComparer.Ordinal).ToArray()).OrderBy(pack => pack[0].Rule, StringComparer.Ordinal)];
        if (packs.Length == 0)
        {
            return;
        }

        Line("Also worth knowing, no verdict:");
        foreach (AdvisoryReport[] pack in packs.Take(MostAdvisories))
        {
            int lines = pack.Where(advisory => advisory.Rule == pack[0].Rule).SelectMany(advisory => advisory.Lines).Distinct().Count();
            int others = pack.Select(advisory => advisory.Rule).Distinct(StringComparer.Ordinal).Count() - 1;
            Line($"  {pack[0].Rule} {pack[0].Title} ({ReportWords.CountOf(lines, "line")}){(others > 0 ? $", and {others} more of {pack[0].Pack}" : "")}");
        }

        if (packs.Length > MostAdvisories)
        {
            Line($"  … and {packs.Length - MostAdvisories} more packs in the JSON report.");
        }
    }

    private void Line(string text) => _console.WriteLine(VisibleText.Line(text));

    private static Text Words(string text) => new(VisibleText.Line(text));

    private static string NameOf(Verdict verdict) => VerdictLook.Of(verdict).Name;

    private static string MarkOf(Verdict verdict) => VerdictLook.Of(verdict).Shape;

    private static string ColourOf(Verdict verdict) => verdict switch
    {
        Verdict.Violation => "red",
        Verdict.Suspect => "darkorange",
        Verdict.Open => "yellow",
        Verdict.Exempt => "blue",
        Verdict.Pass => "green",
        Verdict.NotCovered => "grey",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Short(string sheet) => sheet.Length <= 18 ? sheet : string.Concat(sheet.AsSpan(0, 17), "…");
}
