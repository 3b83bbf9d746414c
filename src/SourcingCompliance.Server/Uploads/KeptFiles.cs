using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Uploads;

/// <summary>
/// Lets a form that had to be corrected be sent again without its files: a ticket names a content that this server has received, and nobody else can make one.
/// </summary>
/// <param name="protection">Seals the tickets.</param>
/// <param name="uploads">Where contents are kept.</param>
public sealed class KeptFiles(IDataProtectionProvider protection, UploadFolder uploads)
{
    // A form is corrected within minutes; content that belongs to no check stays for an hour.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(50);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("kept files").ToTimeLimitedDataProtector();

    /// <summary>Tickets for the BOMs of a form.</summary>
    /// <param name="form">The form; null = none was received.</param>
    public IReadOnlyList<KeptFile> Keep(UploadForm? form) => Keep(form?.Files ?? []);

    /// <summary>Tickets for files.</summary>
    /// <param name="files">The files.</param>
    public IReadOnlyList<KeptFile> Keep(IEnumerable<(string Name, StoredContent Content)> files) =>
        [.. files.Select(file =>
            new KeptFile(file.Name, _protector.Protect(JsonSerializer.Serialize(new Ticket(file.Name, file.Content.Sha256, file.Content.Bytes)), Life)))];

    /// <summary>The file of a ticket; null = the ticket is not ours or too old, or the content is gone.</summary>
    /// <param name="ticket">The ticket.</param>
    public (string Name, StoredContent Content)? Find(string ticket)
    {
        try
        {
            return JsonSerializer.Deserialize<Ticket>(_protector.Unprotect(ticket)) is { } kept && File.Exists(uploads.GetPath(kept.Sha256))
                ? (kept.Name, new StoredContent(kept.Sha256, kept.Bytes)) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private sealed record Ticket(string Name, string Sha256, long Bytes);
}
