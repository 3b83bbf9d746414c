using System.Text;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Formats.Reading.Evidence;

/// <summary>Tells at a glance whether a file of a folder is a CycloneDX document of hardware. One of software, as builds leave them by the dozen, is
/// none.</summary>
public static partial class HardwareProbe
{
    private const int MostBytes = 1 << 20;

    /// <summary>Whether the beginning of a file is that of a CycloneDX document that names a thing.</summary>
    /// <param name="content">Seekable stream; left at its start.</param>
    public static bool ListsHardware(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        byte[] head = new byte[Math.Min(content.Length, MostBytes)];
        content.Position = 0;
        int length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        string text = Encoding.UTF8.GetString(head, 0, length);
        return Format().IsMatch(text) && Thing().IsMatch(text);
    }

    [GeneratedRegex("\"(?:bom|spec)Format\"\\s*:\\s*\"CycloneDX\"|http://cyclonedx\\.org/schema/bom/", RegexOptions.CultureInvariant)]
    private static partial Regex Format();

    [GeneratedRegex("\"type\"\\s*:\\s*\"(?:device|material)\"|\\btype\\s*=\\s*[\"'](?:device|material)[\"']", RegexOptions.CultureInvariant)]
    private static partial Regex Thing();
}
