using System.Security.Cryptography;
using System.Text;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Law;

/// <summary>The hash over the files of a pack, by which a report names what was applied.</summary>
internal static class PackHash
{
    /// <summary>SHA-256 over the files of a pack in path order, lower-case hexadecimal.</summary>
    public static string Compute(RuleFolder folder, string packId)
    {
        // Path, a zero byte, length, content: no two folders share a hash by moving bytes between files.
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in folder.Below(packId))
        {
            ReadOnlyMemory<byte> content = folder.Find(path) ?? ReadOnlyMemory<byte>.Empty;
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{path[(packId.Length + 1)..]}\0{content.Length}\0")));
            hash.AppendData(content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
