using System.Text.Json;
using SourcingCompliance.Decisions;

namespace SourcingCompliance.Formats.Writing.Json;

/// <summary>Writes values that occur in many places of a JSON report; null stands for "unknown" or "none" throughout.</summary>
internal static class JsonValues
{
    // A report of 50,000 lines must not be held in memory twice.
    private const int FlushBytes = 1 << 16;

    /// <summary>Passes on what was written, once it is much.</summary>
    public static void FlushWhenFull(this Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushBytes)
        {
            json.Flush();
        }
    }

    /// <summary>Writes a date in ISO form, or null.</summary>
    public static void WriteDate(this Utf8JsonWriter json, string name, DateOnly? date)
    {
        if (date is { } value)
        {
            json.WriteString(name, ReportTokens.Format(value));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes a number, or null.</summary>
    public static void WriteNumber(this Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes a text that is not empty; nothing for one that is.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Writes numbers as an array.</summary>
    public static void WriteNumbers(this Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (int number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes texts as an array.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the facts that are not on file.</summary>
    public static void WriteMissing(this Utf8JsonWriter json, IEnumerable<MissingFact> missing)
    {
        json.WriteStartArray("missing");
        foreach (MissingFact fact in missing)
        {
            json.WriteStartObject();
            json.WriteString("fact", fact.Fact);
            json.WriteString("stage", fact.Stage);
            json.WriteString("element", fact.Element);
            json.WriteString("question", fact.Question);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
