namespace SourcingCompliance.Formats.Tests.Planting;

/// <summary>What happens to columns: headers that nobody knows, columns that fill late, words of others beside them.</summary>
internal static class ColumnMistreatments
{
    private static readonly string[] Unknown = ["Stuff", "Thing", "Comp. text", "XX1", "Was", "Bez", "Object", "Txt", "Field 7", "Info"];

    /// <summary>All of them.</summary>
    public static readonly Mistreatment[] All =
    [
        new("unknown header over the names", list => list.Header[list.Roles["name"]] = list.Pick(Unknown)),
        new("no header over the names", list => list.Header[list.Roles["name"]] = ""),
        new("a typing error over the names",
            list => list.Header[list.Roles["name"]] = list.Pick("Descripton", "Desciption", "Discription", "Descriptoin", "Beschribung")),
        new("the name in a column of its own under an unknown header", list =>
        {
            list.Insert(list.Roles["origin"], list.Pick("Sub item", "Child", "BoM Lines/Component", "Text 2", "Variant"), _ => "", list.Text);
            list.Planted[list.Roles["name"]] = "";
        }),
        new("the material in a column that nobody knows", list => Move(list, list.Pick(Unknown))),
        new("the material in a column without header", list => Move(list, "")),
        new("the material in remarks", list => Move(list, list.Pick("Remarks", "Notes", "Comment", "Bemerkung"))),
        new("the material in a column that is empty above",
            list => { RowMistreatments.All.First(one => one.Name.StartsWith("five hundred", StringComparison.Ordinal))
                .Apply(list); Move(list, list.Pick(Unknown)); }),
        new("the material in a second description", list => Move(list, "Description 2")),
        new("the material in a second material column", list => { list.Add("Material", _ => "steel", ""); Move(list, "Material"); }),
        new("a column that asks for the material",
            list => Ask(list, list.Pick("Contains NdFeB", "NdFeB magnet?", "Tantalum (Y/N)", "Rare earth magnets"), list.Pick("Yes", "Y", "x", "ja", "✓"))),
        new("a column for the amount of the material",
            list => Ask(list, list.Pick("Nd (%)", "Ta (ppm)", "Tantalum mg", "Neodymium content"), list.Pick("12", "0.5", "33 %"))),
        new("columns of a composition", list => { Ask(list, "Nd", "33"); list.Add("Fe", _ => "98", "66"); list.Add("B", _ => "", "1"); }),
        new("a column for each country",
            list => { list.Planted[list.Roles["origin"]] = ""; list.Origin = "China"; list.Add("Japan", _ => "x", ""); list.Add("China", _ => "", "x"); }),
        new("the material in a footprint", list => Move(list, "Footprint")),
        new("the material in a column of dates", list => Move(list, "Date", "2026-03-01")),
        new("noise in another column", list => list.Add(list.Pick("Remarks", "Footprint", "Package", "Finish", "Process", "Mounting Type"),
            _ => list.Pick(PlantedWords.Noise), list.Pick(PlantedWords.Noise))),
        new("noise in three columns", list =>
        {
            foreach (string header in new[] { "Category", "Finish", "Process" })
            {
                list.Add(header, _ => list.Pick(PlantedWords.Noise), list.Pick(PlantedWords.Noise));
            }
        }),
        new("columns in another order", list => list.Shuffle()),
        new("twelve unknown columns", list =>
        {
            foreach (string header in new[] { "Jan", "Feb", "Mar", "Apr", "May", "Fe", "Cu", "Ni", "Zn", "Site A", "Site B", "Site C" })
            {
                list.Add(header, _ => list.Pick("", "3", "12"), list.Pick("", "3"));
            }
        }),
        new("forty unknown columns in front", list =>
        {
            for (int column = 0; column < 40; column++)
            {
                list.Insert(0, FormattableString.Invariant($"Attr {column}"), _ => list.Pick("", "a", "7"), "");
            }
        }),
        new("an empty column in front", list => list.Insert(0, "", _ => "", "")),
        new("an empty second name column in front", list => list.Insert(0, "Description", _ => "", "")),
        new("prices and links",
            list => { list.Add("Unit Price", _ => "1.25", "3.10"); list.Add("Link", _ => "https://example.com/p/123", "https://example.com/p/9"); }),
    ];

    // Only the header of a column says what the part contains, and the cell says yes or gives an amount.
    private static void Ask(PlantedList list, string header, string planted)
    {
        list.Add(header, _ => list.Pick("", "No", "0"), planted);
        list.Planted[list.Roles["name"]] = list.Text = "Part 7";
    }

    // The description says little, and another column says what the part is. Where it names a thing that usually holds no covered material,
    // it is context beside a description, so there the description says nothing.
    private static void Move(PlantedList list, string header, string others = "")
    {
        list.Add(header, _ => others, list.Text);
        list.Planted[list.Roles["name"]] = list.Text.Contains("speaker", StringComparison.Ordinal) ? "" : "Part 7";
    }
}
