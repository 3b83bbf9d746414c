using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Formats.Tests.Pdf;

/// <summary>A PDF file read back by its table of places: enough to look at its objects and streams one by one.</summary>
internal sealed class PdfFile
{
    private readonly byte[] _bytes;
    private readonly string _text;

    public PdfFile(byte[] bytes)
    {
        _bytes = bytes;
        _text = Encoding.Latin1.GetString(bytes);
        int start = int.Parse(Regex.Match(_text, @"startxref\n(\d+)\n%%EOF\n$").Groups[1].Value, CultureInfo.InvariantCulture);
        Table = _text[start..];
        MatchCollection entries = Regex.Matches(Table, @"^(\d{10}) (\d{5}) ([nf]) $", RegexOptions.Multiline);
        Places = [.. entries.Select(entry => int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture))];
        Trailer = Regex.Match(Table, @"trailer\n(<<.*>>)\n", RegexOptions.Singleline).Groups[1].Value;
        for (int id = 1; id < Places.Count; id++)
        {
            int from = Places[id];
            int end = _text.IndexOf("\nendobj\n", from, StringComparison.Ordinal);
            string head = string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n");
            _text.Substring(from, head.Length).ShouldBe(head);
            string body = _text[(from + head.Length)..end];
            int stream = body.IndexOf("\nstream\n", StringComparison.Ordinal);
            Objects[id] = stream < 0 ? body : body[..stream];
            if (stream >= 0)
            {
                Streams[id] = Inflate(Objects[id], from + head.Length + stream + "\nstream\n".Length);
            }
        }
    }

    public string Table { get; }

    public IReadOnlyList<int> Places { get; }

    public string Trailer { get; }

    public Dictionary<int, string> Objects { get; } = [];

    public Dictionary<int, byte[]> Streams { get; } = [];

    public string Catalog => Objects[Reference(Trailer, "Root")];

    /// <summary>Objects whose dictionary has an entry, by number.</summary>
    public IEnumerable<KeyValuePair<int, string>> Having(string entry) => Objects.Where(pair => pair.Value.Contains(entry, StringComparison.Ordinal));

    /// <summary>Pages in order, as object numbers.</summary>
    public IReadOnlyList<int> Pages
    {
        get
        {
            string tree = Objects[Reference(Catalog, "Pages")];
            return References(Regex.Match(tree, @"/Kids \[([^\]]*)\]").Groups[1].Value);
        }
    }

    public string Content(int page) => Encoding.ASCII.GetString(Streams[Reference(Objects[page], "Contents")]);

    /// <summary>The object that an entry refers to.</summary>
    public static int Reference(string dictionary, string entry)
    {
        Match match = Regex.Match(dictionary, $@"/{entry} (\d+) 0 R");
        match.Success.ShouldBeTrue($"no reference /{entry} in {dictionary}");
        return int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public static IReadOnlyList<int> References(string text) =>
        [.. Regex.Matches(text, @"(\d+) 0 R").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

    private byte[] Inflate(string dictionary, int at)
    {
        int length = int.Parse(Regex.Match(dictionary, @"/Length (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        Encoding.Latin1.GetString(_bytes, at + length, "\nendstream".Length).ShouldBe("\nendstream");
        byte[] stored = _bytes.AsSpan(at, length).ToArray();
        if (!dictionary.Contains("/FlateDecode", StringComparison.Ordinal))
        {
            return stored;
        }

        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(stored), CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }
}
