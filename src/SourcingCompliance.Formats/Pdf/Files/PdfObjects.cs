using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>
/// Writes numbered objects, the table of their places and the trailer. The file's /ID is a hash of its own bytes, so the same
/// content gives the same file.
/// </summary>
internal sealed class PdfObjects : IDisposable
{
    private readonly Stream _output;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<long> _places = [0];
    private readonly MemoryStream _packed = new();
    private byte[] _encoded = new byte[1024];
    private long _position;

    /// <summary>Begins a file.</summary>
    /// <param name="output">Receives the bytes; left open.</param>
    public PdfObjects(Stream output)
    {
        _output = output;
        // Four bytes above 127 in a comment tell transfer programs that the file is binary (ISO 32000-1, 7.5.2).
        Emit([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        _places.Add(0);
        return _places.Count - 1;
    }

    /// <summary>Writes an object under its number.</summary>
    public void Write(int id, string body)
    {
        _places[id] = _position;
        Emit(Encoded(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n")));
        Emit(Encoded(body));
        Emit("\nendobj\n"u8);
    }

    /// <summary>Writes an object under its number.</summary>
    public void Write(int id, StringBuilder body)
    {
        _places[id] = _position;
        Emit(Encoded(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n")));
        foreach (ReadOnlyMemory<char> chunk in body.GetChunks())
        {
            Emit(Encoded(chunk.Span));
        }

        Emit("\nendobj\n"u8);
    }

    /// <summary>Writes an object under a new number.</summary>
    public int Add(string body)
    {
        int id = Reserve();
        Write(id, body);
        return id;
    }

    /// <summary>Writes a stream under its number.</summary>
    /// <param name="id">The number.</param>
    /// <param name="entries">Entries of its dictionary but its length and filter.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="isCompressed">Whether they are deflated.</param>
    public void WriteStream(int id, string entries, ReadOnlySpan<byte> content, bool isCompressed = true)
    {
        if (!isCompressed)
        {
            WriteStored(id, entries, "", content);
            return;
        }

        _packed.SetLength(0);
        using (var zlib = new ZLibStream(_packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        WritePacked(id, entries);
    }

    private void WritePacked(int id, string entries) => WriteStored(id, entries, "/Filter /FlateDecode ", _packed.GetBuffer().AsSpan(0, (int)_packed.Length));

    private void WriteStored(int id, string entries, string filter, ReadOnlySpan<byte> stored)
    {
        _places[id] = _position;
        Emit(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n<< {entries} {filter}/Length {stored.Length} >>\nstream\n")));
        Emit(stored);
        Emit("\nendstream\nendobj\n"u8);
    }

    /// <summary>Writes a stream under a new number.</summary>
    public int AddStream(string entries, ReadOnlySpan<byte> content, bool isCompressed = true)
    {
        int id = Reserve();
        WriteStream(id, entries, content, isCompressed);
        return id;
    }

    /// <summary>Writes a stream under a new number, deflated while it is made, so that it is never whole in memory.</summary>
    /// <param name="entries">Entries of its dictionary but its length and filter, of the number of bytes before they are deflated.</param>
    /// <param name="write">Writes its bytes.</param>
    public int AddStream(Func<long, string> entries, Action<Stream> write)
    {
        int id = Reserve();
        long length;
        _packed.SetLength(0);
        using (var zlib = new ZLibStream(_packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            using var counted = new CountingStream(zlib);
            write(counted);
            length = counted.Length;
        }

        WritePacked(id, entries(length));
        return id;
    }

    /// <summary>Writes a stream of ASCII under a new number.</summary>
    public int AddStream(StringBuilder content) => AddStream(_ => "", zlib =>
    {
        foreach (ReadOnlyMemory<char> chunk in content.GetChunks())
        {
            zlib.Write(Encoded(chunk.Span));
        }
    });

    /// <summary>Writes the table of places and the trailer.</summary>
    public void Finish(int catalog, int information)
    {
        long start = _position;
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"xref\n0 {_places.Count}\n0000000000 65535 f \n");
        for (int id = 1; id < _places.Count; id++)
        {
            // An object that was reserved and never written would be a broken file.
            if (_places[id] == 0)
            {
                throw new InvalidOperationException($"Object {id} was reserved and never written.");
            }

            table.Append(CultureInfo.InvariantCulture, $"{_places[id]:D10} 00000 n \n");
        }

        string id16 = Convert.ToHexString(_hash.GetCurrentHash().AsSpan(0, 16));
        table.Append(CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {_places.Count} /Root {catalog} 0 R /Info {information} 0 R /ID [<{id16}> <{id16}>] >>\nstartxref\n{start}\n%%EOF\n");
        Emit(Encoding.Latin1.GetBytes(table.ToString()));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash.Dispose();
        _packed.Dispose();
    }

    // Valid until the next call.
    private ReadOnlySpan<byte> Encoded(ReadOnlySpan<char> text)
    {
        if (_encoded.Length < text.Length)
        {
            _encoded = new byte[Math.Max(text.Length, 2 * _encoded.Length)];
        }

        return _encoded.AsSpan(0, Encoding.Latin1.GetBytes(text, _encoded));
    }

    private void Emit(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _hash.AppendData(bytes);
        _position += bytes.Length;
    }
}
