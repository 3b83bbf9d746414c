using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Ci;

/// <summary>How loudly a build system shows a remark.</summary>
internal enum RemarkLevel
{
    /// <summary>A violation under the gate's regime that no baseline knows, or an input that could not be read.</summary>
    Error,

    /// <summary>A suspect, an open fact, a violation under another regime, or an input that was read with doubt.</summary>
    Warning,
}

/// <summary>
/// One thing that a build system shows at a place of a file: a finding, or a diagnostic that is more than a note. Code scanning,
/// code quality and annotations are all written from the same remarks.
/// </summary>
internal sealed record Remark
{
    /// <summary>The finding; null for a diagnostic.</summary>
    public required Finding? Finding { get; init; }

    /// <summary>The finding of a company policy; null for everything else.</summary>
    public PolicyFinding? Policy { get; init; }

    /// <summary>How loudly it is shown.</summary>
    public required RemarkLevel Level { get; init; }

    /// <summary>Id of the rule or the diagnostic.</summary>
    public required string Rule { get; init; }

    /// <summary>The place.</summary>
    public required CellRef Cell { get; init; }

    /// <summary>What is to be said, with the cell.</summary>
    public string Text => (Finding?.Message ?? Policy?.Message ?? Words) + GetPlace(Cell);

    /// <summary>Sixteen hexadecimal digits, one value for each remark of a report, the same when rows move.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>How many remarks of the same file and base of fingerprint stand before it.</summary>
    private int Ordinal { get; init; }

    /// <summary>What a diagnostic says; null for everything else.</summary>
    private string? Words { get; init; }

    /// <summary>Path of the file from where the check was run.</summary>
    public string Path => Cell.File.StartsWith("./", StringComparison.Ordinal) ? Cell.File[2..] : Cell.File;

    /// <summary>1-based line to point at: the row of the sheet, for csv the line on which the record begins; 1 for a whole file, since build systems need a
    /// line.</summary>
    public required int Line { get; init; }

    /// <summary>A few words above the text.</summary>
    public string Title => Policy is not null ? $"{Rule} Company policy" : Finding is { } finding
        ? $"{Rule} {VerdictLook.From(finding.Verdict).Name}" : $"{Rule} Input";

    /// <summary>Everything to be shown, worst first: violations, unreadable inputs and policies that fail the run, violations of another regime, suspects, open
    /// facts, other policies, doubts about inputs.</summary>
    /// <param name="report">The report.</param>
    /// <param name="withWaived">Whether waived findings are among them. The default is no: build systems know no waivers and would show them as open.</param>
    /// <param name="most">How many are shown. The others are there to be counted, and have no fingerprint that is theirs alone.</param>
    public static IReadOnlyList<Remark> From(ComplianceReport report, bool withWaived = false, int most = int.MaxValue)
    {
        var ordinals = new Dictionary<(string Fingerprint, string File), int>();
        Dictionary<string, FileReport> files = report.Files.DistinctBy(file => file.Path).ToDictionary(file => file.Path, StringComparer.Ordinal);
        IEnumerable<Remark> remarks = report.Findings.Where(finding => withWaived || !finding.IsWaived)
            .Select(finding => OfFinding(finding, report.Run, GetLine(finding.Cell)))
            .Concat(report.PolicyFindings.Select(finding => OfPolicy(finding, report.Run, GetLine(finding.Row))))
            .Concat(report.Diagnostics.Concat(report.Files.SelectMany(file => file.Diagnostics))
                .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Note && diagnostic.Cell.File.Length > 0)
                .Select(diagnostic => OfDiagnostic(diagnostic, GetLine(diagnostic.Cell))))
            .Select(remark => remark with { Ordinal = GetOrdinal(remark) });

        // What is only counted needs no hash.
        return [.. remarks.OrderBy(Rank).Select((remark, at) => at < most ? remark with { Fingerprint = Unique(remark) } : remark)];

        int GetLine(CellRef cell) => files.TryGetValue(cell.File, out FileReport? file) ? file.GetLine(cell) : Math.Max(1, cell.Row);

        // In the order of the document, so that the rank of a remark leaves the fingerprints of its likes as they are.
        int GetOrdinal(Remark remark)
        {
            (string, string) key = (remark.Fingerprint, remark.Path);
            int ordinal = ordinals.GetValueOrDefault(key);
            ordinals[key] = ordinal + 1;
            return ordinal;
        }
    }

    private static Remark OfFinding(Finding finding, RunParameters run, int line) => new()
    {
        Finding = finding,
        Level = finding.Verdict == Verdict.Violation && finding.Regimes.Any(run.Gates)
            && finding.Baseline != BaselineState.Unchanged ? RemarkLevel.Error : RemarkLevel.Warning,
        Rule = finding.Rule,
        Cell = finding.Cell,
        Line = line,
        Fingerprint = finding.Id,
    };

    private static Remark OfPolicy(PolicyFinding finding, RunParameters run, int line) => new()
    {
        Finding = null,
        Policy = finding,
        Level = ExitCodes.IsGated(run, finding) ? RemarkLevel.Error : RemarkLevel.Warning,
        Rule = finding.Id,
        Cell = finding.Row,
        Line = line,
        Fingerprint = $"{finding.Id}\n{finding.Row.Sheet}\n{string.Join('/', finding.Path)}",
    };

    private static Remark OfDiagnostic(Diagnostic diagnostic, int line) => new()
    {
        Finding = null,
        Level = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => RemarkLevel.Error,
            DiagnosticSeverity.Warning or DiagnosticSeverity.Note => RemarkLevel.Warning,
            _ => throw new UnreachableException(),
        },
        Rule = diagnostic.Id,
        Cell = diagnostic.Cell,
        Line = line,
        Words = diagnostic.Hint is null ? diagnostic.Message : $"{diagnostic.Message} {diagnostic.Hint}",
        Fingerprint = $"{diagnostic.Id}\n{diagnostic.Cell.Sheet}\n{diagnostic.Message}",
    };

    // Spreadsheets cannot be opened at a line, so the place stands in the words too.
    private static string GetPlace(CellRef cell)
    {
        string place = (cell with { File = "" }).ToString();
        return place.Length == 0 ? "" : $" [{place}]";
    }

    private static string Unique(Remark remark)
    {
        string key = string.Create(CultureInfo.InvariantCulture, $"{remark.Fingerprint}\n{remark.Path}\n{remark.Ordinal}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8));
    }

    private static int Rank(Remark remark) => remark switch
    {
        { Level: RemarkLevel.Error, Finding: not null } => 0,
        { Level: RemarkLevel.Error } => 1,
        { Finding.Verdict: Verdict.Violation } => 2,
        { Finding.Verdict: Verdict.Suspect } => 3,
        { Finding: not null } => 4,
        { Policy: not null } => 5,
        _ => 6,
    };
}
