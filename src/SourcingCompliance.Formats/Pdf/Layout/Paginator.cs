using SourcingCompliance.Formats.Pdf.Documents;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>Puts pieces on pages, from top to bottom, with notes at the foot of the page that first refers to them.</summary>
internal sealed class Paginator
{
    private const double NoteGap = 12;
    private readonly PageFormat _format;
    private readonly List<Page> _pages = [];
    private readonly List<Bookmark> _bookmarks = [];
    private readonly Dictionary<string, Destination> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<int> _notesDone = [];
    private readonly List<SetNote> _notes = [];
    private double _used;
    private double _after;
    private bool _isEmpty = true;

    /// <summary>A paginator for one document.</summary>
    public Paginator(PageFormat format)
    {
        _format = format;
        _pages.Add(new Page(1, [], []));
    }

    /// <summary>The pages so far.</summary>
    public IReadOnlyList<Page> Pages => _pages;

    /// <summary>The headings so far.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => _bookmarks;

    /// <summary>The places that links lead to.</summary>
    public IReadOnlyDictionary<string, Destination> Anchors => _anchors;

    private double Left => _format.Margin;

    /// <summary>Puts all pieces on pages.</summary>
    public void Add(IReadOnlyList<Piece> pieces)
    {
        int start = 0;
        while (start < pieces.Count)
        {
            int end = start;
            while (pieces[end].KeepsWithNext && end + 1 < pieces.Count && !pieces[end + 1].StartsPage)
            {
                end++;
            }

            if (!_isEmpty && (OpensPage(pieces[start]) || !Fits(pieces, start, end)))
            {
                TurnPage();
                Repeat(pieces[start]);
            }

            for (; start <= end; start++)
            {
                // A chain that is longer than a page is divided where it must be.
                if (!_isEmpty && !Fits(pieces, start, start))
                {
                    TurnPage();
                    Repeat(pieces[start]);
                }

                Put(pieces[start]);
            }
        }
    }

    /// <summary>Ends the last page.</summary>
    public void Finish()
    {
        PutNotes();
        _pages[^1].Filled = _used / _format.ColumnHeight;
    }

    private bool OpensPage(Piece piece) => piece.StartsPage && _used > piece.SharesPageUpTo * _format.ColumnHeight;

    private bool Fits(IReadOnlyList<Piece> pieces, int start, int end)
    {
        double height = _used;
        double after = _after;
        double notes = _notes.Sum(note => note.Height);
        var counted = new HashSet<int>();
        bool isEmpty = _isEmpty;
        for (int index = start; index <= end; index++)
        {
            Piece piece = pieces[index];
            height += (isEmpty ? 0 : Math.Max(after, piece.Before)) + piece.Height;
            (after, isEmpty) = (piece.After, false);
            notes += piece.Notes.Where(note => !_notesDone.Contains(note.Number) && counted.Add(note.Number)).Sum(note => note.Height);
        }

        return height + (notes > 0 ? notes + NoteGap : 0) <= _format.ColumnHeight;
    }

    private void Put(Piece piece)
    {
        if (piece.Turn is { } turn)
        {
            _pages[^1].FootLeft = turn.Foot ?? _pages[^1].FootLeft;
            _pages[^1].StartsNumbering |= turn.StartsNumbering;
        }

        // Empty room at the head of a page would look like a mistake.
        if (_isEmpty && piece.Contents.Count == 0)
        {
            return;
        }

        _used += _isEmpty ? 0 : Math.Max(_after, piece.Before);
        double top = _format.Margin + _used;
        Page page = _pages[^1];
        page.Contents.AddRange(piece.Contents.Select(placed => placed.Move(Left, top)));
        var here = new Destination(_pages.Count - 1, top);
        if (piece.Bookmark is Heading heading)
        {
            _bookmarks.Add(new Bookmark(heading.Level, heading.Text, here));
            page.FootLeft = heading.StartsPage ? heading.Foot : page.FootLeft;
        }

        if (piece.Anchor is string anchor)
        {
            _anchors.TryAdd(anchor, here);
        }

        if (piece.Figure is (StructureNode node, double width))
        {
            node.Bounds = (Left, top, width, piece.Height);
        }

        _notes.AddRange(piece.Notes.Where(note => _notesDone.Add(note.Number)));
        _used += piece.Height;
        _after = piece.After;
        _isEmpty = false;
    }

    private void Repeat(Piece piece)
    {
        if (piece.RepeatedHead is Piece head)
        {
            Put(head);
        }
    }

    private void TurnPage()
    {
        PutNotes();
        _pages[^1].Filled = _used / _format.ColumnHeight;
        _pages.Add(new Page(_pages.Count + 1, [], []) { FootLeft = _pages[^1].FootLeft });
        (_used, _after, _isEmpty) = (0, 0, true);
    }

    private void PutNotes()
    {
        if (_notes.Count == 0)
        {
            return;
        }

        double top = _format.Margin + _format.ColumnHeight - _notes.Sum(note => note.Height);
        Page page = _pages[^1];
        page.Contents.Add(new PlacedBox(null, Left, top - 5, _format.ColumnWidth / 4, 0.5, Ink.Rule));
        foreach (SetNote note in _notes)
        {
            _anchors.TryAdd(note.Anchor, new Destination(_pages.Count - 1, top));
            page.Contents.AddRange(note.Contents.Select(placed => placed.Move(Left, top)));
            top += note.Height;
        }

        _notes.Clear();
    }
}
