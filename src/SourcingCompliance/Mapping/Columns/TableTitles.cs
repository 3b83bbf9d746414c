using SourcingCompliance.Lines;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>The titles of a table as they stand, by column, of columns that are read and of others.</summary>
internal sealed class TableTitles
{
    private const string BetweenRows = " / ";

    private readonly Dictionary<int, string> _titles = [];

    /// <summary>Takes the titles of a mapped table.</summary>
    public TableTitles(SheetMapping mapping)
    {
        foreach (UnmappedColumn column in mapping.Unmapped)
        {
            _titles[column.Column] = column.Header;
        }

        foreach (MappedColumn column in mapping.Map.Columns)
        {
            _titles[column.Column] = column.Header;
        }
    }

    /// <summary>Whether a 1-based column has a title.</summary>
    public bool IsTitled(int column) => _titles.TryGetValue(column, out string? title) && title.Length > 0;

    /// <summary>Whether a text is the title of a 1-based column, or one of its two rows.</summary>
    public bool Has(int column, ReadOnlySpan<char> text)
    {
        if (!_titles.TryGetValue(column, out string? title))
        {
            return false;
        }

        int between = title.IndexOf(BetweenRows, StringComparison.Ordinal);
        return text.Equals(title, StringComparison.OrdinalIgnoreCase)
            || (between >= 0 && (text.Equals(title.AsSpan(0, between), StringComparison.OrdinalIgnoreCase)
                || text.Equals(title.AsSpan(between + BetweenRows.Length), StringComparison.OrdinalIgnoreCase)));
    }
}
