using SourcingCompliance.Mapping.Vocabulary;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Mapping.Columns;

/// <summary>Weighs what a header may mean against what its column holds.</summary>
/// <param name="vocabulary">Says what kind of content each field has.</param>
/// <param name="hasDesignators">Whether a column of the sheet holds reference designators.</param>
internal sealed class ColumnEvidence(HeaderWords vocabulary, bool hasDesignators)
{
    // Fewer cells than this are no evidence against a header.
    private const int EnoughCells = 3;

    // With fewer cells than this, texts that come again say nothing.
    private const int EnoughToRepeat = 10;

    /// <summary>How well header and content together name the field, 0..105; 0 = not at all.</summary>
    public int Score(HeaderCandidate candidate, ColumnContent content)
    {
        if (!IsMet(candidate, content) || Contradicts(candidate, content))
        {
            return 0;
        }

        int score = (candidate.Need, candidate.Strength) switch
        {
            (ContentNeed.WithDesignators, _) => 90,
            (ContentNeed.BesideValue, _) => 88,
            (ContentNeed.Otherwise, _) => 70,
            (not ContentNeed.None, _) => 110 - (int)candidate.Need,
            (_, HeaderStrength.Exact) => 100,
            (_, HeaderStrength.Base) => 95,
            (_, HeaderStrength.Tokens) => 80,
            (_, HeaderStrength.Suffix) => 60,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return score - (candidate.IsBorrowed ? 15 : 0) - (candidate.IsMisspelled ? 12 : 0) - (IsPoorIdentity(candidate.Field, content) ? 20 : 0);
    }

    private bool IsMet(HeaderCandidate candidate, ColumnContent content) => candidate.Need switch
    {
        ContentNeed.None => true,
        ContentNeed.Designators => content.Most(content.Designators, 0.5),
        ContentNeed.Sequence => content.IsSequence,
        ContentNeed.Numerals => content.Most(content.Numerals, 0.7) && content.Distinct > 0.5 * content.Filled,
        ContentNeed.Countries => content.Filled > content.Zeros && content.Countries + content.CountryNumbers
            + content.Places >= 0.6 * (content.Filled - content.Zeros)
            && !content.Most(content.Booleans, 0.6),
        ContentNeed.Units => content.Most(content.Units, 0.5) && !content.Most(content.Numeric, 0.5),
        ContentNeed.Prices => content.Most(content.Numeric, 0.6) && (content.Fractions > 0 || !content.Most(content.Integers, 0.99)),
        ContentNeed.Codes => content.Most(content.Codes, 0.5) && !content.Most(content.Fractions, 0.5) && !content.IsSequence
            && !content.Most(content.ElectricalValues, 0.4) && (candidate.Field == BomField.SupplierPartNumber || !content.Most(content.Designators, 0.5)),
        ContentNeed.Names => content.Most(content.Names, 0.8) && !content.Most(content.Urls, 0.3),
        ContentNeed.Numbers => content.Most(content.Numeric, 0.8),
        ContentNeed.WithDesignators or ContentNeed.BesideValue => hasDesignators && !content.Most(content.Urls, 0.3),
        ContentNeed.Otherwise => true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private bool Contradicts(HeaderCandidate candidate, ColumnContent content)
    {
        // These say even in one cell that the column holds something else.
        if (content.Most(content.Guids, 0.6) || (IsNamed(candidate.Field) && candidate.Field != BomField.Name && content.Most(content.Procurements, 0.9)))
        {
            return true;
        }

        if (content.Filled < EnoughCells)
        {
            return false;
        }

        return vocabulary.Kinds.GetValueOrDefault(candidate.Field, "country") switch
        {
            "quantity" or "price" or "mass" => !content.Most(content.Numeric, 0.25),
            "country" => CannotBeCountries(candidate, content) || content.Most(content.Procurements, 0.5),
            "sequence" => content.Most(content.Designators, 0.7) && !content.Most(content.Outlines, 0.3),
            "level" => !content.Most(content.Outlines, 0.6),
            "hts" => !content.Most(content.Tariffs, 0.3),
            "cage" => !content.Most(content.FiveCharacters, 0.5),
            "boolean" => !content.Most(content.Booleans, 0.5),
            "code" => content.Most(content.Urls, 0.5) || content.Most(content.Dates, 0.5)
                || (content.Most(content.Fractions, 0.8) && content.Most(content.Numeric, 0.9)),
            "text" => (content.Most(content.Urls, 0.5) && candidate.Field is not BomField.Notes)
                || (content.Most(content.Numeric, 0.8) && IsNamed(candidate.Field)),
            _ => false,
        };
    }

    // Numbers of parts differ from row to row; a column in which a few texts come again and again holds kinds, plants or customers.
    private static bool IsPoorIdentity(BomField field, ColumnContent content) =>
        field is BomField.PartNumber or BomField.ManufacturerPartNumber && content.Filled >= EnoughToRepeat && content.Distinct * 5 <= content.Filled;

    // Zeros, numbers and tariff codes between countries are cells that tell nothing; a header that names the origin is believed unless no cell at
    // all could be a country. Other headers ("Country", "Source") show that they mean countries by what they hold.
    private static bool CannotBeCountries(HeaderCandidate candidate, ColumnContent content)
    {
        int foreign = content.Urls + content.Dates + content.Numeric - content.CountryNumbers - content.Zeros;
        int telling = content.Filled - content.Zeros;
        return telling > 0 && (foreign >= telling || (candidate.Need != ContentNeed.None && foreign >= 0.3 * telling));
    }

    // Names of things and firms are words; materials, sizes and notes may well be numbers (304, 6061).
    private static bool IsNamed(BomField field) => field is BomField.Name or BomField.Manufacturer or BomField.Supplier;
}
