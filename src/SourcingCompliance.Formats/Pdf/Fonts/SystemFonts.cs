using System.Buffers.Binary;

namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>
/// The fonts installed on the machine, asked only for characters that Inter lacks. Which font is taken depends on the files
/// alone: known wide sans-serif families first, then by path in ordinal order; so one machine gives the same bytes each time.
/// </summary>
internal sealed class SystemFonts
{
    private const long MaximumFontBytes = 64L << 20;
    private static readonly string[] Preferred =
        ["NotoSansCJK-Regular", "NotoSansSC-Regular", "NotoSansCJKsc-Regular", "SourceHanSans", "DroidSansFallback", "msyh", "msgothic", "malgun",
         "PingFang", "wqy", "NotoSans-Regular", "DejaVuSans.", "arial", "segoeui", "NotoSans"];

    private static readonly string[] Endings = [".ttf", ".otf", ".ttc", ".otc"];
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 8 };

    private readonly Lazy<string[]> _files;
    private readonly Dictionary<int, FontFace?> _faces = [];
    private readonly List<FontFace> _opened = [];

    /// <summary>Fonts below the given folders.</summary>
    /// <param name="folders">Folders; one that does not exist is skipped.</param>
    public SystemFonts(IEnumerable<string> folders) => _files = new Lazy<string[]>(() => Find(folders));

    /// <summary>The folders in which the system keeps fonts.</summary>
    public static IEnumerable<string> UsualFolders()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return
        [
            "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
            Path.Combine(home, ".local", "share", "fonts"), Path.Combine(home, ".fonts"),
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        ];
    }

    /// <summary>A face that has a glyph for the code point and may be embedded; null when none is installed.</summary>
    public FontFace? FaceFor(int codePoint)
    {
        if (!_faces.TryGetValue(codePoint, out FontFace? face))
        {
            face = _opened.Find(opened => opened.GetGlyph(codePoint) != 0) ?? Search(codePoint);
            _faces[codePoint] = face;
        }

        return face;
    }

    private FontFace? Search(int codePoint)
    {
        foreach (string path in _files.Value)
        {
            try
            {
                if (Covers(path, codePoint) && Open(path, codePoint) is FontFace face)
                {
                    _opened.Add(face);
                    return face;
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException
                or ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
            {
                // A file that is damaged or locked is no font for us; the next one may have the glyph.
                continue;
            }
        }

        return null;
    }

    // Reads nothing but the character map, so that asking every installed font stays cheap.
    private static bool Covers(string path, int codePoint)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096);
        if (file.Length is < 64 or > MaximumFontBytes)
        {
            return false;
        }

        byte[] start = Read(file, 0, 16);
        bool isCollection = start.AsSpan(0, 4).SequenceEqual("ttcf"u8);
        long directory = isCollection ? BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(12)) : 0;
        int count = BinaryPrimitives.ReadUInt16BigEndian(Read(file, directory + 4, 2));
        byte[] entries = Read(file, directory + 12, 16 * count);
        for (int entry = 0; entry < entries.Length; entry += 16)
        {
            if (entries.AsSpan(entry, 4).SequenceEqual("cmap"u8))
            {
                uint offset = BinaryPrimitives.ReadUInt32BigEndian(entries.AsSpan(entry + 8));
                uint length = BinaryPrimitives.ReadUInt32BigEndian(entries.AsSpan(entry + 12));
                return CharacterMap.GetGlyph(Read(file, offset, checked((int)length)), codePoint) != 0;
            }
        }

        return false;
    }

    private static byte[] Read(FileStream file, long at, int length)
    {
        if (at + length > file.Length)
        {
            throw new InvalidDataException("A table of the font lies outside the file.");
        }

        byte[] bytes = new byte[length];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static FontFace? Open(string path, int codePoint)
    {
        byte[] content = File.ReadAllBytes(path);
        FontFace? first = null;
        for (int index = 0; index < SfntFile.FaceCount(content); index++)
        {
            var file = new SfntFile(content, index);
            bool hasOutlines = !file.Table(file.IsCff ? "CFF " : "glyf").IsEmpty;
            if (!hasOutlines)
            {
                continue;
            }

            var face = new FontFace(file);
            if (!face.MayBeEmbedded || face.GetGlyph(codePoint) == 0)
            {
                continue;
            }

            // Of a collection for all of East Asia the simplified Chinese face: most foreign words of a bill of materials are Chinese.
            if (face.FamilyName.EndsWith(" SC", StringComparison.Ordinal))
            {
                return face;
            }

            first ??= face;
        }

        return first;
    }

    private static int GetRank(string path)
    {
        string name = Path.GetFileName(path);
        int rank = Array.FindIndex(Preferred, preferred => name.StartsWith(preferred, StringComparison.OrdinalIgnoreCase));
        return rank < 0 ? Preferred.Length : rank;
    }

    private static string[] Find(IEnumerable<string> folders) =>
    [
        .. folders.Where(folder => folder.Length > 0 && Directory.Exists(folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", Everything))
            .Where(path => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(GetRank).ThenBy(path => path, StringComparer.Ordinal),
    ];
}
