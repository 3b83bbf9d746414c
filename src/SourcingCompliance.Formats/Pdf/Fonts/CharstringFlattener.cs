namespace SourcingCompliance.Formats.Pdf.Fonts;

/// <summary>
/// Writes the program of a CFF glyph (Type 2 charstring, Adobe Technical Note 5177) without calls: each subroutine's bytes take
/// the place of the call, so that a subset needs no subroutines at all.
/// </summary>
internal sealed class CharstringFlattener(CffFont font, FontDictionary dictionary)
{
    private const int MaximumDepth = 10;
    private readonly List<byte> _output = [];
    private readonly List<(int Place, int Value)> _operands = [];
    private int _stems;
    private bool _isEnded;

    /// <summary>The program of the glyph without calls.</summary>
    public byte[] Flatten(int glyph)
    {
        Run(font.Charstring(glyph), 0);
        return [.. _output];
    }

    private void Run(ReadOnlySpan<byte> program, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new InvalidDataException("Subroutines of a CFF glyph are nested too deep.");
        }

        int at = 0;
        while (at < program.Length && !_isEnded)
        {
            int first = program[at];
            if (first is 28 or >= 32)
            {
                int length = first == 28 ? 3 : first <= 246 ? 1 : first <= 254 ? 2 : 5;
                _operands.Add((_output.Count, GetValue(program, at)));
                Copy(program, at, length);
                at += length;
                continue;
            }

            switch (first)
            {
                case 10:
                    int local = Pop() + GetBias(dictionary.Subrs.Count);
                    Run(font.LocalSubr(dictionary, local), depth + 1);
                    at++;
                    break;
                case 29:
                    int global = Pop() + GetBias(font.GlobalSubrCount);
                    Run(font.GlobalSubr(global), depth + 1);
                    at++;
                    break;
                case 11:
                    return;
                default:
                    at += Operator(program, at);
                    break;
            }
        }
    }

    private int Operator(ReadOnlySpan<byte> program, int at)
    {
        int first = program[at];
        // hstem, vstem, hstemhm, vstemhm, and the masks, whose length depends on how many stems there are.
        if (first is 1 or 3 or 18 or 23 or 19 or 20)
        {
            _stems += _operands.Count / 2;
        }

        int length = first switch
        {
            12 => 2,
            19 or 20 => 1 + ((_stems + 7) / 8),
            _ => 1,
        };
        Copy(program, at, length);
        _operands.Clear();
        _isEnded = first == 14;
        return length;
    }

    private int Pop()
    {
        if (_operands.Count == 0)
        {
            throw new InvalidDataException("A CFF glyph calls no subroutine by number.");
        }

        (int place, int value) = _operands[^1];
        _operands.RemoveAt(_operands.Count - 1);
        _output.RemoveRange(place, _output.Count - place);
        return value;
    }

    private void Copy(ReadOnlySpan<byte> program, int at, int length)
    {
        foreach (byte value in program.Slice(at, length))
        {
            _output.Add(value);
        }
    }

    private static int GetValue(ReadOnlySpan<byte> program, int at) => program[at] switch
    {
        28 => program.S16(at + 1),
        <= 246 => program[at] - 139,
        <= 250 => ((program[at] - 247) * 256) + program[at + 1] + 108,
        <= 254 => (-(program[at] - 251) * 256) - program[at + 1] - 108,
        _ => program.S16(at + 1),
    };

    // Technical Note 5177, section 4.7: numbers of subroutines are stored less a bias.
    private static int GetBias(int count) => count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
}
