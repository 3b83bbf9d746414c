using System.Collections.Immutable;
using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Mapping.Columns;

/// <content>When two columns of one field agree, repeat or tie.</content>
internal sealed partial class ColumnContest
{
    /// <summary>Fields of which a line may well have several: other sources, and texts in which a material may be named.</summary>
    private static bool MayRepeat(HeaderCandidate candidate) => candidate.Field is BomField.SupplierPartNumber
        || (candidate.Need == ContentNeed.None && candidate.Field is BomField.PartNumber or BomField.ManufacturerPartNumber or BomField.Manufacturer
            or BomField.Supplier or BomField.Description or BomField.Name or BomField.Material or BomField.Grade or BomField.Category
                or BomField.Notes or BomField.NotInstalled or BomField.Installed);

    // A bare "Country" beside a "Country of origin" may be that of the maker's address; it is told of instead. Of two tariff codes, that of another
    // country's tariff may be the one that names a magnet, and as a remark nobody would read it.
    private static bool IsFurtherSource(ColumnClaim holder, ColumnClaim rival) => IsStage(rival.Candidate.Field)
        || rival.Candidate.Field == BomField.HtsCode
        || (rival.Candidate.Field == BomField.CountryOfOrigin && (rival.Candidate.Need == ContentNeed.None || holder.Candidate.Need != ContentNeed.None));

    private static bool IsStage(BomField field) => field >= BomField.OriginMined;

    // Two columns tie when both say the same with the same right, and their content differs.
    private static bool WouldTie(ColumnClaim holder, ColumnClaim rival)
    {
        BomField field = holder.Candidate.Field;
        bool isCritical = field is BomField.Quantity or BomField.Level or BomField.Parent or BomField.PartNumber;
        return isCritical && rival.Score == holder.Score && rival.Candidate.Need == ContentNeed.None && IsSameName(holder, rival);
    }

    private static bool IsSameName(ColumnClaim one, ColumnClaim other) =>
        HeaderKey.Compute(one.Header, splitCamelCase: false) == HeaderKey.Compute(other.Header, splitCamelCase: false)
            || (one.Candidate.Field == BomField.Quantity && IsBareQuantity(one) && IsBareQuantity(other));

    private static bool IsBareQuantity(ColumnClaim claim) => HeaderKey.Compute(claim.Header, splitCamelCase: false) is "qty"
        or "quantity" or "quantities" or "qnty" or "quant" or "menge" or "anzahl";

    private bool Differ(int one, int other)
    {
        for (int i = firstRow; i < sample.Rows.Count; i++)
        {
            string left = sample.Rows[i][one].Text.Trim();
            string right = sample.Rows[i][other].Text.Trim();
            if (left.Length > 0 && right.Length > 0 && !string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a column that is not empty says in every row of the sample what another says.</summary>
    public bool IsRedundant(int kept, int other)
    {
        bool isFilled = false;
        for (int i = firstRow; i < sample.Rows.Count; i++)
        {
            ReadOnlySpan<char> text = sample.Rows[i].TrimmedAt(other);
            if (!text.SequenceEqual(sample.Rows[i].TrimmedAt(kept)))
            {
                return false;
            }

            isFilled |= text.Length > 0;
        }

        return isFilled;
    }
}
