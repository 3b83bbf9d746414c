using System.Xml;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Packages;

/// <summary>Reads XML that strangers wrote: no document types, no entities of its own, nothing fetched, bounded size and depth.</summary>
internal static class XmlPart
{
    /// <summary>A reader over a stream that it closes.</summary>
    /// <param name="content">The XML.</param>
    /// <param name="maximumCharacters">Characters at the most; 0 = the stream itself is bounded.</param>
    public static XmlReader Open(Stream content, long maximumCharacters) => XmlReader.Create(content, new XmlReaderSettings
    {
        CloseInput = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        MaxCharactersInDocument = maximumCharacters,
    });

    /// <summary>Reads the next node, no deeper than allowed.</summary>
    /// <exception cref="ReadingStoppedException">The elements are nested too deep.</exception>
    public static bool ReadBounded(this XmlReader reader, ReadLimits limits)
    {
        bool hasNode = reader.Read();
        return reader.Depth <= limits.MaximumXmlDepth
            ? hasNode
            : throw Stop.AtLimit("levels of nested XML", limits.MaximumXmlDepth, nameof(ReadLimits.MaximumXmlDepth));
    }

    /// <summary>Whether an XML Boolean attribute is set.</summary>
    /// <param name="reader">A reader on an element.</param>
    /// <param name="name">Name of the attribute.</param>
    public static bool IsSet(this XmlReader reader, string name) => reader.GetAttribute(name) is "1" or "true" or "on";
}
