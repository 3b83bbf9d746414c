using System.Globalization;
using SourcingCompliance.Formats.Pdf.Layout;

namespace SourcingCompliance.Formats.Pdf.Files;

/// <summary>The reader's table of contents (ISO 32000-1, 12.3.3).</summary>
internal static class OutlineTree
{
    /// <summary>Writes the outline.</summary>
    /// <returns>Number of its object; null when there are no headings.</returns>
    public static int? Write(PdfObjects objects, IReadOnlyList<Bookmark> bookmarks, IReadOnlyList<int> pages, double pageHeight)
    {
        if (bookmarks.Count == 0)
        {
            return null;
        }

        var root = new Entry(objects.Reserve(), null);
        var open = new List<Entry> { root };
        foreach (Bookmark bookmark in bookmarks)
        {
            while (open.Count > 1 && open[^1].Bookmark is { } last && last.Level >= bookmark.Level)
            {
                open.RemoveAt(open.Count - 1);
            }

            var entry = new Entry(objects.Reserve(), bookmark);
            open[^1].Children.Add(entry);
            open.Add(entry);
        }

        objects.Write(root.Id, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Outlines /First {root.Children[0].Id} 0 R /Last {root.Children[^1].Id} 0 R /Count {root.Children.Count} >>"));
        WriteChildren(root);
        return root.Id;

        void WriteChildren(Entry parent)
        {
            for (int index = 0; index < parent.Children.Count; index++)
            {
                Entry entry = parent.Children[index];
                string previous = index > 0 ? $" /Prev {PdfTokens.Reference(parent.Children[index - 1].Id)}" : "";
                string next = index < parent.Children.Count - 1 ? $" /Next {PdfTokens.Reference(parent.Children[index + 1].Id)}" : "";
                // A negative count: closed at first, so that a long report shows its parts.
                string below = entry.Children.Count == 0
                    ? ""
                    : string.Create(CultureInfo.InvariantCulture,
                        $" /First {entry.Children[0].Id} 0 R /Last {entry.Children[^1].Id} 0 R /Count {-entry.Children.Count}");
                Bookmark bookmark = entry.Bookmark ?? throw new InvalidOperationException("An entry of the outline has no heading.");
                objects.Write(
                    entry.Id,
                    $"<< /Title {PdfTokens.Text(bookmark.Text)} /Parent {PdfTokens.Reference(parent.Id)}{previous}{next}{below} /Dest "
                        + $"{PdfFileWriter.GetDestination(bookmark.Target, pages, pageHeight)} >>");
                WriteChildren(entry);
            }
        }
    }

    private sealed record Entry(int Id, Bookmark? Bookmark)
    {
        public List<Entry> Children { get; } = [];
    }
}
