using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using SourcingCompliance.Decisions;
using SourcingCompliance.Evidence;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Files;
using SourcingCompliance.Running.Folders;
using SourcingCompliance.Running.Jobs;
using SourcingCompliance.Running.Ledger;
using SourcingCompliance.Running.Mapping;
using SourcingCompliance.Running.Output;
using SourcingCompliance.Running.Rules;
using SourcingCompliance.Running.Rules.Policies;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Running;

/// <summary>Runs a <see cref="CheckJob"/>: the one way from a face into the program.</summary>
public static class CheckRunner
{
    /// <summary>Checks everything that a job names. Files run in parallel, one file on one core; the report does not depend on it.</summary>
    /// <param name="job">What is asked.</param>
    /// <param name="progress">Told of progress, from several threads; null = nobody listens.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The report; problems with paths, rules and contract are diagnostics in it.</returns>
    public static ComplianceReport Run(CheckJob job, IProgress<CheckProgress>? progress, CancellationToken cancellation) =>
        Check(job, progress, cancellation).Report;

    /// <summary>The same as <see cref="Run"/>, with the reports of the single files.</summary>
    /// <param name="job">What is asked.</param>
    /// <param name="progress">Told of progress, from several threads; null = nobody listens.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <param name="begin">Told which lists will be checked, before the first of them is; null = nobody listens. It is not called for a run that cannot
    /// begin.</param>
    public static CheckResult Check(CheckJob job, IProgress<CheckProgress>? progress, CancellationToken cancellation,
        Action<IReadOnlyList<CheckInput>>? begin = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        var diagnostics = new DiagnosticBag();
        JobInputs.TellProblems(job, diagnostics);
        Task<(EvidenceLedger? Ledger, DiagnosticBag Faults)>? evidence = JobInputs.BeginEvidence(job);
        RuleFolder[] rules = [.. RuleFolders.WithOwn(job.RuleFolders, diagnostics), .. job.OwnRules];
        CheckLibrary library = CheckLibrary.Load(rules, job.AsOf, diagnostics, job.Packs);
        ContractContext? contract = RequestReader.ReadContract(job, diagnostics);
        CheckPlan plan = library.CreatePlan(RequestReader.Read(job, rules, library.DecidingPack, evidence, diagnostics), contract, diagnostics);
        bool isConfigured = !diagnostics.HasErrors;
        if (isConfigured && job.Scope is RunScope.Joined joined)
        {
            return Join(joined, job, rules, library, plan, diagnostics, begin);
        }

        var found = new DiagnosticBag();
        IReadOnlyList<string> paths =
            BomPaths.Find(job.Paths, GetSearch(job, plan, library, job.OutputFolder is { } folder ? ReportFolder.Open(folder) : null), found);
        found.Items.ToList().ForEach(diagnostics.Add);
        bool hasRun = isConfigured && ArePathsSound(job, paths, found);
        IReadOnlyList<string> all = paths;
        paths = job.Scope is RunScope.Part { Shard: { } shard } ? [.. paths.Where(shard.Contains)] : paths;
        CheckInput[] inputs = [.. paths.Select(path => new CheckInput(path, path)).Concat(job.Inputs).OrderBy(input => input.Name, StringComparer.Ordinal)];
        if (hasRun)
        {
            begin?.Invoke(inputs);
        }

        ResultLedger? ledger = hasRun ? OpenLedger(job, rules, plan, all, found.Items) : null;
        var files = new FileResult[inputs.Length];
        long[] sizes = progress is null ? new long[inputs.Length] : [.. inputs.Select(GetSize)];
        long allBytes = sizes.Sum();
        long bytesDone = 0;
        int filesDone = 0;
        int linesRead = 0;
        int reused = 0;
        if (hasRun)
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
            // A checker remembers what it has recognized and serves one thread at a time. Workers come and go many times in a run, and each takes
            // over the checker of one that went.
            bool isAlone = inputs.Length == 1 && Environment.ProcessorCount > 1;
            var checkers = new ConcurrentBag<ComplianceChecker>();
            Parallel.For(0, inputs.Length, parallel, () => checkers.TryTake(out ComplianceChecker? idle) ? idle
                : library.CreateChecker(plan, readsAhead: isAlone, cancellation), (at, _, checker) =>
            {
                int told = 0;
                (files[at], bool isReused) = CheckFile(inputs[at], checker, ledger, isAlone, lines => Tell(lines, isDone: false), cancellation);
                Interlocked.Add(ref reused, isReused ? 1 : 0);
                Interlocked.Increment(ref filesDone);
                Interlocked.Add(ref bytesDone, sizes[at]);
                Tell(files[at].Report.LineCount, isDone: true);
                return checker;

                void Tell(int lines, bool isDone)
                {
                    Interlocked.Add(ref linesRead, lines - told);
                    told = lines;
                    progress?.Report(new CheckProgress(inputs.Length, filesDone, linesRead, allBytes,
                        Interlocked.Read(ref bytesDone), inputs[at].Name, lines, isDone));
                }
            }, checkers.Add);

            // What they remember of texts is of no more use, and the plan needs room.
            checkers.Clear();
        }

