using System.Globalization;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Fonts;

namespace SourcingCompliance.Formats.Pdf.Layout;

/// <summary>Numbers the notes of a document in the order of their first mention, and sets them.</summary>
internal sealed class NoteBook(FontSet fonts, double width)
{
    private const double Indent = 14;
    private readonly Dictionary<Footnote, SetNote> _notes = [];

    /// <summary>The node under which notes stand: the section that is being set.</summary>
    public StructureNode Section { get; set; } = StructureNode.Root();

    /// <summary>The note as it is set; the same for each mention.</summary>
    public SetNote Refer(Footnote note)
    {
        if (!_notes.TryGetValue(note, out SetNote? set))
        {
            int number = _notes.Count + 1;
            string name = string.Create(CultureInfo.InvariantCulture, $"note-{number}");
            _notes[note] = set = Set(note, number, Section.AddInline("Note", id: name));
        }

        return set;
    }

    private SetNote Set(Footnote note, int number, StructureNode node)
    {
        TextStyle style = TextStyle.Small;
        var contents = new List<Placed>();
        StructureNode label = node.AddInline("Lbl");
        StructureNode text = node.AddInline("P");
        string digits = number.ToString(CultureInfo.InvariantCulture);
        double top = 0;
        var breaker = new LineBreaker(fonts, this);
        foreach (Placed placed in breaker.Break(new Paragraph(new Run(digits)), style, Indent, label)[0].Contents)
        {
            contents.Add(placed.Move(0, BlockSetter.GetBaseline(style)));
        }

        foreach (SetLine line in breaker.Break(new Paragraph(new Run(note.Text) { Uri = note.Uri }), style, width - Indent, text))
        {
            contents.AddRange(line.Contents.Select(placed => placed.Move(Indent, top + BlockSetter.GetBaseline(style))));
            top += style.Leading;
        }

        return new SetNote(number, top, contents);
    }
}
