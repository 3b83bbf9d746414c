using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Reports.Comparison;

/// <summary>Compares two checked lists line by line. Rows may move; a line is found again by its place in the tree, then by its part number.</summary>
public static class ListComparer
{
    private const string Assembly = "assembly";

    /// <summary>Compares two lists.</summary>
    public static ListComparison Compare(ComparedList old, ComparedList @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        bool isPartial = !old.HasAllLines || !@new.HasAllLines;
        ComparedLine[] before = [.. old.Lines.Where(line => !isPartial || line.Matters)];
        ComparedLine[] after = [.. @new.Lines.Where(line => !isPartial || line.Matters)];
        var partners = new Dictionary<ComparedLine, ComparedLine>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<ComparedLine>(ReferenceEqualityComparer.Instance);
        // Lines that are alike go first, so that taking out one of several equal parts does not shift the others.
        Pair(before, after, line => $"{line.File}\n{line.TreePath}\n{string.Join('\n', line.Fields.Select(field => $"{field.Name}={field.Text}"))}",
            partners, taken);
        Pair(before, after, line => $"{line.File}\n{line.TreePath}", partners, taken);
        Pair(before, after, line => line.PartNumber.Length == 0 ? null : $"{line.File}\n{line.PartNumber}", partners, taken);

        var changes = new List<LineChange>();
        int unchanged = 0;
        foreach (ComparedLine now in after)
        {
            if (!partners.TryGetValue(now, out ComparedLine? was))
            {
                changes.Add(new LineChange(LineChangeKind.Added, null, now, [], Standing(now, isNew: true)));
            }
            else if (GetChange(was, now) is { } change)
            {
                changes.Add(change);
            }
            else
            {
                unchanged++;
            }
        }

        changes.AddRange(before.Where(line => !taken.Contains(line))
            .Select(line => new LineChange(LineChangeKind.Removed, line, null, [], Standing(line, isNew: false))));
        return new ListComparison(old.Name, @new.Name, [.. changes], unchanged, isPartial) { Periods = old.Periods.SetItems(@new.Periods) };
    }

    private static void Pair(
        ComparedLine[] before, ComparedLine[] after, Func<ComparedLine, string?> keyOf,
        Dictionary<ComparedLine, ComparedLine> partners, HashSet<ComparedLine> taken)
    {
        var waiting = new Dictionary<string, Queue<ComparedLine>>(StringComparer.Ordinal);
        foreach (ComparedLine line in before.Where(line => !taken.Contains(line)))
        {
            if (keyOf(line) is { } key)
            {
                if (!waiting.TryGetValue(key, out Queue<ComparedLine>? queue))
                {
                    waiting[key] = queue = new Queue<ComparedLine>();
                }

                queue.Enqueue(line);
            }
        }

        foreach (ComparedLine line in after.Where(line => !partners.ContainsKey(line)))
        {
            if (keyOf(line) is { } key && waiting.TryGetValue(key, out Queue<ComparedLine>? queue) && queue.TryDequeue(out ComparedLine? partner))
            {
                partners[line] = partner;
                taken.Add(partner);
            }
        }
    }

    private static LineChange? GetChange(ComparedLine was, ComparedLine now)
    {
        string[] names = [.. now.Fields.Concat(was.Fields).Select(field => field.Name).Distinct(StringComparer.Ordinal)];
        ImmutableArray<FieldChange> fields =
        [
            .. was.TreePath == now.TreePath ? [] : new[] { new FieldChange(Assembly, was.TreePath, now.TreePath) },
            .. names.Select(name => new FieldChange(name, GetText(was, name), GetText(now, name))).Where(field => field.Old != field.New),
        ];
        ImmutableArray<VerdictChange> verdicts =
        [
            .. now.Verdicts.Select(verdict => (verdict.Regime, Old: GetVerdict(was, verdict.Regime), New: verdict.Verdict))
                .Where(pair => pair.Old is not null && pair.Old != pair.New)
                .Select(pair => new VerdictChange(pair.Regime, pair.Old, pair.New, GetReason(now, pair.Regime, fields))),
        ];
        return fields.IsEmpty && verdicts.IsEmpty ? null : new LineChange(LineChangeKind.Changed, was, now, fields, verdicts);
    }

    private static ImmutableArray<VerdictChange> Standing(ComparedLine line, bool isNew) =>
    [
        .. line.Verdicts.Where(verdict => verdict.Verdict != Verdict.NotCovered)
            .Select(verdict => isNew
                ? new VerdictChange(verdict.Regime, null, verdict.Verdict, GetBasis(line, verdict.Regime))
                : new VerdictChange(verdict.Regime, verdict.Verdict, null, "The line is gone.")),
    ];

    private static string GetReason(ComparedLine now, string regime, ImmutableArray<FieldChange> fields)
    {
        string cause = fields.IsEmpty
            ? "The line is as it was; the day, the contract, the rules or the lines around it differ."
            : $"{Wording.GetList([.. fields.Select(field => $"{GetWords(field.Name)} was {Quoted(field.Old)} and is {Quoted(field.New)}")])}.";
        return $"{char.ToUpperInvariant(cause[0])}{cause[1..]} {GetBasis(now, regime)}";
    }

    // countryOfOrigin is how the JSON spells it; a sentence says country of origin.
    private static string GetWords(string name) =>
        string.Concat(name.Select((letter, at) => at > 0 && char.IsAsciiLetterUpper(letter) && char.IsAsciiLetterLower(name[at - 1])
            ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    private static string GetBasis(ComparedLine line, string regime) =>
        line.Reasons.TryGetValue(regime, out string? basis) ? basis : "No covered material is recognized.";

    private static string Quoted(string text) => text.Length == 0 ? "empty" : $"\"{text}\"";

    private static string GetText(ComparedLine line, string name) => line.Fields.FirstOrDefault(field => field.Name == name)?.Text ?? "";

    // A regime that the old check did not have says nothing.
    private static Verdict? GetVerdict(ComparedLine line, string regime) => line.Verdicts.FirstOrDefault(verdict => verdict.Regime == regime)?.Verdict;
}
