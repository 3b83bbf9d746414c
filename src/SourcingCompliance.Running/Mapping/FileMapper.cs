using System.Collections.Immutable;
using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Mapping;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Running.Mapping;

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
        return Map(paths.Select(path => new CheckInput(path, path)), mapper, limits);
    }

    /// <summary>How the columns of each file were understood, under names that are not their paths.</summary>
    /// <param name="inputs">The files and their names.</param>
    /// <param name="mapper">Maps the documents.</param>
    /// <param name="limits">What a file may cost at the most.</param>
    public static MappingReport Map(IEnumerable<CheckInput> inputs, BomMapper mapper, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(mapper);
        return new MappingReport([.. inputs.Select(input => Map(input, mapper, limits))]);
    }

    private static MappedFile Map(CheckInput input, BomMapper mapper, ReadLimits limits)
    {
        var diagnostics = new DiagnosticBag();
        using BomDocument? document = BomDocumentReader.OpenForMapping(input, limits, diagnostics);
        ImmutableArray<SheetMapping> sheets = document is null ? [] : mapper.Map(document, diagnostics);
        return new MappedFile(input.Name.Replace('\\', '/'), document?.Format, sheets, [.. diagnostics.Items]);
    }
}
