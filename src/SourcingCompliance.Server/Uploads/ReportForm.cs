using System.Collections.Immutable;
using SourcingCompliance.Reports;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Uploads;

/// <summary>Turns the fields about the reports themselves into report settings, the same that <c>report</c> in <c>sourcing.json</c> holds. They change no
/// verdict.</summary>
public static class ReportForm
{
    private const long MaximumLogoBytes = 2 << 20;

    private static readonly byte[][] PictureStarts = [[0x89, (byte)'P', (byte)'N', (byte)'G'], [0xFF, 0xD8, 0xFF]];

    /// <summary>The settings, without the logo.</summary>
    /// <param name="fields">Reads the fields, and collects what is wrong with them.</param>
    public static ReportSettings Read(FieldReader fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReportSettings
        {
            Company = fields.ReadLine("company"),
            Contact = fields.ReadLine("contact"),
            PreparedBy = fields.ReadLine("preparedBy"),
            Marking = fields.ReadLine("marking"),
            Paper = fields.ReadChoice("paper", "letter", "a4") == "a4" ? PaperSize.A4 : PaperSize.Letter,
            Address = [.. fields.ReadEntries("address")],
            Cage = fields.ReadLine("cage"),
            ReplyBy = fields.ReadDay("replyBy"),
            PurchaseOrder = fields.ReadLine("purchaseOrder"),
            PurchaseOrders = ReadOrders(fields),
        };
    }

    /// <summary>Refuses a logo that reports cannot show.</summary>
    /// <param name="logo">The picture as received.</param>
    /// <param name="path">Where it lies.</param>
    /// <param name="fields">Collects what is wrong.</param>
    public static void EnsureLogo(StoredContent logo, string path, FieldReader fields)
    {
        ArgumentNullException.ThrowIfNull(logo);
        ArgumentNullException.ThrowIfNull(fields);
        byte[] start = new byte[4];
        using (FileStream picture = File.OpenRead(path))
        {
            picture.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }

        if (logo.Bytes > MaximumLogoBytes || !PictureStarts.Any(known => start.AsSpan().StartsWith(known)))
        {
            fields.Refuse(AttachmentKind.Logo, "Choose a PNG or JPEG file of at most 2 MiB.");
        }
    }

    // "Acme Magnets: PO-17; Beta: PO-18". A name may contain a colon, a number does not.
    private static ImmutableArray<PurchaseOrder> ReadOrders(FieldReader fields)
    {
        const string name = "purchaseOrders";
        var orders = ImmutableArray.CreateBuilder<PurchaseOrder>();
        foreach (string entry in fields.ReadEntries(name))
        {
            int colon = entry.LastIndexOf(':');
            string supplier = entry[..Math.Max(colon, 0)].Trim();
            string number = entry[(colon + 1)..].Trim();
            if (supplier.Length == 0 || number.Length == 0)
            {
                fields.Refuse(name, "Enter supplier and number with a colon between, e.g. Acme Magnets: PO-17; Beta: PO-18.");
                return [];
            }

            orders.Add(new PurchaseOrder(supplier, number));
        }

        return orders.ToImmutable();
    }
}
