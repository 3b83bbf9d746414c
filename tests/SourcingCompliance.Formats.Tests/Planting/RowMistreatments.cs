namespace SourcingCompliance.Formats.Tests.Planting;

/// <summary>What happens to rows: numbers are missing, names stand elsewhere, other rows come between.</summary>
internal static class RowMistreatments
{
    /// <summary>All of them.</summary>
    public static readonly Mistreatment[] All =
    [
        new("as it is", _ => { }),
        new("no part number in the row", list => Blank(list, "number")),
        new("no quantity in the row", list => Blank(list, "quantity")),
        new("name and origin and nothing else", list => Blank(list, "number", "quantity", "maker", "reference", "unit", "revision")),
        new("part numbers in the name column", list => list.Planted[list.Roles["name"]] = "PLANT-1 " + list.Text),
        new("column numbers below the header",
            list => list.Rows.Insert(0, [.. Enumerable.Range(1, list.Header.Count).Select(number => FormattableString.Invariant($"{number}"))])),
        new("column numbers in brackets below the header",
            list => list.Rows.Insert(0, [.. Enumerable.Range(1, list.Header.Count).Select(number => FormattableString.Invariant($"({number})"))])),
        new("totals and notes below", list => { list.Put(true, "Total", "17"); list.Put(true, "Note: all parts RoHS"); }),
        new("a legend below", list => { list.Put(true); list.Put(true, "Legend"); list.Put(true, "M = made", "B = bought"); }),
        new("section titles between", list => { list.Put(false, "MECHANICAL"); list.Put(false, "ELECTRICAL"); }),
        new("the header again in the middle", list => list.Put(false, [.. list.Header])),
        new("blank rows between", list => { list.Put(false); list.Put(false); }),
        new("a title block above", list => list.Above.AddRange([["BILL OF MATERIALS"], ["Project", "X-7"], ["Rev", "C", "", "Date", "2026-11-02"], []])),
        new("a title block with a colon above", list => list.Above.AddRange([["Assembly:", "Pump 7"], ["Customer:", "Navy"], []])),
        new("a second, smaller table below", list => { list.Put(true); list.Put(true, "Tool", "Owner"); list.Put(true, "Torque wrench", "J."); }),
        new("five hundred screws above", list => Many(list, 500)),
        new("the name on the row below", list =>
        {
            list.PutBelow(("name", list.Text), ("origin", "China"));
            list.Planted[list.Roles["name"]] = "Rotor kit";
            list.Planted[list.Roles["origin"]] = "";
        }),
        new("a level column", list => list.Insert(0, "Level", at => at == 0 ? "0" : "1", list.Rows.IndexOf(list.Planted) == 0 ? "0" : "1")),
        new("find numbers", list => list.Insert(0, "Find No", at => FormattableString.Invariant($"{at + 1}"),
            FormattableString.Invariant($"{list.Rows.IndexOf(list.Planted) + 1}"))),
        new("a header with the columns in another order above the row",
            list => Again(list, [.. Enumerable.Range(0, list.Header.Count).OrderByDescending(column => column)], "", "")),
        new("a header with a further column above the row", list => Again(list, [.. Enumerable.Range(0, list.Header.Count)], "Material", "steel")),
        new("a header with a further unknown column above the row", list => Again(list, [.. Enumerable.Range(0, list.Header.Count)], "Zqx", "blue")),
        new("the material below a header that comes again with it", list =>
        {
            string text = list.Text;
            Again(list, [.. Enumerable.Range(0, list.Header.Count)], "Material", text);
            list.Planted[list.Roles["name"]] = text.Contains("speaker", StringComparison.Ordinal) ? "" : "Part 7";
        }),
        new("suppliers and their cities above the header again", list =>
        {
            int at = list.Rows.IndexOf(list.Planted);
            list.Rows.InsertRange(at, [Row(list, "Supplier", "City"), Row(list, "Acme", "Tokyo"), [.. list.Header]]);
        }),
        new("left out of one variant of the product", list =>
        {
            bool isMarked = list.Random.Next(2) == 0;
            list.Add(isMarked ? "DNP Variant A" : "Variant A", _ => "", isMarked ? "DNP" : "Not Fitted");
            list.Add(isMarked ? "DNP Variant B" : "Variant B", _ => "", isMarked ? "" : "Fitted");
        }),
        new("a quantity in the column of another model",
            list => { list.Planted[list.Roles["quantity"]] = "0"; list.Add("Qty Model X", _ => "1", "0"); list.Add("Qty Model Y", _ => "1", "4"); }),
        new("two rows of a second list with other columns below",
            list => { list.Put(true); list.Put(true, "Part Number", "Description", "Qty"); list.Put(true, "B-1", "Screw", "2"); }),
    ];

    // The planted row and those after it stand below a header of their own: in this order of columns, with a further one.
    private static void Again(PlantedList list, int[] order, string title, string cell)
    {
        int at = list.Rows.IndexOf(list.Planted);
        for (int i = at; i < list.Rows.Count; i++)
        {
            List<string> cells = [.. order.Select(column => list.Rows[i][column])];
            list.Rows[i].Clear();
            list.Rows[i].AddRange(title.Length == 0 ? cells : [.. cells, cell]);
        }

        list.Rows.Insert(at, [.. order.Select(column => list.Header[column]), .. title.Length == 0 ? Array.Empty<string>() : [title]]);
        foreach ((string role, int column) in list.Roles.ToList())
        {
            list.Roles[role] = Array.IndexOf(order, column);
        }
    }

    private static List<string> Row(PlantedList list, params string[] cells) =>
        [.. cells, .. Enumerable.Repeat("", Math.Max(0, list.Header.Count - cells.Length))];

    private static void Blank(PlantedList list, params string[] roles)
    {
        foreach (string role in roles)
        {
            if (list.Roles.TryGetValue(role, out int column))
            {
                list.Planted[column] = "";
            }
        }
    }

    private static void Many(PlantedList list, int count)
    {
        List<string> screw = list.Rows.First(row => !ReferenceEquals(row, list.Planted));
        list.Rows.InsertRange(0, Enumerable.Range(0, count).Select(_ => screw.ToList()));
    }
}
