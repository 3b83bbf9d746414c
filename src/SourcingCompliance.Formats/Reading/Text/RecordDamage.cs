namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>What the csv rules did not allow in a record, worst last.</summary>
internal enum RecordDamage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A quotation mark inside a field; taken as it stands.</summary>
    StrayQuote,

    /// <summary>A field begins with a quotation mark that is never closed; taken as text up to the end of its line.</summary>
    UnclosedQuote,
}
