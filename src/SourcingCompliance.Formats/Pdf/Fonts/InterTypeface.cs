using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>
/// The typeface Inter, taken from the package <c>Avalonia.Fonts.Inter</c>, whose assembly is embedded whole. Its one manifest
/// resource is an index and the files behind it: int32 length of the index, int32 version, int32 count, then for each file a
/// length-prefixed path, int32 offset from the end of the index and int32 size, all little-endian.
/// </summary>
internal static class InterTypeface
{
    private const string ResourceName = "fonts/Avalonia.Fonts.Inter.dll";
    private const string RegularPath = "/Assets/Inter-Regular.ttf";
    private const string SemiBoldPath = "/Assets/Inter-SemiBold.ttf";
    private static readonly Lazy<Dictionary<string, ReadOnlyMemory<byte>>> Files = new(ReadFiles);

    // A face fills its own cache of glyphs while it is used, so every document gets faces of its own over the shared bytes.

    /// <summary>A fresh face of the upright text weight.</summary>
    public static FontFace Regular() => Load(RegularPath);

    /// <summary>A fresh face of the weight for headings and stress.</summary>
    public static FontFace SemiBold() => Load(SemiBoldPath);

    private static FontFace Load(string path) => new(new SfntFile(Files.Value[path], 0));

    // Four megabytes, of which a tenth is wanted: read where they lie.
    private static unsafe PEReader Open(Stream assembly) =>
        assembly is UnmanagedMemoryStream mapped ? new PEReader(mapped.PositionPointer, checked((int)mapped.Length)) : new PEReader(assembly);

    private static Dictionary<string, ReadOnlyMemory<byte>> ReadFiles()
    {
        using Stream assembly = typeof(InterTypeface).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly was built without its resource '{ResourceName}'.");
        using PEReader executable = Open(assembly);
        int address = executable.PEHeaders.CorHeader?.ResourcesDirectory.RelativeVirtualAddress ?? 0;
        BlobReader resource = executable.GetSectionData(address).GetReader();
        // ECMA-335 II.24.2.4: the resource is preceded by its length.
        int length = resource.ReadInt32();
        int begin = resource.Offset;
        int behindIndex = resource.ReadInt32() + sizeof(int);
        resource.Offset = begin;
        using BinaryReader index = new(new MemoryStream(resource.ReadBytes(Math.Min(behindIndex, length))), Encoding.UTF8);
        index.ReadInt32();
        int version = index.ReadInt32();
        if (version != 2)
        {
            throw new InvalidDataException($"The index of the typeface has version {version}, expected 2: the package changed its format.");
        }

        // Only the two weights in use are copied out of the assembly; it holds nine.
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        for (int count = index.ReadInt32(); count > 0; count--)
        {
            string path = index.ReadString();
            resource.Offset = begin + behindIndex + index.ReadInt32();
            int size = index.ReadInt32();
            if (path is RegularPath or SemiBoldPath)
            {
                files[path] = resource.ReadBytes(size);
            }
        }

        return files;
    }
}
