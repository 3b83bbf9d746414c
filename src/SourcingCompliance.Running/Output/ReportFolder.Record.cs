using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Running.Files;
using SourcingCompliance.Running.Ledger;

namespace SourcingCompliance.Running.Output;

/// <content>The record of what a folder's reports are.</content>
public sealed partial class ReportFolder
{
    private bool IsForeign(string full)
    {
        if (Directory.Exists(full))
        {
            return true;
        }

        // A file in the place of a folder that a report needs.
        for (string? above = System.IO.Path.GetDirectoryName(full); above is not null
            && above.Length > _full.Length; above = System.IO.Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                return true;
            }
        }

        return (File.Exists(full) || new FileInfo(full).LinkTarget is not null) && !IsOwn(full);
    }

    private bool IsGone(string list, ReportPlan plan)
    {
        string full = System.IO.Path.GetFullPath(System.IO.Path.Combine(_full, list));
        return plan.Searches(full) && !File.Exists(full);
    }

    // The list is reported on under another name now, as when a second list of its name came.
    private bool IsRenamed(KeptReport report)
    {
        string[] now = [.. _written.Values.Where(written => written.List == report.List).Select(written => written.Name)];
        string suffix = ReportPlan.GetSuffix(report.Name);
        return now.Length > 0 && !now.Any(name => name[..^ReportPlan.GetSuffix(name).Length] == report.Name[..^suffix.Length]);
    }

    private void Forget(string name)
    {
        _known.Remove(name);
        _removed.Add(name);
    }

    private void Remove(string full)
    {
        Guarded(() => File.Delete(full));
        for (string? folder = System.IO.Path.GetDirectoryName(full); folder is not null
            && folder.Length > _full.Length; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                return;
            }

            Directory.Delete(folder);
        }
    }

    // Another run may have written to the folder meanwhile; what it recorded stays.
    private void Save()
    {
        foreach (KeptReport report in ReadRecord().Where(report => !_removed.Contains(report.Name)))
        {
            _known.TryAdd(report.Name, report);
        }

        WholeFile.Write(RecordPath, output => JsonSerializer.Serialize(output, new KeptReports(1, [.. _known.Values]), LedgerJson.Default.KeptReports));
    }

    private ImmutableArray<KeptReport> ReadRecord() => ResultLedger.Read(RecordPath, LedgerJson.Default.KeptReports)?.Reports ?? [];

    private string? ListPath(string? list) => list is null ? null : System.IO.Path.GetRelativePath(_full, System.IO.Path.GetFullPath(list)).Replace('\\', '/');
}
