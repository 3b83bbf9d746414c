namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>What <see cref="Utf8XmlScanner.Read"/> stopped at.</summary>
internal enum Utf8XmlToken
{
    /// <summary>Nothing yet, or the end.</summary>
    None,

    /// <summary>A start tag.</summary>
    Start,

    /// <summary>An element without content, <c>&lt;c/&gt;</c>; no end tag follows.</summary>
    Empty,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>A CDATA section.</summary>
    CharacterData,

    /// <summary>A comment or processing instruction.</summary>
    Other,
}
