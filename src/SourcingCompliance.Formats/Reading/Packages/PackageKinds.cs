using System.Text;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>The kinds of zip package that are read.</summary>
internal enum PackageKind
{
    /// <summary>An OOXML workbook.</summary>
    Xlsx,

    /// <summary>An OpenDocument spreadsheet.</summary>
    Ods,
}

/// <summary>Tells what a zip package is, and refuses by name what is no workbook that is read.</summary>
internal static class PackageKinds
{
    private const string SaveAs = "Open it in a spreadsheet program, save it as .xlsx, and check that copy.";

    /// <summary>The kind of a package.</summary>
    /// <exception cref="ReadingStoppedException">The package is no workbook that is read.</exception>
    public static PackageKind Detect(ZipPackage package)
    {
        string mimeType = GetMimeType(package);
        if (mimeType.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal))
        {
            return PackageKind.Ods;
        }

        if (mimeType.StartsWith("application/vnd.oasis.opendocument", StringComparison.Ordinal))
        {
            throw Stop.NotSupported("The file is an OpenDocument text, drawing or presentation, not a spreadsheet.",
                "Copy the table into a spreadsheet and check that.");
        }

        if (package.Has("xl/workbook.xml") || Relationship.From(package, "").Any(main => main.Kind == "officeDocument" && IsXmlWorkbook(package, main.Target)))
        {
            return PackageKind.Xlsx;
        }

        if (package.Has("xl/workbook.bin"))
        {
            throw Stop.NotSupported("The file is a binary workbook (.xlsb), which is not read.", SaveAs);
        }

        if (package.Has("content.xml") && package.Has("META-INF/manifest.xml"))
        {
            return PackageKind.Ods;
        }

        throw package switch
        {
            _ when package.Names.Any(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) =>
                Stop.NotSupported("The file is a Word document, not a workbook.", "Copy the table into a spreadsheet and check that."),
            _ when package.Names.Any(name => name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) =>
                Stop.NotSupported("The file is a PowerPoint presentation, not a workbook.", "Copy the table into a spreadsheet and check that."),
            _ when package.Names.Any(name => name.EndsWith(".iwa", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("Index.zip", StringComparison.OrdinalIgnoreCase)) =>
                Stop.NotSupported("The file is an Apple Numbers document, which is not read.", "Export it as .xlsx and check that copy."),
            _ when !package.Names.Any() =>
                Stop.NotSupported("The file is an empty zip archive.", "Export the list again."),
            _ => Stop.NotSupported("The file is a zip archive, not a workbook.", "Unpack it and check the files in it."),
        };
    }

    private static bool IsXmlWorkbook(ZipPackage package, string part) =>
        part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && package.Has(part)
        && !part.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && !part.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase);

    private static string GetMimeType(ZipPackage package)
    {
        using Stream? part = package.Open("mimetype");
        if (part is null)
        {
            return "";
        }

        byte[] bytes = new byte[128];
        int length = part.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Encoding.ASCII.GetString(bytes, 0, length);
    }
}
