namespace SourcingCompliance.Findings;

/// <summary>What a file says about itself above its table, in its page headers and properties. Texts are empty where it says nothing.</summary>
/// <param name="Number">Number of the BOM or of its top assembly: <c>GSA-4410</c>.</param>
/// <param name="Revision">Revision: <c>C</c>.</param>
/// <param name="Marking">Markings of the document as they stand there, the strictest first: <c>CUI//SP-EXPT · ACME PROPRIETARY</c>.</param>
public sealed record BomIdentity(string Number, string Revision, string Marking)
{
    /// <summary>A file that says nothing.</summary>
    public static BomIdentity None { get; } = new("", "", "");

    /// <summary>Title of the BOM or name of its top assembly: <c>Gimbal drive</c>.</summary>
    public string Title { get; init; } = "";

    /// <summary>
    /// The BOM as reports print it: <c>GSA-4410 rev C</c>, without a number <c>Gimbal drive rev C</c>; empty when the file states neither, for a revision
    /// alone names nothing.
    /// </summary>
    public string Name => GetName(Number.Length > 0 ? Number : Title);

    /// <summary>The title next to a number; empty when <see cref="Name"/> is the title already.</summary>
    public string Subtitle => Number.Length > 0 ? Title : "";

    /// <summary>The BOM as reports print it; the name of the file stands in where it states neither number nor title.</summary>
    /// <param name="file">Name of the file; may be empty, and then a revision stands alone.</param>
    public string NameOr(string file) => Name is { Length: > 0 } name ? name : file.Length > 0 ? GetName(file) : Revision.Length > 0 ? $"rev {Revision}" : "";

    private string GetName(string name) => name.Length > 0 && Revision.Length > 0 ? $"{name} rev {Revision}" : name;
}
