using System.Text;
using SourcingCompliance.Mapping.Vocabulary;

namespace SourcingCompliance.Mapping.Profiles;

/// <summary>A short text that is the same for headers of the same words in the same columns.</summary>
internal static class HeaderFingerprint
{
    public static string Compute(HeaderReading?[] headers)
    {
        ulong hash = 14695981039346656037UL;
        for (int column = 1; column < headers.Length; column++)
        {
            if (headers[column] is { Header.Length: > 0 } header)
            {
                hash = Add(hash, Encoding.UTF8.GetBytes(HeaderKey.Compute(header.Header, splitCamelCase: false)));
                hash = Add(hash, [(byte)(column & 0xFF), (byte)(column >> 8), 0xFF]);
            }
        }

        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }

    // FNV-1a: tells forms apart, keeps no secret.
    private static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            hash = unchecked((hash ^ value) * 1099511628211UL);
        }

        return hash;
    }
}
