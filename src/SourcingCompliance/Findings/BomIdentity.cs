namespace SourcingCompliance.Findings;

/// <summary>What a file says about itself above its table, in its sheet titles and page headers. Texts are empty where it says nothing.</summary>
/// <param name="Number">Number of the BOM or of its top assembly: <c>GSA-4410</c>.</param>
/// <param name="Revision">Revision: <c>C</c>.</param>
/// <param name="Marking">Marking of the document as it stands there: <c>CUI</c>, <c>ACME PROPRIETARY</c>.</param>
public sealed record BomIdentity(string Number, string Revision, string Marking)
{
    /// <summary>A file that says nothing.</summary>
    public static BomIdentity None { get; } = new("", "", "");

    /// <summary>Number and revision as reports print them: <c>GSA-4410 rev C</c>; empty when neither is known.</summary>
    public string Name => (Number.Length > 0, Revision.Length > 0) switch
    {
        (true, true) => $"{Number} rev {Revision}",
        (true, false) => Number,
        (false, true) => $"rev {Revision}",
        _ => "",
    };
}
