using SourcingCompliance.Formats.Reading;
using SourcingCompliance.Mapping;
using SourcingCompliance.Mapping.Profiles;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Server.Pages.Columns;

/// <summary>What a user said about the columns of a sheet, and what becomes of the sheet with it.</summary>
/// <param name="Profile">The settings, limited to BOMs with the same column titles.</param>
/// <param name="Mapping">The sheet with the settings.</param>
/// <param name="Shown">The choices that the page shows, by letters.</param>
/// <param name="Errors">What is wrong, by letters.</param>
/// <param name="Problem">What is wrong with the sheet as a whole; null = nothing.</param>
internal sealed record ColumnChoice(MappingProfile Profile, SheetMapping Mapping, IReadOnlyDictionary<string, string> Shown,
    IReadOnlyDictionary<string, string> Errors, string? Problem)
{
    /// <summary>Whether the sheet can be read so.</summary>
    public bool IsUsable => Errors.Count == 0 && Problem is null;

    /// <summary>What was read before and is not with the choices, each as a sentence: a change must not lose a column or rows in silence.</summary>
    /// <param name="found">The sheet as it is read without them.</param>
    /// <param name="before">The same with samples.</param>
    public IReadOnlyList<string> FindIgnored(SheetMapping found, SheetPreview before)
    {
        var used = Mapping.Map.Columns.Where(column => column.IsKnown).Select(column => (column.Column, FieldNames.Format(column))).ToHashSet();
        int header = Mapping.Map.HeaderRow ?? 0;
        int was = found.Map.HeaderRow ?? 0;
        return
        [
            .. header > was && was > 0 ? [FormattableString.Invariant($"Rows {was} to {header - 1}: they are above the header row and not read.")]
                : Array.Empty<string>(),
            .. found.Map.Columns.Where(column => column.IsKnown && !used.Contains((column.Column, FieldNames.Format(column)))).Select(column =>
            {
                string letters = CellRef.GetLetters(column.Column);
                string[] samples = [.. before.Columns.Where(known => known.Letters == letters).SelectMany(known => known.Samples)];
                return $"Column {letters}, “{column.Header}”, is no longer the "
                    + $"{ColumnFields.GetWords(FieldNames.Format(column))}{(samples.Length > 0 ? $" ({string.Join(" · ", samples)})" : "")}.";
            }),
        ];
    }

    /// <summary>Reads the choices.</summary>
    /// <param name="input">The file.</param>
    /// <param name="found">The sheet as it is read without them.</param>
    /// <param name="header">1-based header row; 0 = the sheet has none; null = as found.</param>
    /// <param name="choices">Names of fields by letters; empty = not used.</param>
    /// <param name="profiles">The settings that the check applied.</param>
    public static ColumnChoice Read(CheckInput input, SheetMapping found, int? header,
        IReadOnlyDictionary<string, string> choices, IReadOnlyList<MappingProfile> profiles)
    {
        string sheet = found.Map.Sheet.Sheet;
        bool isMoved = header is not null && header != found.Map.HeaderRow;
        string name = $"columns of {input.Name}";
        int? row = isMoved || found.Map.HeaderRow is null || header == 0 ? header : null;
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (IGrouping<string, string> field in choices.Where(choice => choice.Value.Length > 0)
            .GroupBy(choice => choice.Value, choice => choice.Key, StringComparer.Ordinal))
        {
            if (!FieldNames.TryParse(field.Key, out _, out _, out _))
            {
                errors[field.First()] = "This field is not known.";
            }

            foreach (string letters in field.Skip(1))
            {
                errors[letters] = $"Column {field.First()} is read as {ColumnFields.GetWords(field.Key)} too; choose one.";
            }
        }

        // A column can hold two fields; the page shows the first, and who leaves it as it is keeps both.
        var firsts = found.Map.Columns.Where(column => column.IsKnown).GroupBy(column => column.Column)
            .ToDictionary(column => column.Key, column => FieldNames.Format(column.First()));
        // Where the header moves, the columns below it are found anew; what was chosen spoke of others.
        ProfileColumn[] columns = isMoved && header > 0 ? []
            : [
                .. choices.Where(choice => choice.Value.Length > 0 && !errors.ContainsKey(choice.Key))
                    .Select(choice => new ProfileColumn(choice.Value, choice.Key)),
                .. found.Map.Columns.Where(column => column.IsKnown && choices.ContainsKey(CellRef.GetLetters(column.Column)))
                    .Where(column => choices[CellRef.GetLetters(column.Column)] != firsts[column.Column])
                    .Select(FieldNames.Format).Where(field => !choices.Values.Contains(field)).Select(field => new ProfileColumn(field, null)),
            ];
        var profile = new MappingProfile { Name = name, Sheet = sheet.Length > 0 ? sheet : null, HeaderRow = row, Columns = [.. columns] };
        SheetMapping mapping = SheetPreview.Map(input, [profile, .. profiles]).First(mapping => mapping.Map.Sheet.Sheet == sheet);
        if (mapping.Fingerprint.Length > 0)
        {
            profile = profile with { Fingerprint = mapping.Fingerprint, Sheet = null };
        }

        string? problem = mapping.Tie is { } tie
            ? $"Column {CellRef.GetLetters(tie.First)} and column {CellRef.GetLetters(tie.Second)} could both be the {ColumnFields.GetWords(tie.Field)}. "
                + $"Choose one, and “not used” for the other."
            : mapping.IsMapped ? null : $"With these columns the sheet is not read: {mapping.Refusal ?? "no BOM is found in it"}.";
        return new ColumnChoice(profile, mapping, isMoved && header > 0 ? new Dictionary<string, string>() : choices, errors, problem);
    }
}
