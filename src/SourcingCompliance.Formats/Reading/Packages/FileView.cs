using Microsoft.Win32.SafeHandles;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>A view over an open file for a thread of its own.</summary>
/// <param name="file">The file.</param>
internal sealed class FileView(SafeFileHandle file) : StreamView
{
    /// <inheritdoc/>
    public override long Length { get; } = RandomAccess.GetLength(file);

    /// <inheritdoc/>
    protected override int ReadAt(long position, Span<byte> buffer) => RandomAccess.Read(file, buffer, position);
}
