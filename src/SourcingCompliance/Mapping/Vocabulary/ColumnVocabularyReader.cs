using System.Collections.Immutable;
using System.Text.Json;
using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;
using static SourcingCompliance.Mapping.Vocabulary.VocabularyJson;

namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>Reads <c>columns.json</c> into a <see cref="HeaderWords"/>.</summary>
/// <param name="file">What messages call the file.</param>
/// <param name="diagnostics">Receives what is wrong with it.</param>
/// <param name="places">The file of places.</param>
internal sealed partial class ColumnVocabularyReader(string file, DiagnosticBag diagnostics, ReadOnlyMemory<byte>? places = null)
{
    // About what the shipped file says.
    private const int UsualAliases = 14_000;

    private readonly Dictionary<string, ImmutableArray<HeaderCandidate>> _aliases = new(UsualAliases, StringComparer.Ordinal);
    private readonly List<(BomField Field, ImmutableArray<string> Concepts, int Rank)> _patterns = [];
    private readonly Dictionary<BomField, HashSet<string>> _rejects = [];
    private readonly Dictionary<BomField, HashSet<string>> _suffixes = [];
    private readonly Dictionary<BomField, string> _kinds = [];

    public HeaderWords Read(ReadOnlyMemory<byte>? content)
    {
        if (content is null)
        {
            Fail("The file that says how columns are headed is missing.");
            return Build(null);
        }

        try
        {
            using JsonDocument document = JsonText.Parse(content.Value);
            return Build(document.RootElement);
        }
        catch (JsonException exception)
        {
            Fail($"The file cannot be used: {exception.Message}.");
            return Build(null);
        }
    }

    private void Fail(string message) =>
        diagnostics.Error(DiagnosticIds.ColumnVocabularyUnusable, CellRef.ForFile(file), message,
            "Restore the file from the release; without it no column is recognized.");

    private HeaderWords Build(JsonElement? document)
    {
        JsonElement root = document is { ValueKind: JsonValueKind.Object } found ? found : JsonDocument.Parse("{}").RootElement;
        foreach (JsonProperty property in Properties(root, "fields"))
        {
            ReadField(property);
        }

        Dictionary<string, ImmutableArray<string>> concepts = ReadConcepts(root);
        HashSet<string> fillers = Keys(root, "fillers");
        JsonElement content = Child(root, "content");
        JsonElement rows = Child(root, "rows");
        return new HeaderWords
        {
            Aliases = _aliases,
            OtherHeaders = Languages(Child(root, "otherHeaders")).ToHashSet(StringComparer.Ordinal),
            Concepts = concepts,
            Fillers = fillers,
            Patterns = [.. _patterns],
            Rejects = _rejects,
            Kinds = _kinds,
            Stages = ReadStages(root),
            StageNouns = Keys(root, "stageNouns"),
            StageWords = Keys(root, "stageWords"),
            OriginMarks = Keys(root, "originMarks"),
            OriginQualifiers = Keys(root, "originQualifiers"),
            Parties = Keys(root, "parties"),
            Elements = ReadNamed(root, "elements"),
            ElementNames = ReadElementNames(root),
            ContentWords = Keys(root, "contentWords"),
            MassUnits = ReadNamed(root, "massUnits"),
            Currencies = Languages(Child(Child(root, "words"), "currency")).ToHashSet(StringComparer.Ordinal),
            Countries = Keys(content, "countries"),
            Places = new Lazy<HashSet<string>>(() => PlaceNames.Read(places)),
            CountryNumbers = Keys(content, "countryNumbers").SelectMany(number => new[] { number, number.TrimStart('0') }).ToHashSet(StringComparer.Ordinal),
            Units = Keys(content, "units"),
            Procurement = Keys(content, "procurement"),
            OwnWords = Keys(root, "ownWords"),
            ChildTables = Keys(root, "childTables"),
            Suffixes = _suffixes,
            Totals = Keys(rows, "totals"),
            NoteWords = Keys(rows, "notes"),
            OtherSources = Keys(rows, "otherSources"),
            ExampleWords = Keys(rows, "examples"),
            ValueKinds = Keys(rows, "valueKinds"),
            SectionWords = Keys(rows, "sections"),
            NoNames = Keys(rows, "noNames"),
            NotInstalledMarks = Keys(rows, "notInstalledMarks"),
            NotInstalledCapitals = Child(rows, "notInstalledCapitals") is { ValueKind: JsonValueKind.Array } capitals
                ? capitals.EnumerateArray().Select(text => text.GetString() ?? "").ToHashSet(StringComparer.Ordinal) : [],
            InstalledMarks = Keys(rows, "installedMarks"),
            VariantWords = Keys(rows, "variantWords"),
            Yes = Keys(rows, "yes"),
            No = Keys(rows, "no"),
            PieceUnits = Keys(rows, "pieceUnits"),
            HistorySheets = Keys(rows, "historySheets"),
            HistoryHeaders = Keys(rows, "historyHeaders"),
            LongestUnspacedWord = concepts.Keys.Concat(fillers).Where(IsUnspaced).Select(word => word.Length).DefaultIfEmpty(0).Max(),
        };
    }

