namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>
/// A cell element in the form that nearly all have: <c>&lt;c r="B7" s="1" t="s"&gt;&lt;v&gt;12&lt;/v&gt;&lt;/c&gt;</c>, style and type
/// left out at will. Whatever else a cell may hold is read tag by tag.
/// </summary>
internal readonly ref struct PlainCell
{
    private static ReadOnlySpan<byte> ValueStart => "><v>"u8;

    private static ReadOnlySpan<byte> ValueEnd => "</v></c>"u8;

    /// <summary>The address; not empty.</summary>
    public ReadOnlySpan<byte> Address { get; private init; }

    /// <summary>The style; empty = none is stated.</summary>
    public ReadOnlySpan<byte> Style { get; private init; }

    /// <summary>The type; empty = none is stated.</summary>
    public ReadOnlySpan<byte> Type { get; private init; }

    /// <summary>The raw value.</summary>
    public ReadOnlySpan<byte> Value { get; private init; }

    /// <summary>Bytes of the whole element.</summary>
    public int Length { get; private init; }

    /// <summary>Whether bytes begin with such a cell.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out PlainCell cell)
    {
        cell = default;
        int at = 0;
        if (!TryQuoted(bytes, ref at, "<c r=\""u8, out ReadOnlySpan<byte> address) || address.IsEmpty)
        {
            return false;
        }

        TryQuoted(bytes, ref at, " s=\""u8, out ReadOnlySpan<byte> style);
        TryQuoted(bytes, ref at, " t=\""u8, out ReadOnlySpan<byte> type);
        if (!bytes[at..].StartsWith(ValueStart))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = bytes[(at + ValueStart.Length)..];
        int length = rest.IndexOf((byte)'<');
        if (length < 0 || !rest[length..].StartsWith(ValueEnd))
        {
            return false;
        }

        cell = new PlainCell
        {
            Address = address, Style = style, Type = type, Value = rest[..length],
            Length = at + ValueStart.Length + length + ValueEnd.Length
        };
        return true;
    }

    // An attribute whose value is letters and digits: takes it when it stands here.
    private static bool TryQuoted(ReadOnlySpan<byte> bytes, scoped ref int at, scoped ReadOnlySpan<byte> opening, out ReadOnlySpan<byte> value)
    {
        value = [];
        if (!bytes[at..].StartsWith(opening))
        {
            return false;
        }

        int start = at + opening.Length;
        int end = start;
        while (end < bytes.Length && char.IsAsciiLetterOrDigit((char)bytes[end]))
        {
            end++;
        }

        if (end >= bytes.Length || bytes[end] != '"')
        {
            return false;
        }

        value = bytes[start..end];
        at = end + 1;
        return true;
    }
}
