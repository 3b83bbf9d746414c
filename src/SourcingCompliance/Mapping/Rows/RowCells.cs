namespace SourcingCompliance.Mapping.Rows;

/// <summary>What the cells of one row say, counted by the worth of their columns.</summary>
internal struct RowCells
{
    /// <summary>Filled cells of known columns.</summary>
    public int Filled;

    /// <summary>Of these, cells that name the part.</summary>
    public int Naming;

    /// <summary>Of these, cells that may say what the part is.</summary>
    public int Describing;

    /// <summary>Of these, cells with an origin or the place of a stage.</summary>
    public int Origins;

    /// <summary>Of these, cells that say something else of a part.</summary>
    public int Telling;

    /// <summary>Texts below headers that are not known.</summary>
    public int Unknown;

    /// <summary>Whether the line above fills every column in which such a text stands.</summary>
    public bool AreUnknownFilledAbove;

    /// <summary>Whether a cell names the material.</summary>
    public bool NamesMaterial;

    /// <summary>0-based place of the first filled known column; -1 = none.</summary>
    public int First;

    /// <summary>Cells with as many characters as their header.</summary>
    public int AsLongAsHeader;

    /// <summary>Whether the row says anything of a part but numbers.</summary>
    public readonly bool SaysSomething => Describing + Origins + Telling + Unknown > 0;
}
