namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>Parses cell addresses such as <c>AB12</c> and ranges such as <c>A1:C3</c>.</summary>
internal static class CellAddress
{
    /// <summary>Beyond these no worksheet reaches, whatever the limits say.</summary>
    private const int LargestPart = 99_999_999;

    /// <summary>The 1-based column and row of an address; false when it is none. A number too large to be one counts as the largest.</summary>
    public static bool TryParse(ReadOnlySpan<byte> address, out int column, out int row)
    {
        column = 0;
        row = 0;
        int i = 0;
        unchecked
        {
            for (; i < address.Length; i++)
            {
                int letter = address[i] | 0x20;
                if (letter is >= 'a' and <= 'z')
                {
                    column = Math.Min((column * 26) + letter - 'a' + 1, LargestPart / 30);
                }
                else if (address[i] != '$')
                {
                    break;
                }
            }

            for (; i < address.Length; i++)
            {
                int digit = address[i] - '0';
                if (digit is >= 0 and <= 9)
                {
                    row = Math.Min((row * 10) + digit, LargestPart);
                }
                else if (address[i] != '$')
                {
                    return false;
                }
            }
        }

        return column > 0 && row > 0;
    }

    /// <summary>A 1-based number; -1 when the bytes are none.</summary>
    public static int ParseNumber(ReadOnlySpan<byte> digits)
    {
        if (digits.IsEmpty)
        {
            return -1;
        }

        int number = 0;
        unchecked
        {
            foreach (byte character in digits)
            {
                int digit = character - '0';
                if (digit is < 0 or > 9)
                {
                    return -1;
                }

                number = Math.Min((number * 10) + digit, LargestPart);
            }
        }

        return number;
    }
}
