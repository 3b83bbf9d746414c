namespace SourcingCompliance.Running.Files;

/// <summary>What a file of a folder is, as far as its name says.</summary>
internal enum DocumentKind
{
    /// <summary>A list; always read.</summary>
    List,

    /// <summary>A text, or a file of an unknown type: read when its content is a list.</summary>
    ByContent,

    /// <summary>A document that may hold a list and is not read.</summary>
    Unreadable,

    /// <summary>A file that may hold a list when its content says so, and is not read.</summary>
    UnreadableByContent,

    /// <summary>Something else.</summary>
    Other,
}
