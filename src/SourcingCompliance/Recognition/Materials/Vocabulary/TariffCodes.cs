namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Tariff codes that say what a line is; the longest code that the line's code begins with counts.</summary>
internal sealed class TariffCodes
{
    private readonly Dictionary<string, Idea> _ideas = new(StringComparer.Ordinal);

    /// <summary>Adds a code.</summary>
    public void Add(string code, Idea idea) => _ideas[GetDigits(code)] = idea;

    /// <summary>The idea of a line's code; null when the code says nothing of interest.</summary>
    public Idea? Find(string code)
    {
        string digits = GetDigits(code);
        for (int length = Math.Min(digits.Length, 10); length >= 4; length--)
        {
            if (_ideas.TryGetValue(digits[..length], out Idea? idea))
            {
                return idea;
            }
        }

        return null;
    }

    private static string GetDigits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
