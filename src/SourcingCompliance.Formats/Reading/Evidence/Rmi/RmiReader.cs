using System.Collections.Immutable;
using SourcingCompliance.Evidence;
using SourcingCompliance.Primitives;
using SourcingCompliance.Tables;

namespace SourcingCompliance.Formats.Reading.Evidence.Rmi;

/// <summary>Reads a reporting template, by position and through the list of smelters that it carries.</summary>
internal static class RmiReader
{
    private const int DeclarationRows = 145;

    /// <summary>The template as filled in.</summary>
    /// <param name="sheets">Its sheets.</param>
    /// <param name="layout">Where the edition has its answers.</param>
    /// <param name="countryOf">Recognizes a country.</param>
    /// <param name="left">Receives what cannot be used.</param>
    /// <param name="contradictions">Receives what the lists say twice and differently.</param>
    public static RmiForm Read(
        RmiSheets sheets, RmiLayout layout, Func<string, Country?> countryOf, ImmutableArray<UnreadAnswer>.Builder left,
        ImmutableArray<string>.Builder contradictions)
    {
        FormSheet declaration = FormSheet.Read(sheets.Document, sheets.Declaration, DeclarationRows, 9);
        RmiForm form = new DeclarationReader(declaration, layout, sheets.Shift, left).Read(sheets.Kind, sheets.Version);
        var smelters = new SmelterReader(layout.Smelters, SmelterLookUp.Read(sheets.LookUp), countryOf, left, contradictions);
        return form with
        {
            Smelters = sheets.Smelters is null ? [] : [.. smelters.Read(sheets.Document, sheets.Smelters)],
            Mines = sheets.Mines is null ? [] : [.. ReadMines(sheets.Document, sheets.Mines, countryOf)],
            Products = sheets.Products is null ? [] : [.. ReadProducts(sheets.Products, layout)],
        };
    }

    private static IEnumerable<RmiMine> ReadMines(BomDocument document, BomTable table, Func<string, Country?> countryOf)
    {
        int header = (RmiSheets.RevisionIn(document, table)?.Row ?? 3) + 1;
        foreach (BomRow row in table.Rows.Where(row => row.Number > header && !(row.IsBlankAt(1) && row.IsBlankAt(3))))
        {
            string country = row.TrimmedAt(6).ToString();
            yield return new RmiMine(FormSheet.GetPlace(table.Name, row.Number, 0), row.TrimmedAt(1).ToString(),
                row.TrimmedAt(2).ToString(), row.TrimmedAt(3).ToString(),
                country, country.Length == 0 ? null : countryOf(country));
        }
    }

    // Row 5 has the titles, and a row in or below the list the notice of copyright.
    private static IEnumerable<RmiProduct> ReadProducts(BomTable table, RmiLayout layout)
    {
        foreach (BomRow row in table.Rows.Where(row => row.Number > 5))
        {
            string number = GetText(row, 2);
            string name = GetText(row, 3);
            string requester = layout.HasRequesterNumbers ? GetText(row, 4) : "";
            if ((number.Length + name.Length + requester.Length) > 0 && !number.StartsWith('©') && !name.StartsWith('©'))
            {
                yield return new RmiProduct(FormSheet.GetPlace(table.Name, row.Number, 0), number, name,
                    requester, GetText(row, layout.HasRequesterNumbers ? 6 : 4));
            }
        }
    }

    // The notice of copyright is a formula, and shows an error where nothing has calculated it.
    private static string GetText(BomRow row, int column) => row.KindAt(column) == CellKind.Error ? "" : row.TrimmedAt(column).ToString();
}
