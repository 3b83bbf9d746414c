using System.Globalization;
using System.Text.RegularExpressions;

namespace SourcingCompliance.Formats.Tests.Pdf;

/// <summary>The logical structure of a file, read back from its objects.</summary>
internal sealed class PdfStructure
{
    private readonly PdfFile _file;
    private PdfElement[]? _all;
    private Dictionary<(int Page, int Number), PdfElement>? _owners;

    public PdfStructure(PdfFile file)
    {
        _file = file;
        string root = file.Objects[PdfFile.Reference(file.Catalog, "StructTreeRoot")];
        Root = Read(PdfFile.Reference(root, "K"));
        string numbers = file.Objects[PdfFile.Reference(root, "ParentTree")];
        foreach (Match entry in Regex.Matches(numbers, @"(\d+) (\d+) 0 R"))
        {
            Parents[int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture)] = int.Parse(entry.Groups[2].Value, CultureInfo.InvariantCulture);
        }
    }

    public PdfElement Root { get; }

    /// <summary>From key of a page or annotation to the object that the parent tree has for it.</summary>
    public Dictionary<int, int> Parents { get; } = [];

    public IReadOnlyList<PdfElement> All => _all ??= [.. Below(Root)];

    /// <summary>The one node that has a piece of marked content.</summary>
    public PdfElement OwnerOf(int page, int mark)
    {
        _owners ??= All.SelectMany(element => element.Marked.Select(marked => (marked, element))).ToDictionary(pair => pair.marked, pair => pair.element);
        return _owners[(page, mark)];
    }

    public static IEnumerable<PdfElement> Below(PdfElement element) => element.Children.SelectMany(Below).Prepend(element);

    private PdfElement Read(int id)
    {
        string body = _file.Objects[id];
        string kids = Kids(body);
        int page = Regex.Match(body, @"/Pg (\d+) 0 R") is { Success: true } own ? int.Parse(own.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        var element = new PdfElement(id, Regex.Match(body, @"/S /(\w+)").Groups[1].Value, body);
        foreach (Match kid in Regex.Matches(kids,
            @"<< /Type /(?<type>MCR|OBJR) /Pg (?<page>\d+) 0 R /(?:MCID|Obj) (?<number>\d+)(?: 0 R)? >>|(?<reference>\d+) 0 R|(?<plain>\d+)"))
        {
            int Number(string group) => int.Parse(kid.Groups[group].Value, CultureInfo.InvariantCulture);
            if (kid.Groups["reference"].Success)
            {
                element.Children.Add(Read(Number("reference")));
            }
            else if (kid.Groups["plain"].Success)
            {
                element.Marked.Add((page, Number("plain")));
            }
            else if (kid.Groups["type"].Value == "MCR")
            {
                element.Marked.Add((Number("page"), Number("number")));
            }
            else
            {
                element.Annotations.Add(Number("number"));
            }
        }

        return element;
    }

    private static string Kids(string body)
    {
        int start = body.IndexOf("/K [", StringComparison.Ordinal);
        return start < 0 ? "" : body[(start + 4)..body.IndexOf(']', start)];
    }
}

/// <summary>A node of the structure as the file has it.</summary>
internal sealed record PdfElement(int Id, string Role, string Body)
{
    public List<PdfElement> Children { get; } = [];

    public List<(int Page, int Number)> Marked { get; } = [];

    public List<int> Annotations { get; } = [];
}
