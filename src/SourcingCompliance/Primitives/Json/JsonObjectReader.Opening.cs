using System.Text.Json;

namespace SourcingCompliance.Primitives.Json;

/// <content>How files are opened.</content>
public sealed partial class JsonObjectReader
{
    /// <summary>Opens a file whose root is an object; null and a diagnostic when it is not one.</summary>
    public static JsonObjectReader? Open(ReadOnlyMemory<byte> content, JsonReadingContext context) =>
        Read(content, context, root => new JsonObjectReader(root._element.Clone(), "$", context));

    /// <summary>Reads a file whose root is an object; null and a diagnostic when it is not one. It costs less than <see cref="Open"/>.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="content">Its bytes, UTF-8.</param>
    /// <param name="context">The file, and how its faults are told.</param>
    /// <param name="read">Reads the object, which cannot be read any more when it returns.</param>
    public static T? Read<T>(ReadOnlyMemory<byte> content, JsonReadingContext context, Func<JsonObjectReader, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(read);
        using JsonDocument? document = Parse(content, context);
        if (document is null)
        {
            return null;
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return read(new JsonObjectReader(document.RootElement, "$", context));
        }

        context.Diagnostics.Error(context.UnreadableId, context.File,
            $"The file contains a JSON {document.RootElement.ValueKind}; an object was expected.", "Compare it with its schema.");
        return null;
    }

    /// <summary>A file's bytes without a byte order mark.</summary>
    internal static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content[3..] : content;

    private static JsonDocument? Parse(ReadOnlyMemory<byte> content, JsonReadingContext context)
    {
        try
        {
            return JsonText.Parse(content);
        }
        catch (JsonException exception)
        {
            // A fault in a file of the user's is bad input; the parser knows only this way to say so.
            context.Diagnostics.Error(context.UnreadableId, context.File, $"The file cannot be used: {exception.Message}.", "Repair it there.");
            return null;
        }
    }
}
