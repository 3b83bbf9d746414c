namespace SourcingCompliance.Formats.Reading;

/// <summary>What the bytes of a file are.</summary>
internal enum ContentKind
{
    /// <summary>Text of some kind.</summary>
    Text,

    /// <summary>A zip archive: a workbook or something else.</summary>
    Zip,

    /// <summary>An OLE compound file, or a bare BIFF stream: an old .xls or something else.</summary>
    Compound,
}
