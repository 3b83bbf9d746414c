using System.Collections.Immutable;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Lines;

/// <summary>What made the mapper choose a column.</summary>
public enum MappingBasis
{
    /// <summary>A mapping profile says so.</summary>
    Profile,

    /// <summary>The header is an alias of the field, word for word.</summary>
    ExactAlias,

    /// <summary>The header's words are those of the field.</summary>
    Tokens,

    /// <summary>The column's content is of the field's kind.</summary>
    Content,

    /// <summary>Nothing says what the column means; its texts are read as remarks, so that a material named there is not lost.</summary>
    Unknown,
}

/// <summary>One column with a meaning.</summary>
/// <param name="Field">What the column means.</param>
/// <param name="Column">1-based column.</param>
/// <param name="Header">Text of the header cell as it stands.</param>
/// <param name="Basis">What made the mapper choose it.</param>
/// <param name="Why">One sentence for the user.</param>
public sealed record MappedColumn(BomField Field, int Column, string Header, MappingBasis Basis, string Why)
{
    /// <summary>Whether the meaning is known; an unknown column is only read as remarks.</summary>
    public bool IsKnown => Basis != MappingBasis.Unknown;

    /// <summary>Chemical symbol that a stage column speaks of (<c>Nd</c> in "Nd mined in"); null = of no single element.</summary>
    public string? Element { get; init; }

    /// <summary>1-based number of the alternate source that the column describes (<c>MPN_2</c>); 1 = the first choice.</summary>
    public int Alternate { get; init; } = 1;

    /// <summary>
    /// Whether the column is read only as remarks and holds countries of which its header does not say what they are the countries of; a
    /// code such as <c>CN</c> in it names a country, in other remarks it does not.
    /// </summary>
    public bool HoldsCountries { get; init; }

    /// <summary>
    /// Whether the header, or a mapping profile, says that the countries of a remark column are no origins: those of suppliers, of
    /// consignees, or of a column that the user has set aside.
    /// </summary>
    public bool NamesNoOrigin { get; init; }

    /// <summary>Whether an empty cell means the text of the row above, as exports write a product once above its components.</summary>
    public bool IsCarriedDown { get; init; }

    /// <summary>Unit that the header states (<c>g</c> in "Mass (g)"); null = none.</summary>
    public string? Unit { get; init; }

    /// <summary>
    /// What a cell that says yes, or gives an amount, states, because the header names a material or a country ("Contains NdFeB", "Ta (ppm)");
    /// the cell is read together with these words. Empty = cells of the column speak for themselves.
    /// </summary>
    public ImmutableArray<StatedPart> States { get; init; } = [];
}

/// <summary>One part of what a row states in columns whose headers name a material or a country.</summary>
/// <param name="Column">1-based column whose cell says yes or gives an amount.</param>
/// <param name="Words">What such a cell states: the header, or the name of the element whose symbol the header is.</param>
/// <param name="TakesAmounts">Whether an amount above 0 states it too; else only a yes does.</param>
public readonly record struct StatedPart(int Column, string Words, bool TakesAmounts);

/// <summary>A row that is no item of the list, and why.</summary>
/// <param name="Row">1-based row.</param>
/// <param name="Reason">Why it was left out, in words.</param>
public sealed record SkippedRow(int Row, string Reason)
{
    /// <summary>What a row above the header says, for those who check whether a part was left out; null = it holds no word, or stands below the
    /// header.</summary>
    public string? Text { get; init; }

    /// <summary>The cell of the row that names a covered material or a component that may hold one; null = none does, or it was not looked at.</summary>
    public CellMention? Mention { get; init; }

    /// <summary>The cell of the row that states an origin in a covered country; null = none does, or it was not looked at.</summary>
    public CellMention? OriginMention { get; init; }

    /// <summary>The texts of some cells of a row in one; null when there is no letter in them.</summary>
    internal static string? GetText(BomRow row, IEnumerable<int> columns)
    {
        string text = string.Join(", ", columns.Where(column => !row.IsBlankAt(column)).Select(column => row[column].Text.Trim()));
        return text.Any(char.IsLetter) ? text : null;
    }
}

/// <summary>How the columns of one sheet were understood.</summary>
public sealed record ColumnMap
{
    /// <summary>Address of the sheet: file and sheet name, row and column 0.</summary>
    public required CellRef Sheet { get; init; }

    /// <summary>1-based row of the header (of two rows, the one that names most columns); null = no header was found or the mapping was refused, so no line is
    /// read.</summary>
    public required int? HeaderRow { get; init; }

    /// <summary>1-based last row of a header that spans several rows; 0 = the header is one row.</summary>
    public int LastHeaderRow { get; init; }

    /// <summary>The columns with a meaning, in the order of the sheet.</summary>
    public required ImmutableArray<MappedColumn> Columns { get; init; }

    /// <summary>The first-choice column of a field; null = the sheet has none.</summary>
    public MappedColumn? this[BomField field]
    {
        get
        {
            foreach (MappedColumn column in Columns)
            {
                if (column.Field == field)
                {
                    return column;
                }
            }

            return null;
        }
    }

    /// <summary>0-based place in <see cref="Columns"/> of a field's first-choice column; -1 = the sheet has none.</summary>
    internal int IndexOfFirstChoice(BomField field)
    {
        for (int i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Field == field && Columns[i].Alternate == 1)
            {
                return i;
            }
        }

        return -1;
    }
}
