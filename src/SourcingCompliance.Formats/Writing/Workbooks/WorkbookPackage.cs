using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SourcingCompliance.Reports;

namespace SourcingCompliance.Formats.Writing.Workbooks;

/// <summary>
/// A workbook under way: the user's own or a new one. It gathers what comes into which sheet and writes all of it in one pass, from the package to
/// its copy, so that no sheet is held in memory.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private readonly ComplianceReport _report;
    private readonly MemoryStream _content;
    private readonly Package _package;
    private readonly SpreadsheetDocument _document;
    private readonly WorkbookPart _workbook;
    private readonly Dictionary<string, Action<Stream, Stream>> _rewrites = new(StringComparer.OrdinalIgnoreCase);

    private WorkbookPackage(ComplianceReport report, MemoryStream content)
    {
        _report = report;
        _content = content;
        _package = Package.Open(content, FileMode.Open, FileAccess.ReadWrite);
        _document = SpreadsheetDocument.Open(_package, new OpenSettings { AutoSave = false });
        _workbook = _document.WorkbookPart ?? throw new InvalidDataException("The workbook has no main part.");
        Styles = new CellStyles(_workbook);
    }

    /// <summary>The formats of its cells.</summary>
    public CellStyles Styles { get; }

    private Sheets Sheets => _workbook.Workbook.Sheets ??= new Sheets();

    /// <summary>Creates a workbook of sheets of ours.</summary>
    /// <param name="report">The report.</param>
    /// <param name="frames">The sheets, in order.</param>
    public static WorkbookPackage Create(ComplianceReport report, IEnumerable<SheetFrame> frames)
    {
        SheetFrame[] sheets = MakeUnique(frames, []);
        var package = new WorkbookPackage(report, SheetFrames.Create(report, sheets));
        foreach (SheetFrame sheet in sheets)
        {
            package.Fill(package.Find(sheet.Name) ?? throw new InvalidDataException("A sheet that was created is missing."), sheet);
        }

        foreach (DefinedName name in package._workbook.Workbook.DefinedNames?.Elements<DefinedName>() ?? [])
        {
            Anchor(name);
        }

        return package;
    }

    /// <summary>Opens the user's own workbook.</summary>
    /// <param name="report">The report.</param>
    /// <param name="original">The workbook; it is read, not changed.</param>
    public static WorkbookPackage Open(ComplianceReport report, Stream original)
    {
        var copy = new MemoryStream();
        original.CopyTo(copy);
        return new WorkbookPackage(report, copy);
    }

    /// <summary>The sheet of a name; null when there is none that has cells.</summary>
    public WorksheetPart? Find(string name) =>
        Sheets.Elements<Sheet>().FirstOrDefault(sheet => sheet.Name?.Value == name)?.Id?.Value is { } id
            && _workbook.GetPartById(id) is WorksheetPart part ? part : null;

    /// <summary>
    /// Adds sheets of ours to the user's workbook: the first of them before the user's, the others after. Where macros may count sheets, all of them come
    /// after. The first is what one sees when the workbook is opened.
    /// </summary>
    /// <param name="frames">The sheets, in order.</param>
    public void Add(IEnumerable<SheetFrame> frames)
    {
        SheetFrame[] sheets = MakeUnique(frames, Sheets.Elements<Sheet>().Select(sheet => sheet.Name?.Value ?? ""));
        using MemoryStream created = SheetFrames.Create(_report, sheets);
        using SpreadsheetDocument source = SpreadsheetDocument.Open(created, isEditable: false);
        WorkbookPart from = source.WorkbookPart ?? throw new InvalidDataException("The workbook that was created has no main part.");
        bool isFirst = _workbook.VbaProjectPart is null;
        if (isFirst)
        {
            ShiftNames();
        }

        uint shown = isFirst ? 0 : (uint)Sheets.Elements<Sheet>().Count();
        uint number = Sheets.Elements<Sheet>().Select(sheet => sheet.SheetId?.Value ?? 0).DefaultIfEmpty(0u).Max();
        Sheet[] copies = [.. from.Workbook.Sheets?.Elements<Sheet>() ?? []];
        for (int at = 0; at < copies.Length; at++)
        {
            number++;
            WorksheetPart part = _workbook.AddNewPart<WorksheetPart>(FormattableString.Invariant($"rIdSourcing{number}"));
            using (Stream content = from.GetPartById(copies[at].Id?.Value ?? "").GetStream(FileMode.Open, FileAccess.Read))
            {
                part.FeedData(content);
            }

            Fill(part, sheets[at]);
            var entry = new Sheet { Id = _workbook.GetIdOfPart(part), SheetId = number, Name = sheets[at].Name };
            uint index = at == 0 ? shown : (uint)Sheets.Elements<Sheet>().Count();
            Sheets.InsertAt(entry, (int)index);
            CopyNames(from, at, index);
        }

        Show(shown);
    }

    /// <summary>Has a sheet copied with changes.</summary>
    /// <param name="part">The sheet.</param>
    /// <param name="notes">Notes that it gets: row, column and text, in row order.</param>
    /// <param name="rewrite">Copies the sheet; its third argument is the id of the shapes of the notes, null = it gets none.</param>
    public void Rewrite(WorksheetPart part, IReadOnlyList<(int Row, int Column, string Text)> notes, Action<Stream, Stream, string?> rewrite)
    {
        if (notes.Count > 0)
        {
            SheetNotes.Add(_package, part, notes);
        }

        _rewrites[GetName(part)] = (from, to) => rewrite(from, to, notes.Count > 0 ? SheetNotes.ShapesId : null);
    }

    /// <summary>Name of a part's entry in the package.</summary>
    public static string GetName(OpenXmlPart part) => part.Uri.OriginalString.TrimStart('/');

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Receives it.</param>
    public void Save(Stream output)
    {
        Styles.Save();
        _workbook.Workbook.Save();
        _document.Save();
        _document.Dispose();
        _package.Close();
        StableZip.Copy(_content, output, _report.Run.AsOf, _rewrites);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _document.Dispose();
        _package.Close();
        _content.Dispose();
    }

    private void Fill(WorksheetPart part, SheetFrame frame) =>
        Rewrite(part, frame.Notes, (from, to, shapes) => SheetXml.Copy(from, to, shapes, (reader, writer) =>
    {
        if (reader is not { LocalName: "sheetData", NodeType: System.Xml.XmlNodeType.Element })
        {
            return reader.LocalName == "sheetData";
        }

        writer.WriteStartElement("sheetData", SheetXml.Main);
        frame.Fill(new CellWriter(writer), Styles);
        writer.WriteEndElement();
        return true;
    }));

    // Names that hold for one sheet give its place; the sheet that comes first moves the others on by one.
    private void ShiftNames()
    {
        foreach (DefinedName name in _workbook.Workbook.DefinedNames?.Elements<DefinedName>() ?? [])
        {
            if (name.LocalSheetId?.Value is { } place)
            {
                name.LocalSheetId = place + 1;
            }
        }
    }

    // What repeats on each page, what is printed, and what is filtered.
    private void CopyNames(WorkbookPart from, int place, uint index)
    {
        foreach (DefinedName name in (from.Workbook.DefinedNames?.Elements<DefinedName>() ?? []).Where(name => name.LocalSheetId?.Value == place))
        {
            DefinedNames names = _workbook.Workbook.DefinedNames ??= new DefinedNames();
            var copy = (DefinedName)name.CloneNode(deep: true);
            copy.LocalSheetId = index;
            Anchor(copy);
            names.AppendChild(copy);
        }
    }

    // ClosedXML writes the rows that repeat as 1:1, which moves with the cell that one is in; $1:$1 does not.
    private static void Anchor(DefinedName name)
    {
        string[] rows = name.Text[(name.Text.LastIndexOf('!') + 1)..].Split(':');
        if (rows.Length == 2 && rows.All(row => row.Length > 0 && row.All(char.IsAsciiDigit)))
        {
            name.Text = $"{name.Text[..(name.Text.LastIndexOf('!') + 1)]}${rows[0]}:${rows[1]}";
        }
    }

    // Only one sheet may be chosen: what is typed would go into all that are.
    private void Show(uint index)
    {
        BookViews views = _workbook.Workbook.BookViews ??= new BookViews(new WorkbookView());
        foreach (WorkbookView view in views.Elements<WorkbookView>())
        {
            view.ActiveTab = index;
            view.FirstSheet = null;
        }

        foreach (WorksheetPart part in _workbook.WorksheetParts)
        {
            _rewrites.TryAdd(GetName(part), SheetXml.Copy);
        }
    }

    private static SheetFrame[] MakeUnique(IEnumerable<SheetFrame> frames, IEnumerable<string> taken)
    {
        const int longest = 28;
        var names = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        return [.. frames.Select(frame =>
        {
            string wish = new([.. XmlText.Clean(frame.Name).Select(letter => "[]:*?/\\'".Contains(letter, StringComparison.Ordinal) ? '_' : letter)]);
            string clean = wish.Length == 0 ? "BOM" : wish.Length > longest ? wish[..longest] : wish;
            string name = clean;
            for (int again = 2; !names.Add(name); again++)
            {
                name = FormattableString.Invariant($"{clean} {again}");
            }

            return frame with { Name = name };
        })];
    }
}
