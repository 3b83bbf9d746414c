using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq.Dynamic.Core.Exceptions;
using System.Linq.Expressions;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;
using SourcingCompliance.Findings.Policies;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Running.Rules.Policies;
using Rule = RulesEngine.Models.Rule;
using WorkflowEngine = RulesEngine.RulesEngine;

namespace SourcingCompliance.Running.Rules.Engine;

/// <summary>Evaluates company policies with Microsoft's RulesEngine. Each rule is a workflow of its own there, so that one that fails takes no other with
/// it.</summary>
public sealed partial class RulesEnginePolicies : IPolicyEngine
{
    private readonly WorkflowEngine _engine;
    private readonly ImmutableArray<CompiledPolicy> _policies;
    private readonly HashSet<PolicyFact> _read;
    private readonly Lock _gate = new();
    private readonly TimeSpan _limit;
    private TimeSpan _spent;

    private RulesEnginePolicies(WorkflowEngine engine, ImmutableArray<CompiledPolicy> policies, HashSet<PolicyFact> read, TimeSpan limit)
    {
        _engine = engine;
        _policies = policies;
        _read = read;
        _limit = limit;
    }

    /// <summary>Name and version as reports show them.</summary>
    public string Name { get; } = $"RulesEngine {typeof(WorkflowEngine).Assembly.GetName().Version?.ToString(3)}";

    /// <inheritdoc/>
    public bool ReadsEveryLine => _policies.Any(policy => policy.Rule.Scope == PolicyScope.All);

    /// <summary>Compiles every expression of workflows.</summary>
    /// <param name="workflows">The workflows, whose names are checked.</param>
    /// <param name="diagnostics">Receives SC9442 for each expression that does not compile.</param>
    /// <param name="limit">Time for all lines of a run together; null = one minute.</param>
    /// <returns>The engine; null when an expression does not compile.</returns>
    public static RulesEnginePolicies? Compile(ImmutableArray<PolicyWorkflow> workflows, DiagnosticBag diagnostics, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        bool isSound = true;
        var engine = new WorkflowEngine(Array.Empty<Workflow>(), MicrosoftRuleEvaluator.Settings);
        var policies = ImmutableArray.CreateBuilder<CompiledPolicy>();
        var read = new HashSet<PolicyFact>();
        foreach (PolicyWorkflow workflow in workflows)
        {
            var check = new ExpressionCheck(workflow, diagnostics);
            isSound &= check.Run();
            foreach (PolicyRule rule in workflow.Enabled)
            {
                policies.Add(new CompiledPolicy(workflow, rule));
                read.UnionWith(GetExpressions(workflow, rule).SelectMany(PolicyNames.FactsIn));
            }
        }

        if (!isSound)
        {
            return null;
        }

        foreach (CompiledPolicy policy in policies)
        {
            engine.AddWorkflow(new Workflow
            {
                WorkflowName = policy.Name,
                GlobalParams = [.. policy.Workflow.Parameters.Select(ToScoped)],
                Rules = [ToRule(policy.Rule)],
            });
        }

        return new RulesEnginePolicies(engine, policies.ToImmutable(), read, limit ?? TimeSpan.FromMinutes(1));
    }

    /// <inheritdoc/>
    public PolicyAnswer Evaluate(IReadOnlyList<PolicyLine> lines, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var findings = new List<PolicyFinding>();
        var failures = new SortedDictionary<string, PolicyFailure>(StringComparer.Ordinal);
        lock (_gate)
        {
            long start = Stopwatch.GetTimestamp();
            for (int at = 0; at < lines.Count; at++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (_spent + Stopwatch.GetElapsedTime(start) > _limit)
                {
                    _spent += Stopwatch.GetElapsedTime(start);
                    return new PolicyAnswer(findings, [.. failures.Values], lines.Count - at);
                }

                Evaluate(lines[at], findings, failures);
            }

            _spent += Stopwatch.GetElapsedTime(start);
        }

        return new PolicyAnswer(findings, [.. failures.Values], 0);
    }

    /// <summary>Whether a rule is met by facts of a case.</summary>
    /// <param name="workflow">Name of the workflow.</param>
    /// <param name="rule">Name of the rule.</param>
    /// <param name="valueOf">Value of a fact, as <see cref="PolicyFact.Read"/> gives it.</param>
    /// <param name="problem">Why the expression failed; null when it did not.</param>
    internal bool IsMet(string workflow, string rule, Func<PolicyFact, object?> valueOf, out string? problem) =>
        IsMet(_policies.First(policy => policy.Workflow.Name == workflow && policy.Rule.Name == rule),
            PolicyObjects.Create(_read.Contains, valueOf), out problem);

    /// <summary>The facts of a kind that a rule reads.</summary>
    internal IEnumerable<PolicyFact> FindFacts(string workflow, string rule, PolicyFactKind kind)
    {
        CompiledPolicy policy = _policies.First(one => one.Workflow.Name == workflow && one.Rule.Name == rule);
        return GetExpressions(policy.Workflow, policy.Rule).SelectMany(PolicyNames.FactsIn).Where(fact => fact.Kind == kind);
    }

    private void Evaluate(PolicyLine line, List<PolicyFinding> findings, SortedDictionary<string, PolicyFailure> failures)
    {
        RuleParameter[]? parameters = null;
        foreach (CompiledPolicy policy in _policies)
        {
            if (policy.Rule.Scope == PolicyScope.Covered && !line.CarriesMaterial)
            {
                continue;
            }

            parameters ??= PolicyObjects.Create(_read.Contains, fact => fact.Read(line));
            if (IsMet(policy, parameters, out string? problem))
            {
                continue;
            }

            if (problem is not null)
            {
                failures[policy.Name] = failures.TryGetValue(policy.Name, out PolicyFailure? known) ? known with { Lines = known.Lines + 1 }
                    : new PolicyFailure(policy.Name, line.Row, 1, problem);
            }

            findings.Add(new PolicyFinding
            {
                Workflow = policy.Workflow.Name,
                Rule = policy.Rule.Name,
                Severity = policy.Rule.Severity,
                State = problem is null ? PolicyState.NotMet : PolicyState.NotEvaluated,
                Message = problem is null ? PolicyTemplate.Fill(policy.Rule.Message, fact => fact.Read(line))
                    : $"The policy could not be evaluated: {problem}.",
                Link = policy.Rule.Link,
                Row = line.Row,
                PartNumber = line.Item.Line.PartNumber,
                Description = line.Item.Line.Description,
                Path = line.Item.Path,
            });
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1031", Justification = "An expression throws whatever it throws; each is a finding that "
        + "it could not be evaluated.")]
    private bool IsMet(CompiledPolicy policy, RuleParameter[] parameters, out string? problem)
    {
        problem = null;
        try
        {
            // Without actions nothing in the engine waits, so the task has ended.
            return _engine.ExecuteAllRulesAsync(policy.Name, parameters).AsTask().GetAwaiter().GetResult()[0].IsSuccess;
        }
        catch (Exception thrown)
        {
            Exception cause = thrown.GetBaseException();
            problem = cause.Message.Split('\n')[0].Trim().TrimEnd('.');
            problem = problem.Length == 0 ? cause.GetType().Name : problem;
            return false;
        }
    }

    /// <summary>A rule as the engine knows it.</summary>
    private sealed record CompiledPolicy(PolicyWorkflow Workflow, PolicyRule Rule)
    {
        public string Name { get; } = $"{Workflow.Name}/{Rule.Name}";
    }
}
