using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>Whom to ask about a line: lists hold "N/A", "various" or "see note 1" where nobody is named, and nobody can be asked by such a name.</summary>
public sealed class SupplierNames
{
    private readonly HeaderWords _words;

    /// <summary>Holds the words that name nobody.</summary>
    /// <param name="vocabulary">How the world fills its lists.</param>
    public SupplierNames(ColumnVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _words = vocabulary.Words;
    }

    /// <summary>The supplier of a line, else its maker; empty when the line names neither.</summary>
    public string Get(BomLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return NamedIn(line[BomField.Supplier]) ?? NamedIn(line[BomField.Manufacturer]) ?? "";
    }

    /// <summary>Whether a text names a company, and not nobody.</summary>
    /// <param name="text">The text of a cell.</param>
    public bool Names(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return NamedIn(text) is not null;
    }

    private string? NamedIn(string text)
    {
        // "Note 1" names nobody either, but "3M" is a company.
        string key = HeaderKey.Compute(text, splitCamelCase: false);
        string words = key.TrimEnd([.. "0123456789 "]);
        return key.Length == 0 || _words.NoNames.Contains(key) || (words.Length > 1 && _words.NoNames.Contains(words)) ? null : text;
    }
}
