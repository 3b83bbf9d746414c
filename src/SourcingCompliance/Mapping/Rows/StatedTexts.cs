using System.Text;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Mapping.Rows;

/// <summary>Writes what a row states in columns whose headers name a material or a country: the header with the cell that confirms it.</summary>
/// <param name="words">The words for yes.</param>
internal sealed class StatedTexts(HeaderWords words)
{
    private readonly StringBuilder _text = new();

    /// <summary>Whether the cell of a column confirms what its header says.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">A column that states something.</param>
    public bool IsStated(BomRow row, MappedColumn column)
    {
        foreach (StatedPart part in column.States)
        {
            if (part.Column == column.Column)
            {
                return Confirms(row.TrimmedAt(part.Column), part.TakesAmounts);
            }
        }

        return false;
    }

    /// <summary>The header with the cell ("Contains NdFeB: yes"), or every element of a composition with its amount ("iron 66%, neodymium 33%").</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">A column for which <see cref="IsStated"/>.</param>
    public string Get(BomRow row, MappedColumn column)
    {
        _text.Clear();
        bool isComposition = column.States.Length > 1;
        foreach (StatedPart part in column.States)
        {
            ReadOnlySpan<char> text = row.TrimmedAt(part.Column);
            if (Confirms(text, part.TakesAmounts))
            {
                _text.Append(_text.Length > 0 ? ", " : "").Append(part.Words).Append(isComposition ? " " : ": ").Append(text);
            }
        }

        return _text.ToString();
    }

    // "< 0.1 %" says that there is less than anybody measured.
    private bool Confirms(ReadOnlySpan<char> text, bool takesAmounts)
    {
        if (text.IsEmpty || text.Length > 30 || text[0] == '<')
        {
            return false;
        }

        if (takesAmounts && (char.IsAsciiDigit(text[0]) || text[0] is '.' or '>' or '~' or '≈'))
        {
            return text.ContainsAnyInRange('1', '9');
        }

        return text.Length == 1 && text[0] is '✓' or '✔' or '☑' or '☒' or '●' or '•' or '○' or '✕' or '×' or '√' or '+'
            or '■' || words.Yes.Contains(HeaderKey.Compute(text, splitCamelCase: false));
    }
}