    private void ReadField(JsonProperty property)
    {
        if (!FieldNames.TryParse(property.Name, out BomField field))
        {
            Fail($"'{property.Name}' under fields is not a field of a bill of materials.");
            return;
        }

        JsonElement value = property.Value;
        _kinds[field] = Child(value, "kind") is { ValueKind: JsonValueKind.String } kind ? kind.GetString() ?? "any" : "any";
        int rank = 0;
        foreach (string key in Languages(Child(value, "aliases")))
        {
            AddAlias(key, new HeaderCandidate(field, HeaderStrength.Exact, ContentNeed.None, rank++));
        }

        foreach (JsonProperty need in Properties(value, "aliasesWhen"))
        {
            if (!Enum.TryParse(need.Name, ignoreCase: true, out ContentNeed parsed) || parsed == ContentNeed.None)
            {
                Fail($"'{need.Name}' under {property.Name}.aliasesWhen is not a kind of content.");
                continue;
            }

            foreach (string key in Texts(need.Value))
            {
                AddAlias(key, new HeaderCandidate(field, HeaderStrength.Exact, parsed, rank++));
            }
        }

        if (Child(value, "patterns") is { ValueKind: JsonValueKind.Array } patterns)
        {
            foreach (JsonElement pattern in patterns.EnumerateArray())
            {
                if (pattern.ValueKind == JsonValueKind.String && pattern.GetString() is { } concepts)
                {
                    _patterns.Add((field, [.. concepts.Split(' ', StringSplitOptions.RemoveEmptyEntries)], rank++));
                }
            }
        }

        if (Texts(Child(value, "suffixes")) is { Count: > 0 } suffixes)
        {
            _suffixes[field] = suffixes.ToHashSet(StringComparer.Ordinal);
        }

        _rejects[field] = Texts(Child(value, "rejects")).ToHashSet(StringComparer.Ordinal);
    }

    private void AddAlias(string key, HeaderCandidate candidate)
    {
        if (!_aliases.TryGetValue(key, out ImmutableArray<HeaderCandidate> candidates))
        {
            _aliases.Add(key, [candidate]);
            return;
        }

        foreach (HeaderCandidate other in candidates)
        {
            if (other.Field == candidate.Field && other.Need == candidate.Need)
            {
                return;
            }

            if (other.Need == candidate.Need)
            {
                diagnostics.Error(
                    DiagnosticIds.ColumnAliasTwice,
                    CellRef.ForFile(file),
                    $"The header '{key}' is an alias of {FieldNames.Format(other.Field)} and of {FieldNames.Format(candidate.Field)}; the first is used.",
                    "Leave it to one of them, or give both a different 'aliasesWhen'.");
                return;
            }
        }

        _aliases[key] = candidates.Add(candidate);
    }

    internal static bool IsUnspaced(string word) => word.Any(IsUnspaced);

    internal static bool IsUnspaced(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');
}
