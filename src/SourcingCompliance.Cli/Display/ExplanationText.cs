using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Decisions;
using SourcingCompliance.Findings;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Items;
using SourcingCompliance.Law;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Materials;
using SourcingCompliance.Recognition.Origins;
using SourcingCompliance.Reports;
using SourcingCompliance.Reports.Explanations;

namespace SourcingCompliance.Cli.Display;

/// <summary>Prints the explanation of a line as indented text, in the order in which it was worked out.</summary>
internal sealed class ExplanationText
{
    private readonly TextWriter _output;
    private readonly ImmutableArray<RegimeSummary> _regimes;

    public ExplanationText(TextWriter output, ComplianceReport report)
    {
        _output = output;
        _regimes = report.Summary.Regimes;
    }

    /// <summary>Prints one line's explanation.</summary>
    public void Show(LineExplanation explanation)
    {
        LineReport line = explanation.Line;
        Write(0, $"{line.Row}: {line.PartNumber} {line.Description}".TrimEnd());
        if (line.Path.Length > 1)
        {
            Write(1, $"part of {string.Join(" > ", line.Path)}");
        }

        Write(1, "verdict: " + string.Join("; ", line.Verdicts.Select(verdict => $"{GetPeriod(verdict.Regime)} {GetName(verdict.Verdict)}")));
        ShowOrigins(line.Origins);
        ShowStated(line.Stated);
        ShowMaterials(explanation);
        for (int at = 0; at < line.Determinations.Length; at++)
        {
            ShowDetermination(line.Determinations[at]);
            ShowOutlook(explanation.Outlooks[at], 2);
        }

        if (line.Determinations.IsEmpty)
        {
            Write(1, line.Materials.IsEmpty
                ? "No rule was evaluated: no covered material, so nothing is restricted in any period."
                : "No rule was evaluated for this line itself: the lines below it list the material; its verdict is rolled up from them.");
            foreach (EvidenceOutlook outlook in explanation.Outlooks)
            {
                ShowOutlook(outlook, 1);
            }
        }

        ShowPolicies(explanation.Policies);
    }

    private void ShowPolicies(ImmutableArray<PolicyFinding> policies)
    {
        if (policies.IsEmpty)
        {
            return;
        }

        Write(1, "company policies that it does not meet (they do not change the verdict)");
        foreach (PolicyFinding finding in policies)
        {
            Write(2, $"{ReportTokens.Format(finding.Severity)}: {finding.Message} ({finding.Workflow}/{finding.Rule})");
        }
    }

    private void ShowOrigins(ImmutableArray<OriginStatement> origins)
    {
        Write(1, "origin on file");
        foreach (OriginStatement statement in origins)
        {
            string subject = statement.Stage is { } stage
                ? $"{Wording.DoneAt(stage)}{(statement.Element is { } element ? ", " + Wording.GetElement(element) : "")}"
                : "the part as bought";
            string countries = statement.Origin.Countries.IsEmpty ? "no country"
                : string.Join(statement.Origin.Relation == OriginRelation.All ? " and " : " or ", statement.Origin.Countries);
            string excluded = statement.Origin.Excluded.IsEmpty ? "" : $", not {string.Join(", ", statement.Origin.Excluded)}";
            Write(2, $"{statement.Evidence?.Words ?? statement.Cell.Address} \"{statement.Raw}\" ({GetField(statement.Field)}): {subject}: "
                + $"{countries}{excluded}, {ReportTokens.Format(statement.Origin.Certainty)}");
            WriteIf(3, "chain: ", statement.Evidence?.Chain);
            WriteIf(3, "because: ", statement.Origin.Why);
            WriteIf(3, "", statement.Origin.Suggestion);
        }

        if (origins.IsEmpty)
        {
            Write(2, "nothing: no cell of the line states an origin");
        }
    }

    private void ShowStated(StatedFacts stated)
    {
        if (stated.IsEmpty)
        {
            return;
        }

        Write(1, "stated by suppliers");
        foreach (DeniedMaterial denied in stated.Denied)
        {
            Write(2, $"contains no {denied.Occurrence.Material}: not covered by statement ({denied.Evidence.Chain})");
        }

        foreach (StatedClaim claim in stated.Claims)
        {
            Write(2, $"{ReportTokens.Format(claim.Exception)}: {(claim.Holds ? "yes" : "no")}, basis "
                + $"{(claim.Basis is { } basis ? $"\"{basis}\"" : "not stated")} ({claim.Evidence.Chain})");
        }

        foreach (EvidenceLead lead in stated.Leads)
        {
            Write(2, $"lead, to be explained: {lead.Words} ({lead.Evidence.Chain})");
        }

        foreach (UncountedFact fact in stated.Uncounted)
        {
            Write(2, $"not counted ({ReportTokens.Format(fact.Reason)}): {fact.Words} ({fact.Evidence.Chain})");
        }

