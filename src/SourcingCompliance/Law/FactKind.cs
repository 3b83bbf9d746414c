namespace SourcingCompliance.Law;

/// <summary>What kind of value a name in a condition stands for.</summary>
public enum FactKind
{
    /// <summary>Text, compared character by character.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A day; a text literal beside it is an ISO date.</summary>
    Date,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>The possible countries of something, with the certainty of the text that names them.</summary>
    Origin,

    /// <summary>A set of countries that a definition fixes.</summary>
    CountrySet,

    /// <summary>A set of ids that a definition fixes.</summary>
    TextSet,
}
