using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tables;

/// <summary>An opened file: its sheets, and what the reader learnt of the file itself.</summary>
public sealed class BomDocument : IDisposable
{
    private readonly IDisposable? _owner;

    /// <summary>Holds the tables of an opened file.</summary>
    /// <param name="path">Path as given, with forward slashes.</param>
    /// <param name="format">Short name of the format that the content has: <c>csv</c>, <c>xlsx</c>, <c>xls</c>, <c>ods</c>, <c>text</c>.</param>
    /// <param name="tables">The sheets in the order of the file.</param>
    /// <param name="owner">What must be closed with the document; null when nothing is held open.</param>
    public BomDocument(string path, string format, IReadOnlyList<BomTable> tables, IDisposable? owner)
    {
        Path = path;
        Format = format;
        Tables = tables;
        _owner = owner;
    }

    /// <summary>Path as given, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Short name of the format that the content has.</summary>
    public string Format { get; }

    /// <summary>The sheets in the order of the file.</summary>
    public IReadOnlyList<BomTable> Tables { get; }

    /// <summary>Properties of the document with a text, such as its title, keywords and sensitivity label; empty for formats that have none.</summary>
    public IEnumerable<BomAside> Properties { get; init; } = [];

    /// <summary>The first address of a sheet, for diagnostics that speak of the whole sheet.</summary>
    public CellRef GetRef(BomTable table, int row = 0, int column = 0) => new(Path, table.Name, row, column);

    /// <inheritdoc/>
    public void Dispose() => _owner?.Dispose();
}
