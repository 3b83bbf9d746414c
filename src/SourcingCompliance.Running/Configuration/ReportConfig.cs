using System.Collections.Immutable;
using SourcingCompliance.Primitives.Json;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Running.Configuration;

/// <summary>What a configuration file, or a command line, says about the reports themselves. Null = it does not say.</summary>
public sealed record ReportConfig
{
    /// <summary>It says nothing.</summary>
    public static ReportConfig None { get; } = new();

    /// <summary><c>company</c>: who delivers.</summary>
    public string? Company { get; init; }

    /// <summary><c>contact</c>: whom to ask.</summary>
    public string? Contact { get; init; }

    /// <summary><c>preparedBy</c>: who prepared the report.</summary>
    public string? PreparedBy { get; init; }

    /// <summary><c>marking</c>: what stands on every page.</summary>
    public string? Marking { get; init; }

    /// <summary><c>paper</c>.</summary>
    public PaperSize? Paper { get; init; }

    /// <summary><c>logo</c>: path of a PNG or JPEG file.</summary>
    public string? Logo { get; init; }

    /// <summary><c>address</c>: lines of the postal address.</summary>
    public ImmutableArray<string>? Address { get; init; }

    /// <summary><c>cage</c>: CAGE code.</summary>
    public string? Cage { get; init; }

    /// <summary><c>replyBy</c>: day by which suppliers are asked to answer.</summary>
    public DateOnly? ReplyBy { get; init; }

    /// <summary><c>purchaseOrder</c>.</summary>
    public string? PurchaseOrder { get; init; }

    /// <summary><c>purchaseOrders</c>, by supplier.</summary>
    public ImmutableArray<PurchaseOrder>? PurchaseOrders { get; init; }

    /// <summary>Reads the property <c>report</c>.</summary>
    /// <param name="owner">The configuration.</param>
    /// <param name="resolve">Gives a path from the folder of the configuration.</param>
    internal static ReportConfig Read(JsonObjectReader owner, Func<string, string> resolve)
    {
        if (owner.Object("report") is not { } report)
        {
            return None;
        }

        var config = new ReportConfig
        {
            Company = report.Text("company"),
            Contact = report.Text("contact"),
            PreparedBy = report.Text("preparedBy"),
            Marking = report.Text("marking"),
            Paper = report.Text("paper") switch
            {
                null => null,
                { } word when GetPaper(word) is { } paper => paper,
                { } word => Refuse(report, word),
            },
            Logo = report.Text("logo") is { Length: > 0 } path ? resolve(path) : null,
            Address = report.Has("address") ? report.Texts("address") : null,
            Cage = report.Text("cage"),
            ReplyBy = report.Date("replyBy"),
            PurchaseOrder = report.Text("purchaseOrder"),
            PurchaseOrders = report.Has("purchaseOrders") ? [.. report.Objects("purchaseOrders").Select(ReadOrder)] : null,
        };
        report.Finish();
        return config;
    }

    /// <summary>The paper that a word stands for; null = none.</summary>
    /// <param name="word"><c>letter</c> or <c>a4</c>.</param>
    public static PaperSize? GetPaper(string word) => word switch
    {
        "letter" => PaperSize.Letter,
        "a4" => PaperSize.A4,
        _ => null,
    };

    private static PaperSize? Refuse(JsonObjectReader report, string word)
    {
        report.Refuse("paper", $"\"{word}\"", "letter or a4");
        return null;
    }

    private static PurchaseOrder ReadOrder(JsonObjectReader entry)
    {
        var order = new PurchaseOrder(entry.RequiredText("supplier"), entry.RequiredText("number"));
        entry.Finish();
        return order;
    }
}
