using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Callbacks;

/// <summary>Signs calls after the Standard Webhooks specification: HMAC-SHA256 over id, time, and body, with points between.</summary>
public sealed class CallbackSecret
{
    private const string FileName = "callback-secret";
    private const int NewBytes = 32;

    private readonly byte[] _key;

    /// <summary>Takes the secret of the settings, or the one in the data folder, which is made when there is none.</summary>
    /// <param name="options">Settings and data folder.</param>
    public CallbackSecret(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string secret = options.CallbackSecret ?? ReadOrCreate(Path.Combine(options.DataFolder, "keys", FileName));
        _key = ServerOptions.ReadSecret(secret)
            ?? throw new FormatException($"The file keys/{FileName} in the data folder is damaged. Delete it, start the server again, and give the new "
                + $"secret to whoever verifies calls.");
    }

    /// <summary>The header <c>webhook-signature</c> of a call.</summary>
    /// <param name="id">Header <c>webhook-id</c>.</param>
    /// <param name="seconds">Header <c>webhook-timestamp</c>: seconds since 1970, UTC.</param>
    /// <param name="body">The body.</param>
    public string Sign(string id, long seconds, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}.")), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(_key, signed));
    }

    private static string ReadOrCreate(string path)
    {
        try
        {
            using FileStream file = PrivateFiles.Create(path, FileMode.CreateNew);
            string secret = ServerOptions.SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(NewBytes));
            file.Write(Encoding.ASCII.GetBytes(secret));
            return secret;
        }
        catch (IOException) when (File.Exists(path))
        {
            return File.ReadAllText(path).Trim();
        }
    }
}
