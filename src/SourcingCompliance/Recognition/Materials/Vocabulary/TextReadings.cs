using System.Buffers;
using SourcingCompliance.Lines.Storage;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>Reads texts and remembers what they said, so that a text costs once. One instance serves one thread.</summary>
/// <param name="reader">Reads a text that is not remembered.</param>
/// <param name="cancellation">Ends the run before a text is read: one row may hold thousands of long ones.</param>
internal sealed class TextReadings(TextRecognizer reader, CancellationToken cancellation)
{
    private const int RememberedTextBits = 14;
    private const int LongestRemembered = 2048;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,-+/:%# ");

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly TextMemory<TextReading> _readings = new(RememberedTextBits);
    private readonly TextMemory<TextReading> _numbers = new(RememberedTextBits);
    private readonly TextMemory<TextReading> _stockNumbers = new(RememberedTextBits);
    private readonly TextMemory<TextReading> _supplyClasses = new(RememberedTextBits);

    /// <summary>What the text of any column says, read as a description.</summary>
    public TextReading ReadAny(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return TextReading.Nothing;
        }

        if (_readings.TryGet(text, out TextReading? known))
        {
            return known;
        }

        // Cells of any column, most of them numbers that come once and would only push out what comes again.
        return text.IndexOfAny(' ', ',') < 0 ? Read(BomField.PartNumber, text) : Read(BomField.Description, text);
    }

    // Fields whose texts come again on many lines; in the others almost every text comes once.
    private static bool IsDescribing(BomField field) => field is BomField.Description or BomField.Name or BomField.Material or BomField.Grade
        or BomField.Value or BomField.Category or BomField.Notes or BomField.Manufacturer;

    /// <summary>Whether a text that <see cref="Read"/> finds silent in a column is silent for <see cref="ReadAny"/> too: one word has no inverted
    /// order.</summary>
    public static bool ReadsAlike(BomField field, ReadOnlySpan<char> text) => field is not (BomField.Nsn or BomField.SupplyClass)
        && (IsDescribing(field) || text.IndexOfAnyExcept(LettersAndDigits) < 0 || text.IndexOfAnyExcept(NumberCharacters) < 0);

    /// <summary>What the text of a column says.</summary>
    public TextReading Read(BomField field, ReadOnlySpan<char> text)
    {
        if (text.Length > MaterialClassifier.MostCharacters)
        {
            text = text[..MaterialClassifier.MostCharacters];
        }

        if (field is BomField.Nsn or BomField.SupplyClass)
        {
            return ReadSupplyClass(field, text);
        }

        bool isNumber = !IsDescribing(field) || text.IndexOfAnyExcept(NumberCharacters) < 0;
        if (isNumber && reader.SeesNothing(text))
        {
            return TextReading.Nothing;
        }

        TextMemory<TextReading> readings = isNumber ? _numbers : _readings;
        if (readings.TryGet(text, out TextReading? known))
        {
            return known;
        }

        cancellation.ThrowIfCancellationRequested();
        TextReading reading = reader.Read(text);
        // Almost every part number comes once and says nothing: remembering them would only push out what comes again. Long texts come once and are large.
        if ((reading.Number > 0 || !isNumber) && text.Length <= LongestRemembered)
        {
            readings.Add(text.ToString(), reading);
        }

        return reading;
    }

    // The column says what the digits are, so they are read as texts write them: "FSC 6105".
    private TextReading ReadSupplyClass(BomField field, ReadOnlySpan<char> text)
    {
        TextMemory<TextReading> readings = field == BomField.Nsn ? _stockNumbers : _supplyClasses;
        if (!readings.TryGet(text, out TextReading? reading))
        {
            reading = reader.Read(string.Concat(field == BomField.Nsn ? "NSN " : "FSC ", text));
            readings.Add(text.ToString(), reading);
        }

        return reading;
    }
}
