using System.Globalization;

namespace SourcingCompliance.Primitives;

/// <summary>Days on which something holds, inclusive at both ends.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive; null = no end is known.</param>
public readonly record struct EffectivePeriod(DateOnly From, DateOnly? To)
{
    /// <summary>Whether a day lies in the period; the first and the last day do.</summary>
    public bool Contains(DateOnly day) => day >= From && (To is not { } to || day <= to);

    /// <inheritdoc/>
    public override string ToString() => To is { } to
        ? string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd} through {to:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"from {From:yyyy-MM-dd}");
}
