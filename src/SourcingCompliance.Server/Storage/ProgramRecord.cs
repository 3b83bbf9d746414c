using System.Text.Json;

namespace SourcingCompliance.Server.Storage;

/// <summary>A program: what several BOMs and their checks have in common.</summary>
public sealed record ProgramRecord
{
    /// <summary>Unguessable id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name; no two programs have the same, whatever the case of the letters.</summary>
    public required string Name { get; init; }

    /// <summary>The prime contractor; empty = not stated.</summary>
    public string Prime { get; init; } = "";

    /// <summary>Marking that the customer asks for on every page; empty = that of each BOM.</summary>
    public string Marking { get; init; } = "";

    /// <summary>Delivery dates, ISO, in the order of time, with commas between; empty = not stated.</summary>
    public string Deliveries { get; init; } = "";

    /// <summary>The contract details as JSON: an object of the fields of an upload and their texts.</summary>
    public string Contract { get; init; } = "{}";

    /// <summary>E-mail addresses that are reminded of deadlines, with semicolons between; empty = none.</summary>
    public string RemindTo { get; init; } = "";

    /// <summary>When it was added, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public required string ChangedAt { get; init; }

    /// <summary>The delivery dates, ISO, in the order of time.</summary>
    public IReadOnlyList<string> GetDeliveries() => Deliveries.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The delivery dates from a day on, ISO, in the order of time.</summary>
    /// <param name="day">The first day that counts, ISO.</param>
    public IReadOnlyList<string> GetDeliveriesFrom(string day) =>
        [.. GetDeliveries().Where(delivery => string.CompareOrdinal(delivery, day) >= 0)];

    /// <summary>The contract details: texts by field of an upload.</summary>
    public IReadOnlyDictionary<string, string> GetContract() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Contract) ?? new Dictionary<string, string>();
}
