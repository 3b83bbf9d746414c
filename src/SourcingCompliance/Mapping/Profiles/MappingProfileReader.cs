using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Mapping.Profiles;

/// <summary>Reads mapping profiles; a profile with a mistake is refused, because half of it would map something else.</summary>
internal sealed class MappingProfileReader(string name, DiagnosticBag diagnostics)
{
    public MappingProfile? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonText.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            return Fail($"The mapping profile cannot be used: {exception.Message}.");
        }
    }

    private MappingProfile? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("columns", out JsonElement columns) || columns.ValueKind != JsonValueKind.Object)
        {
            return Fail("The mapping profile has no object 'columns'.");
        }

        string? fingerprint = null;
        string? sheet = null;
        int? headerRow = null;
        foreach (JsonProperty property in root.EnumerateObject())
        {
            bool isSound = property.Name switch
            {
                "$schema" or "columns" => true,
                "fingerprint" => TryText(property.Value, out fingerprint),
                "sheet" => TryText(property.Value, out sheet),
                "headerRow" => TryRow(property.Value, out headerRow),
                _ => false,
            };
            if (!isSound)
            {
                return Fail($"'{property.Name}' is not known or has a value of the wrong kind; expected fingerprint, sheet, headerRow and columns.");
            }
        }

        return ReadColumns(columns) is { } read
            ? new MappingProfile { Name = name, Fingerprint = fingerprint, Sheet = sheet, HeaderRow = headerRow, Columns = [.. read] }
            : null;
    }

    private List<ProfileColumn>? ReadColumns(JsonElement columns)
    {
        var read = new List<ProfileColumn>();
        foreach (JsonProperty column in columns.EnumerateObject())
        {
            if (!FieldNames.TryParse(column.Name, out _, out _, out _))
            {
                Fail($"'{column.Name}' is not a field; fields are for example partNumber, countryOfOrigin, originMeltedNd, manufacturerPartNumber_2.");
                return null;
            }

            bool isText = column.Value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(column.Value.GetString());
            if (!isText && column.Value.ValueKind != JsonValueKind.Null)
            {
                Fail($"The column of '{column.Name}' must be the letters of a column, the text of a header, or null.");
                return null;
            }

            if (read.Exists(other => other.Name == column.Name))
            {
                Fail($"'{column.Name}' stands twice.");
                return null;
            }

            read.Add(new ProfileColumn(column.Name, isText ? column.Value.GetString() : null));
        }

        return read;
    }

    private static bool TryText(JsonElement value, out string? text)
    {
        text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return value.ValueKind is JsonValueKind.String or JsonValueKind.Null;
    }

    private static bool TryRow(JsonElement value, out int? row)
    {
        row = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= 0 ? number : null;
        return row is not null || value.ValueKind == JsonValueKind.Null;
    }

    private MappingProfile? Fail(string message)
    {
        diagnostics.Error(DiagnosticIds.ProfileInvalid, CellRef.ForFile(name), message, "Correct the profile; see rules/schema/mapping-profile.schema.json.");
        return null;
    }
}
