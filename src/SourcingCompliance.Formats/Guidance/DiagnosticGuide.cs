using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace SourcingCompliance.Formats.Guidance;

/// <summary>What every diagnostic id means: the one place where its cause and its remedy are written down (<c>Guidance/diagnostics.json</c>).</summary>
public static class DiagnosticGuide
{
    private const string Resource = "guidance/diagnostics.json";

    private static readonly Lazy<ImmutableArray<DiagnosticGuidance>> Loaded = new(Load);

    private static readonly Lazy<FrozenDictionary<string, DiagnosticGuidance>> ById =
        new(() => Loaded.Value.ToFrozenDictionary(guidance => guidance.Id, StringComparer.OrdinalIgnoreCase));

    /// <summary>The guidance for all ids of the program and the server, in the order of the file.</summary>
    public static ImmutableArray<DiagnosticGuidance> All => Loaded.Value;

    /// <summary>The guidance for an id; null when no diagnostic has it.</summary>
    /// <param name="id">The id, in any case: <c>SC9208</c>.</param>
    public static DiagnosticGuidance? Find(string id) => ById.Value.GetValueOrDefault(id);

    private static ImmutableArray<DiagnosticGuidance> Load()
    {
        using Stream stream = typeof(DiagnosticGuide).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The resource {Resource} is missing from the program.");
        using JsonDocument document = JsonDocument.Parse(stream);
        return
        [
            .. document.RootElement.GetProperty("diagnostics").EnumerateArray().Select(entry =>
                new DiagnosticGuidance(GetText(entry, "id"), GetText(entry, "name"), GetText(entry, "cause"), GetText(entry, "remedy"))),
        ];
    }

    private static string GetText(JsonElement entry, string name) => entry.GetProperty(name).GetString() ?? "";
}
