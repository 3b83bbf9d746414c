using System.Globalization;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Decisions;

/// <summary>Reads the determinations of a contract file.</summary>
internal static class DeterminationReader
{
    private const int LengthOfSha256 = 64;

    /// <summary>One entry of <c>determinations</c>. A value that cannot be used is SC9513, and the fact stays not stated.</summary>
    public static NonavailabilityDetermination Get(JsonObjectReader entry)
    {
        DateOnly? granted = entry.Date("grantedOn");
        DateOnly? expires = entry.Date("expiresOn");
        if (granted is { } first && expires is { } last && last < first)
        {
            entry.Refuse("expiresOn", string.Create(CultureInfo.InvariantCulture, $"{last:yyyy-MM-dd}"), "a day on or after grantedOn");
            expires = null;
        }

        string? kind = GetOne(entry, "kind", "individual", "class", "national-security");
        return new NonavailabilityDetermination
        {
            Id = entry.RequiredText("id"),
            IsClass = kind switch { "class" => true, "individual" => false, _ => null },
            IsNationalSecurityAcceptance = kind == "national-security",
            Status = GetOne(entry, "status", "requested", "granted", "denied") switch
            {
                "requested" => DeterminationStatus.Requested,
                "granted" => DeterminationStatus.Granted,
                "denied" => DeterminationStatus.Denied,
                _ => null,
            },
            Authority = entry.Text("authority"),
            DecidedBy = entry.Text("decidedBy"),
            Quantity = ContractReader.NotNegative(entry, "quantity"),
            Document = GetDocument(entry),
            ContractNumber = entry.Text("contractNumber"),
            PartNumbers = entry.Texts("partNumbers"),
            Materials = entry.Texts("materials"),
            GrantedOn = granted,
            ExpiresOn = expires,
            MitigationPlanAcceptedOn = entry.Date("mitigationPlanAcceptedOn"),
        };
    }

    private static DeterminationDocument? GetDocument(JsonObjectReader entry)
    {
        if (entry.Object("document") is not { } document)
        {
            return null;
        }

        string? hash = document.Text("sha256");
        if (hash is not null && (hash.Length != LengthOfSha256 || !hash.All(char.IsAsciiHexDigit)))
        {
            document.Refuse("sha256", $"\"{hash}\"", "64 hexadecimal digits");
            hash = null;
        }

        var read = new DeterminationDocument(document.RequiredText("title"), document.Date("date"), hash?.ToLowerInvariant());
        document.Finish();
        return read;
    }

    private static string? GetOne(JsonObjectReader entry, string name, params string[] choices)
    {
        string? text = entry.Text(name);
        if (text is null || choices.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        entry.Refuse(name, $"\"{text}\"", string.Join(", ", choices[..^1]) + " or " + choices[^1]);
        return null;
    }
}
