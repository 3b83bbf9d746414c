using System.Buffers;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Evidence;

/// <summary>Whether two names of companies are of one company, for the question whose statement speaks for a line.</summary>
public static class CompanyNames
{
    private static readonly SearchValues<char> PlainLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly string[] LegalForms =
    [
        "INCORPORATED", "CORPORATION", "LIMITED", "COMPANY", "GMBH", "SARL", "CORP", "PLC", "LLC", "INC", "LTD", "SPA", "SRL",
        "PTY", "AG", "AB", "AS", "BV", "CO", "KG", "KK", "LP", "NV", "OY", "SA",
    ];

    /// <summary>
    /// Whether both name one company: the same letters and digits, where one may leave out the legal form that the other has. <c>Acme Inc</c> and
    /// <c>Acme Ltd</c> may be two companies.
    /// </summary>
    public static bool AreSame(string one, string other)
    {
        if (one == other && one.AsSpan().ContainsAny(PlainLetters))
        {
            return true;
        }

        string first = NameKey.Compute(one);
        string second = NameKey.Compute(other);
        if (first.Length == 0 || second.Length == 0)
        {
            return false;
        }

        return first == second || GetKey(one) == second || GetKey(other) == first;
    }

    /// <summary>The distinct companies of several names, in their order.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> names)
    {
        var distinct = new List<string>();
        foreach (string name in names)
        {
            if (distinct.Count == 0 || !distinct.Exists(known => AreSame(known, name)))
            {
                distinct.Add(name);
            }
        }

        return distinct;
    }

    /// <summary>The key of a company's name without its legal form, under which names that may be of one company meet.</summary>
    public static string GetKey(string name)
    {
        string[] words = [.. name.Split([' ', ',', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)];
        int count = words.Length;
        while (count > 1 && LegalForms.Contains(NameKey.Compute(words[count - 1]), StringComparer.Ordinal))
        {
            count--;
        }

        return NameKey.Compute(string.Join(' ', words.Take(count)));
    }
}
