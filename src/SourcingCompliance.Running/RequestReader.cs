using SourcingCompliance.Decisions;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings.Baselines;
using SourcingCompliance.Findings.Waivers;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Law;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Folders;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Mapping;
using SourcingCompliance.Running.Rules;
using SourcingCompliance.Running.Rules.Policies;

namespace SourcingCompliance.Running;

/// <summary>Turns a job into the request that a plan is made of: it reads every file that the job names except the BOMs.</summary>
internal static class RequestReader
{
    /// <summary>Reads the request of a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="rules">The rules folders of the run.</param>
    /// <param name="pack">The pack that decides; null = it did not load, and nothing is checked.</param>
    /// <param name="evidence">The evidence ledger, which began to be read next to the rules; null = the job has none.</param>
    /// <param name="diagnostics">Receives what is wrong with the files; an error means that nothing is checked.</param>
    public static CheckRequest Read(
        CheckJob job, IReadOnlyList<RuleFolder> rules, RulePack? pack, Task<(EvidenceLedger? Ledger, DiagnosticBag Faults)>? evidence,
        DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(job);
        MappingProfile[] profiles = [.. job.Profiles, .. MappingProfileFiles.Read([.. job.ProfilePaths], diagnostics)];
        WaiverList? waivers = JobInputs.ReadWaivers(job, diagnostics);
        JobInputs.TellChoices(job, diagnostics);
        Baseline? baseline = JobInputs.ReadBaseline(job.Baseline, diagnostics);
        string? moved = baseline is null ? null : BaselineRoot.Moved(baseline, job.Paths, diagnostics);
        PackSettings settings = JobInputs.GetPackSettings(job);
        return new CheckRequest
        {
            AsOf = job.AsOf,
            Delivery = job.Delivery,
            Gate = job.Gate,
            PolicyGate = job.PolicyGate,
            Contract = GetContractName(job),
            AllLines = job.AllLines,
            CountsNotInstalled = job.CountsNotInstalled,
            IsExplained = job.IsExplained,
            TracesAll = job.TracesAll || job.IsExplained,
            Profiles = [.. profiles],
            Waivers = waivers,
            Baseline = baseline,
            RelativePath = (from, file) => moved is not null && from == baseline?.Path
                ? BaselineRoot.GetPath(baseline, moved, file) : JobInputs.RelativePath(from, file),
            Alternates = JobInputs.ReadAlternates(job.Alternates, diagnostics),
            LeadTimes = job.LeadTimes,
            Report = JobInputs.ReadReportSettings(job, diagnostics),
            Evidence = JobInputs.ReadEvidence(evidence, diagnostics),
            RequiresDocuments = job.RequiresDocuments,
            RequiresSignature = job.RequiresSignature,
            Settings = settings,
            SecondOpinion = SecondEngines.Create(pack, settings, job.SecondOpinion),
            Policies = PolicyEngines.Read(rules, job.PolicyGate, diagnostics),
        };
    }

    /// <summary>Reads the contract file of a job; null when it names none, or with a diagnostic when it cannot be used.</summary>
    /// <param name="job">The job.</param>
    /// <param name="diagnostics">Receives what is wrong with the file.</param>
    public static ContractContext? ReadContract(CheckJob job, DiagnosticBag diagnostics)
    {
        if (job.ContractPath is not { } path)
        {
            return null;
        }

        try
        {
            return ContractReader.Parse(OrdinaryFile.ReadAllBytes(path), GetContractName(job) ?? path, diagnostics);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(DiagnosticIds.ContractNotReadable, CellRef.ForFile(GetContractName(job) ?? path),
                $"The contract file cannot be opened: {FileTrouble.GetWords(problem)}.", "Check the path given with --contract.");
            return null;
        }
    }

    private static string? GetContractName(CheckJob job) => job.ContractName ?? job.ContractPath?.Replace('\\', '/');
}
