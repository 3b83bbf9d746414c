using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence;

/// <summary>XML that strangers wrote, as a tree: no document types, nothing fetched, bounded size and depth. Elements are found by local name.</summary>
internal static class XmlTree
{
    // Declarations of suppliers are often windows-1252.
    static XmlTree() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The name and namespace of the root; null when the text does not begin as XML.</summary>
    /// <param name="content">The stream; left at its start.</param>
    public static (string Name, string Namespace)? PeekRoot(Stream content)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[4];
        int length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        if (head[..length] is not ([(byte)'<', ..] or [0xEF, 0xBB, 0xBF, (byte)'<'] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
            or [(byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t', ..]))
        {
            return null;
        }

        try
        {
            using XmlReader reader = XmlPart.Open(new SharedStreamView(content, CancellationToken.None), 1 << 20);
            return reader.MoveToContent() == XmlNodeType.Element ? (reader.LocalName, reader.NamespaceURI) : null;
        }
        catch (XmlException)
        {
            // Not XML, or no XML that is read: other readers say what it is.
            return null;
        }
        finally
        {
            content.Position = 0;
        }
    }

    /// <summary>The whole tree.</summary>
    /// <param name="content">The stream.</param>
    /// <param name="limits">How much XML is read.</param>
    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="ReadingStoppedException">It is nested too deep.</exception>
    public static XElement Load(Stream content, ReadLimits limits)
    {
        content.Position = 0;
        using XmlReader reader = XmlPart.Open(new SharedStreamView(content, CancellationToken.None), limits.MaximumPartCharacters);
        XElement? root = null;
        XElement? open = null;
        while (reader.ReadBounded(limits))
        {
            limits.Cancellation.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element)
            {
                var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                bool isEmpty = reader.IsEmptyElement;
                AddAttributes(element, reader);
                root ??= element;
                open?.Add(element);
                open = isEmpty ? open : element;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                open = open?.Parent;
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                open?.Add(new XText(reader.Value));
            }
        }

        return root ?? throw Stop.Damaged("The XML has no element.");
    }

    /// <summary>The child elements of a local name.</summary>
    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    /// <summary>The first child element of a local name; null = none.</summary>
    public static XElement? Child(this XElement? element, string name) => element.Children(name).FirstOrDefault();

    /// <summary>The trimmed value of an attribute; empty = it has none.</summary>
    public static string Value(this XElement? element, string attribute) =>
        element?.Attributes().FirstOrDefault(found => found.Name.LocalName == attribute)?.Value.Trim() ?? "";

    /// <summary>The trimmed text of a child element; empty = there is none.</summary>
    public static string GetText(this XElement? element, string child) => element.Child(child)?.Value.Trim() ?? "";

    /// <summary>Where an element stands: <c>/MainDeclaration/Product[2]/ProductID</c>; a number where there are several of a name.</summary>
    public static string GetPath(XElement element)
    {
        var steps = new Stack<string>();
        for (XElement? at = element; at is not null; at = at.Parent)
        {
            string name = at.Name.LocalName;
            int before = at.ElementsBeforeSelf().Count(other => other.Name.LocalName == name);
            bool isOne = before == 0 && !at.ElementsAfterSelf().Any(other => other.Name.LocalName == name);
            steps.Push(isOne ? name : string.Create(CultureInfo.InvariantCulture, $"{name}[{before + 1}]"));
        }

        return "/" + string.Join('/', steps);
    }

    private static void AddAttributes(XElement element, XmlReader reader)
    {
        for (bool has = reader.MoveToFirstAttribute(); has; has = reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
            }
        }

        reader.MoveToElement();
    }
}
