using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <content>How the words of one cell weigh against those of another.</content>
internal sealed partial class LineEvaluation
{
    private Finding? Hold(OwnedRule rule)
    {
        ulong denying = _words.GetCells(rule.Rule.None);
        if (_words.GetWords(rule.Rule, denying, _remarks) is not List<CellWord> words)
        {
            return null;
        }

        var finding = new Finding(rule, words, denying == 0 ? [] : _words.GetAll(rule.Rule.None), Presence.Is);
        // "Tungsten" in a column of materials is the tungsten of "Wire, pure tungsten": a name that repeats the metal and says its form specifies it.
        bool isMetalColumn = finding.LeavesOpen && finding.Words.TrueForAll(word => word.Field == BomField.Material);
        bool isSpecified = finding.Denials.Exists(denial => (finding.IsGeneric && denial.IsSpecifying)
            || (isMetalColumn && denial.Field is BomField.Description or BomField.Name && _words.GetAll(rule.Rule.All[0])
                .Exists(word => word.Cell == denial.Cell)));
        return isSpecified ? null : Weigh(finding);
    }

    private Finding? Weigh(Finding finding)
    {
        if (RestsOnMakerElsewhere(finding))
        {
            return null;
        }

        if (IsContradicted(finding))
        {
            // Four digits within a longer number ("SCR-4206") are chance; the beginning of one is its series.
            bool isTelling = finding.Words is [{ Word: { Idea.Weight: >= 3 } number }]
                && (((finding.Cells & _tellingNumbers) != 0 && number.Start == 0) || number.Text.Length >= LeastTellingNumber);
            return isTelling ? finding with { Ceiling = Presence.Possible } : null;
        }

        if (!finding.HoldsNumber && finding.Rule.Component is not null && finding.IsOnlyNumber && IsDescribed)
        {
            // A pattern of part numbers beats no description: a short one is chance, and a long one a question where the description names another thing.
            bool isShort = (finding.Cells & _tellingNumbers) == 0;
            return isShort && (_describesOtherThing || !_hasSupport) ? null : finding with { Ceiling = _describesOtherThing ? Presence.Possible : Presence.Is };
        }

        return WeighRemarks(finding);
    }

    private bool RestsOnMakerElsewhere(Finding finding) =>
        finding.Words.Exists(found => found.Word.Idea == vocabulary.Undescribed || found.Word.Idea == vocabulary.Unexplained)
        && finding.Words.Exists(found => found.Cell != _makerCell);

    // A part number never outweighs a description that names another thing: "X2212" on a screw, a tantalum capacitor's number on a ceramic one.
    private bool IsContradicted(Finding finding)
    {
        ComponentEntry? component = finding.Rule.Component;
        bool isOtherKind = component is { OtherKinds.Length: > 0 } && _words.GetAll(component.OtherKinds).Exists(other => other.IsSpecifying);
        return finding.HoldsNumber && (isOtherKind || (finding.RestsOnNumber && _otherThings.Exists(other => component?.IsCalledIn(other) != true)));
    }

    // In notes only a material named by strong words counts; it is possible, unless the note says that the line holds it or another
    // column names the magnet or material. What stands only in the column of categories is possible, as is a component in that of materials.
    private Finding? WeighRemarks(Finding finding)
    {
        List<CellWord> words = finding.Words;
        var remarks = words.FindAll(found => found.Field == BomField.Notes);
        if (remarks.Count == 0 || finding.Rule.Substance is { Kind: not null })
        {
            bool isMaterialColumn = finding.Rule.Component is not null && words.TrueForAll(found => found.Field is BomField.Material or BomField.Grade);
            bool isOnlyCategory = words.TrueForAll(found => found.Field == BomField.Category);
            return finding with { Ceiling = isMaterialColumn || isOnlyCategory ? Presence.Possible : Presence.Is };
        }

        var strong = remarks.FindAll(found => IsStrong(found.Word.Idea, remarks.Count < words.Count));
        bool isNamedElsewhere = (NamesMagnet && finding.Rule.Substance is { Family: OccurrenceBuilder.MagnetFamily })
            || words.Exists(found => found.Field != BomField.Notes && found.Word.Idea.Family is not null);
        bool isSettled = isNamedElsewhere || strong.Exists(found => found.Word.IsHeld);
        return strong.Count == 0 ? null : finding with { Ceiling = isSettled ? Presence.Is : Presence.Possible };
    }

    private bool IsStrong(Idea idea, bool isSupported) => idea.Weight >= 3 || idea == vocabulary.HeavyDensity
        || (idea.Family is not null && idea.Role != IdeaRole.Magnet && (idea.Weight >= 2 || isSupported));
}
