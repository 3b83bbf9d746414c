using System.IO.Compression;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Ledger;

/// <summary>Which files are taken as answers and documents: what a supplier sends is kept for years and opened by others, so nothing that runs is.</summary>
internal static class FileScreening
{
    // What papers, scans, mails, and workbooks end in.
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".heic", ".txt", ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".docx", ".odt", ".rtf", ".eml",
        ".msg", ".json", ".xml", ".p7s",
    };

    // What people read and programs do not: it supports an answer and is none.
    private static readonly HashSet<string> Papers = new(StringComparer.OrdinalIgnoreCase)
    {
        ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".heic", ".docx", ".odt", ".rtf", ".eml", ".msg", ".p7s",
    };

    /// <summary>Whether a file is a certificate, letter, or picture rather than a form that can be read.</summary>
    /// <param name="name">The user's name for it.</param>
    public static bool IsPaper(string name) => Papers.Contains(Path.GetExtension(name));

    /// <summary>Why a file is not taken; null = it is.</summary>
    /// <param name="name">The user's name for it.</param>
    /// <param name="content">Its content.</param>
    /// <param name="uploads">Where it lies.</param>
    public static string? FindProblem(string name, StoredContent content, UploadFolder uploads)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(uploads);
        string extension = Path.GetExtension(name);
        if (content.Bytes == 0)
        {
            return "The file is empty.";
        }

        if (!Taken.Contains(extension))
        {
            return extension.Length > 1 && extension.EndsWith('m')
                ? $"Files that can contain macros ({extension}) are not taken. Ask for the file saved without macros, or as a PDF."
                : $"Files of this kind ({(extension.Length > 0 ? extension : "no file extension")}) are not taken. Send a PDF, a picture, or the workbook.";
        }

        Span<byte> head = stackalloc byte[4];
        using FileStream file = File.OpenRead(uploads.GetPath(content.Sha256));
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.StartsWith("MZ"u8) || head.StartsWith("\x7FELF"u8) || head.StartsWith("#!"u8))
        {
            return "The file is a program, whatever its name says. It is not taken.";
        }

        return head.StartsWith("PK"u8) && HasMacros(file) ? "The file contains macros. Ask for it saved without macros, or as a PDF." : null;
    }

    // Only the list of entries is read, nothing is inflated; what is no archive after all is for the reader to judge.
    private static bool HasMacros(FileStream file)
    {
        try
        {
            file.Position = 0;
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Any(entry => entry.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
