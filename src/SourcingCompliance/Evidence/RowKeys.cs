using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SourcingCompliance.Evidence;

/// <summary>
/// Ids of requests and keys of their rows, made to be typed over: no letter looks like a digit, and a sign at the end shows a slip. A key contains the id
/// of its request, so that a row alone says which request it answers.
/// </summary>
public static class RowKeys
{
    // Crockford's alphabet: no I, L, O and U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int IdLength = 8;

    /// <summary>The id of a request: the same for the same supplier, day and questions.</summary>
    /// <param name="content">Everything that makes the request what it is.</param>
    public static string GetId(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        return "Q" + string.Concat(hash.Take(IdLength).Select(part => Alphabet[part % Alphabet.Length]));
    }

    /// <summary>Whether a text has the form of the id of a request.</summary>
    public static bool IsId(string? text) => text is { Length: IdLength + 1 } && text[0] == 'Q' && text.Skip(1)
        .All(letter => Alphabet.Contains(letter, StringComparison.Ordinal));

    /// <summary>The key of a row: <c>Q7F3K2M9A-03-X</c>.</summary>
    /// <param name="id">Id of the request.</param>
    /// <param name="number">1-based number of the row.</param>
    public static string GetKey(string id, int number)
    {
        string key = string.Create(CultureInfo.InvariantCulture, $"{id}-{number:00}");
        return $"{key}-{GetCheck(key)}";
    }

    /// <summary>A key as it was before somebody typed it over; null for a text that is none, or whose last sign does not fit.</summary>
    public static string? Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder();
        foreach (char letter in text.Normalize(NormalizationForm.FormKC).ToUpperInvariant())
        {
            char read = letter switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                '‐' or '‑' or '‒' or '–' or '—' or '−' or '_' => '-',
                _ => letter,
            };
            if (!char.IsWhiteSpace(read))
            {
                key.Append(read);
            }
        }

        string[] parts = key.ToString().Split('-');
        return parts is [{ Length: IdLength + 1 } id, { Length: >= 2 and <= 6 } number, { Length: 1 } check] && id[0] == 'Q' && number.All(char.IsAsciiDigit)
            && check[0] == GetCheck($"{id}-{number}") ? $"{id}-{number}-{check}" : null;
    }

    /// <summary>The id of the request that a key belongs to.</summary>
    public static string IdIn(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key[..key.IndexOf('-', StringComparison.Ordinal)];
    }

    // The weights differ from place to place, so that two signs that were swapped show too.
    private static char GetCheck(string key)
    {
        int sum = 0;
        for (int at = 0; at < key.Length; at++)
        {
            sum += (Math.Max(0, Alphabet.IndexOf(key[at], StringComparison.Ordinal)) + 1) * (at + 3);
        }

        return Alphabet[sum % 31];
    }
}
