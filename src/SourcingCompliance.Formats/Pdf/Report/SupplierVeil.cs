using System.Globalization;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Pdf.Report;

/// <summary>
/// Puts "Supplier 1", "Supplier 2" … in the place of every supplier and manufacturer of a report, wherever a text names one, so that
/// a customer sees what was found and not who stands behind it. The numbers follow the names' order and are stable for one report.
/// </summary>
internal sealed class SupplierVeil
{
    // A name of one letter would be found in half of all sentences; as a whole cell it is still replaced.
    private const int ShortestInText = 2;

    // "TE" is a name and "te" is not.
    private const int LongestCaseSensitive = 3;
    private static readonly string[] CompanyForms = ["inc", "llc", "ltd", "limited", "corp", "corporation", "co", "company",
        "gmbh", "ag", "kg", "sa", "srl", "spa", "bv", "nv", "oy", "ab", "plc", "pte", "pty"];
    private readonly List<(string Name, string[] Words, string Label)> _names = [];

    private SupplierVeil()
    {
    }

    /// <summary>Changes nothing.</summary>
    public static SupplierVeil Nothing() => new();

    /// <summary>Hides every supplier and manufacturer that the report names.</summary>
    public static SupplierVeil Over(ComplianceReport report)
    {
        var veil = new SupplierVeil();
        string[] names =
        [
            .. report.Files.SelectMany(file => file.Lines).SelectMany(line => new[] { line.Manufacturer, line.Supplier })
                .Concat(report.Files.SelectMany(file => file.Findings).SelectMany(finding => new[] { finding.Manufacturer, finding.Supplier }))
                .Concat(report.Actions.Select(action => action.Supplier ?? ""))
                .Concat(report.Plan?.Alternates.Select(alternate => alternate.Manufacturer) ?? [])
                .Select(name => name.Trim()).Where(name => name.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
        ];
        veil._names.AddRange(
            names.Select((name, index) => (name, words: GetWords(name), label: string.Create(CultureInfo.InvariantCulture, $"Supplier {index + 1}")))
            .OrderByDescending(entry => entry.name.Length).ThenBy(entry => entry.name, StringComparer.OrdinalIgnoreCase));
        return veil;
    }

    /// <summary>The text without names.</summary>
    public string Over(string text)
    {
        string veiled = text;
        foreach ((string name, string[] words, string label) in _names)
        {
            if (string.Equals(veiled.Trim(), name, StringComparison.OrdinalIgnoreCase))
            {
                return label;
            }

            veiled = name.Length >= ShortestInText ? Replace(veiled, name, words, label) : veiled;
        }

        return veiled;
    }

    // A name is found whatever stands between its words: "Keiyo Magnetics" in "Keiyo (Magnetics)".
    private static string Replace(string text, string name, string[] words, string label)
    {
        // Most texts name nobody: asking for the first word is quick, looking at every place is not.
        if (words.Length == 0 || !text.Contains(words[0], StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        int from = 0;
        while (Find(text, words, from, name.Length <= LongestCaseSensitive) is (int start, int end))
        {
            text = string.Concat(text.AsSpan(0, start), label, text.AsSpan(end));
            from = start + label.Length;
        }

        return text;
    }

    private static (int Start, int End)? Find(string text, string[] words, int from, bool isCaseSensitive)
    {
        StringComparison comparison = isCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (int start = from; start < text.Length; start++)
        {
            bool isInsideWord = start > 0 && IsPartOfWord(text[start - 1]) && IsPartOfWord(text[start]);
            if (!isInsideWord && GetEnd(text, start, words, comparison) is int end)
            {
                return (start, AfterForm(text, end));
            }
        }

        return null;
    }

    private static int? GetEnd(string text, int start, string[] words, StringComparison comparison)
    {
        int at = start;
        for (int index = 0; index < words.Length; index++)
        {
            while (index > 0 && at < text.Length && !char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (string.Compare(text, at, words[index], 0, words[index].Length, comparison) != 0)
            {
                return null;
            }

            at += words[index].Length;
            if (at < text.Length && IsPartOfWord(text[at]) && IsPartOfWord(text[at - 1]))
            {
                return null;
            }
        }

        return at;
    }

    // The form of the company goes with its name.
    private static int AfterForm(string text, int end)
    {
        int start = end;
        while (start < text.Length && (text[start] is ' ' or ','))
        {
            start++;
        }

        int after = start;
        while (after < text.Length && IsPartOfWord(text[after]))
        {
            after++;
        }

        return start > end && CompanyForms.Contains(text[start..after], StringComparer.OrdinalIgnoreCase) ? after : end;
    }

    // Without the form of the company, which people leave out: "Heron Drives" for "Heron Drives GmbH".
    private static string[] GetWords(string name)
    {
        List<string> words = [.. string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        while (words.Count > 1 && CompanyForms.Contains(words[^1], StringComparer.OrdinalIgnoreCase))
        {
            words.RemoveAt(words.Count - 1);
        }

        return [.. words];
    }

    // Scripts without spaces between words (Han, kana, hangul) have no edges of words to look for.
    private static bool IsPartOfWord(char letter) => char.IsLetterOrDigit(letter) && letter < '\u2E80';
}
