using System.Text;

namespace SourcingCompliance.Primitives;

/// <summary>
/// The key under which spellings of one name meet: letters and digits only, upper case. Legal forms stay, because
/// "Acme Ltd" and "Acme Inc" may be two companies and a letter must not go to the wrong one.
/// </summary>
public static class NameKey
{
    private const int ShortName = 128;

    /// <summary>The key of a company's name or a part number; empty when the text holds no letter and no digit.</summary>
    public static string Compute(string text)
    {
        if (text.Length <= ShortName && Ascii.IsValid(text))
        {
            return ComputeAscii(text);
        }

        var key = new StringBuilder(text.Length);
        foreach (char letter in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(letter))
            {
                key.Append(char.ToUpperInvariant(letter));
            }
        }

        return key.ToString();
    }

    // Nearly all names, and they are compared often.
    private static string ComputeAscii(string text)
    {
        Span<char> key = stackalloc char[ShortName];
        int length = 0;
        foreach (char letter in text)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                key[length++] = char.ToUpperInvariant(letter);
            }
        }

        return key[..length].SequenceEqual(text) ? text : new string(key[..length]);
    }

    /// <summary>The key of a part number: only case and blanks at the ends are put aside, because every sign may tell parts apart.</summary>
    public static string OfPart(string partNumber) => partNumber.Trim().ToUpperInvariant();
}
