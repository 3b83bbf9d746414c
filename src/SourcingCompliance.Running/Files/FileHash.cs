using System.Buffers;
using System.Security.Cryptography;

namespace SourcingCompliance.Running.Files;

/// <summary>The hash that tells whether an input is the one of an earlier run.</summary>
internal static class FileHash
{
    // The base library takes 4 KiB at a time, which costs a list of a million lines more calls than its hash costs time.
    private const int BytesAtOnce = 128 * 1024;

    /// <summary>SHA-256 of a file in small hexadecimal digits; null when it cannot be opened or read.</summary>
    public static string? Compute(string path)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BytesAtOnce);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                hash.AppendData(buffer, 0, read);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
