using System.Text;

namespace SourcingCompliance.Formats.Writing;

/// <summary>Text on its way into XML. A cell of a BOM comes from a stranger, and may hold what XML cannot.</summary>
internal static class XmlText
{
    /// <summary>The text with U+FFFD for each character that XML 1.0 cannot hold, not even as a reference (production 2, Char); else the text itself.</summary>
    public static string Clean(string text)
    {
        int clean = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            // Half of a surrogate pair is told as U+FFFD, which is allowed.
            if (!IsAllowed(rune) || (rune == Rune.ReplacementChar && text[clean] != '\uFFFD'))
            {
                return Replaced(text);
            }

            clean += rune.Utf16SequenceLength;
        }

        return text;
    }

    private static string Replaced(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(IsAllowed(rune) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }

    private static bool IsAllowed(Rune rune) => rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000;
}
