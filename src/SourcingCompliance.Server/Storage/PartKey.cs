namespace SourcingCompliance.Server.Storage;

/// <summary>What two spellings of a part number or a maker have in common: <c>mag-22</c>, <c>MAG 22</c>, and <c>MAG.22</c> are the same.</summary>
public static class PartKey
{
    private const int MostCharacters = 200;

    /// <summary>The letters, as capitals, and digits of a text; empty = it has none.</summary>
    /// <param name="text">The text.</param>
    public static string From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new([.. text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).Take(MostCharacters)]);
    }
}
