namespace SourcingCompliance.Lines.Storage;

/// <summary>What is known of a text that comes again in its column.</summary>
internal enum TextRemark : byte
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>It names nothing that a rule asks for.</summary>
    Silent,

    /// <summary>It names something, and its line must be looked at.</summary>
    Speaks,

    /// <summary>It stands among the texts of its origin column.</summary>
    Gathered,
}
