using System.Text;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Reading;

/// <summary>Tells from the first bytes what a file is, and refuses by name what is no bill of materials.</summary>
internal static class ContentSniffer
{
    private const int HeadBytes = 4096;
    private const string Export = "Export the list as .xlsx or .csv from the program that made it.";

    private static readonly (byte[] Signature, string What)[] Binary =
    [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([0x49, 0x49, 0x2A, 0x00], "a TIFF image"),
        ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ("BZh"u8.ToArray(), "a bzip2 archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("PAR1"u8.ToArray(), "a Parquet file"),
        ([0x00, 0x01, 0x00, 0x00, 0x53, 0x74, 0x61, 0x6E, 0x64, 0x61, 0x72, 0x64], "a Microsoft Access database"),
    ];

    /// <summary>What the content is; leaves the stream at its start.</summary>
    /// <exception cref="ReadingStoppedException">The content is empty or of a format that is not read.</exception>
    public static ContentKind Sniff(Stream content)
    {
        byte[] buffer = new byte[HeadBytes];
        content.Position = 0;
        int length = content.ReadAtLeast(buffer, HeadBytes, throwOnEndOfStream: false);
        content.Position = 0;
        ReadOnlySpan<byte> head = buffer.AsSpan(0, length);
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return ContentKind.Zip;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) || IsBareBiff(head))
        {
            return ContentKind.Compound;
        }

        RefuseBinary(head);
        RefuseMarkup(head);
        return ContentKind.Text;
    }

    // [MS-XLS] 2.4.21: a stream without a container begins with BOF, 0x09 and the version 0, 2, 4 or 8.
    private static bool IsBareBiff(ReadOnlySpan<byte> head) =>
        head is [0x09, 0x00 or 0x02 or 0x04 or 0x08, 0x04 or 0x06 or 0x08 or 0x10, 0x00, ..];

    private static void RefuseBinary(ReadOnlySpan<byte> head)
    {
        foreach ((byte[] signature, string what) in Binary)
        {
            if (head.StartsWith(signature))
            {
                throw Stop.NotSupported($"The file is {what}, not a list.", Export);
            }
        }

        if (head.IndexOf("%PDF-"u8) is >= 0 and < 1024)
        {
            throw Stop.NotSupported("The file is a PDF document; a table in a PDF is a drawing without cells.", Export);
        }

        if (head.StartsWith("RIFF"u8) || (head.StartsWith("BM"u8) && head.Length > 14 && head[6] == 0 && head[7] == 0 && head[8] == 0))
        {
            throw Stop.NotSupported("The file is an image or a recording, not a list.", Export);
        }

        if (head.StartsWith("MZ"u8) && head.Contains((byte)0))
        {
            throw Stop.NotSupported("The file is a program, not a list.", Export);
        }

        if (Text.WideText.Detect(head) is not null)
        {
            return;
        }

        bool hasPreamble = head is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        int control = 0;
        int zeros = 0;
        foreach (byte value in head)
        {
            zeros += value == 0 ? 1 : 0;
            control += value is < 0x20 and not (0 or 9 or 10 or 11 or 12 or 13 or 26 or 27) ? 1 : 0;
        }

        // No other text contains zero bytes or control characters in numbers.
        if (!hasPreamble && (control * 20 > head.Length || zeros * 25 > head.Length))
        {
            throw Stop.NotSupported("The file is binary and of no format that is known.", Export);
        }
    }

    private static void RefuseMarkup(ReadOnlySpan<byte> head)
    {
        string text = GetText(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        if (text.Length == 0)
        {
            throw new ReadingStoppedException(
                DiagnosticIds.FileEmpty, "The file is empty.", "Export the list again; an export that was interrupted leaves an empty file.");
        }

        if (text.StartsWith("{\\rtf", StringComparison.Ordinal))
        {
            throw Stop.NotSupported("The file is an RTF document.", Export);
        }

        if (text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
        {
            throw Stop.NotSupported("The file is a web archive (MHTML) under a spreadsheet's name, as some ERP systems write it.", SaveAs);
        }

        if (!text.StartsWith('<'))
        {
            return;
        }

        if (text.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal))
        {
            throw Stop.NotSupported("The file is an XML spreadsheet of 2003 under a spreadsheet's name.", SaveAs);
        }

        if (text.Contains("urn:oasis:names:tc:opendocument", StringComparison.Ordinal))
        {
            throw Stop.NotSupported("The file is a flat OpenDocument XML file (.fods).", "Save it as .ods or .xlsx and check that copy.");
        }

        if (IsHtml(text))
        {
            throw Stop.NotSupported("The file is an HTML page under a spreadsheet's name, as some ERP systems write it.", SaveAs);
        }

        if (text.StartsWith("<?xml", StringComparison.Ordinal))
        {
            throw Stop.NotSupported("The file is an XML file of no spreadsheet format.", Export);
        }
    }

    private const string SaveAs = "Open it in a spreadsheet program, save it as .xlsx, and check that copy.";

    private static bool IsHtml(string text)
    {
        foreach (string tag in (ReadOnlySpan<string>)["<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<div"])
        {
            if (text.Contains(tag, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string GetText(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] or [_, 0, _, 0, ..] => Encoding.Unicode.GetString(head),
        [0xFE, 0xFF, ..] or [0, _, 0, _, ..] => Encoding.BigEndianUnicode.GetString(head),
        _ => Encoding.Latin1.GetString(head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head),
    };
}