        foreach (Contradiction contradiction in stated.Contradictions)
        {
            Write(2, $"contradiction, {contradiction.About}: {contradiction.One}, but {contradiction.Other}; the worse counts");
        }
    }

    private void ShowMaterials(LineExplanation explanation)
    {
        Write(1, "materials");
        Write(2, explanation.Looked.IsEmpty
            ? "looked at: no column in which materials can be named"
            : "looked at: " + string.Join(", ", explanation.Looked.Select(column => $"{GetField(column.Field)} (column {CellRef.GetLetters(column.Column)})")));
        foreach (MaterialOccurrence material in explanation.Line.Materials)
        {
            string component = material.Component is { } name ? $", as {name}" : "";
            Write(2, string.Create(CultureInfo.InvariantCulture, $"{material.Material}: {ReportTokens.Format(material.Presence)}, likelihood "
                + $"{material.Likelihood:0.##}{component}"));
            ShowSignals(material.Signals);
        }

        foreach (OtherSubstance substance in explanation.Line.OtherSubstances)
        {
            string what = substance.Kind switch
            {
                OtherSubstanceKind.NotCovered => "looks like a covered material and is not one",
                OtherSubstanceKind.Feedstock => "feedstock, whose origin decides the magnet or metal made of it",
                OtherSubstanceKind.Watch => "not covered by the clause, watched by others",
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            Write(2, $"{substance.Id}: {what}");
            ShowSignals(substance.Signals);
        }

        if (explanation.Line.Materials.IsEmpty && explanation.Line.OtherSubstances.IsEmpty)
        {
            Write(2, "nothing found: no words there name a covered material, a look-alike, or a component that contains one");
        }
    }

    private void ShowSignals(ImmutableArray<MaterialSignal> signals)
    {
        foreach (MaterialSignal signal in signals)
        {
            Write(3, $"{GetField(signal.Field)} \"{signal.Text}\": {signal.Why}");
        }
    }

    private void ShowDetermination(Determination determination)
    {
        RegimeReference? regime = _regimes.FirstOrDefault(candidate => candidate.Regime.Id == determination.Regime)?.Regime;
        Write(1, $"delivered {GetPeriod(determination.Regime)}{(regime is null ? "" : $" ({regime.Title})")}, {determination.Material ?? "unreadable row"}: "
            + $"{GetName(determination.Verdict)}");
        Write(2, $"rule {determination.Rule}, {determination.Citation}");
        WriteIf(2, "because ", determination.Basis);
        if (!determination.Steps.IsEmpty)
        {
            Write(2, "restricted steps, whether in a covered country");
            foreach (StepDetermination step in determination.Steps)
            {
                string onFile = step.Statement is { } statement
                    ? $"{statement.Evidence?.Words ?? statement.Cell.Address} \"{statement.Raw}\" ({string.Join(" or ", step.Countries)})"
                    : "nothing on file";
                Write(3, $"{step.Requirement}: {ReportTokens.Format(step.InCoveredCountry)}, "
                    + $"{onFile} [{step.Citation}]{(step == determination.Deciding ? ", decides" : "")}");
            }
        }

        if (!determination.Trace.IsEmpty)
        {
            Write(2, "conditions evaluated");
            foreach (ConditionTrace trace in determination.Trace)
            {
                Write(3,
                    $"{trace.Rule} {ReportTokens.Format(trace.Truth)}: {trace.Condition}{(trace.Facts.IsEmpty ? "" : $"   with {string.Join(", ", trace.Facts)}")}");
            }
        }

        if (!determination.Exceptions.IsEmpty)
        {
            Write(2, "exceptions evaluated (true: established)");
            foreach (ExceptionDetermination exception in determination.Exceptions)
            {
                Write(3, $"{exception.Rule} {ReportTokens.Format(exception.Established)}{(exception.IsClaimed ? ", claimed" : "")}: {exception.Title}"
                    + $" [{exception.Citation}]");
            }
        }

        foreach (string note in determination.Notes)
        {
            Write(2, "note: " + note);
        }
    }

    private void ShowOutlook(EvidenceOutlook outlook, int depth)
    {
        Write(depth, "what would change it");
        foreach (string sentence in outlook.Sentences)
        {
            Write(depth + 1, sentence);
        }
    }

    private string GetPeriod(string regime) =>
        _regimes.FirstOrDefault(candidate => candidate.Regime.Id == regime) is { } summary ? PeriodWords.Format(summary.Regime) : regime;

    private static string GetField(BomField field) => FieldNames.Format(field);

    private static string GetName(Verdict verdict) => verdict == Verdict.NotCovered ? "not covered" : ReportTokens.Format(verdict);

    private void WriteIf(int depth, string label, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Write(depth, label + text);
        }
    }

    private void Write(int depth, string text) => _output.WriteLine(new string(' ', depth * 2) + text);
}
