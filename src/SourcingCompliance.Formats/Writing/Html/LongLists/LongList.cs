using System.Globalization;

namespace SourcingCompliance.Formats.Writing.Html.LongLists;

/// <summary>
/// A list of many rows in the page: its rows stand in the file as data, from which the script makes those that are looked at. The data are JSON:
/// <c>rows</c> is one array for each row (number of its template; numbers of the rows of another list that it leads to, or 0; its own words, each a
/// text, or the number of a text that stood in an earlier row), <c>templates</c> the numbers of their blocks, <c>blocks</c> pieces of markup with
/// places for own words (U+0001 and two digits). All texts are escaped for HTML.
/// </summary>
internal sealed class LongList : IDisposable
{
    /// <summary>Up to this many rows a list stands in the page in full, for readers without scripts.</summary>
    public const int MostFull = 300;

    // Later texts are repeated instead of being looked up, or the memory would grow with the list.
    private const int MostTexts = 200_000;
    private const int ShortestText = 4;
    private readonly RowRecorder _recorder = new();
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly StringWriter _word = new(CultureInfo.InvariantCulture);
    private readonly TextWriter _output;
    private string[] _own = [];
    private int _textCount;
    private int _rowCount;

    /// <summary>Begins the data.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Id of the section that shows it.</param>
    public LongList(HtmlPage page, string name)
    {
        Row = new HtmlPage(_recorder) { Recorder = _recorder };
        _output = page.Output;
        page.Add($"<script type=\"application/json\" id=\"data-{name}\">");
        page.AddTrusted("{\"rows\":[");
    }

    /// <summary>Takes the markup of the row that has begun.</summary>
    public HtmlPage Row { get; }

    /// <summary>Begins a row.</summary>
    /// <param name="own">Words that other rows do not have, each at the place that it has in every row.</param>
    public void Begin(params string[] own)
    {
        _own = own;
        _recorder.Begin(own);
    }

    /// <summary>Ends a row.</summary>
    /// <param name="links">Numbers of the rows of another list that the row leads to.</param>
    public void End(IReadOnlyCollection<int> links)
    {
        _output.Write(_rowCount++ == 0 ? "\n[" : ",\n[");
        WriteNumber(_recorder.End());
        WriteLinks(links);
        foreach (string word in _own)
        {
            _output.Write(',');
            WriteWord(word);
        }

        _output.Write(']');
    }

    /// <summary>Ends the data.</summary>
    /// <param name="groups">Headings, each with the number of the row that it stands above; empty = none.</param>
    public void Finish(IReadOnlyCollection<(int Row, string Name)> groups)
    {
        _output.Write("\n],\"groups\":[");
        int count = 0;
        foreach ((int row, string name) in groups)
        {
            _output.Write(count++ == 0 ? "[" : ",[");
            WriteNumber(row);
            _output.Write(',');
            WriteString(Escaped(name));
            _output.Write(']');
        }

        _output.Write("],\"templates\":[");
        count = 0;
        foreach (IEnumerable<int> template in _recorder.Templates)
        {
            _output.Write(count++ == 0 ? "\n[" : ",\n[");
            _output.Write(string.Join(',', template.Select(block => block.ToString(CultureInfo.InvariantCulture))));
            _output.Write(']');
        }

        _output.Write("\n],\"blocks\":[");
        count = 0;
        foreach (string block in _recorder.Blocks)
        {
            _output.Write(count++ == 0 ? "\n" : ",\n");
            WriteString(block);
        }

        _output.Write("\n]}</script>\n");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _recorder.Dispose();
        _word.Dispose();
    }

    private void WriteLinks(IReadOnlyCollection<int> links)
    {
        if (links.Count == 0)
        {
            _output.Write(",0");
            return;
        }

        int count = 0;
        foreach (int link in links)
        {
            _output.Write(count++ == 0 ? ",[" : ",");
            WriteNumber(link);
        }

        _output.Write(']');
    }

    private void WriteWord(string word)
    {
        if (_texts.TryGetValue(word, out int earlier))
        {
            WriteNumber(earlier);
            return;
        }

        // The reader numbers every text, looked up or not.
        if (word.Length >= ShortestText && _texts.Count < MostTexts)
        {
            _texts.Add(word, _textCount);
        }

        _textCount++;
        WriteString(Escaped(word));
    }

    private ReadOnlySpan<char> Escaped(string text)
    {
        _word.GetStringBuilder().Clear();
        HtmlPage.Escape(_word, text);
        return _word.ToString();
    }

    private void WriteNumber(int number)
    {
        Span<char> digits = stackalloc char[12];
        number.TryFormat(digits, out int length, provider: CultureInfo.InvariantCulture);
        _output.Write(digits[..length]);
    }

    // JSON within a script element: no text of ours begins a comment or a script, for each "<" of a value is escaped; what ends the element is broken up.
    private void WriteString(ReadOnlySpan<char> text)
    {
        _output.Write('"');
        int start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            if (letter is not ('"' or '\\' or < ' ') && !(letter == '/' && at > 0 && text[at - 1] == '<'))
            {
                continue;
            }

            _output.Write(text[start..at]);
            start = at + 1;
            if (letter < ' ')
            {
                _output.Write("\\u00");
                _output.Write(((int)letter).ToString("x2", CultureInfo.InvariantCulture));
            }
            else
            {
                _output.Write('\\');
                _output.Write(letter);
            }
        }

        _output.Write(text[start..]);
        _output.Write('"');
    }
}
