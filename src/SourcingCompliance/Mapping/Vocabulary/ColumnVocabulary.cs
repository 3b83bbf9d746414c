using SourcingCompliance.Mapping.Columns;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping.Vocabulary;

/// <summary>How the world heads the columns of its lists, from <c>rules/reference/columns.json</c>.</summary>
public sealed class ColumnVocabulary
{
    /// <summary>Where the data stands in a rules folder.</summary>
    public const string Path = "reference/columns.json";

    private ColumnVocabulary(HeaderWords words) => Words = words;

    /// <summary>The words themselves.</summary>
    internal HeaderWords Words { get; }

    /// <summary>Loads the vocabulary of a rules folder.</summary>
    /// <param name="folder">The rules folder.</param>
    /// <param name="diagnostics">Receives SC9201 when the file is missing or malformed, SC9202 when one alias stands for two fields.</param>
    /// <returns>The vocabulary; an empty one, which maps nothing, when an error was added.</returns>
    public static ColumnVocabulary Load(RuleFolder folder, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new ColumnVocabulary(new ColumnVocabularyReader(folder.Name + "/" + Path, diagnostics, folder.Find(PlaceNames.Path)).Read(folder.Find(Path)));
    }
}
