namespace SourcingCompliance.Formats.Reading.Evidence.Ipc1752;

/// <summary>CAS registry numbers: two to seven digits, two digits, and a check digit.</summary>
internal static class CasNumber
{
    /// <summary>Tantalum metal.</summary>
    public const string Tantalum = "7440-25-7";

    /// <summary>Tungsten metal.</summary>
    public const string Tungsten = "7440-33-7";

    /// <summary>Samarium.</summary>
    public const string Samarium = "7440-19-9";

    /// <summary>Cobalt.</summary>
    public const string Cobalt = "7440-48-4";

    /// <summary>Neodymium.</summary>
    public const string Neodymium = "7440-00-8";

    /// <summary>Iron.</summary>
    public const string Iron = "7439-89-6";

    /// <summary>Boron.</summary>
    public const string Boron = "7440-42-8";

    /// <summary>The number with its hyphens; null for a text that is none, with or without hyphens, or whose check digit is wrong.</summary>
    /// <param name="text">The text of an identity: <c>7440-33-7</c>, <c>7440337</c>, <c>SYSTEM</c>.</param>
    public static string? Read(string text)
    {
        string digits = text.Trim().Replace("-", "", StringComparison.Ordinal);
        if (digits.Length is < 5 or > 10 || digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        int sum = 0;
        for (int at = digits.Length - 2; at >= 0; at--)
        {
            sum += (digits[at] - '0') * (digits.Length - 1 - at);
        }

        return sum % 10 == digits[^1] - '0' ? $"{digits[..^3]}-{digits[^3..^1]}-{digits[^1]}" : null;
    }
}
