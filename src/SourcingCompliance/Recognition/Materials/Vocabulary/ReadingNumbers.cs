using System.Globalization;
using System.Text;

namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>
/// Numbers readings for use as a key. Silent texts whose words say the same share a number ("Washer, type 17", "Washer, type 18"), so that a line with
/// one of them is not worked out again for each. It remembers, so one serves one thread.
/// </summary>
internal sealed class ReadingNumbers
{
    private const int MostShared = 16_384;

    private readonly Dictionary<string, int> _shared = new(StringComparer.Ordinal);
    private readonly StringBuilder _signature = new();
    private int _last;

    /// <summary>A number that no reading has.</summary>
    public int Next() => ++_last;

    /// <summary>The number of a reading: a new one, or that of a silent reading that says the same.</summary>
    public int NumberOf(TextReading reading)
    {
        // How long a part number is tells how much it is worth.
        if (!reading.IsSilent || Array.Exists(reading.Words, word => word.Idea.IsNumber))
        {
            return Next();
        }

        string signature = SignatureOf(reading);
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

    // Everything of a silent reading that the evaluation of a line looks at, or that it shows.
    private string SignatureOf(TextReading reading)
    {
        _signature.Clear().Append(reading.SaysNothing ? 's' : 'n').Append(reading.MagnetIsHead ? 'h' : 'n');
        foreach (ReadWord word in reading.Words)
        {
            _signature.Append(CultureInfo.InvariantCulture, $"{word.Idea.Index} {(int)word.State} {(word.IsHeld ? 'h' : 'n')}{(word.Start == 0 ? 'f' : 'n')} {word.Text}").Append('\n');
        }

        return _signature.ToString();
    }
}
