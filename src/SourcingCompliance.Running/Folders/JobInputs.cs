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

/// <summary>Reads the files that a job names beside the lists: waivers, baseline, approved alternates.</summary>
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

    /// <summary>The plan with everything that the job's files add. A file that cannot be used is an error, and nothing is checked.</summary>
    public static CheckPlan Read(CheckJob job, CheckPlan plan, DiagnosticBag diagnostics, Task<(EvidenceLedger? Ledger, DiagnosticBag Faults)>? evidence = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(diagnostics);
        WaiverList? waivers = ReadWaivers(job.Waivers, diagnostics);
        TellChoices(job, diagnostics);
        Baseline? baseline = Content(job.Baseline, DiagnosticIds.BaselineInvalid, "baseline", diagnostics) is { } content
            ? BaselineFile.Parse(content, job.Baseline?.Name ?? "", diagnostics) : null;
        string? moved = baseline is null ? null : BaselineRoot.Moved(baseline, job.Paths, diagnostics);
        return plan with
        {
            Waivers = waivers is null ? null : waivers with { AllowsInternalRisk = job.AllowInternalRiskAcceptance },
            Baseline = baseline,
            RelativePath = (from, file) => moved is not null && from == baseline?.Path ? BaselineRoot.GetPath(baseline, moved, file) : RelativePath(from, file),
            Alternates = ReadAlternates(job.Alternates, diagnostics),
            LeadTimes = job.LeadTimes,
            Report = job.LogoPath is { } logo ? job.Report with { Logo = ReadLogo(logo, diagnostics) } : job.Report,
            Evidence = ReadEvidence(evidence ?? BeginEvidence(job), diagnostics),
            RequiresDocuments = job.RequiresDocuments,
            RequiresSignature = job.RequiresSignature,
            Settings = job.HongKongAndMacaoAreChina is { } choice ? PackSettings.With(HongKongAndMacao, choice) : PackSettings.Default,
        };
    }

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

    private static EvidenceLedger? ReadEvidence(Task<(EvidenceLedger? Ledger, DiagnosticBag Faults)>? reading, DiagnosticBag diagnostics)
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

    private static void TellChoices(CheckJob job, DiagnosticBag diagnostics)
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
