using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>Counts what an archive has inflated to, each entry once however often it is read, and ends the reading at the limit. Several threads may
/// count.</summary>
/// <param name="limits">What a file may cost at the most.</param>
internal sealed class InflationBudget(ReadLimits limits)
{
    /// <summary>Small parts may inflate by any ratio: a table of empty styles does.</summary>
    private const long RatioFreeBytes = 32L << 20;

    private readonly Lock _counting = new();
    private readonly Dictionary<string, long> _largest = new(StringComparer.Ordinal);
    private long _total;

    /// <summary>Ends the reading.</summary>
    public CancellationToken Cancellation => limits.Cancellation;

    /// <summary>Counts bytes of an entry.</summary>
    /// <param name="entry">Name of the entry.</param>
    /// <param name="inflated">Bytes inflated in this pass so far.</param>
    /// <param name="compressed">Compressed size of the entry.</param>
    /// <exception cref="ReadingStoppedException">The limit is reached.</exception>
    public void Count(string entry, long inflated, long compressed)
    {
        lock (_counting)
        {
            long before = _largest.GetValueOrDefault(entry);
            if (inflated <= before)
            {
                return;
            }

            _largest[entry] = inflated;
            _total += inflated - before;
            if (_total > limits.MaximumInflatedBytes)
            {
                throw Stop.AtLimit("inflated bytes", limits.MaximumInflatedBytes, nameof(ReadLimits.MaximumInflatedBytes));
            }
        }

        if (inflated > RatioFreeBytes && inflated / Math.Max(compressed, 1) > limits.MaximumInflationRatio)
        {
            throw Stop.AtLimit(
                $"times the compressed size of '{entry}'", limits.MaximumInflationRatio, nameof(ReadLimits.MaximumInflationRatio));
        }
    }
}
