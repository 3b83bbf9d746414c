using System.Globalization;
using System.Text;
using SourcingCompliance.Formats.Pdf.Documents;

namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>Spells numbers, names and strings as PDF does (ISO 32000-1, 7.3).</summary>
internal static class PdfTokens
{
    /// <summary>A number with at most three decimals and no exponent.</summary>
    public static string Number(double value) => Numbers(value);

    /// <summary>Several numbers with spaces between them.</summary>
    public static string Numbers(params ReadOnlySpan<double> values) => new StringBuilder().AppendNumbers(values).ToString();

    /// <summary>Appends numbers with spaces between them.</summary>
    public static StringBuilder AppendNumbers(this StringBuilder text, params ReadOnlySpan<double> values)
    {
        Span<char> digits = stackalloc char[32];
        for (int index = 0; index < values.Length; index++)
        {
            // A page has thousands of them, so none becomes a string of its own.
            bool isFormatted = Math.Round(values[index], 3).TryFormat(digits, out int length, "0.###", CultureInfo.InvariantCulture);
            ReadOnlySpan<char> number = isFormatted ? digits[..length] : Math.Round(values[index], 3).ToString("0.###", CultureInfo.InvariantCulture);
            text.Append(index > 0 ? " " : "").Append(number is "-0" ? "0" : number);
        }

        return text;
    }

    /// <summary>A reference to an object.</summary>
    public static string Reference(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");

    /// <summary>A text string: plain for ASCII, else UTF-16 with its mark.</summary>
    public static string Text(string text)
    {
        if (text.All(letter => letter is >= ' ' and <= '~'))
        {
            return $"({text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)})";
        }

        return $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
    }

    /// <summary>A name; letters that names cannot have are spelled out.</summary>
    public static string Name(string name)
    {
        var text = new StringBuilder("/");
        foreach (byte letter in Encoding.UTF8.GetBytes(name))
        {
            bool isPlain = letter is > (byte)' ' and <= (byte)'~' && !"#/()<>[]{}%".Contains((char)letter, StringComparison.Ordinal);
            text.Append(isPlain ? ((char)letter).ToString() : string.Create(CultureInfo.InvariantCulture, $"#{letter:X2}"));
        }

        return text.ToString();
    }

    /// <summary>A day as PDF writes dates; its time is midnight UTC.</summary>
    public static string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"(D:{day:yyyyMMdd}000000Z)");

    /// <summary>A color's three parts, 0..1.</summary>
    public static string Color(Ink ink) => Numbers(ink.Red / 255.0, ink.Green / 255.0, ink.Blue / 255.0);
}
