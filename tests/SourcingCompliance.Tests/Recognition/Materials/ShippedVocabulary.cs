using System.Reflection;
using SourcingCompliance.Lines;
using SourcingCompliance.Primitives;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Recognition.Materials;

namespace SourcingCompliance.Tests.Recognition.Materials;

/// <summary>The vocabulary of the repository's rules folder, loaded once, and lines to try it on.</summary>
internal static class ShippedVocabulary
{
    private static readonly BomField[] Fields =
    [
        BomField.PartNumber, BomField.Description, BomField.Manufacturer, BomField.ManufacturerPartNumber, BomField.HtsCode, BomField.Material, BomField.Grade,
    ];

    private static readonly ColumnMap Map = new()
    {
        Sheet = CellRef.ForFile("bom.csv"),
        HeaderRow = 1,
        Columns = [.. Fields.Select((field, index) => new MappedColumn(field, index + 1, field.ToString(), MappingBasis.ExactAlias, "test"))],
    };

    public static readonly DiagnosticBag Diagnostics = new();

    public static readonly MaterialVocabulary Vocabulary = MaterialVocabulary.Load(Folder(), Diagnostics);

    public static RuleFolder Folder()
    {
        string root = typeof(ShippedVocabulary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "RepositoryRoot").Value ?? "";
        string folder = Path.Combine(root, "rules");
        return new RuleFolder("rules", Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => KeyValuePair.Create(Path.GetRelativePath(folder, path).Replace('\\', '/'), (ReadOnlyMemory<byte>)File.ReadAllBytes(path))));
    }

    public static BomLine Line(string description, string manufacturer = "", string mpn = "", string hts = "",
        string material = "", string grade = "", string partNumber = "") =>
        new(Map, 2, [partNumber, description, manufacturer, mpn, hts, material, grade]);

    /// <summary>A line with any columns: field, text and number of the alternate source (1 = the first choice).</summary>
    public static Classification ClassifyColumns(params (BomField Field, string Text, int Alternate)[] cells)
    {
        var map = new ColumnMap
        {
            Sheet = CellRef.ForFile("bom.csv"),
            HeaderRow = 1,
            Columns = [.. cells.Select((cell, index) => new MappedColumn(cell.Field, index + 1, cell.Alternate > 1 ? $"{cell.Field}_{cell.Alternate}"
                : $"{cell.Field}", MappingBasis.ExactAlias, "test") { Alternate = cell.Alternate })],
        };
        return new MaterialClassifier(Vocabulary).Classify(new BomLine(map, 2, [.. cells.Select(cell => cell.Text)]));
    }

    public static Classification Classify(string description, string manufacturer = "", string mpn = "",
        string hts = "", string material = "", string grade = "") =>
        new MaterialClassifier(Vocabulary).Classify(Line(description, manufacturer, mpn, hts, material, grade));

    /// <summary>The firmest presence on a line in a word: is, contains, possible or none.</summary>
    public static string Verdict(Classification classification) => classification.Materials.IsEmpty
        ? "none" : classification.Materials.Max(occurrence => occurrence.Presence).ToString().ToLowerInvariant();
}
