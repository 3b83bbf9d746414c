using System.Text;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>The names of the elements that are open, in one block of bytes, so that an end tag can be compared with what it ends.</summary>
internal sealed class OpenElements
{
    private byte[] _names = new byte[512];
    private int[] _starts = new int[32];
    private int _count;
    private int _end;

    /// <summary>An element begins.</summary>
    /// <param name="name">Its whole name, prefix included.</param>
    public void Open(ReadOnlySpan<byte> name)
    {
        if (_count == _starts.Length)
        {
            Array.Resize(ref _starts, _count * 2);
        }

        if (_end + name.Length > _names.Length)
        {
            Array.Resize(ref _names, Math.Max(_names.Length * 2, _end + name.Length));
        }

        _starts[_count++] = _end;
        name.CopyTo(_names.AsSpan(_end));
        _end += name.Length;
    }

    /// <summary>An element ends.</summary>
    /// <param name="name">The whole name in its end tag.</param>
    /// <exception cref="ReadingStoppedException">No element is open, or one of another name.</exception>
    public void Close(ReadOnlySpan<byte> name)
    {
        if (_count == 0)
        {
            throw Stop.Damaged("The XML of the file closes an element that was never opened.");
        }

        int start = _starts[--_count];
        ReadOnlySpan<byte> opened = _names.AsSpan(start, _end - start);
        if (!opened.SequenceEqual(name))
        {
            throw Stop.Damaged($"The XML of the file is damaged: an element begins as '{Shown(opened)}' and ends as '{Shown(name)}'.");
        }

        _end = start;
    }

    private static string Shown(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name[..Math.Min(name.Length, 40)]);
}
