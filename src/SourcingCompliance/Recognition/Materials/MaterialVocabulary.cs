using System.Collections.Immutable;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials.Vocabulary;

namespace SourcingCompliance.Recognition.Materials;

/// <summary>
/// How the world spells covered materials, their look-alikes and the components that hold them, read from
/// <c>reference/materials.json</c>, <c>components.json</c>, <c>manufacturers.json</c> and <c>part-numbers.json</c>. It does not change once
/// loaded and may be shared by any number of classifiers.
/// </summary>
public sealed class MaterialVocabulary
{
    private static readonly string[] Files = ["reference/materials.json", "reference/components.json",
        "reference/manufacturers.json", "reference/part-numbers.json"];

    private MaterialVocabulary(CompiledVocabulary compiled) => Compiled = compiled;

    /// <summary>The words and rules as the classifier uses them.</summary>
    internal CompiledVocabulary Compiled { get; }

    /// <summary>Loads the vocabulary of one rules folder.</summary>
    /// <param name="rules">The folder.</param>
    /// <param name="diagnostics">Receives SC9401 and SC9402 for files and entries that cannot be used, SC9403 for a missing file.</param>
    public static MaterialVocabulary Load(RuleFolder rules, DiagnosticBag diagnostics) => Load([rules], diagnostics);

    /// <summary>
    /// Loads the vocabulary of several folders laid over each other: a later folder adds words, rules and entries, and what it says
    /// of an entry that is already there (its title, likelihood, mass) replaces what was said before.
    /// </summary>
    /// <param name="layers">The folders, the shipped one first.</param>
    /// <param name="diagnostics">Receives SC9401 and SC9402 for files and entries that cannot be used, SC9403 for a missing file.</param>
    public static MaterialVocabulary Load(IReadOnlyList<RuleFolder> layers, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var draft = new VocabularyDraft();
        foreach (string path in Files)
        {
            bool found = false;
            foreach (RuleFolder layer in layers)
            {
                if (layer.Find(path) is ReadOnlyMemory<byte> content)
                {
                    found = true;
                    new VocabularyFileReader(draft, diagnostics, $"{layer.Name}/{path}").Read(content);
                }
            }

            if (!found)
            {
                diagnostics.Error(DiagnosticIds.VocabularyMissing, CellRef.ForFile(path),
                    "No rules folder contains this vocabulary file, so nothing in it is recognized.", "Give a rules folder that has it.");
            }
        }

        var compiled = new CompiledVocabulary(draft);
        ReportUndefined(draft, diagnostics);
        return new MaterialVocabulary(compiled);
    }

    /// <summary>How many examples the entries carry.</summary>
    public int ExampleCount => Compiled.Examples.Length;

    /// <summary>Reads every example that the entries carry and gives those that do not come out as promised, in the order of the data.</summary>
    public ImmutableArray<VocabularyExampleFailure> VerifyExamples()
    {
        var classifier = new MaterialClassifier(this);
        var column = new MappedColumn(BomField.Description, 1, "Description", MappingBasis.ExactAlias, "");
        var map = new ColumnMap { Sheet = CellRef.ForFile("examples"), HeaderRow = 1, Columns = [column] };
        var failures = ImmutableArray.CreateBuilder<VocabularyExampleFailure>();
        foreach (VocabularyExample example in Compiled.Examples)
        {
            Classification found = classifier.Classify(new BomLine(map, 2, [example.Text]));
            var ids = found.Materials.Select(occurrence => occurrence.Material)
                .Concat(found.Materials.Select(occurrence => occurrence.Component ?? ""))
                .Concat(found.Others.Select(other => other.Id)).Where(id => id.Length > 0).ToList();
            if (ids.Contains(example.EntryId, StringComparer.Ordinal) != example.Matches)
            {
                string promised = example.Matches ? "must be found" : "must not be found";
                failures.Add(new VocabularyExampleFailure(example.EntryId, example.Text, $"'{example.EntryId}' {promised} in '{example.Text}'; found: "
                    + $"{string.Join(", ", ids)}."));
            }
        }

        return failures.ToImmutable();
    }

    /// <summary>How many phrases <see cref="VerifyOrders"/> reads.</summary>
    public int PhraseCount => Compiled.PhrasesInBothOrders().Count();

    /// <summary>
    /// Reads every phrase of the vocabulary in the order of catalogs and supply systems too, with and without a comma ("coupling, magnetic",
    /// "coupling magnetic"), and gives those in which the entry that is known in natural order is not.
    /// </summary>
    public ImmutableArray<VocabularyExampleFailure> VerifyOrders()
    {
        var reader = new TextRecognizer(Compiled);
        var failures = ImmutableArray.CreateBuilder<VocabularyExampleFailure>();
        foreach ((Idea idea, string phrase, string[] inverted) in Compiled.PhrasesInBothOrders())
        {
            // "motor shaft" is no "shaft motor": without a comma the last of two nouns is meant when it names a belonging.
            if (Array.Exists(reader.Read(phrase.AsSpan(0, phrase.LastIndexOf(' '))).Words, word => word.Start == 0 && word.Idea.Role.IsFunction()))
            {
                // "with magnet" has no other order.
                continue;
            }

            bool Knows(string text) => Array.Exists(reader.Read(text).Words, word => (word.Idea == idea && word.State == WordState.Active)
                || (word.Start > 0 && word.Idea.Role.MayBelong() && text != phrase && !text.Contains(',', StringComparison.Ordinal)));
            if (Knows(phrase))
            {
                failures.AddRange(inverted.Where(text => !Knows(text))
                    .Select(text => new VocabularyExampleFailure(idea.Id, text, $"'{idea.Id}' is found in '{phrase}', but not in '{text}'.")));
            }
        }

        return failures.ToImmutable();
    }

    private static void ReportUndefined(VocabularyDraft draft, DiagnosticBag diagnostics)
    {
        foreach (Idea idea in draft.Ideas)
        {
            if (!draft.Defined.Contains(idea.Id) && !CompiledVocabulary.IsBuiltIn(idea.Id))
            {
                diagnostics.Error(DiagnosticIds.VocabularyEntryRejected, CellRef.ForFile("reference"),
                    $"A rule asks for the idea '{idea.Id}', which no file defines; expected an idea with words.", "Correct the id or add the idea.");
            }
        }

        foreach (ComponentEntry component in draft.Components.Values)
        {
            foreach (string other in component.InsteadOf.Where(other => !draft.Components.ContainsKey(other)))
            {
                diagnostics.Error(DiagnosticIds.VocabularyEntryRejected, CellRef.ForFile("reference"),
                    $"The component '{component.Id}' takes the place of '{other}', which no file defines.", "Correct the id or add the component.");
            }
        }
    }
}
