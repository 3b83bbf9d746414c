using SourcingCompliance.Findings;
using SourcingCompliance.Formats;
using SourcingCompliance.Formats.Pdf.Report;
using SourcingCompliance.Formats.Writing.Workbooks;
using SourcingCompliance.Reports;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Views;

namespace SourcingCompliance.Server.Jobs;

/// <summary>One report on disk.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="DownloadName">What a browser calls it, made from the user's name for the list.</param>
public sealed record StoredReport(string Path, string ContentType, string DownloadName);

/// <summary>Writes the reports of a run in every format, and finds them again. A run's folder appears whole or not at all.</summary>
/// <param name="uploads">Where contents and reports lie.</param>
public sealed class ReportStore(UploadFolder uploads)
{
    /// <summary>Writes all reports of one attempt at a run.</summary>
    /// <param name="run">Id of the run.</param>
    /// <param name="attempt">Number of the attempt; no other writes under it.</param>
    /// <param name="report">The report.</param>
    /// <param name="files">The files of the run.</param>
    /// <param name="cancellation">Stops between two formats.</param>
    public void Write(string run, int attempt, ComplianceReport report, IReadOnlyList<RunFile> files, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(files);
        string folder = uploads.GetReports(run, attempt);
        string partial = folder + UploadFolder.Partial;
        try
        {
            WriteAll(partial, report, files, cancellation);
            Directory.Move(partial, folder);
        }
        catch
        {
            // A disk that is full needs the room more than half a set of reports does.
            Directory.Delete(partial, recursive: true);
            throw;
        }
    }

    private void WriteAll(string partial, ComplianceReport report, IReadOnlyList<RunFile> files, CancellationToken cancellation)
    {
        PrivateFiles.CreateFolder(partial);
        foreach (IReportWriter writer in ReportWriters.All)
        {
            cancellation.ThrowIfCancellationRequested();
            string target = Path.Combine(partial, writer.Format);
            if (writer is PdfReportWriter pdf && Path.Combine(partial, pdf.GetSameFormat(report)) is var same && File.Exists(same))
            {
                // A PDF takes longer than all the rest; the copy is as private as what it is made of.
                File.Copy(same, target);
                continue;
            }

            using FileStream output = PrivateFiles.Create(target);
            writer.Write(report, output, cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        CheckViewStore.Write(partial, report);
        foreach (FileReport file in report.Files.Where(file => file.Sheets.Any(sheet => sheet.HeaderRow is not null)))
        {
            cancellation.ThrowIfCancellationRequested();
            RunFile input = files.First(input => input.Name == file.Path);
            using FileStream output = PrivateFiles.Create(Path.Combine(partial, WorkbookName(input.Position)));
            WorkbookFiles.Write(report, file, uploads.GetPath(input.Sha256), output);
        }
    }

    /// <summary>A report of a run; null when there is none.</summary>
    /// <param name="run">Id of the run, from the store.</param>
    /// <param name="attempt">Number of the attempt that the result comes from.</param>
    /// <param name="format">Name of the format.</param>
    /// <param name="files">Names of the files of the run, in the order of the upload.</param>
    /// <param name="position">Of a workbook: 1-based place of its list in the upload.</param>
    public StoredReport? Find(string run, int attempt, string format, IReadOnlyList<string> files, int position)
    {
        ArgumentNullException.ThrowIfNull(files);
        string name = files.Count == 1 ? Path.GetFileNameWithoutExtension(files[0]) : "sourcing-report";
        if (format == WorkbookFiles.Format)
        {
            string? input = position >= 1 && position <= files.Count ? files[position - 1] : null;
            bool hasMacros = input?.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase) == true;
            return input is null ? null : OnDisk(run, attempt, WorkbookName(position), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                Path.GetFileNameWithoutExtension(input) + (hasMacros ? ".checked.xlsm" : ".checked.xlsx"));
        }

        return ReportWriters.Find(format) is { } writer
            ? OnDisk(run, attempt, writer.Format, GetContentType(writer.FileSuffix), name + writer.FileSuffix) : null;
    }

    private static string WorkbookName(int position) => FormattableString.Invariant($"{WorkbookFiles.Format}.{position}");

    private StoredReport? OnDisk(string run, int attempt, string file, string contentType, string downloadName)
    {
        string path = Path.Combine(uploads.GetReports(run, attempt), file);
        return File.Exists(path) ? new StoredReport(path, contentType, downloadName) : null;
    }

    private static string GetContentType(string suffix) => Path.GetExtension(suffix) switch
    {
        ".json" or ".sarif" => "application/json",
        ".pdf" => "application/pdf",
        ".html" => "text/html; charset=utf-8",
        ".md" => "text/markdown; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".ics" => "text/calendar; charset=utf-8",
        ".xml" => "application/xml",
        _ => "text/plain; charset=utf-8",
    };
}
