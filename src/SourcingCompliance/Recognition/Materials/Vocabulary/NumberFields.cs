using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>The columns of part numbers, in which words are worth less: a few letters stand there by chance.</summary>
internal static class NumberFields
{
    /// <summary>Whether a field holds part numbers.</summary>
    public static bool IsNumber(this BomField field) =>
        field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.SupplierPartNumber;

    /// <summary>
    /// Whether a word stands in a part number by chance: two or three letters of it ("TA-1204", "469-1004-ND", "VCM-7") mean nothing by
    /// themselves, nor does a letter with a digit: the magnet whose number is C8 is not of ceramic 8. Where nothing else says what the line is, three
    /// letters that name a component do ("FAN-40MM", "CCA-1204").
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="field">The field of its cell.</param>
    /// <param name="isDescribed">Whether any other text says what the line is.</param>
    public static bool IsChanceIn(this ReadWord word, BomField field, bool isDescribed) =>
        field.IsNumber() && !word.Idea.IsNumber && word.Text[0] < 128
            && (word.Text.Length <= 2
                || (word.Text.Length == 3 && !word.Text.AsSpan().ContainsAnyInRange('0', '9') && (isDescribed || !NamesComponent(word.Idea))));

    private static bool NamesComponent(Idea idea) => idea is { Role: IdeaRole.Thing, Family: null };
}
