using System.IO.Compression;
using SourcingCompliance.Findings;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Reports;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>
/// Writes a workbook for each input of a report: a copy of the user's own with the verdicts in it, or a new one for a list that is none.
/// Unlike the pure writers it needs the input again, so it works on paths.
/// </summary>
public static class WorkbookFiles
{
    /// <summary>Name of the format as <c>--format</c> takes it.</summary>
    public const string Format = "xlsx";

    // The namespace of strict workbooks, ISO 29500-1 annex A; the SDK would turn a part of them into transitional ones.
    private const string StrictNamespace = "http://purl.oclc.org/ooxml/";

    /// <summary>Writes the workbook of one input.</summary>
    /// <param name="report">The report.</param>
    /// <param name="file">The file's own part of it.</param>
    /// <param name="output">Receives the workbook.</param>
    /// <returns>Whether the user's own workbook was annotated; false = a new one was created.</returns>
    public static bool Write(ComplianceReport report, FileReport file, Stream output)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Write(report, file, file.Path, output);
    }

    /// <summary>Writes the workbook of one input whose content lies elsewhere than its name says.</summary>
    /// <param name="report">The report.</param>
    /// <param name="file">The file's own part of it.</param>
    /// <param name="contentPath">Where the content lies.</param>
    /// <param name="output">Receives the workbook.</param>
    /// <returns>Whether the user's own workbook was annotated; false = a new one was created.</returns>
    public static bool Write(ComplianceReport report, FileReport file, string contentPath, Stream output)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (IsAnnotatable(contentPath))
        {
            using FileStream original = File.OpenRead(contentPath);
            WorkbookAnnotator.Annotate(report, file, original, output);
            return true;
        }

        using BomDocument? document = BomDocumentReader.Open(new CheckInput(contentPath, file.Path), ReadLimits.Default, new DiagnosticBag());
        NewWorkbook.Write(report, file, document, output);
        return false;
    }

    /// <summary>Whether the workbook of an input is a copy with macros, which must keep their extension.</summary>
    /// <param name="input">The input.</param>
    public static bool KeepsMacros(CheckInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Name.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase) && IsAnnotatable(input.Path);
    }

    private static bool IsAnnotatable(string path)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            if (archive.GetEntry("xl/workbook.xml") is not { } workbook)
            {
                return false;
            }

            using var reader = new StreamReader(workbook.Open());
            char[] head = new char[2048];
            int length = reader.ReadBlock(head);
            return !head.AsSpan(0, length).Contains(StrictNamespace, StringComparison.Ordinal);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return false;
        }
    }
}
