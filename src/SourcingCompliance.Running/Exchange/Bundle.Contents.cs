using System.IO.Compression;
using System.Security.Cryptography;

namespace SourcingCompliance.Running.Exchange;

/// <content>What goes into a bundle and comes out of it.</content>
public static partial class Bundle
{
    // Names from a zip become paths below a folder of ours only when they cannot lead out of it.
    private static bool IsName(string name) => name.Length is > 0 and < 400 && !name.StartsWith('/')
        && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal)
        && !name.EndsWith('/') && !name.Split('/').Any(part => part is "" or "." or "..") && !name.Any(char.IsControl);

    private static byte[] GetContent(ZipArchiveEntry entry)
    {
        using Stream source = entry.Open();
        using var content = new MemoryStream();
        byte[] buffer = new byte[81_920];
        for (int read = source.Read(buffer); read > 0; read = source.Read(buffer))
        {
            if (content.Length + read > LargestEntry)
            {
                throw new InvalidDataException("An entry is larger than it says.");
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static string ComputeHash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
