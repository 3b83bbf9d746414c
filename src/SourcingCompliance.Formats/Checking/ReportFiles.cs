using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Formats.Writing.Html;
using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Checking;

/// <summary>Puts reports on disk, named after what was checked. A file appears whole or not at all.</summary>
public static class ReportFiles
{
    private const string NameOfSeveral = "sourcing-report";
    private const string NameOfIndex = "index";

    // What a pipeline reads, it reads once for the run.
    private static readonly string[] FormatsOfRuns = ["sarif", "sarif-strict", "junit", "gitlab", "github", "github-summary", "github-output", "azure"];

    /// <summary>Writes a report in several formats.</summary>
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
        string name = NameOf(report);
        string[] names = [.. formats.Distinct(StringComparer.OrdinalIgnoreCase)];
        IReadOnlyList<string>[] written = new IReadOnlyList<string>[names.Length];
        OnAllCores.For(names.Length, at => written[at] = names[at] == WorkbookFiles.Format ? WriteWorkbooks(report, folder, cancellation) : [WriteOne(report, names[at], Path.Combine(folder, name))], cancellation);
        return [.. written.SelectMany(paths => paths)];
    }

    /// <summary>Writes the reports of a run: over all files, and with several of them one for each as well and the overview.</summary>
    /// <param name="result">What the run gave.</param>
    /// <param name="formats">Names of formats as in <see cref="ReportWriters"/>.</param>
    /// <param name="folder">Folder to write to; created when it does not exist.</param>
    /// <param name="perFile">Whether each of several files gets reports of its own and all together an overview.</param>
    /// <param name="written">Told, from several threads, of how many files of how many the own reports are written; null = nobody listens.</param>
    /// <param name="cancellation">Leaves files already written and removes the one under way.</param>
    /// <returns>The paths of the reports over all files, and of the overview; those of single files are not listed.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(
        CheckResult result, IReadOnlyList<string> formats, string folder, bool perFile, Action<int, int>? written, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(formats);
        if (!perFile || result.Report.Files.Length < 2)
        {
            return Write(result.Report, formats, folder, cancellation);
        }

        // A workbook belongs to one list, and bears the name of its other reports.
        List<string> paths = [.. Write(result.Report, formats.Where(format => format != WorkbookFiles.Format), folder, cancellation)];
        var links = new IndexLinks([.. paths.Select(path => path[(path.LastIndexOf('/') + 1)..])], WriteSingles(result, formats, folder, written, cancellation));
        string page = Path.Combine(folder, NameOfIndex + ".html").Replace('\\', '/');
        WholeFile.Write(page, output => IndexPage.Write(result.Report, links, output));
        paths.Add(page);
        if (formats.Contains(WorkbookFiles.Format, StringComparer.Ordinal))
        {
            string workbook = Path.Combine(folder, NameOfIndex + ".xlsx").Replace('\\', '/');
            WholeFile.Write(workbook, output => IndexWorkbook.Write(result.Report, output));
            paths.Add(workbook);
        }

        return paths;
    }

    // The names of what was written, by path of the list. Two lists of one name, or one that is called like the overview, get a number.
    private static Dictionary<string, IReadOnlyList<string>> WriteSingles(
        CheckResult result, IReadOnlyList<string> formats, string folder, Action<int, int>? written, CancellationToken cancellation)
    {
        IReportWriter[] writers = [.. formats.Except(FormatsOfRuns, StringComparer.OrdinalIgnoreCase).Select(ReportWriters.Find).OfType<IReportWriter>()];
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { NameOfSeveral, NameOfIndex };
        string[] bases = [.. result.Report.Files.Select(file =>
        {
            string wish = Path.GetFileNameWithoutExtension(file.Path);
            string name = wish;
            for (int number = 2; !taken.Add(name); number++)
            {
                name = FormattableString.Invariant($"{wish}.{number}");
            }

            return name;
        })];
        bool withWorkbook = formats.Contains(WorkbookFiles.Format, StringComparer.Ordinal);
        var names = new IReadOnlyList<string>[bases.Length];
        int done = 0;
        OnAllCores.For(
            bases.Length,
            at =>
            {
                names[at] = WriteSingle(result.SingleOf(at), writers, withWorkbook, folder, bases[at], cancellation);
                written?.Invoke(Interlocked.Increment(ref done), bases.Length);
            },
            cancellation);
        return result.Report.Files.Select((file, at) => (file.Path, Names: names[at])).ToDictionary(pair => pair.Path, pair => pair.Names, StringComparer.Ordinal);
    }

    private static List<string> WriteSingle(ComplianceReport single, IReportWriter[] writers, bool withWorkbook, string folder, string name, CancellationToken cancellation)
    {
        var names = new List<string>();
        foreach (IReportWriter writer in writers)
        {
            cancellation.ThrowIfCancellationRequested();
            WholeFile.Write(Path.Combine(folder, name + writer.FileSuffix), output => writer.Write(single, output));
            names.Add(name + writer.FileSuffix);
        }

        if (withWorkbook && HasList(single.Files[0]))
        {
            string workbook = name + WorkbookFiles.NameOf(single.Files[0])[NameOf(single).Length..];
            WholeFile.Write(Path.Combine(folder, workbook), output => WorkbookFiles.Write(single, single.Files[0], output));
            names.Add(workbook);
        }

        return names;
    }

    private static string WriteOne(ComplianceReport report, string format, string path)
    {
        IReportWriter writer = ReportWriters.Find(format) ?? throw new ArgumentException($"There is no report format '{format}'.", nameof(format));
        string whole = (path + writer.FileSuffix).Replace('\\', '/');
        WholeFile.Write(whole, output => writer.Write(report, output));
        return whole;
    }

    /// <summary>The names of all formats that can be written.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. ReportWriters.Formats, WorkbookFiles.Format];

    /// <summary>What the reports of a run are called: the BOM's own name without extension, or a name for several.</summary>
    public static string NameOf(ComplianceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Files.Length == 1 ? Path.GetFileNameWithoutExtension(report.Files[0].Path) : NameOfSeveral;
    }

    private static bool HasList(FileReport file) => file.Sheets.Any(sheet => sheet.HeaderRow is not null);

    // Inputs of the same name from several folders get a number, so that none is written over.
    private static List<string> WriteWorkbooks(ComplianceReport report, string folder, CancellationToken cancellation)
    {
        var written = new List<string>();
        foreach (FileReport file in report.Files.Where(HasList))
        {
            cancellation.ThrowIfCancellationRequested();
            string name = WorkbookFiles.NameOf(file);
            string path = Path.Combine(folder, name).Replace('\\', '/');
            for (int number = 2; written.Contains(path); number++)
            {
                path = Path.Combine(folder, FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(name)}.{number}{Path.GetExtension(name)}")).Replace('\\', '/');
            }

            WholeFile.Write(path, output => WorkbookFiles.Write(report, file, output));
            written.Add(path);
        }

        return written;
    }
}
