namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// What a line says against a family of materials: a negation ("no magnet"), or another substance that settles what the family's thing is made of
/// ("ferrite magnet"). Words speak for their own cell; in another cell a substance specifies what generic words leave open, and a negation leaves a question.
/// </summary>
/// <param name="negations">Words that negate a family, each in its cell.</param>
/// <param name="findings">What the line agrees on.</param>
internal sealed class FamilyClosing(List<CellWord> negations, List<Finding> findings)
{
    private readonly List<Finding> _settling = findings.FindAll(finding => finding.Rule.Substance is { SettlesFamily: true });

    /// <summary>What the line says against one finding.</summary>
    /// <param name="IsClosed">Whether its own words, or those that specify them, say that the material is absent.</param>
    /// <param name="Ceiling">The most that words of other cells allow.</param>
    /// <param name="Denials">Words of other cells that deny the family.</param>
    internal readonly record struct Answer(bool IsClosed, Presence Ceiling, IReadOnlyList<CellWord> Denials);

    /// <summary>What the line says against a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="family">The family of its material; null = none, so nothing speaks against it.</param>
    /// <param name="alsoLoosely">Whether "ferrite" and "magnet" anywhere in the line settle it: an unnamed magnet, but not what a motor's magnet is.</param>
    public Answer Get(Finding finding, string? family, bool alsoLoosely)
    {
        if (family is null)
        {
            return new Answer(false, Presence.Is, []);
        }

        bool isClosed = IsClosedIn(finding.Cells, family);
        foreach (Finding settling in _settling)
        {
            bool settles = settling.Rule.Substance?.Family == family && (alsoLoosely || settling.Rule.Rule.Presence == Presence.Is);
            isClosed |= settles && ((settling.NamingCells & finding.Cells) != 0 || (finding.IsGeneric && settling.IsSpecifying));
        }

        List<CellWord> denials = negations.FindAll(word => word.Word.Idea.Family == family && (word.Cell & finding.Cells) == 0);
        return new Answer(isClosed, denials.Count > 0 ? Presence.Possible : Presence.Is, denials);
    }

    /// <summary>Whether one of some cells negates a family.</summary>
    public bool IsClosedIn(ulong cells, string family) => negations.Exists(word => word.Word.Idea.Family == family && (word.Cell & cells) != 0);
}
