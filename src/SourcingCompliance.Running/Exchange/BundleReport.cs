using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Running.Exchange;

/// <summary>
/// What the user says about the reports, as it stands in the job of a bundle: without it the report of a bundle would lose letterhead and dates.
/// </summary>
internal static class BundleReport
{
    private const string Name = "report";

    /// <summary>Writes the property <c>report</c>.</summary>
    /// <param name="json">Receives it.</param>
    /// <param name="settings">What the user says.</param>
    /// <param name="logo">Name of the logo in the bundle; null = none.</param>
    public static void Write(Utf8JsonWriter json, ReportSettings settings, string? logo)
    {
        json.WriteStartObject(Name);
        json.WriteString("company", settings.Company);
        json.WriteString("contact", settings.Contact);
        json.WriteString("preparedBy", settings.PreparedBy);
        json.WriteString("marking", settings.Marking);
        json.WriteString("paper", settings.Paper == PaperSize.A4 ? "A4" : "Letter");
        json.WriteString("logo", logo);
        json.WriteStartArray("address");
        foreach (string line in settings.Address)
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        json.WriteString("cage", settings.Cage);
        json.WriteString("replyBy", settings.ReplyBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("purchaseOrder", settings.PurchaseOrder);
        json.WriteStartArray("purchaseOrders");
        foreach (PurchaseOrder order in settings.PurchaseOrders)
        {
            json.WriteStartObject();
            json.WriteString("supplier", order.Supplier);
            json.WriteString("number", order.Number);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What the user said; a bundle of an earlier version holds company and marking only.</summary>
    /// <param name="job">The job of the bundle.</param>
    /// <param name="files">The files of the bundle.</param>
    /// <exception cref="InvalidOperationException">A value has another kind than it is written with.</exception>
    /// <exception cref="FormatException">The day is none.</exception>
    public static ReportSettings Read(JsonElement job, SortedDictionary<string, byte[]> files)
    {
        bool isWhole = job.TryGetProperty(Name, out JsonElement report);
        report = isWhole ? report : job;
        string? logo = isWhole ? GetText(report, "logo") : null;
        return new ReportSettings
        {
            Company = GetText(report, "company") ?? "",
            Contact = GetText(report, "contact") ?? "",
            PreparedBy = GetText(report, "preparedBy") ?? "",
            Marking = GetText(report, "marking") ?? "",
            Paper = GetText(report, "paper") == "A4" ? PaperSize.A4 : PaperSize.Letter,
            Logo = logo is not null && files.TryGetValue(logo, out byte[]? content) ? new ReportLogo(logo, [.. content]) : null,
            Address = [.. GetItems(report, "address").Select(line => line.GetString() ?? "")],
            Cage = GetText(report, "cage") ?? "",
            ReplyBy = GetText(report, "replyBy") is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            PurchaseOrder = GetText(report, "purchaseOrder") ?? "",
            PurchaseOrders = [.. GetItems(report, "purchaseOrders")
                .Select(order => new PurchaseOrder(GetText(order, "supplier") ?? "", GetText(order, "number") ?? ""))],
        };
    }

    private static string? GetText(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static JsonElement[] GetItems(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement values) ? [.. values.EnumerateArray()] : [];
}
