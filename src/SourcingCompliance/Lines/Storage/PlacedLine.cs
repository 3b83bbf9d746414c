using System.Runtime.InteropServices;

namespace SourcingCompliance.Lines.Storage;

/// <summary>What is kept of a line beside its texts, in eleven bytes: a list may have millions of lines.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct PlacedLine
{
    private readonly uint _placeLow;
    private readonly byte _placeHigh;

    /// <summary>Keeps a line.</summary>
    /// <param name="place">Where its texts lie, as <see cref="PackedTexts.Add"/> gives it: less than a terabyte.</param>
    /// <param name="row">1-based row of the sheet.</param>
    /// <param name="indent">Steps of indentation.</param>
    public PlacedLine(long place, int row, short indent)
    {
        _placeLow = (uint)(place & uint.MaxValue);
        _placeHigh = checked((byte)(place >> 32));
        Row = row;
        Indent = indent;
    }

    /// <summary>Where its texts lie.</summary>
    public long Place => ((long)_placeHigh << 32) | _placeLow;

    /// <summary>1-based row of the sheet.</summary>
    public int Row { get; }

    /// <summary>Steps of indentation.</summary>
    public short Indent { get; }
}
