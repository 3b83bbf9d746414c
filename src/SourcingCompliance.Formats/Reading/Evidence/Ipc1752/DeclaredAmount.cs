using System.Xml.Linq;
using SourcingCompliance.Recognition.Quantities;

namespace SourcingCompliance.Formats.Reading.Evidence.Ipc1752;

/// <summary>An amount of a declaration: a mass, or a share of what contains it.</summary>
/// <param name="MassKilograms">The mass; null = not stated.</param>
/// <param name="Share">The share by mass, 0 to 1; null = not stated.</param>
internal readonly record struct DeclaredAmount(decimal? MassKilograms, decimal? Share)
{
    /// <summary>The amount of an element: of its child <c>Amount</c>, else of its own attributes; its share also of <c>Concentration</c>.</summary>
    /// <param name="element">The element.</param>
    /// <param name="tell">Receives the text of a number or unit that is not understood.</param>
    public static DeclaredAmount From(XElement element, Action<string> tell)
    {
        XElement? amount = element.Child("Amount");
        (string value, string unit) = amount is not null ? (amount.Value("value"), amount.Value("UOM")) : (element.Value("value"), element.Value("UOM"));
        DeclaredAmount read = Read(value, unit, tell);
        string concentration = element.Child("Concentration").Value("value");
        return read.Share is null && concentration.Length > 0 ? read with { Share = Read(concentration, "massPercent", tell).Share } : read;
    }

    private static DeclaredAmount Read(string value, string unit, Action<string> tell)
    {
        if (value.Length == 0)
        {
            return default;
        }

        decimal? divisor = unit.ToUpperInvariant() switch
        {
            "PPM" => 1_000_000m,
            "MASSPERCENT" or "PERCENT" or "%" or "WT%" => 100m,
            _ => null,
        };
        if (divisor is null)
        {
            decimal? mass = MassParser.Parse(value, unit);
            if (mass is null)
            {
                tell($"{value} {unit}".TrimEnd());
            }

            return new DeclaredAmount(mass > 0 ? mass : null, null);
        }

        // A share is written as a number alone: a unit inside it would be read as a mass.
        decimal? number = MassParser.Parse(value, "kg");
        if (number is null || number > divisor)
        {
            tell($"{value} {unit}".TrimEnd());
            return default;
        }

        return new DeclaredAmount(null, number / divisor);
    }
}
