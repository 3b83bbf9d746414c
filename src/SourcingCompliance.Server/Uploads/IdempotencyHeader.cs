using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Uploads;

/// <summary>Reads the header <c>Idempotency-Key</c> and says when two uploads are the same.</summary>
public static class IdempotencyHeader
{
    /// <summary>Name of the header of a request.</summary>
    public const string Name = "Idempotency-Key";

    /// <summary>Name of the header of an answer that repeats an earlier one.</summary>
    public const string Replayed = "Idempotency-Replayed";

    private const int MaximumCharacters = 255;

    /// <summary>The key of a request; its fingerprint is still empty. Null = it has none.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="UploadRefusedException">The header cannot be used.</exception>
    public static IdempotencyKey? Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Headers.TryGetValue(Name, out StringValues sent))
        {
            return null;
        }

        string value = sent.Count == 1 ? (sent[0] ?? "").Trim() : "";
        // A structured header writes the same key with quotation marks.
        if (value.Length >= 2 && value[0] == '"' && value[^1] == '"')
        {
            value = value[1..^1];
        }

        if (value.Length is 0 or > MaximumCharacters || value.Any(character => character is < '!' or > '~'))
        {
            throw new UploadRefusedException(StatusCodes.Status400BadRequest, ServerDiagnosticIds.UploadMalformed,
                FormattableString.Invariant(
                    $"The header {Name} is not usable; nothing was checked. Send one key of 1 to {MaximumCharacters} visible ASCII characters, e.g. a UUID."));
        }

        return new IdempotencyKey(GetScope(request.HttpContext.Connection.RemoteIpAddress), value, "");
    }

    /// <summary>What two uploads have in common exactly when their files, names, and fields are the same, in the same order.</summary>
    /// <param name="form">The upload.</param>
    public static string GetFingerprint(UploadForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, StoredContent content) in form.Files)
        {
            Append(hash, "file", name, content.Sha256);
        }

        foreach ((string kind, (string name, StoredContent content)) in form.Attachments.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Append(hash, kind, name, content.Sha256);
        }

        foreach ((string name, string value) in form.Fields)
        {
            Append(hash, "field", name, value);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // 127.0.0.1 and ::1 are the same computer.
    private static string GetScope(IPAddress? address) =>
        address is null || IPAddress.IsLoopback(address) ? "local" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();

    // With its length before it, no text can pass for the end of one and the beginning of the next.
    private static void Append(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (string text in texts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
    }
}
