using System.Text;

namespace SourcingCompliance.Formats.Writing;

/// <summary>Opens text on a stream the way all text reports are: UTF-8, LF, the stream left open.</summary>
internal static class ReportText
{
    private const int BufferBytes = 1 << 16;

    /// <summary>A writer whose disposal leaves the stream open.</summary>
    /// <param name="output">The stream.</param>
    /// <param name="hasSignature">Whether the text begins with a byte order mark, which only spreadsheet programs need.</param>
    public static StreamWriter Open(Stream output, bool hasSignature = false) =>
        new(output, new UTF8Encoding(hasSignature), BufferBytes, leaveOpen: true) { NewLine = "\n" };
}
