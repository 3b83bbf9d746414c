using System.Collections.Immutable;

namespace SourcingCompliance.Reports;

/// <summary>The paper that a report is laid out for.</summary>
public enum PaperSize
{
    /// <summary>US Letter, 8.5 × 11 inches. The default.</summary>
    Letter,

    /// <summary>ISO A4, 210 × 297 mm.</summary>
    A4,
}

/// <summary>A picture for the head of reports and requests.</summary>
/// <param name="Path">Path of the file as given.</param>
/// <param name="Content">The bytes, PNG or JPEG.</param>
public sealed record ReportLogo(string Path, ImmutableArray<byte> Content)
{
    /// <summary>Whether it is a PNG; otherwise it is a JPEG.</summary>
    public bool IsPng => Content.Length > 4 && Content[0] == 0x89 && Content[1] == (byte)'P';
}

/// <summary>The purchase order under which a supplier is asked.</summary>
/// <param name="Supplier">The supplier as the BOM spells it; letter case and punctuation do not matter.</param>
/// <param name="Number">Number of the order.</param>
public sealed record PurchaseOrder(string Supplier, string Number);

/// <summary>
/// What the user says about the reports themselves: who makes them, how they are marked, on which paper, and the letterhead of supplier requests. It
/// changes no verdict. Texts are empty where nothing is stated, and a writer then leaves the line out.
/// </summary>
public sealed record ReportSettings
{
    /// <summary>Nothing is stated: US Letter, no company, no marking.</summary>
    public static ReportSettings None { get; } = new();

    /// <summary>The company that delivers: name on page 1 and in the letterhead.</summary>
    public string Company { get; init; } = "";

    /// <summary>Whom to ask: name, telephone, e-mail, in one line.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Who prepared the report: a name, a department.</summary>
    public string PreparedBy { get; init; } = "";

    /// <summary>The marking on every page, for example <c>CUI</c>; empty = that of the BOM, see <see cref="ReportMarking"/>.</summary>
    public string Marking { get; init; } = "";

    /// <summary>The paper.</summary>
    public PaperSize Paper { get; init; } = PaperSize.Letter;

    /// <summary>The logo; null = none.</summary>
    public ReportLogo? Logo { get; init; }

    /// <summary>Lines of the postal address.</summary>
    public ImmutableArray<string> Address { get; init; } = [];

    /// <summary>CAGE code of the company.</summary>
    public string Cage { get; init; } = "";

    /// <summary>The day by which suppliers are asked to answer where the plan allows a later one; null = the plan's own day. Writers print
    /// <see cref="Remediation.SupplierRequest.AnswerBy"/>.</summary>
    public DateOnly? ReplyBy { get; init; }

    /// <summary>The purchase order of suppliers that <see cref="PurchaseOrders"/> does not name.</summary>
    public string PurchaseOrder { get; init; } = "";

    /// <summary>Purchase orders by supplier.</summary>
    public ImmutableArray<PurchaseOrder> PurchaseOrders { get; init; } = [];

    /// <summary>The purchase order under which a supplier is asked; empty = none is stated.</summary>
    /// <param name="supplier">The supplier.</param>
    public string GetPurchaseOrder(string supplier)
    {
        string key = Primitives.NameKey.Compute(supplier);
        return PurchaseOrders.FirstOrDefault(order => Primitives.NameKey.Compute(order.Supplier) == key)?.Number ?? PurchaseOrder;
    }
}
