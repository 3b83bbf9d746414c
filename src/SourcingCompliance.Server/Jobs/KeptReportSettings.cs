using System.Text.Json;
using System.Text.Json.Serialization;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Server.Jobs;

/// <summary>How the report settings of an upload are kept with its run: one JSON file, without the logo, which is a file of its own.</summary>
public static class KeptReportSettings
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }
    };

    /// <summary>Writes the file; null when nothing is stated.</summary>
    /// <param name="settings">The settings.</param>
    public static byte[]? Write(ReportSettings settings)
    {
        byte[] written = JsonSerializer.SerializeToUtf8Bytes(settings, Shape);
        return written.AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(ReportSettings.None, Shape)) ? null : written;
    }

    /// <summary>Reads the file back.</summary>
    /// <param name="path">The file; null = nothing is stated.</param>
    /// <param name="logo">The picture; null = none.</param>
    /// <param name="logoName">The user's name for the picture.</param>
    public static ReportSettings Read(string? path, string? logo, string? logoName)
    {
        ReportSettings settings = path is null ? ReportSettings.None
            : JsonSerializer.Deserialize<ReportSettings>(File.ReadAllBytes(path), Shape) ?? ReportSettings.None;
        return logo is null ? settings : settings with { Logo = new ReportLogo(logoName ?? "logo", [.. File.ReadAllBytes(logo)]) };
    }
}
