namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>A rule that holds for a line, with the words that made it hold.</summary>
/// <param name="Rule">The rule and what it belongs to.</param>
/// <param name="Words">The words that it asked for, with their cells; never empty.</param>
/// <param name="Denials">Words of other cells that the rule excludes; empty = the whole line agrees.</param>
/// <param name="Ceiling">The most that the places of the words allow: what stands in a remark is only possible.</param>
internal sealed record Finding(OwnedRule Rule, List<CellWord> Words, List<CellWord> Denials, Presence Ceiling)
{
    /// <summary>The cells of the words.</summary>
    public ulong Cells { get; } = GetCells(Words);

    /// <summary>The cells of the words other than "magnet" itself: those that say what the magnet is.</summary>
    public ulong NamingCells { get; } = GetCells(Words.FindAll(word => word.Word.Idea.Role != IdeaRole.Magnet)) is > 0
        and ulong naming ? naming : GetCells(Words);

    /// <summary>Whether the cells that name it say what the part is; false for a remark.</summary>
    public bool IsSpecifying => Words.TrueForAll(word => word.IsSpecifying || word.Word.Idea.Role == IdeaRole.Magnet);

    /// <summary>Whether one of its words is a part number.</summary>
    public bool HoldsNumber => Words.Exists(found => found.Word.Idea.IsNumber);

    /// <summary>Whether its words are part numbers and makers, and nothing else.</summary>
    public bool RestsOnNumber => Words.TrueForAll(found => found.Word.Idea.IsNumber || found.Word.Idea.Role == IdeaRole.Maker);

    /// <summary>Whether only words of columns of part numbers speak for it.</summary>
    public bool IsOnlyNumber => Words.TrueForAll(word => word.Field.IsNumber());

    /// <summary>Whether its rule leaves open that the line carries the material.</summary>
    public bool LeavesOpen { get; } = LeavesMaterialOpen(Rule);

    /// <summary>
    /// Whether it rests on generic words, which leave the material open ("magnet", "motor", "capacitor") and which another cell may specify.
    /// A material that is named is not taken away by another cell.
    /// </summary>
    public bool IsGeneric { get; } = LeavesMaterialOpen(Rule) && !Words.Exists(word => word.Word.Idea is { Family: not null, Role: not IdeaRole.Magnet });

    private static bool LeavesMaterialOpen(OwnedRule rule) => rule.Component is ComponentEntry component
        ? Likelihoods.Get(rule.Rule.Likelihood ?? component.Likelihood) < Likelihoods.Contains
        : rule.Rule.Presence == Presence.Possible;

    private static ulong GetCells(List<CellWord> words)
    {
        ulong cells = 0;
        foreach (CellWord word in words)
        {
            cells |= word.Cell;
        }

        return cells;
    }
}
