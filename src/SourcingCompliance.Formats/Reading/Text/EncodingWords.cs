using System.Globalization;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>
/// The words of all vocabularies that ship with the program (countries, column headers, materials, components), as evidence for the encoding of a
/// text: bytes that read as words of a known language were written in that encoding. Loaded when the first text without Unicode is met.
/// </summary>
internal sealed class EncodingWords
{
    private const int LongestPhrase = 8;

    private static readonly Lazy<EncodingWords> Loaded = new(() => new EncodingWords());
    private static readonly string[] OfMentions = ["countries.json", "materials.json", "components.json"];

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _phrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mentions = new(StringComparer.Ordinal);
    private readonly HashSet<(char, char)> _pairs = [];
    private readonly HashSet<char> _characters = [];

    private EncodingWords()
    {
        RuleFolder shipped = RuleFolders.Shipped();
        foreach (string path in shipped.Paths.Where(path => path.StartsWith("reference/", StringComparison.Ordinal)
            && path.EndsWith(".json", StringComparison.Ordinal)))
        {
            using JsonDocument document = JsonDocument.Parse(shipped.Find(path) ?? "{}"u8.ToArray());
            Add(document.RootElement, OfMentions.Contains(path["reference/".Length..], StringComparer.Ordinal));
        }
    }

    /// <summary>The words of the shipped vocabularies.</summary>
    public static EncodingWords Shipped => Loaded.Value;

    /// <summary>Whether a word in small letters stands in a vocabulary.</summary>
    public bool Knows(string word) => word.Length > 2 && _words.Contains(word);

    /// <summary>Whether a word in small letters stands in a vocabulary when accents are left out.</summary>
    public bool KnowsFolded(string word) => word.Length > 3 && _folded.Contains(Fold(word));

    /// <summary>Whether two characters in small letters follow each other in a word of a vocabulary; a blank stands for the edge of a word.</summary>
    public bool KnowsPair(char first, char second) => _pairs.Contains((first, second));

    /// <summary>Whether a character of a script without spaces stands in a vocabulary.</summary>
    public bool KnowsCharacter(char character) => _characters.Contains(character);

    /// <summary>Whether a character belongs to a script whose words are not separated by spaces, or are short enough to be looked for as parts.</summary>
    public static bool IsUnspaced(char character) => character is >= '\u0E00' and <= '\u0EFF' or >= '\u2E80'
        and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF66' and <= '\uFF9F';

    /// <summary>The length of the longest phrase of a vocabulary that begins at a place of a text in an unspaced script; 0 = none.</summary>
    public int PhraseAt(string text, int at) => LongestAt(_phrases, text, at);

    /// <summary>The words of a text that name a country, a material or a component in letters beyond ASCII, each once.</summary>
    public IReadOnlySet<string> MentionsIn(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (string token in GetTokens(text))
        {
            string word = token.ToLowerInvariant();
            if (word.Length > 2 && _mentions.Contains(word))
            {
                found.Add(word);
            }

            for (int at = 0; at < word.Length; at++)
            {
                int length = IsUnspaced(word[at]) ? LongestAt(_mentions, word, at) : 0;
                if (length > 0)
                {
                    found.Add(word.Substring(at, length));
                    at += length - 1;
                }
            }
        }

        return found;
    }

    /// <summary>The runs of letters of a text that contain a letter beyond ASCII, in their order.</summary>
    public static IEnumerable<string> GetTokens(string text)
    {
        int start = -1;
        bool isForeign = false;
        for (int at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && IsLetter(text[at]))
            {
                start = start < 0 ? at : start;
                isForeign |= text[at] > '\x7F';
            }
            else
            {
                if (start >= 0 && isForeign)
                {
                    yield return text[start..at];
                }

                (start, isForeign) = (-1, false);
            }
        }
    }

    /// <summary>Whether a character is a part of a word.</summary>
    public static bool IsLetter(char character) => char.IsLetter(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int LongestAt(HashSet<string> set, string text, int at)
    {
        for (int length = Math.Min(LongestPhrase, text.Length - at); length > 1; length--)
        {
            if (set.Contains(text.Substring(at, length)))
            {
                return length;
            }
        }

        return 0;
    }

    private void Add(JsonElement element, bool isMention)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    Add(property.Value, isMention);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Add(item, isMention);
                }

                break;
            case JsonValueKind.String:
                Add(element.GetString() ?? "", isMention);
                break;
            default:
                break;
        }
    }

    private void Add(string text, bool isMention)
    {
        string small = text.ToLowerInvariant();
        foreach (string word in small.Split(' ', '-', '(', ')', '|', '*', '/', ',', '.', '\'', '_', '#', '·', '・', '"', ':'))
        {
            if (word.Length > 0)
            {
                AddWord(word, isMention);
            }
        }
    }

    private void AddWord(string word, bool isMention)
    {
        if (IsUnspaced(word[0]))
        {
            _phrases.Add(word.Length > LongestPhrase ? word[..LongestPhrase] : word);
            _characters.UnionWith(word);
        }

        if (Ascii.IsValid(word))
        {
            _folded.Add(word);
            return;
        }

        if (word.AsSpan().ContainsAny('ș', 'ț'))
        {
            // The code pages of Central Europe have these letters with a cedilla only.
            AddWord(word.Replace('ș', 'ş').Replace('ț', 'ţ'), isMention);
        }

        _words.Add(word);
        _folded.Add(Fold(word));
        if (isMention)
        {
            _mentions.Add(word.Length > LongestPhrase && IsUnspaced(word[0]) ? word[..LongestPhrase] : word);
        }

        char before = ' ';
        foreach (char character in word.Append(' '))
        {
            _pairs.Add((before, character));
            before = character;
        }
    }

    // Accents of European letters only: the parts of an Asian syllable are no accents.
    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (char character in word)
        {
            string parts = character < '\u0530' ? character.ToString().Normalize(NormalizationForm.FormD) : character.ToString();
            folded.Append(parts[0] switch { 'ł' => 'l', 'ø' => 'o', 'đ' => 'd', 'ı' => 'i', _ => parts[0] });
        }

        return folded.ToString();
    }
}
