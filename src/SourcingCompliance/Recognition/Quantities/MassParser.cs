namespace SourcingCompliance.Recognition.Quantities;

/// <summary>Reads masses into kilograms: the unit stands in the cell (<c>1,5 g</c>) or in the header (<c>Mass (g)</c>).</summary>
public static class MassParser
{
    // Avoirdupois: the international pound is 0.45359237 kg exactly, the ounce a sixteenth of it.
    private static readonly Dictionary<string, decimal> Kilograms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kg"] = 1m, ["kgs"] = 1m, ["kilo"] = 1m, ["kilos"] = 1m, ["kilogram"] = 1m, ["kilograms"] = 1m,
        ["kilogramm"] = 1m, ["кг"] = 1m, ["千克"] = 1m, ["公斤"] = 1m,
        ["g"] = 0.001m, ["gr"] = 0.001m, ["gm"] = 0.001m, ["gms"] = 0.001m, ["gram"] = 0.001m, ["grams"] = 0.001m, ["gramm"] = 0.001m,
        ["gramme"] = 0.001m, ["grammes"] = 0.001m, ["г"] = 0.001m, ["克"] = 0.001m,
        ["mg"] = 0.000001m, ["milligram"] = 0.000001m, ["milligrams"] = 0.000001m, ["мг"] = 0.000001m, ["毫克"] = 0.000001m,
        ["µg"] = 0.000000001m, ["μg"] = 0.000000001m, ["ug"] = 0.000000001m,
        ["oz"] = 0.028349523125m, ["ounce"] = 0.028349523125m, ["ounces"] = 0.028349523125m,
        ["lb"] = 0.45359237m, ["lbs"] = 0.45359237m, ["lbm"] = 0.45359237m, ["pound"] = 0.45359237m, ["pounds"] = 0.45359237m, ["磅"] = 0.45359237m,
        ["t"] = 1000m, ["tonne"] = 1000m, ["tonnes"] = 1000m,
    };

    /// <summary>The mass in kilograms; null = none is stated, no unit is known, or the number can be read in two ways.</summary>
    /// <param name="text">The text of a mass cell.</param>
    /// <param name="headerUnit">Unit that the header states (see <see cref="Lines.MappedColumn.Unit"/>); null = none. A unit in the cell goes before
    /// it.</param>
    public static decimal? Parse(string text, string? headerUnit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (rest.IsEmpty || !NumberText.TryRead(rest, out decimal amount, out int length))
        {
            return null;
        }

        string unit = rest[length..].Trim().TrimEnd('.').ToString();
        if (unit.Length == 0)
        {
            unit = headerUnit ?? "";
        }

        return Kilograms.TryGetValue(unit, out decimal kilograms) && amount <= decimal.MaxValue / 1000m ? amount * kilograms : null;
    }
}
