using System.Collections.Immutable;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Packets;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports.Packets;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Running.Exchange;

/// <summary>
/// Writes lists as CycloneDX documents and checks each document again, so that none reads better than its list: what the document alone does not show is
/// marked as not known in full, and a document that would still hide something is not written.
/// </summary>
/// <param name="facts">The report of the lists, with every line.</param>
/// <param name="job">The check that it comes from.</param>
/// <param name="check">Runs a check.</param>
public sealed class BomExchange(PacketFacts facts, CheckJob job, Func<CheckJob, CancellationToken, CheckResult> check)
{
    /// <summary>Writes one list.</summary>
    /// <param name="file">The list.</param>
    /// <param name="path">Path of the document.</param>
    /// <param name="cancellation">Ends the check.</param>
    public ExchangedBom Write(FileReport file, string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        string draft = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.cdx.json");
        try
        {
            // What a check of the document cannot know: rows that were not read, and what suppliers said in answer to another question.
            var doubted = Enumerable.Range(0, file.Lines.Length).Where(at => IsDoubted(file.Lines[at])).ToHashSet();
            ImmutableArray<(int At, Diagnostic Loss)> better = Check(file, draft, doubted, cancellation);
            if (!better.IsEmpty)
            {
                doubted.UnionWith(better.Select(line => line.At).Where(at => at >= 0));
                better = Check(file, draft, doubted, cancellation);
            }

            if (better.IsEmpty)
            {
                OutputFile.Write(path, stream => CycloneDxBomWriter.Write(file, facts, doubted, stream));
            }

            return new ExchangedBom(doubted.Count, [.. better.Select(line => line.Loss)]);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static bool IsDoubted(LineReport line) => !line.Stated.Leads.IsEmpty
        || line.Determinations.Any(determination => determination.Material is null && determination.Verdict == Verdict.Open);

    // The lines that the document shows better than the list; -1 for the whole document.
    private ImmutableArray<(int At, Diagnostic Loss)> Check(FileReport file, string draft, HashSet<int> doubted, CancellationToken cancellation)
    {
        OutputFile.Write(draft, stream => CycloneDxBomWriter.Write(file, facts, doubted, stream));
        CheckResult result = check(job with
        {
            Paths = [draft],
            Inputs = [],
            ProfilePaths = [],
            Profiles = [],
            Baseline = null,
            Waivers = null,
            EvidenceFolder = null,
            AllLines = true,
            SecondOpinion = false,
            Gate = Gate.None,
            OutputFolder = null,
        }, cancellation);
        if (!result.HasRun || result.Report.Files is not [{ } document] || document.ExitCode >= ExitCodes.Input)
        {
            return
            [
                (-1, new Diagnostic(DiagnosticIds.ExchangeNotChecked, DiagnosticSeverity.Error, CellRef.ForFile(file.Path),
                    "The CycloneDX document of this BOM cannot be checked again, so it may show less than the BOM. It was not written.",
                    "Correct what the check of the BOM reports, or send the BOM itself.")),
            ];
        }

        // Row 1 is the header, and a product stands above the lines.
        int first = CycloneDxBomWriter.HasProduct(file) ? 3 : 2;
        Dictionary<int, LineReport> byRow = document.Lines.DistinctBy(line => line.Row.Row).ToDictionary(line => line.Row.Row);
        return
        [
            .. file.Lines.Select((line, at) => (At: at, Worse: Compare(line, byRow.GetValueOrDefault(at + first)), Line: line))
                .Where(compared => compared.Worse is not null)
                .Select(compared => (compared.At, new Diagnostic(DiagnosticIds.ExchangeReadsBetter, DiagnosticSeverity.Error, compared.Line.Row,
                    $"{QuotedText.Quote(compared.Line.PartNumber)} would read better in the CycloneDX document than in the BOM, where its verdict is "
                        + $"{compared.Worse}. The document was not written.", "Send the BOM itself."))),
        ];
    }

    private static string? Compare(LineReport line, LineReport? again)
    {
        RegimeVerdict? better = line.Verdicts.FirstOrDefault(verdict => verdict.Verdict != Verdict.NotCovered
            && (again is null || again.Verdicts.Any(other => other.Regime == verdict.Regime && other.Verdict > verdict.Verdict)));
        return better is null ? null : ReportTokens.Format(better.Verdict);
    }
}

/// <summary>What became of a list.</summary>
/// <param name="Doubted">Components that are marked as not known in full.</param>
/// <param name="Losses">SC9545 for each line that would read better than in the list, or SC9546; empty = the document was written.</param>
public sealed record ExchangedBom(int Doubted, ImmutableArray<Diagnostic> Losses);
