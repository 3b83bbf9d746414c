using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>
/// Sets a paragraph in lines. Lines end at spaces; a word that is too wide for any line is divided, and a part number,
/// which must not be, is set smaller.
/// </summary>
internal sealed partial class LineBreaker(FontSet fonts, NoteBook notes)
{
    // A part number is set smaller down to this factor; one that is wider still is divided after all, for nothing may run off the page.
    private const double SmallestScale = 0.55;
    private const double Tolerance = 0.01;

    // Depth of an underline below the base line, as a share of the height of the link's area.
    private const double UnderlineDepth = 0.14;

    private readonly List<Atom> _line = [];
    private readonly List<Atom> _unit = [];
    private readonly List<SetLine> _lines = [];
    private Paragraph _paragraph = new();
    private StructureNode? _node;
    private double _width;
    private double _used;
    private Atom? _space;

    /// <summary>The lines of a paragraph.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="width">Width of the column.</param>
    /// <param name="node">Its node; null = decoration.</param>
    /// <param name="isTabular">Whether figures of every run are of one width.</param>
    public IReadOnlyList<SetLine> Break(Paragraph paragraph, TextStyle style, double width, StructureNode? node, bool isTabular = false)
    {
        (_paragraph, _node, _width) = (paragraph, node, width);
        _lines.Clear();
        foreach (Run run in paragraph.Runs)
        {
            Add(run, style, isTabular);
        }

        CommitUnit();
        EndLine();
        return [.. _lines];
    }

    /// <summary>The widest text of a paragraph that must stay on one line.</summary>
    public double WidestUnbroken(Paragraph paragraph, TextStyle style, bool isTabular)
    {
        double widest = 0;
        foreach (Run run in paragraph.Runs.Where(run => run.IsUnbroken))
        {
            double mark = run.Mark is null ? 0 : style.Size;
            widest = Math.Max(widest, mark + (style.Size * fonts.Shape(run.Text, run.IsStrong || style.IsStrong, run.IsTabular || isTabular).Width));
        }

        return widest;
    }

    private void Add(Run run, TextStyle style, bool isTabular)
    {
        bool isStrong = run.IsStrong || style.IsStrong;
        var look = new Look(run, isStrong, run.IsTabular || isTabular, run.Color ?? style.Color, InlineNode(run));
        if (run.Mark is Mark mark)
        {
            _unit.Add(new Atom(look, null, mark, style.Size, style.Size * (run.Text.Length > 0 ? 1.15 : 0.8)));
        }

        if (run.Field is not null)
        {
            _unit.Add(new Atom(look with { Node = _node?.AddInline("Form") }, null, null, style.Size, style.Size * 1.25));
        }

        foreach (Word word in WordSplitter.Split(run))
        {
            switch (word.Kind)
            {
                case WordKind.Text:
                    _unit.Add(GetAtom(look, word.Text, style.Size));
                    break;
                case WordKind.Space:
                    CommitUnit();
                    _space = GetAtom(look, " ", style.Size);
                    break;
                case WordKind.Opportunity:
                    CommitUnit();
                    break;
                case WordKind.LineEnd:
                    CommitUnit();
                    EndLine();
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        if (run.Note is Footnote note)
        {
            // The number stays with the word before it.
            SetNote set = notes.Refer(note);
            string number = set.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Look raised = look with { Run = new Run(number) { Anchor = set.Anchor }, Node = _node?.AddInline("Reference")?.AddInline("Link"), Note = set };
            _unit.Add(GetAtom(raised, number, style.Size * 0.68) with { Rise = style.Size * 0.33 });
        }
    }

    private StructureNode? InlineNode(Run run) => run.Uri is null && run.Anchor is null ? _node : _node?.AddInline("Link");

    private Atom GetAtom(Look look, string text, double size)
    {
        ShapedText shaped = fonts.Shape(text, look.IsStrong, look.IsTabular);
        return new Atom(look, shaped, null, size, shaped.Width * size);
    }

    private void CommitUnit()
    {
        if (_unit.Count == 0)
        {
            return;
        }

        double width = _unit.Sum(atom => atom.Width);
        double space = _line.Count > 0 && _space is Atom gap ? gap.Width : 0;
        if (_line.Count > 0 && _used + space + width > _width + Tolerance)
        {
            EndLine();
        }
        else if (_line.Count > 0 && _space is Atom kept)
        {
            Append(kept);
        }

        _space = null;
        if (width <= _width + Tolerance)
        {
            _unit.ForEach(Append);
        }
        else
        {
            FitWideUnit(width);
        }

        _unit.Clear();
    }

    private void FitWideUnit(double width)
    {
        double scale = (_width - Tolerance) / width;
        if (scale >= SmallestScale && _unit.Exists(atom => atom.Look.Run.IsUnbroken))
        {
            _unit.ForEach(atom => Append(atom with { Size = atom.Size * scale, Width = atom.Width * scale }));
            return;
        }

        foreach (Atom atom in _unit)
        {
            if (atom.Shaped is null || _used + atom.Width <= _width + Tolerance)
            {
                Append(atom);
                continue;
            }

            string rest = atom.Shaped.Text;
            while (rest.Length > 0)
            {
                if (_line.Count > 0 && _used + (fonts.Shape(rest[..1], atom.Look.IsStrong, atom.Look.IsTabular).Width * atom.Size) > _width)
                {
                    EndLine();
                }

                int length = WordSplitter.LongestBeginning(
                    rest, text => _used + (fonts.Shape(text, atom.Look.IsStrong, atom.Look.IsTabular).Width * atom.Size) <= _width + Tolerance);
                Append(GetAtom(atom.Look, rest[..length], atom.Size));
                rest = rest[length..];
                if (rest.Length > 0)
                {
                    EndLine();
                }
            }
        }
    }

    private void Append(Atom atom)
    {
        _line.Add(atom);
        _used += atom.Width;
    }

    private sealed record Look(Run Run, bool IsStrong, bool IsTabular, Ink Color, StructureNode? Node)
    {
        public SetNote? Note { get; init; }
    }

    private sealed record Atom(Look Look, ShapedText? Shaped, Mark? Mark, double Size, double Width)
    {
        public double Rise { get; init; }
    }
}
