using System.Collections.Immutable;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping.Profiles;

/// <summary>One column of a mapping profile.</summary>
/// <param name="Name">JSON name of the field, with element and number of the source (<c>originMinedNd</c>, <c>manufacturerPartNumber_2</c>).</param>
/// <param name="Column">Letters of the column (<c>F</c>) or text of its header; null = the sheet has no such column, whatever its headers say.</param>
public sealed record ProfileColumn(string Name, string? Column);

/// <summary>
/// What a user has said about the columns of a form. It goes before everything that the mapper finds by itself; fields that it does
/// not name are found as usual. It applies to every sheet with its fingerprint, or its sheet name, or to all sheets if it has neither.
/// </summary>
public sealed record MappingProfile
{
    /// <summary>What messages call the profile: the file that it stands in.</summary>
    public required string Name { get; init; }

    /// <summary>Fingerprint of the header that it is for; null = any.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Name of the sheet that it is for, compared without case; null = any.</summary>
    public string? Sheet { get; init; }

    /// <summary>1-based row of the header; 0 = the list has no header row and begins in its first row; null = found as usual.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>The columns, in the order of the file.</summary>
    public required ImmutableArray<ProfileColumn> Columns { get; init; }

    /// <summary>Reads a profile.</summary>
    /// <param name="json">The content of the file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="diagnostics">Receives SC9230 for everything that is wrong.</param>
    /// <returns>The profile; null when an error was added.</returns>
    public static MappingProfile? Parse(ReadOnlyMemory<byte> json, string name, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new MappingProfileReader(name, diagnostics).Read(json);
    }

    /// <summary>The profile that says what the mapper found in a sheet.</summary>
    /// <param name="mapping">How the sheet was understood.</param>
    /// <param name="name">What messages call the profile.</param>
    public static MappingProfile From(SheetMapping mapping, string name)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return new MappingProfile
        {
            Name = name,
            Fingerprint = mapping.Fingerprint.Length > 0 ? mapping.Fingerprint : null,
            Sheet = mapping.Fingerprint.Length == 0 && mapping.Map.Sheet.Sheet.Length > 0 ? mapping.Map.Sheet.Sheet : null,
            HeaderRow = mapping.Map.HeaderRow == 0 ? 0 : null,
            Columns = [.. mapping.Map.Columns.Where(column => column.IsKnown)
                .Select(column => new ProfileColumn(FieldNames.Format(column), CellRef.GetLetters(column.Column)))],
        };
    }

    /// <summary>Writes the profile as JSON that <see cref="Parse"/> reads.</summary>
    public void Write(Stream output) => MappingProfileWriter.Write(this, output);

    /// <summary>Whether the profile may apply to a sheet, its header aside.</summary>
    internal bool IsForSheet(string sheet) => Sheet is null || string.Equals(Sheet, sheet, StringComparison.OrdinalIgnoreCase);
}
