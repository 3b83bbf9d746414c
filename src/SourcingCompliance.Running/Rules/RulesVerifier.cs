using System.Collections.Immutable;
using SourcingCompliance.Law;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Remediation;
using SourcingCompliance.Running.Rules.Policies;
using SourcingCompliance.Verification;

namespace SourcingCompliance.Running.Rules;

/// <summary>What came of one pack, or of the vocabulary.</summary>
/// <param name="Name">Id of the pack, or <c>vocabulary</c>.</param>
/// <param name="Run">Cases, situations and examples run.</param>
/// <param name="Failed">How many came out otherwise than they say.</param>
/// <param name="IsSound">Whether nothing is wrong.</param>
public sealed record RulesVerification(string Name, int Run, int Failed, bool IsSound);

/// <summary>Verifies rules folders: the shape of every file, every pack, its cases and matrix, and the examples of the vocabulary.</summary>
public static class RulesVerifier
{
    /// <summary>Verifies everything.</summary>
    /// <param name="folders">The shipped rules first, then the user's own, which are verified each for itself.</param>
    /// <param name="asOf">The day on which it is verified.</param>
    /// <param name="diagnostics">Told of everything wrong.</param>
    /// <returns>One entry for each pack in the order of folders and ids, then the vocabulary.</returns>
    public static ImmutableArray<RulesVerification> Verify(IReadOnlyList<RuleFolder> folders, DateOnly asOf, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var schemas = SchemaSet.From(folders[0]);
        var results = ImmutableArray.CreateBuilder<RulesVerification>();
        foreach (RuleFolder folder in folders)
        {
            foreach (string id in RulePack.IdsIn(folder))
            {
                results.Add(VerifyPack(folders, folder, id, asOf, schemas, diagnostics));
            }
        }

        results.AddRange(PolicyVerifier.Verify(folders, diagnostics));
        results.Add(VerifyVocabulary(folders, schemas, diagnostics));
        return results.ToImmutable();
    }

    private static RulesVerification VerifyPack(
        IReadOnlyList<RuleFolder> folders, RuleFolder folder, string id, DateOnly asOf, SchemaSet schemas, DiagnosticBag diagnostics)
    {
        var own = new DiagnosticBag();
        PackVerification pack = PackVerifier.Verify(folder, id, asOf, own);
        MatrixVerification matrix = pack.Pack is { } loaded ? MatrixVerifier.Verify(folder, loaded, own) : new MatrixVerification(0, 0);
        RemediationTemplates? templates = folder.Find($"{id}/remediation.json") is null ? null : RemediationTemplates.Load(folder, id, own);
        if (pack.Pack is { } named)
        {
            new PackVerifierNames(folders, own).Check(named, templates);
        }

        var shapes = new DiagnosticBag();
        new PackVerifierShapes(schemas, shapes).CheckPack(folder, id);
        AddNew(shapes, own);
        Pass(own, diagnostics);
        return new RulesVerification(id, pack.CasesRun + matrix.Run, pack.CasesFailed + matrix.Failed, pack.IsSound && !own.HasErrors);
    }

    private static RulesVerification VerifyVocabulary(IReadOnlyList<RuleFolder> folders, SchemaSet schemas, DiagnosticBag diagnostics)
    {
        var own = new DiagnosticBag();
        foreach (RuleFolder folder in folders)
        {
            new PackVerifierShapes(schemas, own).CheckReference(folder);
        }

        ColumnVocabulary.Load(folders[0], own);
        SupplySources.Load(folders[0], own);
        var countryVocabulary = CountryVocabulary.Load(folders, own);
        ImmutableArray<string> countries = [.. countryVocabulary.VerifyExamples(), .. countryVocabulary.VerifyLists()];
        var materials = MaterialVocabulary.Load(folders, own);
        ImmutableArray<VocabularyExampleFailure> failures = [.. materials.VerifyExamples(), .. materials.VerifyOrders()];
        foreach (string failure in countries)
        {
            own.Error(DiagnosticIds.RuleCaseFailed, CellRef.ForFile("reference/countries.json"), failure, "Correct the example or the words.");
        }

        foreach (VocabularyExampleFailure failure in failures)
        {
            own.Error(DiagnosticIds.RuleCaseFailed, CellRef.ForFile("reference"), failure.Message, "Correct the example or the words.");
        }

        Pass(own, diagnostics);
        return new RulesVerification("vocabulary", countryVocabulary.ExampleCount + materials.ExampleCount
            + materials.PhraseCount, countries.Length + failures.Length, !own.HasErrors);
    }

    // A property that the reader of a pack has refused already need not be refused twice.
    private static void AddNew(DiagnosticBag shapes, DiagnosticBag own)
    {
        var told = own.Items.Where(diagnostic => diagnostic.Id == DiagnosticIds.PackPropertyUnknown)
            .Select(diagnostic => diagnostic.Cell.File).ToHashSet(StringComparer.Ordinal);
        foreach (Diagnostic shape in shapes.Items.Where(shape => !told.Contains(shape.Cell.File)))
        {
            own.Add(shape);
        }
    }

    private static void Pass(DiagnosticBag from, DiagnosticBag to)
    {
        foreach (Diagnostic diagnostic in from.Items)
        {
            to.Add(diagnostic);
        }
    }
}
