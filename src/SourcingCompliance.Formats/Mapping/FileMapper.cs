using System.Collections.Immutable;
using SourcingCompliance.Boms;
using SourcingCompliance.Boms.Mapping;
using SourcingCompliance.Diagnostics;
using SourcingCompliance.Formats.Reading;

namespace SourcingCompliance.Formats.Mapping;

/// <summary>Opens files and maps their columns, without reading their lines.</summary>
public static class FileMapper
{
    /// <summary>How the columns of each file were understood.</summary>
    /// <param name="paths">Paths of files.</param>
    /// <param name="mapper">Maps the documents.</param>
    /// <param name="limits">What a file may cost at the most.</param>
    public static MappingReport Map(IEnumerable<string> paths, BomMapper mapper, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(mapper);
        return new MappingReport([.. paths.Select(path => Map(path, mapper, limits))]);
    }

    private static MappedFile Map(string path, BomMapper mapper, ReadLimits limits)
    {
        var diagnostics = new DiagnosticBag();
        using BomDocument? document = BomDocumentReader.Open(path, limits, diagnostics);
        ImmutableArray<SheetMapping> sheets = document is null ? [] : mapper.Map(document, diagnostics);
        return new MappedFile(path.Replace('\\', '/'), document?.Format, sheets, [.. diagnostics.Items]);
    }
}
