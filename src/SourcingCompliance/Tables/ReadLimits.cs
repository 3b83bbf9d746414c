namespace SourcingCompliance.Tables;

/// <summary>What reading one file may cost at the most. Reaching a limit is an error diagnostic, never a silent cut.</summary>
public sealed record ReadLimits
{
    /// <summary>The limits that apply when nothing else is said.</summary>
    public static readonly ReadLimits Default = new();

    /// <summary>Size of the file itself in bytes. The default is 512 MiB.</summary>
    public long MaximumFileBytes { get; init; } = 512L << 20;

    /// <summary>Bytes inflated from one archive, counted while streaming. The default is 4 GiB.</summary>
    public long MaximumInflatedBytes { get; init; } = 4L << 30;

    /// <summary>Rows of one sheet. The default is 1,048,576, the limit of a worksheet.</summary>
    public int MaximumRows { get; init; } = 1_048_576;

    /// <summary>
    /// Rows of a text file, which no spreadsheet program limits. The default is 10 million; <see cref="MaximumFileBytes"/> and
    /// <see cref="MaximumCells"/> hold for it too.
    /// </summary>
    public int MaximumTextRows { get; init; } = 10_000_000;

    /// <summary>Columns of one sheet. The default is 16,384, the limit of a worksheet.</summary>
    public int MaximumColumns { get; init; } = 16_384;

    /// <summary>Characters of one cell. The default is 1 Mi; a worksheet allows 32,767.</summary>
    public int MaximumCellCharacters { get; init; } = 1 << 20;

    /// <summary>Characters of all shared strings of a workbook together, 32 added for each string. The default is 512 Mi.</summary>
    public long MaximumSharedStringCharacters { get; init; } = 512L << 20;

    /// <summary>Depth of nested XML elements. The default is 64.</summary>
    public int MaximumXmlDepth { get; init; } = 64;

    /// <summary>Entries of one archive. The default is 10,000.</summary>
    public int MaximumArchiveEntries { get; init; } = 10_000;

    /// <summary>Sheets of one workbook. The default is 1,000.</summary>
    public int MaximumSheets { get; init; } = 1_000;

    /// <summary>
    /// How many times larger than its compressed size an archive entry may inflate once it is past 32 MiB. The default is 300, far above
    /// worksheets and below the 1,032 of deflate that bombs come near to.
    /// </summary>
    public int MaximumInflationRatio { get; init; } = 300;

    /// <summary>Cells of one sheet, gaps before a cell counted. The default is 100 million.</summary>
    public long MaximumCells { get; init; } = 100_000_000;

    /// <summary>Merged ranges of one sheet. The default is 200,000.</summary>
    public int MaximumMergedRanges { get; init; } = 200_000;

    /// <summary>
    /// Rows with content that a sheet states once and repeats, beyond their first. The default is 10,000: a list has no ten thousand equal lines,
    /// and half a kilobyte can repeat a line a million times.
    /// </summary>
    public int MaximumRepeatedRows { get; init; } = 10_000;

    /// <summary>Cells of one sheet that hold the value of another, by repeats and vertical merges. The default is 5 million.</summary>
    public long MaximumRepeatedCells { get; init; } = 5_000_000;

    /// <summary>Characters of one XML part that is no sheet (workbook, styles, relationships). The default is 64 Mi.</summary>
    public long MaximumPartCharacters { get; init; } = 64L << 20;

    /// <summary>Ends the reading with an <see cref="OperationCanceledException"/>, wherever in a file it stands. The default never does.</summary>
    public CancellationToken Cancellation { get; init; }
}
