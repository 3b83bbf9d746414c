using System.Text;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>How names and blanks of XML are spelled in UTF-8 bytes.</summary>
internal static class Utf8XmlSyntax
{
    // Overflow checks cost a tenth of a pass here, and no index can pass the buffer's length.

    /// <summary>Where a name ends; moves its start past the prefix.</summary>
    public static int EndOfName(ReadOnlySpan<byte> bytes, ref int start)
    {
        unchecked
        {
            int i = start;
            while ((uint)i < (uint)bytes.Length)
            {
                byte value = bytes[i];
                if (value <= '>' && value is (byte)'=' or (byte)'>' or (byte)'/' or (byte)'<' or <= (byte)' ')
                {
                    break;
                }

                i++;
                if (value == ':')
                {
                    start = i;
                }
            }

            return i;
        }
    }

    /// <summary>The first place from which on there is no blank.</summary>
    public static int AfterBlanks(ReadOnlySpan<byte> bytes, int at)
    {
        unchecked
        {
            while ((uint)at < (uint)bytes.Length && bytes[at] <= ' ')
            {
                at++;
            }

            return at;
        }
    }

    // The text between two tags of a sheet is mostly empty or a short number: cheaper to walk than to set up a vector search.
    /// <summary>Where the next tag begins; -1 = nowhere.</summary>
    public static int IndexOfTag(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length && i < 8; i++)
        {
            if (bytes[i] == '<')
            {
                return i;
            }
        }

        return bytes.IndexOf((byte)'<');
    }

    /// <summary>The stop for an element that the format does not know at its place: what it holds would not be read.</summary>
    /// <param name="name">Its name without prefix.</param>
    /// <param name="place">Where it stands, in words: <c>the cells of a row</c>.</param>
    public static ReadingStoppedException Unexpected(ReadOnlySpan<byte> name, string place) =>
        Stop.Damaged($"The file is damaged: an element '{Encoding.UTF8.GetString(name[..Math.Min(name.Length, 40)])}' stands among {place}, where it is not "
            + $"allowed; its content was not read.");

    /// <summary>The stop for a tag that breaks the syntax.</summary>
    public static ReadingStoppedException Malformed() => Stop.Damaged("The XML of the file is malformed: a tag cannot be read.");
}
