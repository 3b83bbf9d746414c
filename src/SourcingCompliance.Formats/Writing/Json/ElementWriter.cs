using System.Buffers;
using System.Text.Json;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>
/// Writes the elements of long arrays, each on one line of its own: a report of many lines stays small, and a text comparison of two reports
/// shows whole elements. The bytes of one element at a time are held.
/// </summary>
internal sealed class ElementWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _element;

    public ElementWriter() => _element = new Utf8JsonWriter(_buffer, JsonReportWriter.Options with { Indented = false, SkipValidation = true });

    /// <summary>Begins an element that is written into an array of a report.</summary>
    /// <param name="json">The report; an array is open.</param>
    /// <returns>Receives the element, as one value.</returns>
    public Utf8JsonWriter Begin(Utf8JsonWriter json)
    {
        _buffer.ResetWrittenCount();
        _buffer.Write("\n"u8);
        _buffer.GetSpan(json.CurrentDepth * 2)[..(json.CurrentDepth * 2)].Fill((byte)' ');
        _buffer.Advance(json.CurrentDepth * 2);
        _element.Reset();
        return _element;
    }

    /// <summary>Ends the element and hands it on.</summary>
    /// <param name="json">The report given to <see cref="Begin"/>.</param>
    public void End(Utf8JsonWriter json)
    {
        _element.Flush();
        json.WriteRawValue(_buffer.WrittenSpan, skipInputValidation: true);
        json.FlushWhenFull();
    }

    /// <inheritdoc/>
    public void Dispose() => _element.Dispose();
}
