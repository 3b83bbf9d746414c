namespace SourcingCompliance.Recognition.Origins;

/// <summary>What a word or phrase can do in a text about origin, besides naming a country. One word may do several things.</summary>
[Flags]
internal enum WordMeanings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Says that an origin follows ("made in").</summary>
    Label = 1 << 0,

    /// <summary>A label that is trusted in running text too (descriptions, notes).</summary>
    RunningLabel = 1 << 1,

    /// <summary>Says that the country before it is the origin (製, "made").</summary>
    SuffixLabel = 1 << 2,

    /// <summary>Says that what follows is no origin ("designed in", "warehouse").</summary>
    NotOrigin = 1 << 3,

    /// <summary>Says that a receiver or doer follows, up to the next "in" ("for", "by").</summary>
    Recipient = 1 << 4,

    /// <summary>Says that what follows hints at the origin without stating it ("ship from").</summary>
    Indicative = 1 << 5,

    /// <summary>After a country: it is the home of a brand or firm.</summary>
    OwnerNoun = 1 << 6,

    /// <summary>After a country: it is where a supplier sits, which hints at the origin.</summary>
    SupplierNoun = 1 << 7,

    /// <summary>A word of company names (Ltd, GmbH).</summary>
    CompanyWord = 1 << 8,

    /// <summary>A stage of production.</summary>
    Stage = 1 << 9,

    /// <summary>A part, material or process that takes a country for itself.</summary>
    Part = 1 << 10,

    /// <summary>A chemical element.</summary>
    Element = 1 << 11,

    /// <summary>After a country: inputs follow ("of Chinese parts").</summary>
    From = 1 << 12,

    /// <summary>A preposition of place or an article.</summary>
    In = 1 << 13,

    /// <summary>Rules out what follows.</summary>
    Negator = 1 << 14,

    /// <summary>Rules out what stands before it ("-free").</summary>
    PostNegator = 1 << 15,

    /// <summary>Makes the text doubtful.</summary>
    Hedge = 1 << 16,

    /// <summary>Joins alternatives.</summary>
    Or = 1 << 17,

    /// <summary>Joins countries.</summary>
    And = 1 << 18,

    /// <summary>Ends a negation.</summary>
    But = 1 << 19,

    /// <summary>Says that nothing is known.</summary>
    NoInformation = 1 << 20,

    /// <summary>A phrase that looks like an origin and is none ("China Airlines").</summary>
    Ignored = 1 << 21,

    /// <summary>A word without weight ("city").</summary>
    Filler = 1 << 22,

    /// <summary>Before the name of a country: a part of it ("NE China").</summary>
    Direction = 1 << 23,

    /// <summary>Between two countries: production moves from one to the other ("China to Thailand").</summary>
    Move = 1 << 24,

    /// <summary>The name of a producer, which says nothing of a country.</summary>
    Firm = 1 << 25,

    /// <summary>Says that a code stands beside it ("ISO 156").</summary>
    CodeLabel = 1 << 26,
}
