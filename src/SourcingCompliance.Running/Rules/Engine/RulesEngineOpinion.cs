using System.Diagnostics;
using SourcingCompliance.Law.Opinions;
using WorkflowEngine = RulesEngine.RulesEngine;

namespace SourcingCompliance.Running.Rules.Engine;

/// <summary>
/// The second opinion of Microsoft's RulesEngine: evaluates rule outcomes by the workflow that <c>sourcing rules export</c> prints. Only rules that
/// are asked are compiled, and each distinct question is evaluated once in a run.
/// </summary>
public sealed class RulesEngineOpinion : ISecondEngine
{
    private readonly Func<DateOnly, byte[]> _export;
    private readonly Lock _gate = new();
    private readonly Dictionary<DateOnly, CompiledWorkflow> _workflows = [];
    private readonly Dictionary<RuleQuestion, SecondAnswer> _known = [];
    private readonly TimeSpan _limit;
    private TimeSpan _spent;
    private int _isPrepared;

    /// <summary>Makes an engine.</summary>
    /// <param name="export">The workflow of the edition that begins on a day: a JSON array of at most one, UTF-8.</param>
    /// <param name="limit">Time for all questions of a run together; null = one minute.</param>
    public RulesEngineOpinion(Func<DateOnly, byte[]> export, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(export);
        _export = export;
        _limit = limit ?? TimeSpan.FromMinutes(1);
    }

    /// <inheritdoc/>
    public string Name { get; } = $"RulesEngine {typeof(WorkflowEngine).Assembly.GetName().Version?.ToString(3)}";

    /// <inheritdoc/>
    public void Prepare()
    {
        if (Interlocked.Exchange(ref _isPrepared, 1) == 0)
        {
            CompiledWorkflow.Prepare();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<SecondAnswer> Evaluate(IReadOnlyList<RuleQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        lock (_gate)
        {
            return [.. questions.Select(Evaluate)];
        }
    }

    private SecondAnswer Evaluate(RuleQuestion question)
    {
        if (_known.TryGetValue(question, out SecondAnswer? known))
        {
            return known;
        }

        if (_spent > _limit)
        {
            return new SecondAnswer(null, "its time was over", IsLate: true);
        }

        long start = Stopwatch.GetTimestamp();
        SecondAnswer answer = Ask(question);
        _spent += Stopwatch.GetElapsedTime(start);
        _known.Add(question, answer);
        return answer;
    }

    // Whatever goes wrong in the library or in the workflow is a difference, never an agreement.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "The library throws its own, the parser's and the expressions' "
        + "exceptions; each becomes an answer that agrees with nothing.")]
    private SecondAnswer Ask(RuleQuestion question)
    {
        try
        {
            if (!_workflows.TryGetValue(question.Edition, out CompiledWorkflow? workflow))
            {
                _workflows.Add(question.Edition, workflow = CompiledWorkflow.From(_export(question.Edition)));
            }

            return new SecondAnswer(workflow.Evaluate(question.Rule, question.ToFacts()));
        }
        catch (Exception problem)
        {
            return new SecondAnswer(null, problem.Message.Split('\n')[0].Trim());
        }
    }
}
