using System.Xml;
using SourcingCompliance.Formats.Reading.Packages;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Xlsx;

/// <summary>A sheet as the workbook lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHidden">Whether it is hidden.</param>
/// <param name="Part">Name of its part; null = the workbook leads to nothing.</param>
internal sealed record WorkbookSheet(string Name, bool IsHidden, string? Part);

/// <summary>What the sheets of a workbook share.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly string _stringsPart;
    private readonly string _stylesPart;
    private Task<SharedStrings>? _readingStrings;
    private SharedStrings? _strings;
    private CellStyles? _styles;

    private Workbook(ZipPackage package, string folder, IReadOnlyList<Relationship> relationships)
    {
        Package = package;
        _stringsPart = relationships.FirstOrDefault(relationship => relationship.Kind == "sharedStrings")?.Target ?? folder + "sharedStrings.xml";
        _stylesPart = relationships.FirstOrDefault(relationship => relationship.Kind == "styles")?.Target ?? folder + "styles.xml";
    }

    /// <summary>The package.</summary>
    public ZipPackage Package { get; }

    /// <summary>The worksheets in the order of the workbook; charts and dialogs are none.</summary>
    public List<WorkbookSheet> Sheets { get; } = [];

    /// <summary>Whether dates count from 1904.</summary>
    public bool Is1904 { get; private set; }

    /// <summary>Whether the workbook asks to be calculated when it is opened, as programs write that store no results of their own.</summary>
    public bool AsksForCalculation { get; private set; }

    /// <summary>The shared strings, read when first needed; many of them beside what comes before they are needed.</summary>
    public SharedStrings Strings => _strings ??= _readingStrings?.GetAwaiter().GetResult() ?? SharedStrings.Read(Package, _stringsPart);

    /// <summary>The cell styles, read when first needed.</summary>
    public CellStyles Styles => _styles ??= CellStyles.Read(Package, _stylesPart);

    /// <summary>Reads the list of sheets.</summary>
    /// <exception cref="ReadingStoppedException">The package is no workbook, or is damaged.</exception>
    public static Workbook Open(ZipPackage package)
    {
        string part = GetPart(package);
        IReadOnlyList<Relationship> relationships = Relationship.From(package, part);
        var workbook = new Workbook(package, part[..(part.LastIndexOf('/') + 1)], relationships);
        using XmlReader? reader = package.OpenXml(part);
        if (reader is null)
        {
            throw Stop.Damaged($"The workbook's main part '{part}' is missing.");
        }

        while (reader.ReadBounded(package.Limits))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                workbook.Is1904 = reader.IsSet("date1904");
            }
            else if (reader.LocalName == "calcPr")
            {
                workbook.AsksForCalculation = reader.IsSet("fullCalcOnLoad");
            }
            else if (reader.LocalName == "sheet" && reader.Depth == 2)
            {
                workbook.Add(reader, relationships);
            }
        }

        // Only now: whoever gets no workbook closes the file.
        workbook._readingStrings = workbook.Sheets.Count > 0 && package.IsLarge(workbook._stringsPart)
            ? Task.Run(() => SharedStrings.Read(package, workbook._stringsPart))
            : null;
        return workbook;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_readingStrings is not null)
        {
            // What failed there was told to whoever needed the strings.
            Task.WaitAny(_readingStrings);
        }

        Package.Dispose();
    }

    private static string GetPart(ZipPackage package)
    {
        Relationship? main = Relationship.From(package, "").FirstOrDefault(relationship => relationship.Kind == "officeDocument");
        return main is not null && package.Has(main.Target) ? main.Target : "xl/workbook.xml";
    }

    private void Add(XmlReader reader, IReadOnlyList<Relationship> relationships)
    {
        string id = GetRelationshipId(reader);
        Relationship? target = relationships.FirstOrDefault(relationship => relationship.Id == id);
        if (target is not null && target.Kind != "worksheet")
        {
            return;
        }

        if (Sheets.Count >= Package.Limits.MaximumSheets)
        {
            throw Stop.AtLimit("sheets", Package.Limits.MaximumSheets, nameof(ReadLimits.MaximumSheets));
        }

        // Some exporters write no relationships at all: the parts are then named by their order.
        string part = target?.Target ?? (relationships.Any(any => any.Kind == "worksheet") ? "" : $"xl/worksheets/sheet{Sheets.Count + 1}.xml");
        bool isHidden = reader.GetAttribute("state") is "hidden" or "veryHidden";

        // No program lets two sheets share a part; a file that does could make one part cost as much as a thousand.
        bool isUsable = Package.Has(part) && !Sheets.Exists(sheet => part.Equals(sheet.Part, StringComparison.OrdinalIgnoreCase));
        Sheets.Add(new(reader.GetAttribute("name") ?? "", isHidden, isUsable ? part : null));
    }

    // The attribute is r:id; its namespace differs between strict and transitional files, its prefix between exporters.
    private static string GetRelationshipId(XmlReader reader)
    {
        string id = "";
        for (bool has = reader.MoveToFirstAttribute(); has; has = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.NamespaceURI.EndsWith("elationships", StringComparison.Ordinal))
            {
                id = reader.Value;
            }
        }

        reader.MoveToElement();
        return id;
    }
}
