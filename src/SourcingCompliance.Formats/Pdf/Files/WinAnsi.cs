namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>The encoding in which programs write what is typed into fields (ISO 32000-1, annex D.2).</summary>
internal static class WinAnsi
{
    // The places 0x80 to 0x9F; those without a character of their own are bullets.
    private const string Middle = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";

    /// <summary>The Unicode code points of the codes 32 to 255.</summary>
    public static readonly IReadOnlyList<int> CodePoints = [.. Enumerable.Range(32, 224).Select(code => code switch
    {
        0x7F => '•',
        >= 0x80 and <= 0x9F => Middle[code - 0x80],
        // A hard space and a soft hyphen look like their plain sisters.
        0xA0 => ' ',
        0xAD => '-',
        _ => code,
    })];
}
