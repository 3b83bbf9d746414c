using System.Globalization;
using SourcingCompliance.Evidence;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Configuration;
using SourcingCompliance.Running.Evidence;
using SourcingCompliance.Running.Files;
using SourcingCompliance.Running.Output;

namespace SourcingCompliance.Running.Folders;

/// <summary>Sorts the files of folders: lists to read, files that may be lists and are not read, and all others.</summary>
/// <param name="search">What is left out.</param>
/// <param name="walk">Goes through the folders.</param>
/// <param name="diagnostics">Receives SC9023 for each file that may be a list, SC9024 for all others, SC9803 for lists that a pattern leaves out.</param>
internal sealed class FolderFiles(FolderSearch search, FolderWalk walk, DiagnosticBag diagnostics)
{
    private static readonly string[] OwnNames = [SourcingConfig.FileName, SettingsFinder.WaiverFileName];

    private readonly HashSet<string> _used = [.. search.Used.Select(Path.GetFullPath)];
    private readonly string? _reports = search.ReportFolder is null ? null : Path.GetFullPath(search.ReportFolder);
    private readonly DocumentKinds _kinds = DocumentKinds.Shipped;
    private readonly ListProbe _probe = new(search.Mapper);
    private readonly SortedDictionary<string, int> _others = new(StringComparer.Ordinal);
    private readonly ConfiguredFiles _configured = new(diagnostics);
    private readonly List<string> _ledgers = [];
    private int _ownReports;

    /// <summary>Whether a folder, by its full path, is left out with all that is in it.</summary>
    public bool IsLeftOut(string folder)
    {
        if (folder == _reports || _used.Contains(folder))
        {
            return true;
        }

        bool isLedger = Path.GetFileName(folder) == EvidenceFolder.Name && EvidenceFolder.Is(folder);
        _ledgers.AddRange(isLedger ? [folder] : []);
        return isLedger;
    }

