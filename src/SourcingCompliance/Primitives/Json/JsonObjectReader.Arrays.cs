using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SourcingCompliance.Primitives.Json;

/// <content>What stands in arrays.</content>
public sealed partial class JsonObjectReader
{
    /// <summary>The objects of an array; empty when not stated.</summary>
    public IEnumerable<JsonObjectReader> Objects(string name, bool isRequired = false)
    {
        if (Array(name, isRequired) is not { } array)
        {
            yield break;
        }

        int index = 0;
        foreach (JsonElement element in array.EnumerateArray())
        {
            if (GetReader(element, name, index++) is { } reader)
            {
                yield return reader;
            }
        }
    }

    /// <summary>What the objects of an array say; empty when not stated.</summary>
    /// <typeparam name="T">What is read of each.</typeparam>
    /// <param name="name">Name of the array.</param>
    /// <param name="read">Reads one object.</param>
    /// <param name="isRequired">Whether its absence is told.</param>
    public ImmutableArray<T> All<T>(string name, Func<JsonObjectReader, T> read, bool isRequired = false)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Array(name, isRequired) is not { } array)
        {
            return [];
        }

        var all = ImmutableArray.CreateBuilder<T>(array.GetArrayLength());
        int index = 0;
        foreach (JsonElement element in array.EnumerateArray())
        {
            if (GetReader(element, name, index++) is { } reader)
            {
                all.Add(read(reader));
            }
        }

        return all.DrainToImmutable();
    }

    /// <summary>The texts of an array; empty when not stated.</summary>
    public ImmutableArray<string> Texts(string name, bool isRequired = false)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (JsonElement element in Array(name, isRequired)?.EnumerateArray() ?? default)
        {
            if (element.ValueKind == JsonValueKind.String)
            {
                texts.Add(element.GetString() ?? "");
            }
            else
            {
                Tell($"{Path}.{name}", element, "an array of texts");
            }
        }

        return texts.ToImmutable();
    }

    private JsonElement? Array(string name, bool isRequired)
    {
        JsonElement? value = Find(name, isRequired);
        if (value is { ValueKind: not JsonValueKind.Array } other)
        {
            Tell($"{Path}.{name}", other, "an array");
            return null;
        }

        return value;
    }

    private JsonObjectReader? GetReader(JsonElement element, string name, int index)
    {
        JsonObjectReader reader = new(element, this, name, index);
        if (element.ValueKind == JsonValueKind.Object)
        {
            return reader;
        }

        Tell(reader.Path, element, "an object");
        return null;
    }
}
