using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Jobs;

/// <summary>Turns a run of the store into a job of the program, and a report into what the store keeps of it.</summary>
/// <param name="store">The runs.</param>
/// <param name="uploads">Where contents are kept.</param>
/// <param name="ledger">The evidence that every check joins.</param>
/// <param name="options">The operator's rules.</param>
public sealed class CheckJobs(RunStore store, UploadFolder uploads, LedgerFolder ledger, ServerOptions options)
{
    /// <summary>The job of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="files">Its files.</param>
    /// <param name="cancellation">Stops reading the store.</param>
    public async Task<CheckJob> Create(RunRecord run, IReadOnlyList<RunFile> files, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(files);
        var beside = (await store.GetAttachments(run.Id, cancellation)).ToDictionary(attachment => attachment.Kind,
            attachment => new CheckInput(uploads.GetPath(attachment.Sha256), attachment.Name), StringComparer.Ordinal);
        CheckInput? logo = beside.GetValueOrDefault(AttachmentKind.Logo);
        return new CheckJob
        {
            Paths = [],
            Inputs = [.. files.Select(file => new CheckInput(uploads.GetPath(file.Sha256), file.Name))],
            AsOf = DateOnly.ParseExact(run.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Delivery = run.Delivery is { } delivery ? DateOnly.ParseExact(delivery, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            ContractPath = beside.GetValueOrDefault(AttachmentKind.Contract)?.Path,
            ContractName = beside.GetValueOrDefault(AttachmentKind.Contract)?.Name,
            Waivers = beside.GetValueOrDefault(AttachmentKind.Waivers),
            Baseline = beside.GetValueOrDefault(AttachmentKind.Baseline),
            Alternates = beside.GetValueOrDefault(AttachmentKind.Alternates),
            Report = KeptReportSettings.Read(beside.GetValueOrDefault(AttachmentKind.Report)?.Path, logo?.Path, logo?.Name),
            Packs = PackChoice.From(run.Packs?.Split(',') ?? []),
            Gate = Enum.GetValues<Gate>().First(gate => ReportTokens.Format(gate) == run.Gate),
            AllLines = run.AllLines == 1,
            Profiles = await GetProfiles(run.Id, cancellation),
            EvidenceFolder = ledger.Existing,
            EvidenceName = LedgerFolder.Name,
            // Only what the operator configured: nothing of an upload is a rule.
            RuleFolders = options.RulesFolder is { } rules ? [rules] : [],
            PolicyGate = options.PolicyGate,
        };
    }

    /// <summary>The column settings that a run applies, in order.</summary>
    /// <param name="run">Id of the run.</param>
    /// <param name="cancellation">Stops reading the store.</param>
    public async Task<ImmutableArray<MappingProfile>> GetProfiles(string run, CancellationToken cancellation)
    {
        // They were read when they were saved; one that a newer version no longer understands is left out and the sheet is refused again.
        return [.. (await store.GetProfiles(run, cancellation)).Select(profile =>
            MappingProfile.Parse(Encoding.UTF8.GetBytes(profile.Json), profile.Name, new DiagnosticBag())).OfType<MappingProfile>()];
    }

    /// <summary>What lists of checks show of a report.</summary>
    /// <param name="report">The report.</param>
    public static RunResult GetResult(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        RegimeSummary? counts = Answer.GateRegime(report);
        return new RunResult
        {
            ExitCode = report.Summary.ExitCode,
            Answer = Storable(Answer.Compose(report)),
            Lines = report.Summary.Lines,
            Violation = counts?.Violation ?? 0,
            Suspect = counts?.Suspect ?? 0,
            OpenLines = counts?.Open ?? 0,
            Exempt = counts?.Exempt ?? 0,
            Pass = counts?.Pass ?? 0,
            NotCovered = counts?.NotCovered ?? 0,
            Ties = report.Files.Sum(file => file.Diagnostics.Count(diagnostic => diagnostic.Id == DiagnosticIds.ColumnTie)),
            Unaccounted = report.Summary.Unaccounted,
        };
    }

    /// <summary>A text that both databases can store: PostgreSQL takes no NUL, and a stranger's file may contain one.</summary>
    /// <param name="text">The text.</param>
    public static string Storable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace('\0', '\uFFFD');
    }
}
