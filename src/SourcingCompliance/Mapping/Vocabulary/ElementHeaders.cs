using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>Recognizes headers that name a chemical element: <c>Nd</c>, <c>Ta (ppm)</c>, <c>Tungsten content</c>.</summary>
/// <param name="words">The words of headers.</param>
internal sealed class ElementHeaders(HeaderWords words)
{
    private const int LongestName = 30;

    /// <summary>The symbol of the element that a header names, whatever unit stands with it; null = none.</summary>
    /// <param name="header">The text of the header, or of its second row.</param>
    /// <param name="isCertain">Whether it is an element in any table: a name written out, or a symbol with a unit of content.</param>
    public string? GetElement(string header, out bool isCertain)
    {
        string bare = WithoutUnit(header, out isCertain);
        isCertain |= bare.Length > 2;
        return words.Elements.GetValueOrDefault(bare);
    }

    /// <summary>Whether a row holds the elements of a composition and nothing else, two at the least.</summary>
    public bool AreAll(BomRow row)
    {
        int elements = 0;
        for (int column = 1; column <= row.Width; column++)
        {
            if (row.IsBlankAt(column))
            {
                continue;
            }

            if (row.LengthAt(column) > LongestName || GetElement(row[column].Text.Trim(), out _) is null)
            {
                return false;
            }

            elements++;
        }

        return elements >= 2;
    }

    /// <summary>What is left of a header, or of its second row, without the unit in which it asks for a content.</summary>
    /// <param name="header">The text of the header.</param>
    /// <param name="hasUnit">Whether it has such a unit.</param>
    public string WithoutUnit(string header, out bool hasUnit)
    {
        int between = header.LastIndexOf(" / ", StringComparison.Ordinal);
        string[] tokens = HeaderKey.Compute(between >= 0 ? header[(between + 3)..] : header, splitCamelCase: false)
            .Split([' ', '(', ')', '[', ']', ',', '.', '_'], StringSplitOptions.RemoveEmptyEntries);
        string[] kept = [.. tokens.Select(token => token.Trim('%'))
            .Where(token => token.Length > 0 && !words.ContentWords.Contains(token) && !words.MassUnits.ContainsKey(token))];
        hasUnit = kept.Length < tokens.Length || tokens.Any(token => token.Contains('%'));
        return string.Join(' ', kept);
    }
}
