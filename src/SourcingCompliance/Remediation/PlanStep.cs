using System.Security.Cryptography;
using System.Text;

namespace SourcingCompliance.Remediation;

/// <summary>One action while the plan is being made: the findings that share it, what comes before it, its dates.</summary>
internal sealed class PlanStep(ActionTemplate template, string group, string supplier)
{
    private const int FewSteps = 8;

    // Most steps are of one part and one finding, and there is one for nearly every covered line.
    private readonly List<string> _parts = new(1);
    private string[]? _sorted;
    private readonly List<FindingContext> _contexts = new(1);
    private readonly List<PlanStep> _before = [];
    private HashSet<PlanStep>? _known;
    private string? _id;
    private readonly List<(int Rank, PlanStep? Next)> _demands = new(1);

    public ActionTemplate Template { get; } = template;

    /// <summary>The supplier as first written; empty = none stated, or the action is no supplier's.</summary>
    public string Supplier { get; } = supplier;

    /// <summary>The parts in ordinal order, each once; asked for when all are in.</summary>
    public IReadOnlyCollection<string> Parts => _sorted ??= _parts is [var only] ? [only]
        : [.. _parts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The findings in document order.</summary>
    public IReadOnlyList<FindingContext> Contexts => _contexts;

    /// <summary>The actions that must be finished first.</summary>
    public IReadOnlyList<PlanStep> Before => _before;

    /// <summary>Where it stands among the ways out, at best: 0 = on the first way of some finding.</summary>
    public int Rank { get; private set; } = int.MaxValue;

    public LeadTime Lead { get; set; } = template.LeadTime;

    public DateOnly StartBy { get; set; }

    public DateOnly DueBy { get; set; }

    public DateOnly EarliestFinish { get; set; }

    /// <summary>The earliest finish when this and all before it take their shortest lead time.</summary>
    public DateOnly FastestFinish { get; set; }

    /// <summary>Whether the day by which it was needed is past; <see cref="DueBy"/> is then counted from the day of the check.</summary>
    public bool IsLate { get; set; }

    /// <summary>Business days between the earliest and the latest finish.</summary>
    public int Slack { get; set; }

    /// <summary>Stable id: first 10 hexadecimal digits of SHA-256 of template, group (supplier, material or file) and parts; asked for when all parts are
    /// in.</summary>
    public string Id => _id ??= Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Template.Id}|{group}|{string.Join('|', Parts)}")))[..10];

    /// <summary>The steps that this one must be finished for, on the best of the ways that it lies on; null = delivery itself.</summary>
    public IEnumerable<PlanStep?> Demands => _demands.Where(demand => demand.Rank == Rank).Select(demand => demand.Next);

    /// <summary>The same object for actions whose findings templates tell apart by part, supplier, and place only; null when its findings differ in
    /// more.</summary>
    public object? Kind { get; private set; }

    /// <summary>Adds a finding.</summary>
    /// <param name="context">The finding.</param>
    /// <param name="kind">The same object for findings that templates tell apart by part, supplier, and place only.</param>
    public void Add(FindingContext context, object kind)
    {
        Kind = _contexts.Count == 0 || ReferenceEquals(Kind, kind) ? kind : null;
        // Most actions are of one part, in several findings.
        if (_parts.Count == 0 || _parts[^1] != context.Finding.PartNumber)
        {
            _parts.Add(context.Finding.PartNumber);
            _sorted = null;
        }

        if (_contexts.Count == 0 || !ReferenceEquals(_contexts[^1], context))
        {
            _contexts.Add(context);
        }
    }

    public void Demand(int rank, PlanStep? next)
    {
        Rank = Math.Min(Rank, rank);
        if (_demands.Count == 0 || _demands[^1] != (rank, next))
        {
            _demands.Add((rank, next));
        }

        if (next is not null && !next.IsAfter(this))
        {
            next._before.Add(this);
        }
    }

    private bool IsAfter(PlanStep step)
    {
        if (_before.Count < FewSteps)
        {
            return _before.Contains(step);
        }

        return !(_known ??= [.. _before]).Add(step);
    }
}
