using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Running.Files;

/// <summary>What the files of a folder are (<c>rules/reference/documents.json</c>).</summary>
internal sealed class DocumentKinds
{
    private const string Source = "reference/documents.json";
    private const int ContentBytes = 64 * 1024;
    private const int LeastContentWords = 2;

    private static readonly Lazy<DocumentKinds> Loaded = new(() => new DocumentKinds(RuleFolders.Shipped()));

    private readonly FrozenDictionary<string, (DocumentKind Kind, string Title)> _kinds;
    private readonly string[] _nameWords;
    private readonly string[] _contentWords;
    private readonly string[] _ownSchemas;

    private DocumentKinds(RuleFolder shipped)
    {
        using JsonDocument document =
            JsonDocument.Parse(shipped.Find(Source) ?? throw new InvalidDataException($"{Source} is missing from the shipped rules."));
        JsonElement root = document.RootElement;
        var kinds = new Dictionary<string, (DocumentKind, string)>(StringComparer.OrdinalIgnoreCase);
        AddAll("lists", DocumentKind.List);
        AddAll("texts", DocumentKind.ByContent);
        AddAll("others", DocumentKind.Other);
        AddTitles("unreadable", DocumentKind.Unreadable);
        AddTitles("byContent", DocumentKind.UnreadableByContent);
        _kinds = kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _nameWords = [.. root.GetProperty("nameWords").EnumerateObject().SelectMany(language => language.Value.EnumerateArray())
            .Select(word => Plain(word.GetString() ?? "")).Distinct(StringComparer.Ordinal)];
        _contentWords = [.. root.GetProperty("contentWords").EnumerateArray().Select(word => word.GetString() ?? "")];

        _ownSchemas = [.. shipped.Paths.Where(path => path.StartsWith("schema/", StringComparison.Ordinal))];

        void AddAll(string name, DocumentKind kind)
        {
            foreach (JsonElement extension in root.GetProperty(name).EnumerateArray())
            {
                kinds[extension.GetString() ?? ""] = (kind, "");
            }
        }

        void AddTitles(string name, DocumentKind kind)
        {
            foreach (JsonElement entry in root.GetProperty(name).EnumerateArray())
            {
                kinds[entry.GetProperty("extension").GetString() ?? ""] = (kind, entry.GetProperty("title").GetString() ?? "");
            }
        }
    }

    /// <summary>What the shipped rules say.</summary>
    public static DocumentKinds Shipped => Loaded.Value;

    /// <summary>The extensions of files that are always read, in the order of the file.</summary>
    public IEnumerable<string> ListExtensions => _kinds.Where(kind => kind.Value.Kind == DocumentKind.List)
        .Select(kind => kind.Key).Order(StringComparer.Ordinal);

    /// <summary>The kind of a file by its name, and what such a document is called; empty for kinds without a title.</summary>
    public (DocumentKind Kind, string Title) Detect(string name) =>
        _kinds.TryGetValue(Path.GetExtension(name), out (DocumentKind, string) known) ? known : (DocumentKind.ByContent, "");

    /// <summary>Whether a name says that the file is a parts list: <c>Pump_BOM.png</c>, <c>Stückliste 4711.tif</c>.</summary>
    public bool NamesList(string name)
    {
        string words = " " + Plain(Path.GetFileNameWithoutExtension(name)) + " ";
        return Array.Exists(_nameWords, word => words.Contains(word.Length > 6 || word[0] > '\u2E80' ? word : $" {word} ", StringComparison.Ordinal));
    }

    /// <summary>Whether the beginning of a file speaks of parts in two ways at least, and the file is none that this program writes or reads for something
    /// else.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public bool SpeaksOfParts(string path)
    {
        byte[] head = new byte[ContentBytes];
        using FileStream content = File.OpenRead(path);
        int length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        string text = Encoding.UTF8.GetString(head, 0, length).ToLowerInvariant();
        bool isOurs = text.Contains("/schema/", StringComparison.Ordinal)
            && Array.Exists(_ownSchemas, schema => text.Contains(schema, StringComparison.Ordinal));
        return !isOurs && _contentWords.Count(word => text.Contains(word, StringComparison.Ordinal)) >= LeastContentWords;
    }

    // Words in small letters without accents, one blank between them: "PumpBOM_v2" is "pump bom v".
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length + 8);
        string composed = name.Normalize(NormalizationForm.FormC);
        for (int at = 0; at < composed.Length; at++)
        {
            char character = composed[at];
            bool isLetter = char.IsLetter(character);
            bool isBoundary = !isLetter || (at > 0 && char.IsUpper(character) && char.IsLower(composed[at - 1]));
            if (isBoundary && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }

            if (isLetter)
            {
                plain.Append(character < '\u0250' ? character.ToString().Normalize(NormalizationForm.FormD)[0] : character);
            }
        }

        return plain.ToString().Trim().ToLowerInvariant();
    }
}
