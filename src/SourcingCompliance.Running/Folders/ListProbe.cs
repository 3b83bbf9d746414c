using SourcingCompliance.Formats.Files;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Running.Folders;

/// <summary>Decides by its content whether a file of a folder is a list, for files whose name does not say so.</summary>
/// <param name="mapper">Finds headers; null = the shipped ones.</param>
internal sealed class ListProbe(BomMapper? mapper)
{
    private const int RowsLookedAt = 30;
    private const int LeastCells = 3;

    private readonly Lazy<BomMapper> _mapper = new(() => mapper ?? new BomMapper(ColumnVocabulary.Load(RuleFolders.Shipped(), new DiagnosticBag()), []));

    /// <summary>What a file is.</summary>
    /// <param name="path">Path of the file.</param>
    public ListLikeness Detect(string path)
    {
        var diagnostics = new DiagnosticBag();
        using BomDocument? document = BomDocumentReader.Open(path, ReadLimits.Default, diagnostics);
        if (document is null)
        {
            return diagnostics.GetCount(DiagnosticIds.FileNotReadable) > 0 ? ListLikeness.NotReadable : ListLikeness.None;
        }

        // A workbook says by its format that it is one, whatever it is called.
        return document.Format is not ("csv" or "text") || _mapper.Value.Map(document, diagnostics).Any(sheet => sheet.IsMapped) ? ListLikeness.List
            : IsTable(document.Tables[0]) ? ListLikeness.Table
            : ListLikeness.None;
    }

    // Most of the first rows have several cells: a table, although its header is not known.
    private static bool IsTable(BomTable table)
    {
        int rows = 0;
        int wide = 0;
        foreach (BomRow row in table.Rows.Where(row => !row.IsBlank).Take(RowsLookedAt))
        {
            rows++;
            wide += Enumerable.Range(1, row.Width).Count(column => !row.IsBlankAt(column)) >= LeastCells ? 1 : 0;
        }

        return wide >= 2 && wide * 2 > rows;
    }
}

/// <summary>How much a file is like a list.</summary>
internal enum ListLikeness
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It is a table without a header that is known.</summary>
    Table,

    /// <summary>It is a list.</summary>
    List,

    /// <summary>It cannot be opened.</summary>
    NotReadable,
}
