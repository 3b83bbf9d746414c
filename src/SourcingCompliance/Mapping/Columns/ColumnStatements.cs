using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Mapping.Vocabulary;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>
/// Finds the columns whose headers say what their cells only confirm: "Contains NdFeB" over yes and no, "Ta (ppm)" over amounts, "China" over
/// crosses, or a composition with an element in each column.
/// </summary>
/// <param name="words">The words of headers.</param>
/// <param name="namesSubject">Whether a header names a covered material, a component that may hold one, or an origin in a covered country.</param>
internal sealed class ColumnStatements(HeaderWords words, Func<string, bool> namesSubject)
{
    private readonly ElementHeaders _elements = new(words);

    /// <summary>Gives the columns that are read as remarks what their headers state.</summary>
    /// <param name="columns">The columns of a table.</param>
    public void Add(List<MappedColumn> columns)
    {
        ImmutableArray<StatedPart> composition = GetComposition(columns);
        for (int at = 0; at < columns.Count; at++)
        {
            MappedColumn column = columns[at];
            if (column.IsKnown || column.Header.Length is 0 or > HeaderReader.MaximumHeaderLength)
            {
                continue;
            }

            if (composition.Any(part => part.Column == column.Column))
            {
                columns[at] = column with { States = composition, Why = $"'{column.Header}' is an element of the composition that these columns give" };
            }
            else if (words.Countries.Contains(_elements.WithoutUnit(column.Header, out bool takesAmounts)) is var isCountry
                && (isCountry || namesSubject(column.Header)))
            {
                columns[at] = column with
                {
                    States = [new StatedPart(column.Column, column.Header, takesAmounts)],
                    HoldsCountries = column.HoldsCountries || isCountry,
                    Why = $"a cell that says yes below '{column.Header}' states what the header says",
                };
            }
        }
    }

    // Symbols alone are letters like any others ("W" is a width, "Co" a company), so two of them must stand in one table.
    private ImmutableArray<StatedPart> GetComposition(List<MappedColumn> columns)
    {
        var parts = ImmutableArray.CreateBuilder<StatedPart>();
        bool isComposition = false;
        int symbols = 0;
        foreach (MappedColumn column in columns)
        {
            if (!column.IsKnown && _elements.GetElement(column.Header, out bool isCertain) is { } symbol)
            {
                parts.Add(new StatedPart(column.Column, words.ElementNames[symbol], TakesAmounts: true));
                isComposition |= isCertain;
                symbols += symbol.Length > 1 ? 1 : 0;
            }
        }

        return isComposition || (symbols > 0 && parts.Count > 1) ? parts.ToImmutable() : [];
    }
}
