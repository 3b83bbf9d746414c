namespace SourcingCompliance.Server.Storage;

/// <summary>The key under which a program sends an upload, so that sending it again starts no second check.</summary>
/// <param name="Scope">The sender; equal keys of different senders are different keys.</param>
/// <param name="Value">The key, 1 to 255 visible ASCII characters.</param>
/// <param name="Fingerprint">SHA-256 of what was sent, in lower-case hexadecimal.</param>
public sealed record IdempotencyKey(string Scope, string Value, string Fingerprint);
