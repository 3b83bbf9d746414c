using System.Globalization;
using System.Text.Json;

namespace SourcingCompliance.Primitives.Json;

/// <summary>
/// Parses JSON that people and programs write for us, more strictly than the base library: a key that stands twice in one object, a text that
/// is no Unicode, values nested without end and numbers beyond all use are refused with their place, because readers differ in what they make of them.
/// </summary>
public static class JsonText
{
    /// <summary>How deep values may be nested.</summary>
    public const int MaximumDepth = 64;

    // Above a quadrillion nothing that the files state is a number: no contract's value, no mass, no count of days.
    private const decimal LargestNumber = 1_000_000_000_000_000m;

    /// <summary>Parses a file.</summary>
    /// <param name="content">Its bytes, UTF-8, with or without a byte order mark.</param>
    /// <exception cref="JsonFaultException">It is no JSON, or not to be relied on; the message says why and where.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> content)
    {
        content = JsonObjectReader.WithoutMark(content);
        try
        {
            Check(content.Span);
            return JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = MaximumDepth });
        }
        catch (JsonException exception) when (exception is not JsonFaultException)
        {
            throw new JsonFaultException($"it is not valid JSON at {Place(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0)}");
        }
    }

    private static void Check(ReadOnlySpan<byte> content)
    {
        // One level more than allowed, so that the depth is told as such.
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { MaxDepth = MaximumDepth + 1 });
        var keys = new JsonKeys();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    keys.Begin();
                    break;
                case JsonTokenType.EndObject:
                    keys.End();
                    break;
                case JsonTokenType.PropertyName:
                    CheckUnicode(ref reader, content);
                    if (keys.Add(ref reader, content) is { } before)
                    {
                        throw new JsonFaultException(
                            $"the key \"{reader.GetString()}\" stands twice in one object, at {PlaceIn(content, before)} and at "
                                + $"{PlaceIn(content, reader.TokenStartIndex)}, and it is not clear which one counts");
                    }

                    break;
                case JsonTokenType.String:
                    CheckUnicode(ref reader, content);
                    break;
                case JsonTokenType.Number when !reader.TryGetDecimal(out decimal number) || Math.Abs(number) > LargestNumber:
                    throw new JsonFaultException($"the number at {PlaceIn(content, reader.TokenStartIndex)} is too large or too exact to be used");
                default:
                    break;
            }

            if (reader.CurrentDepth >= MaximumDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                throw new JsonFaultException($"its values are nested deeper than {MaximumDepth} levels at {PlaceIn(content, reader.TokenStartIndex)}");
            }
        }
    }

    private static void CheckUnicode(ref Utf8JsonReader reader, ReadOnlySpan<byte> content)
    {
        if (!reader.ValueIsEscaped && System.Text.Ascii.IsValid(reader.ValueSpan))
        {
            return;
        }

        try
        {
            reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new JsonFaultException($"the text at {PlaceIn(content, reader.TokenStartIndex)} contains half a character (a lone surrogate) or bytes "
                + $"that are not UTF-8");
        }
    }

    private static string PlaceIn(ReadOnlySpan<byte> content, long at)
    {
        ReadOnlySpan<byte> before = content[..(int)at];
        return Place(before.Count((byte)'\n'), before.Length - 1 - before.LastIndexOf((byte)'\n'));
    }

    private static string Place(long line, long position) => string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, byte {position + 1}");
}
