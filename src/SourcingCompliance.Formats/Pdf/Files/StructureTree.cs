using System.Globalization;
using System.Text;
using SourcingCompliance.Formats.Pdf.Layout;

namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>
/// The logical structure as objects (ISO 32000-1, 14.7): every node with what belongs to it, and the way back from each piece
/// of marked content and each link to its node.
/// </summary>
internal sealed class StructureTree
{
    private readonly PdfObjects _objects;
    private readonly StructureNode _root;
    private readonly double _pageHeight;
    private readonly IReadOnlyList<int> _pages;
    private readonly Dictionary<StructureNode, Element> _elements = [];
    private readonly List<StructureNode> _order = [];
    private readonly List<List<StructureNode>> _marked = [];
    private readonly List<StructureNode> _annotated = [];
    private readonly StringBuilder _text = new();

    /// <summary>A structure to which nothing was drawn yet.</summary>
    /// <param name="objects">The file.</param>
    /// <param name="root">Node of the document.</param>
    /// <param name="pageHeight">Height of the pages.</param>
    /// <param name="pages">Numbers of the pages' objects.</param>
    public StructureTree(PdfObjects objects, StructureNode root, double pageHeight, IReadOnlyList<int> pages)
    {
        (_objects, _root, _pageHeight, _pages) = (objects, root, pageHeight, pages);
        Id = objects.Reserve();
        _marked.AddRange(pages.Select(_ => new List<StructureNode>()));
        Register(root);
    }

    /// <summary>Number of the tree's object.</summary>
    public int Id { get; }

    /// <summary>Takes the next number of marked content on a page for a node.</summary>
    public int Mark(StructureNode node, int page)
    {
        int number = _marked[page].Count;
        _marked[page].Add(node);
        GetElement(node).Kids.Add(new Kid(page, number, null));
        return number;
    }

    /// <summary>Takes the next key for a link of a node.</summary>
    public int Annotate(StructureNode node, int page, int annotation)
    {
        _annotated.Add(node);
        GetElement(node).Kids.Add(new Kid(page, annotation, null, IsAnnotation: true));
        return _pages.Count + _annotated.Count - 1;
    }

    /// <summary>Writes the whole structure.</summary>
    public void Write()
    {
        foreach (StructureNode node in _order)
        {
            _text.Clear();
            AppendDictionary(node);
            _objects.Write(_elements[node].Id, _text);
        }

        var numbers = new StringBuilder();
        for (int page = 0; page < _pages.Count; page++)
        {
            int array = _objects.Add($"[{string.Join(' ', _marked[page].Select(Reference))}]");
            numbers.Append(CultureInfo.InvariantCulture, $"{page} {array} 0 R ");
        }

        for (int index = 0; index < _annotated.Count; index++)
        {
            numbers.Append(CultureInfo.InvariantCulture, $"{_pages.Count + index} {Reference(_annotated[index])} ");
        }

        string names = string.Join(' ', _order.Where(node => node.Id is not null).OrderBy(node => node.Id, StringComparer.Ordinal)
            .Select(node => $"{PdfTokens.Text(node.Id ?? "")} {Reference(node)}"));
        string idTree = names.Length == 0 ? "" : $" /IDTree << /Names [{names}] >>";
        int parents = _objects.Add($"<< /Nums [{numbers.ToString().TrimEnd()}] >>");
        _objects.Write(Id, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /StructTreeRoot /K {Reference(_root)} /ParentTree {parents} 0 R /ParentTreeNextKey {_pages.Count + _annotated.Count}{idTree} >>"));
    }

    private void Register(StructureNode node)
    {
        _elements[node] = new Element(_objects.Reserve());
        _order.Add(node);
        foreach (StructureNode child in node.Children)
        {
            Register(child);
            _elements[node].Kids.Add(new Kid(0, 0, child));
        }
    }

    // An inline node takes its place among its parent's content now that its first content is drawn.
    private Element GetElement(StructureNode node)
    {
        if (!_elements.TryGetValue(node, out Element? element))
        {
            StructureNode parent = node.Parent ?? throw new InvalidOperationException("A node belongs to another document.");
            Element above = GetElement(parent);
            element = new Element(_objects.Reserve());
            _elements[node] = element;
            _order.Add(node);
            above.Kids.Add(new Kid(0, 0, node));
        }

        return element;
    }

    private string Reference(StructureNode node) => PdfTokens.Reference(_elements[node].Id);

    // There are as many of them as cells and paragraphs, so they are spelt in one place that is used again.
    private void AppendDictionary(StructureNode node)
    {
        Element element = _elements[node];
        int page = element.Kids.Find(kid => kid.Child is null)?.Page ?? -1;
        _text.Append("<< /Type /StructElem /S /").Append(node.Role)
            .Append(CultureInfo.InvariantCulture, $" /P {(node.Parent is null ? Id : _elements[node.Parent].Id)} 0 R");
        if (page >= 0)
        {
            _text.Append(CultureInfo.InvariantCulture, $" /Pg {_pages[page]} 0 R");
        }

        for (int index = 0; index < element.Kids.Count; index++)
        {
            _text.Append(index == 0 ? " /K [" : " ");
            AppendKid(element.Kids[index], page);
        }

        _text.Append(element.Kids.Count > 0 ? "]" : "");

        if (node.AlternateText is string alternate)
        {
            _text.Append(" /Alt ").Append(PdfTokens.Text(alternate));
        }

        if (node.Id is string id)
        {
            _text.Append(" /ID ").Append(PdfTokens.Text(id));
        }

        _text.Append(Attributes(node)).Append(" >>");
    }

    private void AppendKid(Kid kid, int page) => _ = kid switch
    {
        { Child: StructureNode child } => _text.Append(CultureInfo.InvariantCulture, $"{_elements[child].Id} 0 R"),
        { IsAnnotation: true } => _text.Append(CultureInfo.InvariantCulture, $"<< /Type /OBJR /Pg {_pages[kid.Page]} 0 R /Obj {kid.Number} 0 R >>"),
        _ when kid.Page == page => _text.Append(CultureInfo.InvariantCulture, $"{kid.Number}"),
        _ => _text.Append(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {_pages[kid.Page]} 0 R /MCID {kid.Number} >>"),
    };

    private string Attributes(StructureNode node)
    {
        if (node.Scope is not null || node.Span > 1 || node.Summary is not null)
        {
            string scope = node.Scope is null ? "" : $" /Scope /{node.Scope}";
            string span = node.Span > 1 ? string.Create(CultureInfo.InvariantCulture, $" /ColSpan {node.Span}") : "";
            string summary = node.Summary is null ? "" : $" /Summary {PdfTokens.Text(node.Summary)}";
            return $" /A << /O /Table{scope}{span}{summary} >>";
        }

        if (node.Numbering is not null)
        {
            return $" /A << /O /List /ListNumbering /{node.Numbering} >>";
        }

        return node.Bounds is (double x, double y, double width, double height)
            ? $" /A << /O /Layout /Placement /Block /BBox [{PdfTokens.Numbers(x, _pageHeight - y - height, x + width, _pageHeight - y)}] >>"
            : "";
    }

    private sealed record Element(int Id)
    {
        public List<Kid> Kids { get; } = [];
    }

    private sealed record Kid(int Page, int Number, StructureNode? Child, bool IsAnnotation = false);
}