    /// <summary>Reports the evidence folders that lie beside or above lists that were found, and that the run does not use.</summary>
    /// <param name="lists">The lists.</param>
    public void ReportLedgers(IReadOnlyCollection<string> lists)
    {
        foreach (string ledger in _ledgers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            string above = Path.GetDirectoryName(ledger) + Path.DirectorySeparatorChar;
            string[] below = [.. lists.Where(list => Path.GetFullPath(list).StartsWith(above, StringComparison.Ordinal))];
            if (below.Length > 0)
            {
                string shown = Path.Combine(Path.GetDirectoryName(below[0]) ?? "",
                    Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(below[0])) ?? ".", ledger)).Replace('\\', '/');
                string first = below[0].Replace('\\', '/');

                // What suppliers state there may speak against a part, so no answer without it may look like one with it.
                diagnostics.Add(new Diagnostic(DiagnosticIds.EvidenceFolderNotUsed,
                    search.IsEvidenceChosen ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, CellRef.ForFile(shown),
                    $"This evidence folder lies next to {Wording.FormatCount(below.Length, "BOM")} of the run "
                        + $"({first}{(below.Length > 1 ? " and others" : "")}) and was not used: one run uses one evidence folder. "
                            + $"Nothing that suppliers state there counts, for or against a part.",
                    $"Check {first} by itself, name the folder with --evidence, or say with --no-evidence that no statements are to count."));
            }
        }
    }

    /// <summary>The lists in a folder, at any depth.</summary>
    public IReadOnlyList<string> Lists(string folder)
    {
        IReadOnlyList<string> files = walk.FilesBelow(folder, IsLeftOut);
        _configured.Read(files.Where(file => !IsUsed(file)));
        return search.Excluded.Without([], [.. files.Where(IsList)], diagnostics);
    }

    /// <summary>Reports how many files of each type were left unread, once all folders have been gone through.</summary>
    public void Report()
    {
        if (walk.HiddenFolders > 0)
        {
            _others[walk.HiddenFolders == 1 ? "hidden folder" : "hidden folders"] = walk.HiddenFolders;
        }

        if (_ownReports > 0)
        {
            _others[_ownReports == 1 ? "report of this program" : "reports of this program"] = _ownReports;
        }

        if (_others.Count > 0)
        {
            string types = string.Join(", ", _others.OrderByDescending(type => type.Value).ThenBy(type => type.Key, StringComparer.Ordinal)
                .Select(type => string.Create(CultureInfo.InvariantCulture, $"{type.Value} {type.Key}")));
            diagnostics.Note(DiagnosticIds.OtherFilesNotRead, CellRef.ForFile(""), $"Other files in the folders were not read, by type: {types}.");
        }
    }

    private bool IsList(string path)
    {
        string name = Path.GetFileName(path);
        if (LockFiles.IsLockFile(path) || IsUsed(path) || OwnNames.Contains(name, StringComparer.Ordinal))
        {
            return false;
        }

        // What request writes goes out to suppliers; what comes back goes through receive.
        if (RowKeys.IsId(Path.GetFileNameWithoutExtension(name)) || IsReport(path) || _configured.Contains(path))
        {
            return false;
        }

        (DocumentKind kind, string title) = _kinds.Detect(name);
        if (kind == DocumentKind.List)
        {
            return true;
        }

        if (search.Excluded.GetPattern(path) is not null)
        {
            // Nobody wants to hear of it.
            return false;
        }

        bool namesList = _kinds.NamesList(name);
        if (kind == DocumentKind.ByContent)
        {
            ListLikeness likeness = new FileInfo(path).Length == 0 ? ListLikeness.None : _probe.Detect(path);
            if (likeness is ListLikeness.List or ListLikeness.NotReadable)
            {
                return true;
            }

            return NotRead(path, likeness == ListLikeness.Table || namesList, likeness == ListLikeness.Table
                ? "table without a known header" : "file in which no list was found");
        }

        if (kind == DocumentKind.UnreadableByContent && ListsHardware(path))
        {
            return true;
        }

        bool mayBeList = namesList || kind == DocumentKind.Unreadable || (kind == DocumentKind.UnreadableByContent && SpeaksOfParts(path));
        return NotRead(path, mayBeList, title.Length > 0 ? title : $"{Path.GetExtension(name)} file");
    }

    /// <summary>Whether the run uses a file for something else: as its contract, waivers, profile, alternates or configuration.</summary>
    public bool IsUsed(string path) => _used.Contains(Path.GetFullPath(path));

    /// <summary>Whether a file is a report of this program: it speaks of parts as its list does, and would be checked as one. It is counted.</summary>
    public bool IsReport(string path)
    {
        bool isReport = ReportPlan.IsReportName(path) && (search.Reports?.IsOwn(Path.GetFullPath(path)) ?? OwnMarks.IsReport(path));
        _ownReports += isReport ? 1 : 0;
        return isReport;
    }

    private static bool ListsHardware(string path)
    {
        try
        {
            using FileStream content = OrdinaryFile.OpenRead(path);
            return HardwareProbe.ListsHardware(content);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What is said of files that cannot be read is said below.
            return false;
        }
    }

    // A file that cannot be looked into may be anything.
    private bool SpeaksOfParts(string path)
    {
        try
        {
            return _kinds.SpeaksOfParts(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private bool NotRead(string path, bool mayBeList, string title)
    {
        if (mayBeList)
        {
            diagnostics.Warn(DiagnosticIds.FileNotRead, CellRef.ForFile(path), $"This {title} may be a bill of materials and was not read; it counts as open.",
                "Export its list as .xlsx or .csv, or exclude the file if it contains none.");
        }
        else
        {
            string type = Path.GetExtension(path).ToLowerInvariant();
            type = type.Length == 0 ? "without extension" : type;
            _others[type] = _others.GetValueOrDefault(type) + 1;
        }

        return false;
    }
}
