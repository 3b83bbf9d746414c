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
    private static readonly Lazy<Dictionary<string, ReadOnlyMemory<byte>>> Files = new(ReadFiles);

    // A face fills its own cache of glyphs while it is used, so every document gets faces of its own over the shared bytes.

    /// <summary>A fresh face of the upright text weight.</summary>
    public static FontFace Regular() => Load("/Assets/Inter-Regular.ttf");

    /// <summary>A fresh face of the weight for headings and stress.</summary>
    public static FontFace SemiBold() => Load("/Assets/Inter-SemiBold.ttf");

    private static FontFace Load(string path) => new(new SfntFile(Files.Value[path], 0));

    private static Dictionary<string, ReadOnlyMemory<byte>> ReadFiles()
    {
        using Stream assembly = typeof(InterTypeface).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly was built without its resource '{ResourceName}'.");
        using var executable = new PEReader(assembly);
        int address = executable.PEHeaders.CorHeader?.ResourcesDirectory.RelativeVirtualAddress ?? 0;
        BinaryReader reader = new(new MemoryStream([.. executable.GetSectionData(address).GetContent()]), Encoding.UTF8);
        // ECMA-335 II.24.2.4: the resource is preceded by its length.
        int length = reader.ReadInt32();
        byte[] resource = reader.ReadBytes(length);
        return ReadIndex(resource);
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> ReadIndex(byte[] resource)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        using BinaryReader reader = new(new MemoryStream(resource), Encoding.UTF8);
        int start = reader.ReadInt32() + sizeof(int);
        int version = reader.ReadInt32();
        if (version != 2)
        {
            throw new InvalidDataException($"The index of the typeface has version {version}, expected 2: the package changed its format.");
        }

        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            string path = reader.ReadString();
            int offset = reader.ReadInt32();
            files[path] = resource.AsMemory(start + offset, reader.ReadInt32());
        }

        return files;
    }
}
