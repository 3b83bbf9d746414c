namespace SourcingCompliance.Primitives.Diagnostics;

// The ids of origins that are not understood: SC9305 to SC9329.
public static partial class DiagnosticIds
{
    /// <summary>A text of an origin or stage column names countries beside words that are not understood; the line cannot pass on it.</summary>
    public const string OriginPartlyRead = "SC9305";

    /// <summary>A text of an origin or stage column names a company and no country.</summary>
    public const string OriginNamesCompany = "SC9306";
}
