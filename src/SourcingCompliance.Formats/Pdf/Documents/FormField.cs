namespace SourcingCompliance.Formats.Pdf.Documents;

/// <summary>A place to fill in, on paper or on a screen.</summary>
/// <param name="Name">Its name, unique in the document and without periods.</param>
/// <param name="Says">What belongs into it, for readers that do not see the page.</param>
internal sealed record FormField(string Name, string Says)
{
    /// <summary>Whether it is a box to check and no text.</summary>
    public bool IsCheckBox { get; init; }

    /// <summary>Whether a text may have several lines.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>Least height of the cell that it fills, in points. The default is 19.</summary>
    public double Height { get; init; } = 19;
}
