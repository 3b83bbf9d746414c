using System.Text.Json;
using SourcingCompliance.Findings;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Ci;

/// <summary>The files of one run as SARIF artifacts.</summary>
internal sealed class SarifArtifacts
{
    private readonly ComplianceReport _report;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    /// <summary>Numbers the files of a report.</summary>
    public SarifArtifacts(ComplianceReport report)
    {
        _report = report;
        for (int i = 0; i < report.Files.Length; i++)
        {
            _indexes[report.Files[i].Path] = i;
        }
    }

    /// <summary>Writes the property <c>artifacts</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("artifacts");
        foreach (FileReport file in _report.Files)
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            json.WriteString("uri", GetUri(file.Path));
            json.WriteEndObject();
            json.WriteStartArray("roles");
            json.WriteStringValue("analysisTarget");
            json.WriteEndArray();
            if (file.Sha256 is { } hash)
            {
                json.WriteStartObject("hashes");
                json.WriteString("sha-256", hash);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the property <c>artifactLocation</c>.</summary>
    public void WriteLocation(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", GetUri(path));
        if (_indexes.TryGetValue(path, out int index))
        {
            json.WriteNumber("index", index);
        }

        json.WriteEndObject();
    }

    /// <summary>A path as a URI reference (RFC 3986): relative paths stay relative, absolute ones become <c>file:</c> URIs.</summary>
    internal static string GetUri(string path)
    {
        string relative = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        bool hasDrive = relative.Length > 2 && char.IsAsciiLetter(relative[0]) && relative[1] == ':' && relative[2] == '/';
        string escaped = string.Join('/', relative.Split('/').Select((segment, at) => hasDrive && at == 0 ? segment : Uri.EscapeDataString(segment)));
        return hasDrive ? "file:///" + escaped : relative.StartsWith('/') ? "file://" + escaped : escaped;
    }
}
