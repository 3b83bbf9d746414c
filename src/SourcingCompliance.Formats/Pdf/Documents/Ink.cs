namespace SourcingCompliance.Formats.Pdf.Documents;

/// <summary>A color in sRGB.</summary>
/// <param name="Red">0..255.</param>
/// <param name="Green">0..255.</param>
/// <param name="Blue">0..255.</param>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    /// <summary>The ink of text, <c>#1B2430</c>.</summary>
    public static readonly Ink Text = Hex(0x1B2430);

    /// <summary>The ink of what is said by the way, <c>#55606E</c>.</summary>
    public static readonly Ink Muted = Hex(0x55606E);

    /// <summary>The ink of rules, <c>#D5DBE2</c>.</summary>
    public static readonly Ink Rule = Hex(0xD5DBE2);

    /// <summary>Behind a field to fill in, <c>#EEF3F8</c>.</summary>
    public static readonly Ink Field = Hex(0xEEF3F8);

    /// <summary>Behind what is said by the way, <c>#F3F5F8</c>.</summary>
    public static readonly Ink Panel = Hex(0xF3F5F8);

    /// <summary>The paper.</summary>
    public static readonly Ink Paper = Hex(0xFFFFFF);

    /// <summary>A color from its six hexadecimal digits.</summary>
    public static Ink Hex(int digits) => new((byte)((digits >> 16) & 0xFF), (byte)((digits >> 8) & 0xFF), (byte)(digits & 0xFF));
}
