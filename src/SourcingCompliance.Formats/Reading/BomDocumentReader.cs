using System.Diagnostics;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading.Evidence;
using SourcingCompliance.Formats.Reading.Ods;
using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Formats.Reading.Repairs;
using SourcingCompliance.Formats.Reading.Text;
using SourcingCompliance.Formats.Reading.Xls;
using SourcingCompliance.Formats.Reading.Xlsx;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading;

/// <summary>
/// Opens a file of any format that is read. The content decides which format it is; an extension that says otherwise is told and
/// does no harm. A file that cannot be read is refused with an error that names what it is and what to do.
/// </summary>
public static class BomDocumentReader
{
    /// <summary>Opens a file from disk.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="limits">What the file may cost at the most.</param>
    /// <param name="diagnostics">Receives everything that is wrong, also while rows are enumerated later.</param>
    /// <returns>The document, to be disposed of; null when it cannot be read, and then an error was added.</returns>
    public static BomDocument? Open(string path, ReadLimits limits, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Open(new CheckInput(path, path), limits, diagnostics);
    }

    /// <summary>Opens a file from disk under another name than its path.</summary>
    /// <param name="input">The file and its name.</param>
    /// <param name="limits">What the file may cost at the most.</param>
    /// <param name="diagnostics">Receives everything that is wrong, also while rows are enumerated later.</param>
    /// <returns>The document, to be disposed of; null when it cannot be read, and then an error was added.</returns>
    public static BomDocument? Open(CheckInput input, ReadLimits limits, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return OpenFile(input, diagnostics) is { } content ? Open(content, input.Name, limits, diagnostics) : null;
    }

    /// <summary>Opens a file to look at its columns. A workbook that is a supplier's form is opened too, with a warning that a check does not read
    /// it.</summary>
    /// <param name="input">The file and its name.</param>
    /// <param name="limits">What the file may cost at the most.</param>
    /// <param name="diagnostics">Receives everything that is wrong, also while rows are enumerated later.</param>
    /// <returns>The document, to be disposed of; null when it cannot be read, and then an error was added.</returns>
    public static BomDocument? OpenForMapping(CheckInput input, ReadLimits limits, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return OpenFile(input, diagnostics) is { } content
            ? Guard(content, Slashed(input.Name), diagnostics,
                name => OpenContent(content, name, limits, diagnostics, form => CheckedForms.Warn(form, name, diagnostics)))
            : null;
    }

    private static FileStream? OpenFile(CheckInput input, DiagnosticBag diagnostics)
    {
        try
        {
            return OrdinaryFile.OpenRead(input.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            diagnostics.Error(DiagnosticIds.FileNotReadable, CellRef.ForFile(Slashed(input.Name)),
                $"The file cannot be opened: {FileTrouble.GetWords(exception)}.",
                "Check the path and the permissions, and close the file in other programs.");
            return null;
        }
    }

    /// <summary>Opens a file from a stream. A supplier's form is refused by name, because a form that passes as a list would hide what it says.</summary>
    /// <param name="content">Seekable stream over the whole file; closed with the document, or at once when it cannot be read.</param>
    /// <param name="path">Name for messages; its extension is compared with the content.</param>
    /// <param name="limits">What the file may cost at the most.</param>
    /// <param name="diagnostics">Receives everything that is wrong, also while rows are enumerated later.</param>
    /// <returns>The document, to be disposed of; null when it cannot be read, and then an error was added.</returns>
    public static BomDocument? Open(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return Guard(content, Slashed(path), diagnostics, name => OpenContent(content, name, limits, diagnostics, form => throw CheckedForms.Refuse(form)));
    }

    /// <summary>Opens the tables of a file, whatever it is: forms too.</summary>
    internal static BomDocument? OpenTables(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics) =>
        Guard(content, Slashed(path), diagnostics, name => OpenTable(content, name, limits, diagnostics));

    private static BomDocument? Guard(Stream content, string path, DiagnosticBag diagnostics, Func<string, BomDocument?> open)
    {
        BomDocument? document = null;
        try
        {
            document = open(path);
            if (document is not null)
            {
                document = RepairedRows.Create(document, diagnostics);
                TellExtension(document, diagnostics);
            }
        }
        catch (Exception exception) when (GuardedRows.IsBadInput(exception))
        {
            new OnceDiagnostics(diagnostics, path).Add(GuardedRows.Explain(exception), CellRef.ForFile(path));
        }
        finally
        {
            if (document is null)
            {
                content.Dispose();
            }
        }

        return document;
    }

    private static BomDocument? OpenContent(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics, Action<EvidenceForm> foundForm)
    {
        if (content.Length > limits.MaximumFileBytes)
        {
            throw Stop.AtLimit("bytes", limits.MaximumFileBytes, nameof(ReadLimits.MaximumFileBytes));
        }

        if (CheckedForms.TryOpen(content, path, limits, diagnostics) is { } bom)
        {
            return bom;
        }

        BomDocument? document = OpenTable(content, path, limits, diagnostics);
        if (document is not null && EvidenceRecognizer.OfTables(document) is { } form)
        {
            try
            {
                foundForm(form);
            }
            catch (ReadingStoppedException)
            {
                document.Dispose();
                throw;
            }
        }

        return document;
    }

    private static BomDocument? OpenTable(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics) => ContentSniffer.Sniff(content) switch
    {
        ContentKind.Text => new TextBomReader().Open(content, path, limits, diagnostics),
        ContentKind.Zip => OpenPackage(content, path, limits, diagnostics),
        ContentKind.Compound => new XlsBomReader().Open(content, path, limits, diagnostics),
        _ => throw new UnreachableException(),
    };

    private static BomDocument OpenPackage(Stream content, string path, ReadLimits limits, DiagnosticBag diagnostics)
    {
        var package = new ZipPackage(content, limits);
        var once = new OnceDiagnostics(diagnostics, path);
        return PackageKinds.Detect(package) switch
        {
            PackageKind.Xlsx => XlsxBomReader.Open(package, path, once),
            PackageKind.Ods => OdsBomReader.Open(package, path, once),
            _ => throw new UnreachableException(),
        };
    }

    private static void TellExtension(BomDocument document, DiagnosticBag diagnostics)
    {
        string extension = Path.GetExtension(document.Path).ToLowerInvariant();
        string? expected = extension switch
        {
            ".xlsx" or ".xlsm" or ".xltx" or ".xltm" => "xlsx",
            ".xls" or ".xlt" => "xls",
            ".ods" or ".ots" => "ods",
            ".csv" or ".tsv" or ".txt" or ".tab" => "csv",
            ".xlsb" or ".pdf" or ".doc" or ".docx" or ".html" or ".htm" => extension[1..],
            ".xml" or ".json" => document.Format == "cyclonedx" ? "cyclonedx" : extension[1..],
            _ => null,
        };
        string found = document.Format == "text" ? "csv" : document.Format;
        if (expected is not null && expected != found)
        {
            diagnostics.Note(DiagnosticIds.ExtensionMisleading, CellRef.ForFile(document.Path),
                $"The name ends in {extension}, but the content is {document.Format}; it was read as {document.Format}.",
                "Rename the file so that other programs open it without a warning.");
        }
    }

    private static string Slashed(string path) => path.Replace('\\', '/');
}
