using System.Text.Encodings.Web;
using System.Text.Json;

namespace SourcingCompliance.Mapping.Profiles;

/// <summary>Writes mapping profiles.</summary>
internal static class MappingProfileWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(MappingProfile profile, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        if (profile.Fingerprint is { } fingerprint)
        {
            json.WriteString("fingerprint", fingerprint);
        }

        if (profile.Sheet is { } sheet)
        {
            json.WriteString("sheet", sheet);
        }

        if (profile.HeaderRow is { } row)
        {
            json.WriteNumber("headerRow", row);
        }

        json.WriteStartObject("columns");
        foreach (ProfileColumn column in profile.Columns)
        {
            json.WriteString(column.Name, column.Column);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
