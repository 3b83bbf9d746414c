using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Ci;

/// <summary>
/// Writes JUnit XML with the attributes of Jenkins' <c>junit-10.xsd</c>: a suite for each file, a test for each finding, each covered
/// line that is decided, and each input that could not be read. A finding fails exactly when it turns the exit code red; the others
/// are skipped, never passed, and <c>type</c> keeps the verdict.
/// </summary>
public sealed class JUnitReportWriter : IReportWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "  ", NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize, CloseOutput = false,
    };

    /// <inheritdoc/>
    public string Format => "junit";

    /// <inheritdoc/>
    public string FileSuffix => ".junit.xml";

    /// <inheritdoc/>
    public void Write(ComplianceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        ImmutableArray<JUnitSuite> suites =
        [
            .. report.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                ? [new JUnitSuite("run", Unique(Errors(report.Diagnostics)))] : Array.Empty<JUnitSuite>(),
            .. report.Files.Select(file => new JUnitSuite(file.Path, Unique(Cases(file, report.Run)))),
        ];
        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", report.Tool.Name);
            WriteCounts(xml, [.. suites.SelectMany(suite => suite.Cases)], isSuite: false);
            foreach (JUnitSuite suite in suites)
            {
                WriteSuite(xml, suite, report.Run);
            }

            xml.WriteEndElement();
            xml.WriteEndDocument();
        }

        output.WriteByte((byte)'\n');
    }

    private static IEnumerable<JUnitCase> Cases(FileReport file, RunParameters run)
    {
        IEnumerable<JUnitCase> findings = file.Findings.Select(finding => new JUnitCase(
            GetClass(finding.Cell), $"{string.Join('/', finding.Path)} — {finding.Material ?? "row"} {finding.Rule}",
            ExitCodes.IsGated(run, finding) ? JUnitOutcome.Failed : JUnitOutcome.Skipped,
            ReportTokens.Format(finding.Verdict), GetMessage(finding), finding.Citation));
        IEnumerable<JUnitCase> decided = file.Lines
            .Where(line => !line.Materials.IsEmpty)
            .Select(line => (Line: line, Verdict: line.Verdicts.FirstOrDefault(verdict => verdict.Regime == run.GateRegime)?.Verdict))
            .Where(decision => decision.Verdict is Verdict.Exempt or Verdict.Pass)
            .Select(decision => new JUnitCase(
                GetClass(decision.Line.Row), $"{string.Join('/', decision.Line.Path)} — {decision.Line.Materials[0].Material}",
                JUnitOutcome.Passed, decision.Verdict is { } verdict ? ReportTokens.Format(verdict) : "",
                GetBasis(decision.Line, run.GateRegime), decision.Line.Row.ToString()));
        IEnumerable<JUnitCase> policies = file.PolicyFindings.Select(finding => new JUnitCase(
            GetClass(finding.Row), $"{string.Join('/', finding.Path)} — {finding.Id}",
            ExitCodes.IsGated(run, finding) ? JUnitOutcome.Failed : JUnitOutcome.Skipped,
            $"policy-{ReportTokens.Format(finding.Severity)}", finding.Message, finding.Link ?? ""));
        return Errors(file.Diagnostics).Concat(findings).Concat(policies).Concat(decided);
    }

    // Build systems tell tests apart by name, and show one of two that share it.
    private static ImmutableArray<JUnitCase> Unique(IEnumerable<JUnitCase> cases)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        var unique = ImmutableArray.CreateBuilder<JUnitCase>();
        foreach (JUnitCase test in cases)
        {
            string wanted = Clean(test.Name);
            string name = wanted;
            while (!taken.Add(name))
            {
                last[wanted] = last.GetValueOrDefault(wanted, 1) + 1;
                name = string.Create(CultureInfo.InvariantCulture, $"{wanted} ({last[wanted]})");
            }

            unique.Add(test with { Name = name });
        }

        return unique.ToImmutable();
    }

    // Why a finding does not count stands first: viewers cut messages.
    private static string GetMessage(Finding finding) => finding switch
    {
        { Waiver: { } mark } => $"{WaiverWords.Format(mark)} {finding.Message}",
        { Baseline: BaselineState.Unchanged } => $"Known to the baseline. {finding.Message}",
        _ => finding.Message,
    };

    private static IEnumerable<JUnitCase> Errors(ImmutableArray<Diagnostic> diagnostics) => diagnostics
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => new JUnitCase(GetClass(diagnostic.Cell), $"{diagnostic.Id} {diagnostic.Cell.Address}".TrimEnd(),
            JUnitOutcome.Error, diagnostic.Id, diagnostic.Message, diagnostic.Hint ?? ""));

    private static string GetBasis(LineReport line, string regime) =>
        string.Join(' ', line.Determinations.Where(determination => determination.Regime == regime).Select(determination => determination.Basis));

    private static string GetClass(CellRef cell) => cell.Sheet.Length == 0 ? cell.File : $"{cell.File}!{cell.Sheet}";

    private static void WriteSuite(XmlWriter xml, JUnitSuite suite, RunParameters run)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(suite.Name));
        WriteCounts(xml, suite.Cases, isSuite: true);
        // The day of the check, not the clock: the same report gives the same bytes.
        xml.WriteAttributeString("timestamp", ReportTokens.Format(run.AsOf) + "T00:00:00");
        foreach (JUnitCase test in suite.Cases)
        {
            WriteCase(xml, test);
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, ImmutableArray<JUnitCase> cases, bool isSuite)
    {
        xml.WriteAttributeString("tests", Number(cases.Length));
        xml.WriteAttributeString("failures", Number(cases.Count(test => test.Outcome == JUnitOutcome.Failed)));
        xml.WriteAttributeString("errors", Number(cases.Count(test => test.Outcome == JUnitOutcome.Error)));
        if (isSuite)
        {
            xml.WriteAttributeString("skipped", Number(cases.Count(test => test.Outcome == JUnitOutcome.Skipped)));
        }

        xml.WriteAttributeString("time", "0");
    }

    private static void WriteCase(XmlWriter xml, JUnitCase test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(test.Name));
        xml.WriteAttributeString("classname", Clean(test.ClassName));
        xml.WriteAttributeString("time", "0");
        string? element = test.Outcome switch
        {
            JUnitOutcome.Failed => "failure",
            JUnitOutcome.Error => "error",
            JUnitOutcome.Skipped => "skipped",
            JUnitOutcome.Passed => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (element is not null)
        {
            xml.WriteStartElement(element);
            xml.WriteAttributeString("type", test.Type);
            xml.WriteAttributeString("message", Clean(test.Message));
            xml.WriteEndElement();
        }

        // GitLab shows no properties and cuts messages: the whole text stands here too.
        xml.WriteElementString("system-out", Clean($"{test.Type}: {test.Message} {test.Detail}".TrimEnd()));
        xml.WriteEndElement();
    }

    private static string Clean(string text) => XmlText.Clean(VisibleText.Lines(text));

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private enum JUnitOutcome
    {
        Passed,
        Skipped,
        Failed,
        Error,
    }

    private sealed record JUnitCase(string ClassName, string Name, JUnitOutcome Outcome, string Type, string Message, string Detail);

    private sealed record JUnitSuite(string Name, ImmutableArray<JUnitCase> Cases);
}
