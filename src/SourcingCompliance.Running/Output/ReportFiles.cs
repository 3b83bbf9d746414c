using SourcingCompliance.Findings;
using SourcingCompliance.Formats;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Reports;
using SourcingCompliance.Running.Files;
using SourcingCompliance.Running.Jobs;

namespace SourcingCompliance.Running.Output;

/// <summary>Puts reports on disk. A file appears whole or not at all.</summary>
public static class ReportFiles
{
    /// <summary>The names of all formats that can be written.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. ReportWriters.Formats, WorkbookFiles.Format];

    /// <summary>Writes a report in several formats, named after its list, into a folder that holds nothing else.</summary>
    /// <param name="report">The report.</param>
    /// <param name="formats">Names of formats as in <see cref="ReportWriters"/>.</param>
    /// <param name="folder">Folder to write to; created when it does not exist.</param>
    /// <param name="cancellation">Leaves files already written and removes the one under way.</param>
    /// <returns>The paths written, in the order of the formats.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(ComplianceReport report, IEnumerable<string> formats, string folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(formats);
        Directory.CreateDirectory(folder);
        string name = report.Files.Length == 1 ? Path.GetFileNameWithoutExtension(report.Files[0].Path) : ReportNames.OfRun;
        IReportWriter[] writers = [.. formats.Distinct(StringComparer.OrdinalIgnoreCase).Select(GetWriter)];
        string[] paths = [.. writers.Select(writer => Path.Combine(folder, name + writer.FileSuffix).Replace('\\', '/'))];
        OnAllCores.For(writers.Length, at => WholeFile.Write(paths[at], output => writers[at].Write(report, output, cancellation)), cancellation);
        return paths;
    }

    /// <summary>Writes the reports of a run as planned, and removes those of lists that are gone.</summary>
    /// <param name="result">What the run gave.</param>
    /// <param name="plan">Which reports are written.</param>
    /// <param name="folder">Where they go.</param>
    /// <param name="written">Told, from several threads, of how many files of how many the own reports are written; null = nobody listens.</param>
    /// <param name="cancellation">Leaves files already written and removes the one under way.</param>
    /// <returns>The paths of the reports over the run, in the order of the formats, and what became of older ones.</returns>
    /// <exception cref="OutputRefusedException">A file cannot be written.</exception>
    public static (IReadOnlyList<string> Written, ReportCleanup Cleanup) Write(
        CheckResult result, ReportPlan plan, ReportFolder folder, Action<int, int>? written, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            string[] paths = [.. WriteAll(result, plan, folder, written, cancellation)];
            return (paths, folder.Finish(plan));
        }
        catch (Exception failure) when (failure is OutputRefusedException or OperationCanceledException)
        {
            // What was written is on record, so that the next run may write it again.
            folder.Keep();
            throw;
        }
    }

    /// <summary>Writes the one report of a run that goes to a stream instead of a folder.</summary>
    /// <param name="result">What the run gave.</param>
    /// <param name="lists">The lists of the run.</param>
    /// <param name="format">Name of a format as in <see cref="Formats"/>.</param>
    /// <param name="output">Receives the bytes; left open.</param>
    /// <returns>Whether there was something to write: a workbook needs exactly one list that could be read.</returns>
    public static bool Write(CheckResult result, IReadOnlyList<CheckInput> lists, string format, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(lists);
        if (format != WorkbookFiles.Format)
        {
            GetWriter(format).Write(result.Report, output);
            return true;
        }

        if (result.Report.Files is not [{ } file] || !HasList(file))
        {
            return false;
        }

        WorkbookFiles.Write(result.Report, file, lists[0].Path, output);
        return true;
    }

    /// <summary>Removes what is half written, for a process that ends before its writers do.</summary>
    public static void RemovePartial() => WholeFile.RemovePartial();

    private static IEnumerable<string> WriteAll(CheckResult result, ReportPlan plan, ReportFolder folder,
        Action<int, int>? written, CancellationToken cancellation)
    {
        string?[] ofRun = new string?[plan.OfRun.Length];
        OnAllCores.For(ofRun.Length, at => ofRun[at] =
            folder.Write(plan.OfRun[at], output => GetWriter(plan.OfRun[at].Format).Write(result.Report, output, cancellation)), cancellation);
        IReadOnlyList<string>[] ofLists = new IReadOnlyList<string>[plan.OfLists.Length];
        bool isSingle = plan.IsOfOneList;
        int done = 0;
        OnAllCores.For(
            ofLists.Length,
            at =>
            {
                ofLists[at] = WriteList(isSingle ? result.Report : result.GetSingle(at), plan.OfLists[at], plan.Lists[at], folder, cancellation);
                written?.Invoke(Interlocked.Increment(ref done), ofLists.Length);
            },
            cancellation);
        string[] overview = [
            .. plan.Overview.Select(target => folder.Write(target, output => WriteOverview(result.Report, plan, target, ofLists, folder, output)))];
        bool asksSuppliers = plan.All.Any(target => target.Format is "pdf" or "pdf-letter");
        string? requests = asksSuppliers ? RequestFiles.Write(result.Report, isSingle ? plan.Lists[0].Name : null, folder, cancellation) : null;
        return [.. ofRun.OfType<string>(), .. isSingle ? ofLists[0] : [], .. requests is null ? Array.Empty<string>() : [requests], .. overview];
    }

    private static List<string> WriteList(ComplianceReport single, IEnumerable<ReportTarget> targets,
        CheckInput list, ReportFolder folder, CancellationToken cancellation)
    {
        var paths = new List<string>();
        foreach (ReportTarget target in targets)
        {
            cancellation.ThrowIfCancellationRequested();
            if (target.Format != WorkbookFiles.Format)
            {
                paths.Add(folder.Write(target, output => GetWriter(target.Format).Write(single, output, cancellation)));
            }
            else if (HasList(single.Files[0]))
            {
                paths.Add(folder.Write(target, output => WorkbookFiles.Write(single, single.Files[0], list.Path, output)));
            }
        }

        return paths;
    }

    private static void WriteOverview(ComplianceReport report, ReportPlan plan, ReportTarget target,
        IReadOnlyList<string>[] ofLists, ReportFolder folder, Stream output)
    {
        if (target.Format == WorkbookFiles.Format)
        {
            IndexWorkbook.Write(report, output);
            return;
        }

        Dictionary<string, IReadOnlyList<string>> links = plan.Lists.Zip(ofLists).ToDictionary(
            pair => pair.First.Name, pair => (IReadOnlyList<string>)[.. pair.Second.Select(path => folder.GetName(path))], StringComparer.Ordinal);
        IndexPage.Write(report, new IndexLinks([.. plan.OfRun.Select(own => own.Name)], links, ReportWriters.GetKind), output);
    }

    private static IReportWriter GetWriter(string format) => ReportWriters.Find(format)
        ?? throw new ArgumentException($"Unknown report format '{format}'.", nameof(format));

    private static bool HasList(FileReport file) => file.Sheets.Any(sheet => sheet.HeaderRow is not null);
}
