using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SourcingCompliance.Law;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Verification;

/// <summary>What came of verifying a pack.</summary>
/// <param name="Pack">The pack; null when it cannot be loaded.</param>
/// <param name="CasesRun">How many cases were run.</param>
/// <param name="CasesFailed">How many of them came out otherwise than they say.</param>
/// <param name="IsSound">Whether nothing is wrong; a verification that is due is a warning and leaves it sound.</param>
public sealed record PackVerification(RulePack? Pack, int CasesRun, int CasesFailed, bool IsSound);

/// <summary>
/// Verifies a pack before it may be trusted: shape, ids, conditions, periods, citations, guidance, interpretations, and the cases of every
/// rule, which must hold one true, one false, one unknown and a pair around every date on which the rule changes.
/// </summary>
public sealed class PackVerifier
{
    private readonly RuleFolder _folder;
    private readonly string _packId;
    private readonly DiagnosticBag _diagnostics;
    private readonly IRuleEvaluator _evaluator;
    private int _run;
    private int _failed;
    private bool _hasFault;

    private PackVerifier(RuleFolder folder, string packId, DiagnosticBag diagnostics, IRuleEvaluator evaluator)
    {
        _evaluator = evaluator;
        _folder = folder;
        _packId = packId;
        _diagnostics = diagnostics;
    }

    /// <summary>Verifies a pack. Faults are diagnostics SC9501 to SC9508; a verification that is due is SC9007.</summary>
    /// <param name="folder">The rules folder.</param>
    /// <param name="packId">Id of the pack.</param>
    /// <param name="asOf">The day on which it is verified.</param>
    /// <param name="diagnostics">Receives the faults.</param>
    /// <param name="evaluator">Answers the cases; null = <see cref="ThreeValuedEvaluator"/>.</param>
    public static PackVerification Verify(RuleFolder folder, string packId, DateOnly asOf, DiagnosticBag diagnostics, IRuleEvaluator? evaluator = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return new PackVerifier(PackOverlay.Create(folder, packId), packId, diagnostics, evaluator ?? new ThreeValuedEvaluator()).Verify(asOf);
    }

    private PackVerification Verify(DateOnly asOf)
    {
        if (RulePack.Load(_folder, _packId, _diagnostics) is not { } pack)
        {
            return new PackVerification(null, 0, 0, false);
        }

        if (pack.VerifyBy is { } due && due < asOf)
        {
            _diagnostics.Warn(DiagnosticIds.PackNeedsVerification, FileRef("pack.json"),
                string.Create(CultureInfo.InvariantCulture, $"The pack should have been compared with the law by {due:yyyy-MM-dd}. {pack.VerifyReason}"),
                "Compare it, then move verifiedOn and verifyBy.");
        }

        CheckIds(pack);
        CheckEvidence(pack);
        CheckFile("README.md");
        CheckInterpretations(pack);
        foreach (Rule rule in pack.Rules)
        {
            string folder = pack.Restrictions.Contains(rule) ? "restrictions" : "exceptions";
            CheckFile($"{folder}/{rule.Id}-{rule.Name}.md");
            CheckCases(pack, rule, $"{folder}/{rule.Id}-{rule.Name}.cases.json");
        }

        if (pack.Status == "active")
        {
            CheckRemediation(pack);
        }

        return new PackVerification(pack, _run, _failed, !_hasFault);
    }

    private void CheckIds(RulePack pack)
    {
        IEnumerable<string> ids = pack.Rules.Select(rule => rule.Id).Concat(pack.Evidence.Select(rule => rule.Id));
        foreach (string twice in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            Fault(DiagnosticIds.RuleIdInvalid, "pack.json", $"The id {twice} stands on more than one rule.");
        }

        foreach (DefinitionPeriod<StageRequirement> period in pack.Stages?.Periods ?? [])
        {
            foreach (string twice in period.Values.GroupBy(requirement => requirement.Id, StringComparer.Ordinal)
                .Where(group => group.Count() > 1).Select(group => group.Key))
            {
                Fault(DiagnosticIds.RuleIdInvalid, "definitions/restricted-stages.json",
                    $"The requirement {twice} stands twice in the period {period.Period}.");
            }
        }

        foreach (RuleVersion version in pack.Rules.SelectMany(rule => rule.Versions).Where(version => string.IsNullOrWhiteSpace(version.Citation)))
        {
            Fault(DiagnosticIds.RuleIncomplete, "pack.json", $"The version {version.Period} of a rule has no citation.");
        }
    }

