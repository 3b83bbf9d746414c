namespace SourcingCompliance.Mapping.Columns;

/// <summary>What a filled cell says of its row.</summary>
internal enum CellWorth : byte
{
    /// <summary>Nothing is known of its column.</summary>
    Unknown,

    /// <summary>It counts or numbers: quantity, price, level.</summary>
    Counts,

    /// <summary>It says something of a part, but not which: maker, supplier.</summary>
    Tells,

    /// <summary>It may say what the part is: category, notes.</summary>
    Describes,

    /// <summary>It says what the part is made of: material, grade.</summary>
    NamesMaterial,

    /// <summary>It states an origin or the place of a stage.</summary>
    StatesOrigin,

    /// <summary>It names the part.</summary>
    NamesPart,
}
