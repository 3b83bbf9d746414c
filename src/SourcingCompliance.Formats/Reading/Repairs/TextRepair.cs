using System.Buffers;

namespace SourcingCompliance.Formats.Reading.Repairs;

/// <summary>What had happened to the text of a cell.</summary>
internal enum RepairKind
{
    /// <summary>Nothing that a reader must hear of.</summary>
    None,

    /// <summary>It held tags or character references of HTML.</summary>
    Markup,

    /// <summary>It held escapes for characters.</summary>
    Escapes,

    /// <summary>It was read in a wrong encoding and saved again.</summary>
    Misread,

    /// <summary>It held letters of another alphabet that look like those of its words.</summary>
    Letters,
}

/// <summary>Brings the text of a cell back to what its writer saw.</summary>
internal static class TextRepair
{
    /// <summary>ASCII without the characters at which something can be wrong.</summary>
    public static readonly SearchValues<char> Sound = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 128).Select(code => (char)code).Where(letter => !"&<%\\=?\n".Contains(letter, StringComparison.Ordinal))));

    /// <summary>The text as its writer saw it; null when it is sound.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What had happened to it; the first of several.</param>
    public static string? Read(string text, out RepairKind kind)
    {
        kind = RepairKind.None;
        string read = text;
        if (read.AsSpan().ContainsAny('&', '<') && MarkupText.Read(read) is { } unmarked)
        {
            read = unmarked;
            kind = RepairKind.Markup;
        }

        if (EscapedText.Read(read) is { } unescaped)
        {
            read = unescaped;
            kind = kind == RepairKind.None ? RepairKind.Escapes : kind;
        }

        if (!System.Text.Ascii.IsValid(read) && MisreadText.Read(read) is { } written)
        {
            read = written;
            kind = kind == RepairKind.None ? RepairKind.Misread : kind;
        }

        if (LetterForms.Read(read, out bool isOfNote) is { } plain)
        {
            read = plain;
            kind = kind == RepairKind.None && isOfNote ? RepairKind.Letters : kind;
        }

        return read == text ? null : read;
    }
}
