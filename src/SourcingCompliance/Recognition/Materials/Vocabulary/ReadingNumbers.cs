using System.Globalization;
using System.Text;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// Numbers readings for use as a key. Silent texts whose words say the same share a number ("Washer, type 17", "Washer, type 18"), and so do others whose
/// words stand in the same places ("NdFeB magnet, type 17", "NdFeB magnet, type 18"), so that a line with one of them is not worked out again for each: a
/// sixth of the time of a list of magnets. It remembers, so one serves one thread.
/// </summary>
internal sealed class ReadingNumbers
{
    private const int MostShared = 16_384;

    private readonly Dictionary<string, int> _shared = new(StringComparer.Ordinal);
    private readonly StringBuilder _signature = new();
    private int _last;

    /// <summary>A number that no reading has.</summary>
    public int Next() => ++_last;

    /// <summary>The number of a reading: a new one, or that of a reading that says the same.</summary>
    public int GetNumber(TextReading reading)
    {
        // How long a part number is tells how much it is worth.
        if (Array.Exists(reading.Words, word => word.Idea.IsNumber))
        {
            return Next();
        }

        string signature = GetSignature(reading);
        if (!_shared.TryGetValue(signature, out int number))
        {
            number = Next();
            if (_shared.Count < MostShared)
            {
                _shared.Add(signature, number);
            }
        }

        return number;
    }

    // Everything of a silent reading that the evaluation of a line looks at, or that it shows; of one that speaks, everything that it holds. Texts are
    // written with their length, so that no text can pass for the words behind it.
    private string GetSignature(TextReading reading)
    {
        _signature.Clear().Append(reading.IsSilent ? 's' : 'w').Append(reading.SaysNothing ? 's' : 'n').Append(reading.MagnetIsHead ? 'h' : 'n');
        if (!reading.IsSilent)
        {
            _signature.Append(CultureInfo.InvariantCulture, $"{reading.Length} ");
        }

        foreach (ReadWord word in reading.Words)
        {
            if (!reading.IsSilent)
            {
                _signature.Append(CultureInfo.InvariantCulture, $"{word.Start}-{word.End} ");
            }

            _signature.Append(CultureInfo.InvariantCulture,
                $"{word.Idea.Index} {(int)word.State} {(word.IsHeld ? 'h' : 'n')}{(word.Start == 0 ? 'f' : 'n')} {word.Text.Length} {word.Text}");
        }

        return _signature.ToString();
    }
}
