using System.Collections.Immutable;
using System.Globalization;
using SourcingCompliance.Items;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Decisions;

/// <summary>
/// What the law says of every line of a sheet that has the same facts. Such lines differ in part number, row and words that decide nothing, so
/// the decision is made once, for a line in the row <see cref="AnyRow"/>, and put into the row of a line when somebody asks for it: a list of
/// 50,000 magnets of one kind holds one decision.
/// </summary>
internal sealed class SharedDecision
{
    /// <summary>A row that no list has: it stands for the row of each line.</summary>
    public const int AnyRow = 1_999_999_999;

    private static readonly string AnyRowText = AnyRow.ToString(CultureInfo.InvariantCulture);
    private readonly ImmutableArray<OriginStatement> _statements;
    private readonly bool[] _hasRow;

    /// <summary>Keeps a decision.</summary>
    /// <param name="item">The line that was decided, its statements in <see cref="AnyRow"/>.</param>
    /// <param name="determinations">Its determinations under all regimes.</param>
    public SharedDecision(BomItem item, ImmutableArray<Determination> determinations)
    {
        Item = item;
        Determinations = determinations;
        _statements = item.Origins;
        _hasRow = [.. determinations.Select(HasRow)];
    }

    /// <summary>The line that was decided, its statements in <see cref="AnyRow"/>.</summary>
    public BomItem Item { get; }

    /// <summary>Its determinations, with <see cref="AnyRow"/> for the row.</summary>
    public ImmutableArray<Determination> Determinations { get; }

    /// <summary>The line in the row that stands for any; null when its texts contain that number and so could not be told from it.</summary>
    public static BomItem? InAnyRow(BomItem item) => item.Origins.Any(statement => Holds(statement.Raw)) ? null
        : item.With([.. item.Origins.Select(statement => statement with { Cell = statement.Cell with { Row = AnyRow } })]);

    /// <summary>The determinations of a line with these facts.</summary>
    /// <param name="origins">The line's statements.</param>
    /// <param name="row">The line's row.</param>
    public ImmutableArray<Determination> For(ImmutableArray<OriginStatement> origins, int row)
    {
        var bound = ImmutableArray.CreateBuilder<Determination>(Determinations.Length);
        for (int at = 0; at < Determinations.Length; at++)
        {
            bound.Add(_hasRow[at] ? Bind(Determinations[at], origins, row) : Determinations[at]);
        }

        return bound.MoveToImmutable();
    }

    /// <summary>A text with the row of a line.</summary>
    public static string InRow(string text, int row) =>
        Holds(text) ? text.Replace(AnyRowText, row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) : text;

    /// <summary>Facts that are not on file, with the row of a line; the same array where no question names a cell.</summary>
    public static ImmutableArray<MissingFact> InRow(ImmutableArray<MissingFact> missing, int row) =>
        missing.Any(fact => Holds(fact.Question)) ? [.. missing.Select(fact => fact with { Question = InRow(fact.Question, row) })] : missing;

    private static bool Holds(string text) => text.Contains(AnyRowText, StringComparison.Ordinal);

    private static bool HasRow(Determination determination) => determination.Deciding?.Statement is not null
        || determination.Steps.Any(step => step.Statement is not null || !step.Others.IsEmpty || !step.Supporting.IsEmpty)
        || !determination.Adverse.IsEmpty || determination.Exemption is not null || determination.NewerText is not null
        || Holds(determination.Basis) || determination.Notes.Any(Holds) || determination.FutileClaims.Any(Holds)
        || determination.Missing.Concat(determination.Exceptions.SelectMany(exception => exception.Missing)).Any(fact => Holds(fact.Question))
        || determination.Trace.SelectMany(trace => trace.Facts).Any(Holds);

    private Determination Bind(Determination determination, ImmutableArray<OriginStatement> origins, int row)
    {
        ImmutableArray<StepDetermination> steps = [.. determination.Steps.Select(step => Bind(step, origins))];
        int deciding = determination.Deciding is { } step ? determination.Steps.IndexOf(step) : -1;
        return determination with
        {
            Basis = InRow(determination.Basis, row),
            Steps = steps,
            Deciding = deciding >= 0 ? steps[deciding] : determination.Deciding is { } other ? Bind(other, origins) : null,
            Adverse = [.. determination.Adverse.Select(fact => fact with { Statement = Bind(fact.Statement, origins) ?? fact.Statement })],
            FutileClaims = [.. determination.FutileClaims.Select(claim => InRow(claim, row))],
            NewerText = determination.NewerText is { } newer ? newer with { Reason = InRow(newer.Reason, row) } : null,
            Missing = InRow(determination.Missing, row),
            Exceptions = [.. determination.Exceptions.Select(exception => exception with { Missing = InRow(exception.Missing, row) })],
            Exemption = determination.Exemption is { } exemption
                ? new Exemption(InRow(exemption.Basis, row), InRow(exemption.Claimant, row), InRow(exemption.Excuses, row))
                : null,
            Trace = [.. determination.Trace.Select(trace => trace.Facts.Any(Holds) ? trace
                with { Facts = [.. trace.Facts.Select(fact => InRow(fact, row))] } : trace)],
            Notes = [.. determination.Notes.Select(note => InRow(note, row))],
        };
    }

    private StepDetermination Bind(StepDetermination step, ImmutableArray<OriginStatement> origins) =>
        step.Statement is null && step.Others.IsEmpty && step.Supporting.IsEmpty ? step : step with
        {
            Statement = Bind(step.Statement, origins),
            Supporting = [.. step.Supporting.Select(other => Bind(other, origins) ?? other)],
            Others = [.. step.Others.Select(other => Bind(other, origins) ?? other)],
        };

    private OriginStatement? Bind(OriginStatement? statement, ImmutableArray<OriginStatement> origins) =>
        statement is not null && _statements.IndexOf(statement) is >= 0 and int at ? origins[at] : statement;
}