    // Every fact that an exception may ask for needs a question, or an open line would ask nothing.
    private void CheckEvidence(RulePack pack)
    {
        var asked = pack.Evidence.SelectMany(rule => rule.Questions.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (string fact in Vocabulary.Facts.Select(fact => fact.MissingFact).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (pack.Exceptions.Length > 0 && !asked.Contains(fact))
            {
                Fault(DiagnosticIds.RuleIncomplete, "missing-evidence.json", $"No question is stated for the missing fact {fact}.");
            }
        }
    }

    // A finding without a way out would be a red cell and nothing more.
    private void CheckRemediation(RulePack pack)
    {
        if (_folder.Find($"{_packId}/remediation.json") is null)
        {
            Fault(DiagnosticIds.RuleIncomplete, "remediation.json", "An active pack needs templates of remediation.");
            return;
        }

        foreach (string missing in RemediationCoverage.Missing(pack, RemediationTemplates.Load(_folder, _packId, new DiagnosticBag())))
        {
            Fault(DiagnosticIds.RuleIncomplete, "remediation.json", $"No route speaks of {missing}.");
        }
    }

    private void CheckFile(string path)
    {
        if (_folder.Find($"{_packId}/{path}") is not { } content || content.Length == 0)
        {
            Fault(DiagnosticIds.RuleIncomplete, path, "The file is missing or empty.");
        }
        else if (Encoding.UTF8.GetString(content.Span).Contains("TODO", StringComparison.Ordinal))
        {
            Fault(DiagnosticIds.RuleIncomplete, path, "The file has a TODO left.");
        }
    }

    private void CheckInterpretations(RulePack pack)
    {
        string[] named = [.. pack.Rules.SelectMany(rule => rule.Versions).Select(version => version.Interpretation)
            .Concat(pack.Stages?.Periods.SelectMany(period => period.Values).Select(requirement => requirement.Interpretation) ?? [])
            .Concat(pack.Settings.Select(setting => setting.Interpretation)).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (named.Length == 0)
        {
            return;
        }

        string text = _folder.Find($"{_packId}/interpretations.md") is { } content ? Encoding.UTF8.GetString(content.Span) : "";
        const string heading = "## ";
        var written = text.Split('\n').Where(line => line.StartsWith(heading, StringComparison.Ordinal))
            .Select(line => line[heading.Length..].Trim().TrimEnd('.').Split([' ', '.', ':'])[0]).ToHashSet(StringComparer.Ordinal);
        foreach (string missing in named.Where(number => !written.Contains(number)))
        {
            Fault(DiagnosticIds.RuleIncomplete, "interpretations.md", $"The interpretation {missing} that a rule names is not written down.");
        }
    }

    private void CheckCases(RulePack pack, Rule rule, string path)
    {
        if (_folder.Find($"{_packId}/{path}") is not { } content)
        {
            Fault(DiagnosticIds.RuleIncomplete, path, $"The rule {rule.Id} has no cases.");
            return;
        }

        var faults = new DiagnosticBag();
        ImmutableArray<RuleCase> cases = RuleCaseReader.Read(content, $"{_packId}/{path}", rule, faults);
        _hasFault |= faults.HasErrors;
        foreach (Diagnostic fault in faults.Items)
        {
            _diagnostics.Add(fault);
        }

        foreach (Truth truth in Enum.GetValues<Truth>().Where(truth => cases.All(one => one.Expected != truth)))
        {
            Fault(DiagnosticIds.RuleIncomplete, path, $"The rule {rule.Id} has no case that is {truth}.");
        }

        for (int index = 1; index < rule.Versions.Length; index++)
        {
            DateOnly first = rule.Versions[index].Period.From;
            if (!cases.Any(one => one.On == first) || !cases.Any(one => one.On == first.AddDays(-1)))
            {
                Fault(DiagnosticIds.RuleIncomplete, path, string.Create(CultureInfo.InvariantCulture,
                    $"The rule {rule.Id} changes on {first:yyyy-MM-dd} and has no pair of cases on that day and the day before."));
            }
        }

        foreach (RuleCase one in cases)
        {
            Run(pack, rule, one, path);
        }
    }

    private void Run(RulePack pack, Rule rule, RuleCase one, string path)
    {
        _run++;
        LawEdition edition = pack.On(one.On, PackSettings.Default, _diagnostics);
        CompiledRule? compiled = edition.StepRules.Concat(edition.PartRules).Concat(edition.EndItemRules).Concat(edition.Exceptions)
            .Concat(edition.SubstanceRules).FirstOrDefault(candidate => candidate.Rule.Id == rule.Id);
        var frame = new FactFrame();
        one.Fill(frame);
        RuleOutcome outcome = compiled is null ? RuleOutcome.False : _evaluator.Evaluate(compiled.When, frame);
        string[] unknown = [.. outcome.Unknowns().Select(fact => fact.Name)];
        if (outcome.Truth != one.Expected || one.Unknown.Any(name => !unknown.Contains(name)))
        {
            _failed++;
            string reason = unknown.Length == 0 ? "" : $" for lack of {string.Join(", ", unknown)}";
            Fault(DiagnosticIds.RuleCaseFailed, path, $"The case \"{one.Name}\" came out {outcome.Truth}{reason}; {one.Expected} was expected.");
        }
    }

    private void Fault(string id, string path, string message)
    {
        _hasFault = true;
        _diagnostics.Error(id, FileRef(path), message, "See rules/README.md for what a pack must have.");
    }

    private CellRef FileRef(string path) => CellRef.ForFile($"{_packId}/{path}");
}
