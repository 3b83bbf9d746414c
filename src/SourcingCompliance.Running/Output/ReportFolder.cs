using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Running.Files;
using SourcingCompliance.Running.Ledger;

namespace SourcingCompliance.Running.Output;

/// <summary>
/// The folder that reports go to. It keeps a record of what was written there, by hash, and never overwrites a file that is not in the record or
/// has changed since: whatever the folder holds besides belongs to somebody else.
/// </summary>
public sealed partial class ReportFolder
{
    private const string RecordName = "reports.manifest";
    private const int MostNamed = 3;
    private readonly string _full;
    private readonly SortedDictionary<string, KeptReport> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeptReport> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    private ReportFolder(string path)
    {
        Path = path;
        _full = System.IO.Path.GetFullPath(path);
        foreach (KeptReport report in ReadRecord())
        {
            _known[report.Name] = report;
        }
    }

    /// <summary>The path as given.</summary>
    public string Path { get; }

    private string RecordPath => System.IO.Path.Combine(_full, ResultLedger.FolderName, RecordName);

    /// <summary>The folder of a path, which need not exist yet. Nothing is written.</summary>
    /// <param name="path">Path of the folder.</param>
    /// <exception cref="OutputRefusedException">The path is empty, or a file or device stands there or above it.</exception>
    public static ReportFolder Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new OutputRefusedException("--out names no folder. Name the folder for the reports.");
        }

        for (string? at = System.IO.Path.GetFullPath(path); at is not null && !Directory.Exists(at); at = System.IO.Path.GetDirectoryName(at))
        {
            if (File.Exists(at))
            {
                string what = OrdinaryFile.IsSpecial(at) ? "a device or pipe" : "a file";
                throw new OutputRefusedException($"--out {path} is {(at == System.IO.Path.GetFullPath(path) ? "" : "below ")}{what}, not a folder. Name a "
                    + $"folder for the reports.");
            }
        }

        return new ReportFolder(path);
    }

    /// <summary>Whether a file is a report of this program that nobody has changed, so that it is no list and may be written again.</summary>
    /// <param name="full">Full path of the file.</param>
    public bool IsOwn(string full)
    {
        if (new FileInfo(full).LinkTarget is not null)
        {
            // What is written in place of a link would destroy the link.
            return false;
        }

        if (ReportNames.Below(_full, full) is { } name && _known.TryGetValue(name, out KeptReport? report))
        {
            return report.Sha256 is null || FileHash.Compute(full) == report.Sha256;
        }

        return OwnMarks.IsReport(full);
    }

    /// <summary>Whether every file below the folder is a report of this program, so that the whole folder can be left out of a search for lists.</summary>
    internal bool HoldsOnlyReports()
    {
        try
        {
            var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
            string own = System.IO.Path.Combine(_full, ResultLedger.FolderName) + System.IO.Path.DirectorySeparatorChar;
            return !Directory.Exists(_full) || Directory.EnumerateFiles(_full, "*", everything)
                .All(file => file.StartsWith(own, StringComparison.Ordinal) || IsOwn(file));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Takes the places of the reports of a run: creates the folder, and records what is about to be written.</summary>
    /// <param name="plan">The reports.</param>
    /// <exception cref="OutputRefusedException">The folder cannot be created or written, or a file of somebody else stands at one of the places.</exception>
    public void Claim(ReportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        IReadOnlyCollection<ReportTarget> targets = plan.All;
        string[] foreign = [.. targets.Select(target => System.IO.Path.Combine(_full, target.Name)).Where(IsForeign).Order(StringComparer.Ordinal)];
        if (foreign.Length > 0)
        {
            string more = foreign.Length > MostNamed ? $" and {foreign.Length - MostNamed} more" : "";
            throw new OutputRefusedException(
                $"{string.Join(", ", foreign.Take(MostNamed).Select(Shown))}{more} already {(foreign.Length == 1 ? "exists and is" : "exist and are")} not "
                    + $"an unchanged report of this program. "
                + "Nothing was written. Name another folder with --out, or move the file.");
        }

        Record(targets);
    }

    /// <summary>Whether a report cannot have a name because a file of somebody else, or another list's report, stands there.</summary>
    internal bool IsTaken(string name, string? list) => IsForeign(System.IO.Path.Combine(_full, name))
        || (_known.TryGetValue(name, out KeptReport? report) && report.List != ListPath(list) && File.Exists(System.IO.Path.Combine(_full, name)));

    /// <summary>Records reports that are about to be written to free places.</summary>
    internal void Record(IEnumerable<ReportTarget> targets)
    {
        foreach (ReportTarget target in targets)
        {
            _removed.Remove(target.Name);
            _known.TryAdd(target.Name, new KeptReport(target.Name, null, ListPath(target.List)));
        }

        Guarded(() =>
        {
            Directory.CreateDirectory(System.IO.Path.Combine(_full, ResultLedger.FolderName));
            Save();
        });
    }

    /// <summary>Writes one report. It appears whole or not at all. Safe for use from several threads.</summary>
    /// <param name="target">The report.</param>
    /// <param name="write">Writes the content.</param>
    /// <returns>The path of the file as the console shows it.</returns>
    /// <exception cref="OutputRefusedException">The file cannot be written.</exception>
    internal string Write(ReportTarget target, Action<Stream> write)
    {
        string full = System.IO.Path.Combine(_full, target.Name);
        Guarded(() =>
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full) ?? _full);
            WholeFile.Write(full, write);
        });
        var report = new KeptReport(target.Name, FileHash.Compute(full), ListPath(target.List));
        lock (_gate)
        {
            _written[target.Name] = report;
        }

        return Shown(full);
    }

    /// <summary>Ends a run: removes what was written before for lists that are gone, and records what was written now, also after a failure.</summary>
    /// <param name="plan">What the run wrote.</param>
    internal ReportCleanup Finish(ReportPlan plan)
    {
        HashSet<string> present = [.. plan.Lists.Select(list => ListPath(list.Name)).OfType<string>()];
        var removed = new List<string>();
        var older = new List<string>();
        foreach (KeptReport report in _known.Values.Where(report => !_written.ContainsKey(report.Name)).ToArray())
        {
            string full = System.IO.Path.Combine(_full, report.Name);
            if (!File.Exists(full))
            {
                Forget(report.Name);
            }
            else if (report.List is not { } list || present.Contains(list) ? _written.Count > 0 : IsGone(list, plan))
            {
                // A request that the run makes no more must not be sent by mistake.
                bool isRemovable = (RequestFiles.IsRequest(report.Name)
                    ? _written.Values.Any(written => RequestFiles.IsRequest(written.Name) && written.List == report.List)
                    : report.List is not null && (!present.Contains(report.List) || IsRenamed(report))) && IsOwn(full);
                (isRemovable ? removed : older).Add(Shown(full));
                if (isRemovable)
                {
                    Remove(full);
                    Forget(report.Name);
                }
            }
        }

        Keep();
        return new ReportCleanup([.. removed], [.. older]);
    }

    /// <summary>Records what was written so far, when a run ends early.</summary>
    internal void Keep()
    {
        foreach (KeptReport report in _known.Values.Where(report => report.Sha256 is null
            && !File.Exists(System.IO.Path.Combine(_full, report.Name))).ToArray())
        {
            Forget(report.Name);
        }

        foreach ((string name, KeptReport report) in _written)
        {
            _known[name] = report;
        }

        Guarded(Save);
    }

    /// <summary>The name below the folder of a path that <see cref="Write"/> gave.</summary>
    internal string GetName(string shown) => ReportNames.Below(_full, System.IO.Path.GetFullPath(shown)) ?? shown;

    private string Shown(string full) => System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(_full, full)).Replace('\\', '/');

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OutputRefusedException($"The reports cannot be written to {Path}: {FileTrouble.GetWords(problem)}. Name another folder "
                + $"with --out.", problem);
        }
    }
}
