namespace SourcingCompliance.Recognition.Origins;

/// <summary>Which country a number in percent speaks of.</summary>
internal enum ShareOf
{
    /// <summary>It is no share of a country.</summary>
    Nobody,

    /// <summary>The country that was named last.</summary>
    Last,

    /// <summary>The country that follows.</summary>
    Next,

    /// <summary>The country that was named last, and its share is nothing.</summary>
    NoneOfLast,

    /// <summary>The country that follows, and its share is nothing.</summary>
    NoneOfNext,
}
