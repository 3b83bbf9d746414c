using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Law.Opinions;

/// <summary>Has a second engine evaluate what the decisions of a file rest on, and keeps the count. Serves one thread.</summary>
internal sealed class OpinionReview(RuleRecorder recorder, ISecondEngine engine)
{
    private int _reviewed;
    private int _agreed;
    private int _late;

    /// <summary>The count of the file.</summary>
    public SecondOpinion Result => new(_reviewed, _agreed, _late);

    /// <summary>Begins a file.</summary>
    public void BeginFile()
    {
        recorder.Forget();
        _reviewed = 0;
        _agreed = 0;
        _late = 0;
    }

    /// <summary>Lets the second engine load while lines are read.</summary>
    public void Prepare() => engine.Prepare();

    /// <summary>Evaluates again what was asked since the last review of the file.</summary>
    /// <param name="cell">The sheet or file that was decided.</param>
    /// <param name="diagnostics">Receives SC9420 for each difference and SC9421 when time was over.</param>
    /// <returns>Whether the engines differ anywhere: the lines must be decided again, and those that rest on the difference are open.</returns>
    public bool Review(CellRef cell, DiagnosticBag diagnostics)
    {
        List<RuleQuestion> questions = recorder.Questions.GetRange(_reviewed, recorder.Questions.Count - _reviewed);
        if (questions.Count == 0)
        {
            return false;
        }

        IReadOnlyList<SecondAnswer> answers = engine.Evaluate(questions);
        _reviewed = recorder.Questions.Count;
        bool differs = false;
        int late = 0;
        for (int at = 0; at < questions.Count; at++)
        {
            RuleQuestion question = questions[at];
            if (answers[at].Truth == question.Answer)
            {
                _agreed++;
            }
            else if (answers[at].IsLate)
            {
                late++;
            }
            else
            {
                differs = true;
                recorder.Distrust(question);
                string second = answers[at].Truth is { } truth ? GetWord(truth) : $"nothing ({answers[at].Problem})";
                diagnostics.Error(DiagnosticIds.RuleEnginesDiffer, cell,
                    FormattableString.Invariant(
                        $"Two rule engines differ on {question.Rule} (law of {question.Edition:yyyy-MM-dd}): {GetWord(question.Answer)} here, {second} in {engine.Name}. Facts: {question.ShowFacts()}. Every line that rests on this rule outcome is open."),
                    "This is a defect of the program or of the pack's workflow. Report it with this message.");
            }
        }

        _late += late;
        if (late > 0)
        {
            diagnostics.Warn(DiagnosticIds.SecondOpinionLate, cell,
                FormattableString.Invariant(
                    $"{engine.Name} did not evaluate {late} of {questions.Count} rule outcomes in time. Their verdicts rest on one engine."),
                "Check again when the machine is less busy, or set \"secondOpinion\" to \"off\" in the configuration.");
        }

        return differs;
    }

    private static string GetWord(Truth truth) => truth switch
    {
        Truth.True => "established",
        Truth.False => "excluded",
        Truth.Unknown => "unknown",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
