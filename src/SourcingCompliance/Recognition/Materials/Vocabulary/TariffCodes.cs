using System.Text.RegularExpressions;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Tariff codes that say what a line is; the longest code that the line's code begins with counts.</summary>
internal sealed partial class TariffCodes
{
    // A code has at least a heading of four digits.
    private const int Heading = 4;
    private const int Subheading = 6;
    private const int Longest = 10;
    private readonly Dictionary<string, Idea> _ideas = new(StringComparer.Ordinal);

    /// <summary>Adds a code.</summary>
    public void Add(string code, Idea idea) => _ideas[GetDigits(code)] = idea;

    /// <summary>The ideas of a line's codes; none when they say nothing of interest. A cell may hold several: <c>7318.15 / 8505.11</c>.</summary>
    public IEnumerable<Idea> FindAll(string text) => SplitCodes(text).Select(Find).OfType<Idea>().Distinct();

    private Idea? Find(string digits)
    {
        for (int length = Math.Min(digits.Length, Longest); length >= Heading; length--)
        {
            if (_ideas.TryGetValue(digits[..length], out Idea? idea))
            {
                return idea;
            }
        }

        return null;
    }

    // Spaces and hyphens stand within a code (8505 11 00) and between two of them (7318.15 8505.11): a code begins where a piece is a whole one itself.
    private static IEnumerable<string> SplitCodes(string text)
    {
        foreach (string part in Separator().Split(text))
        {
            string code = "";
            foreach (string piece in part.Split([' ', '\t', '\u00A0', '-'], StringSplitOptions.RemoveEmptyEntries))
            {
                string digits = GetDigits(piece);
                bool isWhole = digits.Length >= Subheading || (digits.Length >= Heading && piece.IndexOf('.', StringComparison.Ordinal) == Heading);
                if (code.Length >= Heading && isWhole)
                {
                    yield return code;
                    code = "";
                }

                code += digits;
            }

            yield return code;
        }
    }

    private static string GetDigits(string code) => string.Concat(code.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"[^0-9.\s-]+|\s*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