        return GetResult(library, plan, hasRun ? [.. files] : [], diagnostics, isConfigured, hasRun, reused);
    }

    private static CheckResult Join(
        RunScope.Joined joined, CheckJob job, RuleFolder[] rules, CheckLibrary library, CheckPlan plan,
        DiagnosticBag diagnostics, Action<IReadOnlyList<CheckInput>>? begin)
    {
        var missing = new DiagnosticBag();
        ImmutableArray<FileResult> results = ShardJoin.Join(joined.Folders, RunKey.Compute(job, rules, plan.Request.Evidence?.Sha256), diagnostics, missing);
        if (!missing.HasErrors)
        {
            begin?.Invoke([.. results.Select(result => new CheckInput(result.Report.Path, result.Report.Path))]);
        }

        missing.Items.ToList().ForEach(diagnostics.Add);
        return GetResult(library, plan, missing.HasErrors ? [] : results, diagnostics, isConfigured: true, !missing.HasErrors);
    }

    // A path that names nothing is a slip of the person who typed it; what the other paths name would be half of what was asked.
    private static bool ArePathsSound(CheckJob job, IReadOnlyList<string> paths, DiagnosticBag found) =>
        found.GetCount(DiagnosticIds.PathNotFound) == 0 && found.GetCount(DiagnosticIds.NoBomInFolder) == 0
            && (paths.Count > 0 || !job.Inputs.IsEmpty || !found.HasErrors);

    private static FolderSearch GetSearch(CheckJob job, CheckPlan plan, CheckLibrary library, ReportFolder? reports) => new()
    {
        ReportFolder = reports?.HoldsOnlyReports() == true ? reports.Path : null,
        Reports = reports,
        Excluded = job.Excluded,
        Used = [.. new[] { job.ContractPath, job.Waivers?.Path, job.Baseline?.Path, job.Alternates?.Path, job.EvidenceFolder }.OfType<string>(),
            .. job.ProfilePaths, .. job.RuleFolders, .. job.UsedPaths],
        IsEvidenceChosen = job.IsEvidenceChosen,
        Mapper = library.CreateMapper(plan),
    };

    // Only for the progress: a file that cannot be read is told of when it is opened.
    private static long GetSize(CheckInput input) => File.Exists(input.Path) ? new FileInfo(input.Path).Length : 0;

    private static CheckResult GetResult(
        CheckLibrary library, CheckPlan plan, ImmutableArray<FileResult> results, DiagnosticBag diagnostics, bool isConfigured, bool hasRun, int reused = 0)
    {
        ComplianceReport report = library.Compose(Tool, plan, results, diagnostics, isConfigured);

        // The files of the report are the same with the actions of their findings: findings need not be held twice.
        results = [.. results.Select((result, at) => result with { Report = report.Files[at] })];
        return new(report, results, hasRun, reused, single => library.Compose(Tool, plan, [single], new DiagnosticBag(), isConfigured));
    }

    /// <summary>Name and version of the program as they stand in reports.</summary>
    public static ToolIdentity Tool { get; } = new("SourcingCompliance",
        typeof(CheckRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion is { } version
            ? GetShort(version) : "0");

    // Twelve digits of the commit name it as surely as forty do.
    private static string GetShort(string version) => version.IndexOf('+', StringComparison.Ordinal) is >= 0
        and int plus && version.Length > plus + 13 ? version[..(plus + 13)] : version;

    /// <summary>By which days a check of a job judges evidence: its delivery as the command line or the contract has it, or the period of its result.</summary>
    /// <param name="job">What is asked.</param>
    /// <param name="diagnostics">Receives what is wrong with the contract or the rules.</param>
    public static EvidenceTerms GetEvidenceTerms(CheckJob job, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(diagnostics);
        RuleFolder[] rules = [.. RuleFolders.WithOwn(job.RuleFolders, diagnostics), .. job.OwnRules];
        CheckLibrary library = CheckLibrary.Load(rules, job.AsOf, diagnostics, job.Packs);
        var request = new CheckRequest
        {
            AsOf = job.AsOf, Gate = job.Gate, Delivery = job.Delivery, RequiresDocuments = job.RequiresDocuments, RequiresSignature = job.RequiresSignature,
        };
        return library.CreatePlan(request, RequestReader.ReadContract(job, diagnostics), diagnostics).EvidenceTerms;
    }

    private static ResultLedger? OpenLedger(CheckJob job, RuleFolder[] rules, CheckPlan plan, IReadOnlyList<string> paths, IEnumerable<Diagnostic> diagnostics)
    {
        if (job.OutputFolder is not { } folder || !job.Scope.KeepsResults)
        {
            return null;
        }

        var ledger = new ResultLedger(folder, RunKey.Compute(job, rules, plan.Request.Evidence?.Sha256));
        ledger.Keep(job, paths, diagnostics);
        return ledger;
    }

    private static (FileResult Result, bool IsReused) CheckFile(
        CheckInput input, ComplianceChecker checker, ResultLedger? ledger, bool isAlone, Action<int> progress, CancellationToken cancellation)
    {
        var hash = new Lazy<string?>(() => FileHash.Compute(input.Path));
        if (ledger is not null && hash.Value is { } sha256 && ledger.Find(input.Name, sha256) is { } known)
        {
            return (known, true);
        }

        if (isAlone && ledger is null)
        {
            // A second core has nothing to do while the columns are found.
            Task.Run(() => hash.Value, cancellation);
        }

        var diagnostics = new DiagnosticBag();
        using BomDocument? document = BomDocumentReader.Open(input, ReadLimits.Default with { Cancellation = cancellation }, diagnostics);
        FileResult result = checker.Check(input.Name, () => hash.Value, document, diagnostics, progress, cancellation);
        ledger?.Keep(input.Name, hash.Value ?? "", result);
        return (result, false);
    }
}
