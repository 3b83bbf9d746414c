using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using System.Text.Json;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Values of a report that are written once and referred to by their place, counted from 0, in the order in which they were first met.</summary>
/// <param name="name">Name of the table in the report.</param>
internal sealed class ValueTable(string name) : IDisposable
{
    private readonly Dictionary<byte[], int> _places = new(BytesComparer.Instance);
    private readonly List<byte[]> _values = [];
    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private Utf8JsonWriter? _writer;

    /// <summary>Begins a value that may already be in the table.</summary>
    /// <returns>Receives the value.</returns>
    public Utf8JsonWriter Begin()
    {
        _buffer.ResetWrittenCount();
        _writer ??= new Utf8JsonWriter(_buffer, JsonReportWriter.Options with { Indented = false, SkipValidation = true });
        _writer.Reset();
        return _writer;
    }

    /// <summary>Ends the value.</summary>
    /// <returns>Its place in the table.</returns>
    public int End()
    {
        _writer?.Flush();
        Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> lookup = _places.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(_buffer.WrittenSpan, out int place))
        {
            place = _values.Count;
            byte[] value = _buffer.WrittenSpan.ToArray();
            _values.Add(value);
            _places.Add(value, place);
        }

        return place;
    }

    /// <summary>Writes the table as a property of the open object; nothing for an empty table.</summary>
    public void Write(Utf8JsonWriter json, ElementWriter elements)
    {
        if (_values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (byte[] value in _values)
        {
            elements.Begin(json).WriteRawValue(value, skipInputValidation: true);
            elements.End(json);
        }

        json.WriteEndArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly BytesComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate) => unchecked((int)XxHash3.HashToUInt64(alternate));

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
