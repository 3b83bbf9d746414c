using System.Text;

namespace SourcingCompliance.Formats.Reading.Text;

/// <summary>What encoding a text file is in, and how that was found out.</summary>
/// <param name="Encoding">The encoding; decodes what it does not allow to U+FFFD.</param>
/// <param name="Name">Its common name: <c>UTF-8</c>, <c>Windows-1252</c>.</param>
/// <param name="PreambleLength">Bytes of the byte-order mark; 0 = none.</param>
/// <param name="IsGuess">Whether it was chosen by likelihood.</param>
/// <param name="IsDoubtful">Whether another encoding is nearly as likely.</param>
/// <param name="InvalidSequences">How many byte sequences are not allowed in it, as far as counted.</param>
internal sealed record DetectedEncoding(Encoding Encoding, string Name, int PreambleLength, bool IsGuess, bool IsDoubtful, int InvalidSequences)
{
    /// <summary>Encodings in which the text reads nearly as well, best first; empty when there is no doubt.</summary>
    public IReadOnlyList<Encoding> Alternatives { get; init; } = [];
}
