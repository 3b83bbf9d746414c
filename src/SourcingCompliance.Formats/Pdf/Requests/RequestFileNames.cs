using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Pdf.Requests;

/// <summary>
/// Names the files of requests after their suppliers, so that every system takes them: no character that Windows forbids, none of its device names, no
/// control or format character, a length that leaves room for folders, and no two names that differ in letter case only.
/// </summary>
public static class RequestFileNames
{
    /// <summary>The folder of the requests, below the folder of the reports.</summary>
    public const string Folder = "requests";

    /// <summary>The file with all requests, without folder.</summary>
    public const string OfAll = "all-requests.pdf";

    /// <summary>What the names end with.</summary>
    public const string Suffix = ".pdf";

    // In UTF-8, as file systems count; 255 is the most, and the folder's own path needs room on Windows.
    private const int LongestBytes = 80;

    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file: a device name counts with any extension, superscript digits are digits.
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"];

    /// <summary>The name of each request's file in the order of the requests, with suffix and without folder; each once, in any letter case.</summary>
    /// <param name="requests">The requests of one report.</param>
    public static ImmutableArray<string> Get(ImmutableArray<SupplierRequest> requests)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { OfAll };
        var names = ImmutableArray.CreateBuilder<string>(requests.Length);
        foreach (SupplierRequest request in requests)
        {
            string stem = GetStem(request.Supplier);
            string name = stem + Suffix;
            for (int number = 2; !taken.Add(name); number++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{stem} ({number}){Suffix}");
            }

            names.Add(name);
        }

        return names.ToImmutable();
    }

    /// <summary>A supplier's name as the name of a file, without suffix.</summary>
    /// <param name="supplier">The supplier as the BOM spells it.</param>
    public static string GetStem(string supplier)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        var stem = new StringBuilder();
        int bytes = 0;
        foreach (Rune rune in supplier.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            Rune? kept = Kept(rune);
            bool isSpace = kept is { Value: ' ' };
            if (kept is not { } plain || (isSpace && (stem.Length == 0 || stem[^1] == ' ')))
            {
                continue;
            }

            bytes += plain.Utf8SequenceLength;
            if (bytes > LongestBytes)
            {
                break;
            }

            stem.Append(plain.ToString());
        }

        // Windows drops periods and blanks at the end of a name, and a period at its beginning hides a file elsewhere.
        string name = stem.ToString().Trim(' ', '.', '-');
        return name.Length == 0 ? "supplier" : IsDevice(name) ? name + "_" : name;
    }

    private static Rune? Kept(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned =>
            Rune.IsWhiteSpace(rune) ? new Rune(' ') : null,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => new Rune(' '),
        // What systems forbid or shells read as more than a letter.
        _ when rune.IsAscii && "<>:\"/\\|?*'`$!#%&;{}".Contains((char)rune.Value, StringComparison.Ordinal) => new Rune(rune.Value is '&' ? '+' : '-'),
        _ => rune,
    };

    private static bool IsDevice(string name)
    {
        string first = name.Split('.')[0].Trim();
        bool isPort = first.Length == 4 && (first.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
            || first.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)) && (char.IsAsciiDigit(first[3]) || first[3] is '¹' or '²' or '³');
        return isPort || Devices.Contains(first, StringComparer.OrdinalIgnoreCase);
    }
}
