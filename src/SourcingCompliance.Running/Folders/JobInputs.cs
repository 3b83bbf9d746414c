using SourcingCompliance.Evidence;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Running.Folders;

/// <summary>
/// Reads the files that a job names next to the BOMs: waivers, baseline, approved alternates, evidence, logo. A file that cannot be used is an
/// error, and nothing is checked.
/// </summary>
public static class JobInputs
{
    private const int MostLogoBytes = 2 * 1024 * 1024;
    private const string HongKongAndMacao = "hong-kong-and-macao";

    /// <summary>Tells what was wrong with the job before it began.</summary>
    public static void TellProblems(CheckJob job, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (Diagnostic problem in job.Problems)
        {
            diagnostics.Add(problem);
        }
    }

    /// <summary>The waivers of a job; null when it names none, or with a diagnostic when they cannot be used.</summary>
    internal static WaiverList? ReadWaivers(CheckJob job, DiagnosticBag diagnostics) =>
        ReadWaivers(job.Waivers, diagnostics) is { } waivers ? waivers with { AllowsInternalRisk = job.AllowInternalRiskAcceptance } : null;

    /// <summary>The baseline of a job; null when it names none, or with a diagnostic when it cannot be used.</summary>
    internal static Baseline? ReadBaseline(CheckInput? file, DiagnosticBag diagnostics) =>
        Content(file, DiagnosticIds.BaselineInvalid, "baseline", diagnostics) is { } content
            ? BaselineFile.Parse(content, file?.Name ?? "", diagnostics) : null;

    /// <summary>What a job says about the reports, with the logo that it names.</summary>
    internal static ReportSettings ReadReportSettings(CheckJob job, DiagnosticBag diagnostics) =>
        job.LogoPath is { } logo ? job.Report with { Logo = ReadLogo(logo, diagnostics) } : job.Report;

    /// <summary>The job's choices where the text of the law is silent.</summary>
    internal static PackSettings GetPackSettings(CheckJob job) =>
        job.HongKongAndMacaoAreChina is { } choice ? PackSettings.With(HongKongAndMacao, choice) : PackSettings.Default;

    /// <summary>Reads a waiver file; null when there is none, or with a diagnostic when it cannot be used.</summary>
    public static WaiverList? ReadWaivers(CheckInput? file, DiagnosticBag diagnostics) =>
        Content(file, DiagnosticIds.WaiversInvalid, "waiver file", diagnostics) is { } content
            ? WaiverReader.Parse(content, file?.Name ?? "", diagnostics) : null;

    /// <summary>The path of a list from the folder of a waiver file or baseline, with forward slashes.</summary>
    /// <param name="from">Path of the waiver file or baseline.</param>
    /// <param name="file">Path of the list.</param>
    public static string RelativePath(string from, string file)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(from)) ?? ".";
        return Path.GetRelativePath(folder, Path.GetFullPath(file)).Replace('\\', '/');
    }

    /// <summary>Begins to read the evidence ledger of a job, beside the rules; null when it has none.</summary>
    internal static Task<(EvidenceLedger? Ledger, DiagnosticBag Faults)>? BeginEvidence(CheckJob job) =>
        job.EvidenceFolder is not { } folder ? null : Task.Run(() =>
    {
        var faults = new DiagnosticBag();
        return (Until(SettledLedger.Read(folder, faults, job.EvidenceName), job.EvidenceUntil), faults);
    });

    /// <summary>The evidence ledger that <see cref="BeginEvidence"/> began to read; null when the job has none.</summary>
    internal static EvidenceLedger? ReadEvidence(Task<(EvidenceLedger? Ledger, DiagnosticBag Faults)>? reading, DiagnosticBag diagnostics)
    {
        if (reading is null)
        {
            return null;
        }

        (EvidenceLedger? ledger, DiagnosticBag faults) = reading.GetAwaiter().GetResult();
        faults.Items.ToList().ForEach(diagnostics.Add);
        return ledger;
    }

    private static EvidenceLedger? Until(EvidenceLedger? ledger, DateOnly? day) =>
        ledger is null || day is null ? ledger : ledger with { Statements = [.. ledger.Statements.Where(statement => statement.ReceivedOn <= day)] };

    /// <summary>Tells which choices of the configuration change the answer.</summary>
    internal static void TellChoices(CheckJob job, DiagnosticBag diagnostics)
    {
        if (job.HongKongAndMacaoAreChina == false)
        {
            diagnostics.Warn(DiagnosticIds.SettingChangesAnswer, CellRef.ForFile(""), "Hong Kong and Macao are not taken as China, because the "
                + "configuration says so (hongKongAndMacaoAreChina).", "Have counsel confirm it; goods of Hong Kong must be marked \"China\".");
        }

        if (job.AllowInternalRiskAcceptance)
        {
            diagnostics.Warn(DiagnosticIds.SettingChangesAnswer, CellRef.ForFile(""), "Waivers that accept a risk internally keep violations from failing "
                + "the BOM, because the configuration says so (allowInternalRiskAcceptance). No law provides for such a waiver.",
                    "Do not deliver on it without a determination.");
        }
    }

    private static ReadOnlyMemory<byte>? Content(CheckInput? file, string id, string what, DiagnosticBag diagnostics)
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            return OrdinaryFile.ReadAllBytes(file.Path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(id, CellRef.ForFile(file.Name), $"The {what} cannot be opened: {FileTrouble.GetWords(problem)}.", "Correct its path.");
            return null;
        }
    }

    // A report without its logo is still a report.
    private static ReportLogo? ReadLogo(string path, DiagnosticBag diagnostics)
    {
        string? trouble;
        try
        {
            byte[] content = OrdinaryFile.ReadAllBytes(path);
            bool isPicture = content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
                || content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);
            if (isPicture && content.Length <= MostLogoBytes)
            {
                return new ReportLogo(path, [.. content]);
            }

            trouble = isPicture ? "is larger than 2 MiB" : "is not a PNG or JPEG file";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            trouble = $"cannot be opened: {FileTrouble.GetWords(problem)}";
        }

        diagnostics.Warn(DiagnosticIds.LogoNotUsable, CellRef.ForFile(path),
            $"The logo {trouble}. The reports are written without it; the result does not change.", "Correct --logo or report.logo of the configuration.");
        return null;
    }

    /// <summary>Reads a list of approved alternates; none when there is no file, or with a diagnostic when it cannot be used.</summary>
    internal static ApprovedAlternates ReadAlternates(CheckInput? file, DiagnosticBag diagnostics)
    {
        if (file is null)
        {
            return ApprovedAlternates.None;
        }

        if (!File.Exists(file.Path))
        {
            diagnostics.Error(DiagnosticIds.ConfiguredFileNotFound, CellRef.ForFile(file.Name),
                "The list of approved alternates does not exist.", "Correct its path.");
            return ApprovedAlternates.None;
        }

        using BomDocument? document = BomDocumentReader.Open(file, ReadLimits.Default, diagnostics);
        if (document is null || document.Tables.Count == 0)
        {
            return ApprovedAlternates.None;
        }

        string[][] rows = [.. document.Tables[0].Rows.Select(row => Enumerable.Range(1, row.Width).Select(column => row[column].Text).ToArray())];
        return ApprovedAlternates.Parse(rows, file.Name, diagnostics);
    }
}
