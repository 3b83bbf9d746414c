using SourcingCompliance.Lines;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// What a line is remembered by: up to eight readings with their fields; a line with more words than that is worked out each time. Part number, maker's
/// number, maker, description, material, and remarks of a magnet are six.
/// </summary>
internal readonly record struct LineKey(long First, long Second, long Third, long Fourth, string? TariffCode, int Count)
{
    private readonly (long Fifth, long Sixth, long Seventh, long Eighth) _more;

    /// <summary>Whether the maker's line names what it is.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether a text describes the part.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>Whether nothing was read.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Whether all readings of the line are in the key.</summary>
    public bool IsComplete => Count <= 8;

    /// <summary>The key with one more reading.</summary>
    public LineKey With(MappedColumn column, TextReading reading)
    {
        long part = ((long)reading.Number << 16) | ((long)column.Field << 8) | (byte)column.Alternate;
        return Count switch
        {
            0 => this with { First = part, Count = 1 },
            1 => this with { Second = part, Count = 2 },
            2 => this with { Third = part, Count = 3 },
            3 => this with { Fourth = part, Count = 4 },
            4 => new LineKey(this, _more with { Fifth = part }),
            5 => new LineKey(this, _more with { Sixth = part }),
            6 => new LineKey(this, _more with { Seventh = part }),
            7 => new LineKey(this, _more with { Eighth = part }),
            _ => this with { Count = 9 },
        };
    }

    private LineKey(LineKey before, (long Fifth, long Sixth, long Seventh, long Eighth) more)
        : this(before.First, before.Second, before.Third, before.Fourth, before.TariffCode, before.Count + 1) =>
        (_more, IsNamed, IsDescribed) = (more, before.IsNamed, before.IsDescribed);
}
