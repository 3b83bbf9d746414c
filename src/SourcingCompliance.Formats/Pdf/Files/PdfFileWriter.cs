using System.Globalization;
using System.Text;
using SourcingCompliance.Formats.Pdf.Documents;
using SourcingCompliance.Formats.Pdf.Layout;

namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>
/// Writes a laid-out document as PDF 1.7 that keeps PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): tagged, with embedded
/// fonts, device-independent color, and the same bytes for the same document.
/// </summary>
internal static class PdfFileWriter
{
    /// <summary>Writes the file.</summary>
    /// <param name="laid">The document in pages.</param>
    /// <param name="output">Receives the bytes; left open.</param>
    public static void Write(LaidOutDocument laid, Stream output)
    {
        Document document = laid.Source;
        using var objects = new PdfObjects(output);
        int catalog = objects.Reserve();
        int pageTree = objects.Reserve();
        List<int> pages = [.. laid.Pages.Select(_ => objects.Reserve())];
        var fonts = new EmbeddedFonts(objects);
        var structure = new StructureTree(objects, laid.Structure, document.Page.Height, pages);
        int resources = objects.Reserve();

        var images = new ImageObjects(objects);
        var fields = new FormFields(objects, structure, laid.Fonts.Regular, document.Page.Height);
        var setting = new PageSetting(objects, fonts, images, structure, fields, pages, pageTree, resources);
        for (int index = 0; index < pages.Count; index++)
        {
            WritePage(laid, index, setting);
        }

        objects.Write(pageTree, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{string.Join(' ', pages.Select(PdfTokens.Reference))}] "
            + $"/Count {pages.Count} >>"));
        objects.Write(resources, $"<< /Font << {fonts.Resources} >>{images.Resources} >>");
        fonts.Write();
        string form = fields.WriteForm();
        structure.Write();
        string outline = OutlineTree.Write(objects, laid.Bookmarks, pages, document.Page.Height) is int outlines
            ? $" /Outlines {PdfTokens.Reference(outlines)} /PageMode /UseOutlines" : "";
        int profile = objects.AddStream("/N 3", SrgbProfile.Build());
        int metadata = objects.AddStream("/Type /Metadata /Subtype /XML", XmpMetadata.Build(document), isCompressed: false);
        objects.Write(
            catalog,
            $"<< /Type /Catalog /Version /1.7 /Pages {PdfTokens.Reference(pageTree)} /Lang {PdfTokens.Text(document.Language)} /MarkInfo << /Marked true >>"
            + $" /StructTreeRoot {PdfTokens.Reference(structure.Id)} /Metadata {PdfTokens.Reference(metadata)} /ViewerPreferences << /DisplayDocTitle true >>"
            + $" /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) "
            + $"/DestOutputProfile {PdfTokens.Reference(profile)} >>]"
            + $"{outline}{form}{Attachments(document, objects)} >>");
        int information = objects.Add(
            $"<< /Title {PdfTokens.Text(document.Title)} /Subject {PdfTokens.Text(document.Subject)} /Producer {PdfTokens.Text(document.Producer)} /Creator "
                + $"{PdfTokens.Text(document.Producer)}"
            + $" /CreationDate {PdfTokens.Date(document.Date)} /ModDate {PdfTokens.Date(document.Date)} >>");
        objects.Finish(catalog, information);
    }

    private static void WritePage(LaidOutDocument laid, int index, PageSetting setting)
    {
        PageFormat format = laid.Source.Page;
        Page page = laid.Pages[index];
        setting.Operators.Clear();
        new PageContent(format.Height, index, setting.Fonts, setting.Images, setting.Structure, setting.Operators).Write(page);
        int content = setting.Objects.AddStream(setting.Operators);
        List<int> annotations =
        [
            .. page.Contents.OfType<PlacedLink>().Select(link => WriteLink(link, laid, index, setting)),
            .. page.Contents.OfType<PlacedField>().Select(field => setting.Fields.Write(field, index, setting.Pages[index])),
        ];
        string links = annotations.Count == 0 ? "" : $" /Annots [{string.Join(' ', annotations.Select(PdfTokens.Reference))}]";
        // Tabs in the order of the structure, ISO 14289-1, 7.18.3.
        setting.Objects.Write(setting.Pages[index], string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent {setting.PageTree} 0 R /MediaBox [0 0 {PdfTokens.Numbers(format.Width, format.Height)}] /Resources {setting.Resources}"
                + $" 0 R /Contents {content} 0 R /StructParents {index} /Tabs /S{links} >>"));
    }

    private static int WriteLink(PlacedLink link, LaidOutDocument laid, int index, PageSetting setting)
    {
        double height = laid.Source.Page.Height;
        int id = setting.Objects.Reserve();
        int key = setting.Structure.Annotate(link.Node ?? throw new InvalidOperationException("A link has no node of the structure."), index, id);
        string action;
        string says;
        if (link.Uri is string uri)
        {
            action = $"/A << /S /URI /URI {PdfTokens.Text(Ascii(uri))} >>";
            says = uri;
        }
        else
        {
            Destination target = laid.Anchors.TryGetValue(link.Anchor ?? "", out Destination found)
                ? found
                : throw new InvalidOperationException($"A link leads to '{link.Anchor}', which the document does not have.");
            action = $"/Dest {GetDestination(target, setting.Pages, height)}";
            says = string.Create(CultureInfo.InvariantCulture, $"{link.Text}, page {target.Page + 1}");
        }

        setting.Objects.Write(id, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect ["
                + $"{PdfTokens.Numbers(link.X, height - link.Y - link.Height, link.X + link.Width, height - link.Y)}] /Contents {PdfTokens.Text(says)}"
                    + $" /StructParent {key} {action} >>"));
        return id;
    }

    /// <summary>A place on a page, in the words of PDF.</summary>
    internal static string GetDestination(Destination target, IReadOnlyList<int> pages, double pageHeight) =>
        $"[{PdfTokens.Reference(pages[target.Page])} /XYZ 0 {PdfTokens.Number(Math.Min(pageHeight, pageHeight - target.Y + 12))} null]";

    // RFC 3986: an address is ASCII; anything else is percent-encoded UTF-8.
    private static string Ascii(string uri) =>
        string.Concat(uri.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    private static string Attachments(Document document, PdfObjects objects)
    {
        if (document.Attachments.IsEmpty)
        {
            return "";
        }

        var files = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (Attachment attachment in document.Attachments)
        {
            string name = PdfTokens.Text(attachment.Name);
            int content = objects.AddStream(
                length => string.Create(CultureInfo.InvariantCulture, $"/Type /EmbeddedFile /Subtype {PdfTokens.Name(attachment.MediaType)} /Params << /Size "
                    + $"{length} /ModDate {PdfTokens.Date(document.Date)} >>"),
                attachment.Write);
            files[attachment.Name] = objects.Add(
                $"<< /Type /Filespec /F {name} /UF {name} /Desc {PdfTokens.Text(attachment.Description)} /AFRelationship /{attachment.Relationship}"
                + $" /EF << /F {PdfTokens.Reference(content)} /UF {PdfTokens.Reference(content)} >> >>");
        }

        string names = string.Join(' ', files.Select(file => $"{PdfTokens.Text(file.Key)} {PdfTokens.Reference(file.Value)}"));
        return $" /Names << /EmbeddedFiles << /Names [{names}] >> >> /AF [{string.Join(' ', files.Values.Select(PdfTokens.Reference))}]";
    }

    private sealed record PageSetting(PdfObjects Objects, EmbeddedFonts Fonts, ImageObjects Images, StructureTree Structure,
        FormFields Fields, IReadOnlyList<int> Pages, int PageTree, int Resources)
    {
        // One for all pages: it keeps the room that the longest of them took.
        public StringBuilder Operators { get; } = new();
    }
}
