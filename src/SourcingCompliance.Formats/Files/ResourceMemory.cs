using System.Buffers;

namespace SourcingCompliance.Formats.Files;

/// <summary>
/// A resource of an assembly where it lies, without a copy: the runtime keeps an assembly's resources in memory as long as the process
/// lives, and every start of the program needs most of a megabyte of them.
/// </summary>
internal sealed unsafe class ResourceMemory : MemoryManager<byte>
{
    private readonly byte* _start;
    private readonly int _length;

    private ResourceMemory(byte* start, int length)
    {
        _start = start;
        _length = length;
    }

    /// <summary>The bytes of a resource; a stream that does not lie in memory is copied.</summary>
    /// <param name="resource">The resource's stream, at its beginning.</param>
    public static ReadOnlyMemory<byte> Get(Stream resource)
    {
        if (resource is UnmanagedMemoryStream mapped)
        {
            return new ResourceMemory(mapped.PositionPointer, checked((int)mapped.Length)).Memory;
        }

        byte[] content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => new(_start, _length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    /// <inheritdoc/>
    public override void Unpin()
    {
        // Nothing moves the bytes.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The bytes belong to the assembly.
    }
}
